package org.zhongchuang.records.evidence;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.kernel.Sha256;
import org.zhongchuang.ground.sheet.SheetReader;
import org.zhongchuang.records.evidence.Column.Field;

/** Reads a whole table of one kind row by row: what its columns mean, which rows are good, and what there is to say. */
final class TableReading implements SheetReader.RowTaker {

    private static final int MOST_FINDINGS = 200;
    private static final BigDecimal SMALL = BigDecimal.valueOf(100_000);
    private static final int ENOUGH_TO_DOUBT = 3;

    private final RecordKind kind;
    private final LocalDate today;
    private final Consumer<Map<Field, String>> good;
    private final boolean saidInTenThousands;
    private final Map<Integer, Column> columns = new HashMap<>();
    private final List<Batch.Finding> findings = new ArrayList<>();
    /** The hashes of the rows before: two rows are the same if these are, and fifty thousand rows take little room. */
    private final Set<String> seen = new HashSet<>();

    private RowReader reader;
    private boolean headed;
    private boolean headedInTenThousands;
    private boolean lacksColumns;
    private int rows;
    private int goodRows;
    private int amounts;
    private int smallAmounts;

    /**
     * Reads for one purpose.
     *
     * @param saidInTenThousands whether the sender said that amounts are in 万元
     */
    TableReading(RecordKind kind, LocalDate today, boolean saidInTenThousands, Consumer<Map<Field, String>> good) {
        this.kind = kind;
        this.today = today;
        this.good = good;
        this.saidInTenThousands = saidInTenThousands;
        this.reader = new RowReader(kind, today, saidInTenThousands);
    }

    @Override
    public boolean take(int number, List<String> cells) {
        if (cells.stream().allMatch(String::isBlank)) {
            return true;
        }
        if (!headed) {
            head(cells);
            return true;
        }
        if (lacksColumns) {
            return true;
        }
        rows++;
        var typed = new EnumMap<Field, String>(Field.class);
        columns.forEach((at, column) -> typed.put(column.field(), at < cells.size() ? cells.get(at) : ""));
        if (kind.columns().stream()
                .allMatch(column -> typed.getOrDefault(column.field(), "")
                        .equals(column.label().zh()))) {
            rows--;
            return true;
        }
        var read = reader.read(typed);
        doubt(read);
        if (!read.isGood()) {
            read.mistakes().forEach((field, what) -> say(number, label(field), what, true));
            return true;
        }
        if (!seen.add(Sha256.hex(new TreeMap<>(read.values()).toString()))) {
            say(number, "", Text.of("与前面的一行完全相同，只保留一行。", "The same as a row before it; only one is kept."), false);
        }
        goodRows++;
        good.accept(read.values());
        return true;
    }

    private void head(List<String> cells) {
        headed = true;
        var unknown = new ArrayList<String>();
        for (int i = 0; i < Math.min(cells.size(), SheetReader.MOST_COLUMNS); i++) {
            var heading = cells.get(i);
            var column = RowReader.column(kind, heading);
            if (column.isPresent() && !columns.containsValue(column.get())) {
                columns.put(i, column.get());
                headedInTenThousands |= column.get().field() == Field.AMOUNT && heading.contains("万");
            } else if (!heading.isBlank()) {
                unknown.add(RowReader.quoted(heading.strip()));
            }
        }
        if (cells.size() > SheetReader.MOST_COLUMNS) {
            say(
                    0,
                    "",
                    Text.of(
                            "表格超过" + SheetReader.MOST_COLUMNS + "列，后面的列没有读取。",
                            "More than " + SheetReader.MOST_COLUMNS + " columns; those beyond were not read."),
                    false);
        }
        if (!unknown.isEmpty()) {
            var names = String.join("、", unknown.subList(0, Math.min(unknown.size(), 8)));
            say(0, "", Text.of("没有用到的列：" + names, "Columns that were not used: " + names), false);
        }
        for (var column : kind.columns()) {
            if (column.required() && !columns.containsValue(column)) {
                lacksColumns = true;
                say(
                        0,
                        column.label().zh(),
                        Text.of(
                                "缺少“" + column.label().zh() + "”列；第一行应为表头，可以下载模板。",
                                "The column “" + column.label().en()
                                        + "” is missing. The first row holds the headings; there is a template."),
                        true);
            }
        }
        if (headedInTenThousands && !saidInTenThousands) {
            reader = new RowReader(kind, today, true);
            say(
                    0,
                    "",
                    Text.of("表头写明金额单位是万元，已换算成元。", "The heading says ten thousands of yuan; amounts were converted."),
                    false);
        }
    }

    /** Amounts that are all small were probably written in 万元. */
    private void doubt(RowReader.Read read) {
        var fen = read.values().get(Field.AMOUNT);
        if (fen != null && kind == RecordKind.FINANCING) {
            amounts++;
            if (new BigDecimal(fen).compareTo(SMALL) < 0) {
                smallAmounts++;
            }
        }
    }

    private void say(int row, String column, Text what, boolean mistake) {
        if (findings.size() < MOST_FINDINGS) {
            findings.add(new Batch.Finding(row, column, what, mistake));
        }
    }

    private String label(Field field) {
        return kind.column(field).map(column -> column.label().zh()).orElse("");
    }

    int rows() {
        return rows;
    }

    int goodRows() {
        return goodRows;
    }

    List<Batch.Finding> findings() {
        return findings;
    }

    /** Whether amounts look like 万元 although nothing says so. */
    boolean isUnitInDoubt() {
        return !headedInTenThousands
                && !saidInTenThousands
                && amounts >= ENOUGH_TO_DOUBT
                && smallAmounts * 10 >= amounts * 9;
    }
}
