package org.zhongchuang.ledger;

import java.io.BufferedReader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.access.Actor;
import org.zhongchuang.access.Role;
import org.zhongchuang.audit.AuditLog;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ledger.Account.Kind;
import org.zhongchuang.ledger.Posting.Act;
import org.zhongchuang.policy.Policies;
import org.zhongchuang.shell.Typed;

/** Budgets of a treasury, each change with the document it rests on. A document sets a line once. */
@Service
public class Budgets {

    private final Ledger ledger;
    private final Policies policies;
    private final AuditLog audit;

    Budgets(Ledger ledger, Policies policies, AuditLog audit) {
        this.ledger = ledger;
        this.policies = policies;
        this.audit = audit;
    }

    /** One line of a budget; the sum in fen is negative where it is cut. */
    public record Line(int year, String programme, long fen, String document) {}

    /** A table that was read: its lines, or what is wrong with it, row by row. */
    public record Reading(List<Line> lines, List<Text> mistakes) {}

    /**
     * Year, programme by title or id, sum in yuan and document, separated by tabs or commas; a heading may stand first.
     */
    public Reading read(String table) {
        var lines = new ArrayList<Line>();
        var mistakes = new ArrayList<Text>();
        var rows = new BufferedReader(new StringReader(table.replace("\uFEFF", "")))
                .lines()
                .toList();
        for (int i = 0; i < rows.size(); i++) {
            var cells = rows.get(i).strip().split("\\s*[\\t,，]\\s*", -1);
            if (rows.get(i).isBlank() || (i == 0 && cells[0].contains("年"))) {
                continue;
            }
            var programme = cells.length < 4 ? Optional.<String>empty() : programme(cells[1]);
            var cut = cells.length >= 4 && cells[2].startsWith("-");
            var fen = cells.length < 4 ? Optional.<Long>empty() : Typed.fen(cells[2].replaceFirst("^-", ""));
            if (cells.length < 4
                    || !cells[0].matches("20[0-9]{2}")
                    || programme.isEmpty()
                    || fen.orElse(0L) == 0
                    || cells[3].length() < 2
                    || cells[3].length() > 60) {
                mistakes.add(Text.of(
                        "第%d行：依次填写年度、事项、金额（元，调减写负数）、文号".formatted(i + 1),
                        "Row %d needs a year, a programme, a sum in yuan (negative for a cut) and a document"
                                .formatted(i + 1)));
                continue;
            }
            lines.add(new Line(Integer.parseInt(cells[0]), programme.get(), cut ? -fen.get() : fen.get(), cells[3]));
        }
        return new Reading(lines, mistakes);
    }

    private Optional<String> programme(String named) {
        return policies.current().programmes().values().stream()
                .filter(one -> one.pays()
                        && (one.id().equals(named)
                                || one.title().zh().equals(named)
                                || one.title().en().equalsIgnoreCase(named)))
                .map(one -> one.id())
                .findFirst();
    }

    /** Puts the lines into the books of the actor's treasury; those that stand there already change nothing. */
    @Transactional
    public int set(Actor actor, List<Line> lines) {
        if (actor.role() != Role.FINANCE_OFFICER) {
            throw new IllegalArgumentException("budgets are the treasury's");
        }
        var postings = lines.stream()
                .map(line -> {
                    var budget = new Account(Kind.BUDGET, actor.area(), line.year(), line.programme(), "");
                    var source = budget.as(Kind.APPROPRIATION);
                    var key = "budget:%s:%d:%s:%s"
                            .formatted(actor.area(), line.year(), line.programme(), line.document());
                    return line.fen() > 0
                            ? Posting.move(key, Act.BUDGETED, null, line.document(), source, budget, line.fen())
                            : Posting.move(key, Act.CUT, null, line.document(), budget, source, -line.fen());
                })
                .toList();
        var made = ledger.post(actor, postings);
        audit.record(actor, "budget.set", actor.area(), String.valueOf(made));
        return made;
    }
}
