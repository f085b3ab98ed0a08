package org.zhongchuang.records.table;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.kernel.Sha256;
import org.zhongchuang.ground.sheet.SheetReader;
import org.zhongchuang.records.table.Column.Field;

/** Reads a whole table of one kind row by row: which rows are good, and what there is to say of it. */
public final class TableReading implements SheetReader.RowTaker {

    private static final int MOST_FINDINGS = 200;
    private static final int MOST_NAMED = 8;
    private static final BigDecimal SMALL = BigDecimal.valueOf(100_000);
    private static final int ENOUGH_TO_DOUBT = 3;

    private final TableKind kind;
    private final Layout layout;
    private final Judged judged;
    private final boolean saidInTenThousands;
    private final LocalDate today;
    private final List<Finding> findings = new ArrayList<>();
    /** The hashes of the rows before: two rows are the same if these are, and fifty thousand rows take little room. */
    private final Set<String> seen = new HashSet<>();

    private RowReader reader;
    private boolean inTenThousands;
    private boolean first = true;
    private int rows;
    private int goodRows;
    private int amounts;
    private int smallAmounts;

    /** Hears of each row that holds data, good or not. */
    @FunctionalInterface
    public interface Judged {

        /**
         * Hears of it.
         *
         * @param number as the spreadsheet counts, from 1
         * @return whether the next one is wanted
         */
        boolean row(int number, Map<Field, String> typed, RowReader.Read read);
    }

    /**
     * Reads for one purpose.
     *
     * @param saidInTenThousands whether the sender said that amounts are in 万元
     */
    public TableReading(TableKind kind, Layout layout, LocalDate today, boolean saidInTenThousands, Judged judged) {
        this.kind = kind;
        this.layout = layout;
        this.today = today;
        this.judged = judged;
        this.saidInTenThousands = saidInTenThousands;
        this.inTenThousands = layout.inTenThousands();
        this.reader = new RowReader(kind, today, saidInTenThousands || inTenThousands);
        if (inTenThousands) {
            sayConverted();
        }
        unusedColumns();
        for (var column : layout.missing(kind)) {
            say(
                    0,
                    column.label().zh(),
                    Text.of(
                            "缺少“" + column.label().zh() + "”列。请在“表格的各列是什么”中说明它是哪一列，或按模板补上。",
                            "The column “" + column.label().en()
                                    + "” is missing. Say which of the table's columns it is, or add it as in the template."),
                    true);
        }
    }

    private void unusedColumns() {
        var unknown = layout.unused().stream().map(RowReader::quoted).toList();
        if (!unknown.isEmpty() && !layout.columns().isEmpty()) {
            var names = String.join("、", unknown.subList(0, Math.min(unknown.size(), MOST_NAMED)));
            say(0, "", Text.of("没有用到的列：" + names, "Columns that were not used: " + names), false);
        }
    }

    private void sayConverted() {
        if (!saidInTenThousands && kind.column(Field.AMOUNT).isPresent()) {
            say(
                    0,
                    "",
                    Text.of("表中写明金额单位是万元，已换算成元。", "The table says ten thousands of yuan; amounts were converted."),
                    false);
        }
    }

    @Override
    public boolean take(int number, List<String> cells) {
        if (number <= layout.headings()
                || !layout.missing(kind).isEmpty()
                || cells.stream().allMatch(String::isBlank)) {
            if (number == layout.headings() && cells.size() > SheetReader.MOST_COLUMNS) {
                say(
                        0,
                        "",
                        Text.of(
                                "表格超过" + SheetReader.MOST_COLUMNS + "列，后面的列没有读取。",
                                "More than " + SheetReader.MOST_COLUMNS + " columns; those beyond were not read."),
                        false);
            }
            return layout.missing(kind).isEmpty() || number <= layout.headings();
        }
        var words = RowOfWords.of(cells, layout.names(), first);
        if (words != RowOfWords.NONE) {
            words.said().ifPresent(said -> say(number, "", said, false));
            if (words == RowOfWords.UNITS_OF_TEN_THOUSANDS && !inTenThousands) {
                inTenThousands = true;
                reader = new RowReader(kind, today, true);
                sayConverted();
            }
            return true;
        }
        first = false;
        return judge(number, cells);
    }

    private boolean judge(int number, List<String> cells) {
        rows++;
        var typed = new EnumMap<Field, String>(Field.class);
        layout.columns().forEach((at, field) -> typed.put(field, at < cells.size() ? cells.get(at) : ""));
        var read = reader.read(typed);
        doubt(read);
        read.mistakes().forEach((field, what) -> say(number, label(field), what, true));
        read.notes().forEach((field, what) -> say(number, label(field), what, false));
        if (read.isGood()) {
            if (!seen.add(Sha256.hex(new TreeMap<>(read.values()).toString()))) {
                say(number, "", Text.of("与前面的一行完全相同，只保留一行。", "The same as a row before it; only one is kept."), false);
            }
            goodRows++;
        }
        return judged.row(number, typed, read);
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
            findings.add(new Finding(row, column, what, mistake));
        }
    }

    private String label(Field field) {
        return kind.column(field).map(column -> column.label().zh()).orElse("");
    }

    public int rows() {
        return rows;
    }

    public int goodRows() {
        return goodRows;
    }

    public List<Finding> findings() {
        return findings;
    }

    public Layout layout() {
        return layout;
    }

    /** What must be answered before the rows can be kept: {@code COLUMNS}, {@code UNIT}, or nothing. */
    public String question() {
        return layout.missing(kind).isEmpty() ? isUnitInDoubt() ? "UNIT" : "" : "COLUMNS";
    }

    /** Whether amounts look like 万元 although nothing says so. */
    private boolean isUnitInDoubt() {
        return !inTenThousands && !saidInTenThousands && amounts >= ENOUGH_TO_DOUBT && smallAmounts * 10 >= amounts * 9;
    }
}
