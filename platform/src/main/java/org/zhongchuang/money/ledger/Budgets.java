package org.zhongchuang.money.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
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
    /** The first year that the books have accounts for, as their schema says. */
    private static final int FIRST_YEAR = 2015;

    private static final Text TOO_LONG = Text.of("一次最多2,000行。", "At most 2,000 rows at a time.");

    private final Treasuries treasuries;
    private final Ledger ledger;
    private final Policies policies;
    private final AuditLog audit;
    private final Clock clock;

    Budgets(Treasuries treasuries, Ledger ledger, Policies policies, AuditLog audit, Clock clock) {
        this.clock = clock;
        this.treasuries = treasuries;
        this.ledger = ledger;
        this.policies = policies;
        this.audit = audit;
    }

    /** One line of a budget; the sum is negative where it is cut. */
    public record Line(int year, String programme, Fen fen, String document) {

        boolean setsTheSame(Line other) {
            return year == other.year && programme.equals(other.programme) && document.equals(other.document);
        }
    }

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
        var line = line(row);
        if (line.isEmpty()) {
            mistakes.add(Text.of(
                    "第%d行：依次填写年度、事项、金额（元，调减写负数）、文号".formatted(number),
                    "Row %d needs a year, a programme, a sum in yuan (negative for a cut) and a document"
                            .formatted(number)));
        } else if (!hasBooks(line.get().year())) {
            mistakes.add(Text.of(
                    "第%d行：年度应在%d年到%d年之间".formatted(number, FIRST_YEAR, lastYear()),
                    "Row %d: the year lies between %d and %d".formatted(number, FIRST_YEAR, lastYear())));
        } else if (lines.stream().anyMatch(line.get()::setsTheSame)) {
            mistakes.add(Text.of(
                    "第%d行：同一年度、事项和文号在前面已有一行，请合并为一行".formatted(number),
                    "Row %d: an earlier row has the same year, programme and document; make one row of them"
                            .formatted(number)));
        } else {
            lines.add(line.get());
        }
    }

    /** Budgets are set for the year that runs, for the next and, belatedly, for those before. */
    private int lastYear() {
        return LocalDate.now(clock).getYear() + 1;
    }

    private boolean hasBooks(int year) {
        return year >= FIRST_YEAR && year <= lastYear();
    }

    private Optional<Line> line(List<String> row) {
        if (row.stream().filter(cell -> !cell.isEmpty()).count() != 4
                || !row.getFirst().matches("[0-9]{4}")
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
