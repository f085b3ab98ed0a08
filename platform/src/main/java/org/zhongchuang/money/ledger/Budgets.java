package org.zhongchuang.money.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.audit.AuditLog;
import org.zhongchuang.ground.sheet.SheetReader;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.money.ledger.Account.Kind;
import org.zhongchuang.money.ledger.Posting.Act;

/** Budgets of a treasury, each change with the document it rests on. A document sets a line once. */
@Service
public class Budgets {

    private static final int MOST_ROWS = 2_000;
    private static final Text TOO_LONG = Text.of("一次最多2,000行。", "At most 2,000 rows at a time.");

    private final Treasuries treasuries;
    private final Ledger ledger;
    private final Policies policies;
    private final AuditLog audit;

    Budgets(Treasuries treasuries, Ledger ledger, Policies policies, AuditLog audit) {
        this.treasuries = treasuries;
        this.ledger = ledger;
        this.policies = policies;
        this.audit = audit;
    }

    /** One line of a budget; the sum is negative where it is cut. */
    public record Line(int year, String programme, Fen fen, String document) {}

    /** A table that was read: its lines, or what is wrong with it, row by row. */
    public record Reading(List<Line> lines, List<Text> mistakes) {}

    /**
     * Year, programme by title or id, sum in yuan and document in a row; a heading may stand first. The table is an
     * Excel file, or text with tabs or commas.
     */
    public Reading read(byte[] table) {
        var lines = new ArrayList<Line>();
        var mistakes = new ArrayList<Text>();
        try {
            var file = Files.createTempFile("budget-", ".table");
            try {
                Files.write(file, table);
                SheetReader.read(file, (number, cells) -> take(number, cells, lines, mistakes));
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (SheetReader.Unreadable _) {
            mistakes.add(Text.of("不能识别的表格，请用Excel或CSV。", "That is no table this system can read; use Excel or CSV."));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Reading(lines, mistakes);
    }

    private void take(int number, List<String> cells, List<Line> lines, List<Text> mistakes) {
        var row = cells.stream().map(String::strip).toList();
        if (row.stream().allMatch(String::isEmpty)
                || (number == 1 && row.getFirst().contains("年"))) {
            return;
        }
        if (lines.size() + mistakes.size() >= MOST_ROWS) {
            if (!mistakes.contains(TOO_LONG)) {
                mistakes.add(TOO_LONG);
            }
            return;
        }
        line(row)
                .ifPresentOrElse(
                        lines::add,
                        () -> mistakes.add(Text.of(
                                "第%d行：依次填写年度、事项、金额（元，调减写负数）、文号".formatted(number),
                                "Row %d needs a year, a programme, a sum in yuan (negative for a cut) and a document"
                                        .formatted(number))));
    }

    private Optional<Line> line(List<String> row) {
        if (row.stream().filter(cell -> !cell.isEmpty()).count() != 4
                || !row.getFirst().matches("20[0-9]{2}")
                || row.get(3).length() < 2
                || row.get(3).length() > 60) {
            return Optional.empty();
        }
        var cut = row.get(2).startsWith("-");
        var fen = Fen.read(row.get(2).replaceFirst("^-", "")).filter(Fen::isPositive);
        return programme(row.get(1))
                .flatMap(programme -> fen.map(sum ->
                        new Line(Integer.parseInt(row.getFirst()), programme, cut ? sum.negated() : sum, row.get(3))));
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
    public Budgeting set(Actor actor, List<Line> lines) {
        if (!treasuries.keepsBooks(actor, actor.area())) {
            throw new IllegalArgumentException("budgets are the treasury's");
        }
        var postings = lines.stream()
                .map(line -> {
                    var budget = new Account(Kind.BUDGET, actor.area(), line.year(), line.programme(), "");
                    var source = budget.as(Kind.APPROPRIATION);
                    var key = "budget:%s:%d:%s:%s"
                            .formatted(actor.area(), line.year(), line.programme(), line.document());
                    return line.fen().isPositive()
                            ? Posting.move(key, Act.BUDGETED, null, line.document(), source, budget, line.fen())
                            : Posting.move(
                                    key,
                                    Act.CUT,
                                    null,
                                    line.document(),
                                    budget,
                                    source,
                                    line.fen().negated());
                })
                .toList();
        var made = ledger.post(actor, postings);
        audit.record(actor, "budget.set", actor.area(), String.valueOf(made));
        return new Budgeting.Done(made);
    }
}
