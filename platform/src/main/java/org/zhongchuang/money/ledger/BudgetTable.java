package org.zhongchuang.money.ledger;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.kernel.PlainForm;
import org.zhongchuang.ground.kernel.Totals;
import org.zhongchuang.ground.kernel.Typed;
import org.zhongchuang.ground.sheet.CellTrouble;
import org.zhongchuang.ground.sheet.SheetReader;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.money.ledger.Budgets.Line;

/** Reads the table of a budget. What is wrong with it is told by row and column, before anybody proposes it. */
@Component
public class BudgetTable {

    private static final int MOST_ROWS = 2_000;
    private static final int COLUMNS = 4;
    private static final String YEAR = "[0-9０-９]{4}(年度?)?";
    /** The first year that the books have accounts for, as their schema says. */
    private static final int FIRST_YEAR = 2015;

    private static final Text TOO_LONG = Text.of("一次最多2,000行。", "At most 2,000 rows at a time.");

    private final Policies policies;
    private final Clock clock;

    BudgetTable(Policies policies, Clock clock) {
        this.policies = policies;
        this.clock = clock;
    }

    /** A table that was read: its lines, or what is wrong with it, row by row. */
    public record Reading(List<Line> lines, List<Text> mistakes) {}

    /**
     * Year, programme by title or id, sum in yuan and document in a row; a title and headings may stand above, totals
     * below. The table is an Excel file, or text with tabs or commas.
     */
    public Reading read(byte[] table) {
        var lines = new ArrayList<Line>();
        var mistakes = new ArrayList<Text>();
        try {
            SheetReader.read(table, (number, cells) -> take(number, cells, lines, mistakes));
        } catch (SheetReader.Unreadable e) {
            mistakes.add(e.why());
        }
        return new Reading(lines, mistakes);
    }

    private boolean take(int number, List<String> cells, List<Line> lines, List<Text> mistakes) {
        var row = cells.stream().map(PlainForm::seen).toList();
        var words = row.stream().filter(cell -> !cell.isEmpty()).distinct().toList();
        var isAbove = lines.isEmpty() && mistakes.isEmpty() && !row.getFirst().matches(YEAR);
        if (words.isEmpty()
                || (isAbove && (words.size() < COLUMNS || row.getFirst().contains("年")))
                || Totals.begin(words.getFirst())) {
            return true;
        }
        if (lines.size() + mistakes.size() >= MOST_ROWS) {
            mistakes.add(TOO_LONG);
            return false;
        }
        var mistake = mistake(row);
        if (mistake.isPresent()) {
            mistakes.add(inRow(number, mistake.get()));
            return true;
        }
        var line = new Line(
                year(row.getFirst()),
                programme(row.get(1)).orElseThrow(),
                sum(row.get(2)).orElseThrow(),
                row.get(3));
        if (lines.stream().anyMatch(line::setsTheSame)) {
            mistakes.add(inRow(
                    number,
                    Text.of(
                            "同一年度、事项和文号在前面已有一行，请合并为一行",
                            "an earlier row has the same year, programme and document; make one row of them")));
        } else {
            lines.add(line);
        }
        return true;
    }

    private static Text inRow(int number, Text mistake) {
        return Text.of("第%d行：".formatted(number) + mistake.zh(), "Row %d: ".formatted(number) + mistake.en());
    }

    /** What is wrong with a row; one thing at a time, from left to right. */
    private Optional<Text> mistake(List<String> row) {
        var trouble =
                row.stream().flatMap(cell -> CellTrouble.in(cell).stream()).findFirst();
        if (trouble.isPresent()) {
            return trouble;
        }
        if (row.stream().filter(cell -> !cell.isEmpty()).count() != COLUMNS || row.size() < COLUMNS) {
            return Optional.of(Text.of(
                    "依次填写年度、事项、金额（元，调减写负数）、文号",
                    "it needs a year, a programme, a sum in yuan (negative for a cut) and a document"));
        }
        if (!row.getFirst().matches(YEAR) || !hasBooks(year(row.getFirst()))) {
            return Optional.of(Text.of(
                    "年度应在%d年到%d年之间".formatted(FIRST_YEAR, lastYear()),
                    "the year lies between %d and %d".formatted(FIRST_YEAR, lastYear())));
        }
        if (programme(row.get(1)).isEmpty()) {
            return Optional.of(Text.of(
                    "没有“%s”这个事项，请写下面列出的名称".formatted(row.get(1)),
                    "there is no programme “%s”; write one of those listed below".formatted(row.get(1))));
        }
        if (sum(row.get(2)).isEmpty()) {
            return Optional.of(Text.of(
                    "金额“%s”不能识别，请写数字，如200000或20万；调减写负数".formatted(row.get(2)),
                    "the sum “%s” cannot be read; write a number such as 200000 or 20万, negative for a cut"
                            .formatted(row.get(2))));
        }
        return row.get(3).length() < 2 || row.get(3).length() > 60
                ? Optional.of(Text.of("文号应有2到60字", "the document has 2 to 60 characters"))
                : Optional.empty();
    }

    /** A sum in yuan, or in ten thousands of yuan where 万 says so; below nothing for a cut. */
    private static Optional<Fen> sum(String text) {
        var typed = PlainForm.narrow(text).replace('−', '-');
        var cut = typed.startsWith("-");
        var fen = Typed.money(typed.replaceFirst("^-", ""));
        return fen.filter(Fen::isPositive).map(one -> cut ? one.negated() : one);
    }

    /** Budgets are set for the year that runs, for the next and, belatedly, for those before. */
    private int lastYear() {
        return LocalDate.now(clock).getYear() + 1;
    }

    private boolean hasBooks(int year) {
        return year >= FIRST_YEAR && year <= lastYear();
    }

    private static int year(String written) {
        return Integer.parseInt(PlainForm.narrow(written).substring(0, 4));
    }

    private Optional<String> programme(String typed) {
        var named = PlainForm.ofName(typed);
        return policies.current().programmes().values().stream()
                .filter(one -> one.pays()
                        && Stream.of(one.id(), one.title().zh(), one.title().en())
                                .map(PlainForm::ofName)
                                .anyMatch(named::equals))
                .map(one -> one.id())
                .findFirst();
    }
}
