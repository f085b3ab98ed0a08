package org.zhongchuang.engine.population;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.zhongchuang.engine.formula.Codes;
import org.zhongchuang.engine.formula.Subject;
import org.zhongchuang.engine.formula.Subject.Rows;

/**
 * Many subjects as columns: for each fact, by slot, a value for each subject and whether it is known.
 *
 * <p>Values are the {@code long}s of the language: fen, scaled numbers, days, codes, 0 or 1.
 */
public final class Columns {

    private final int size;
    private final long[][] value;
    private final boolean[][] known;
    private final @Nullable Records[] records;
    /** Whether every value of a fact is known; null before anybody asked. */
    private final @Nullable Boolean[] complete;
    /** The texts behind the codes of facts that are texts. */
    private final Codes codes;

    /**
     * Records of one fact for all subjects, one after the other.
     *
     * @param offset where each subject's records begin, and at the end where the last one's end
     * @param value by field
     * @param known by field
     * @param complete whether every field of every record is known
     */
    @SuppressWarnings("ArrayRecordComponent") // columns of numbers, never compared
    public record Records(int[] offset, long[][] value, boolean[][] known, boolean complete) {

        /** The values of a field. */
        public long[] field(int field) {
            return value[field];
        }
    }

    /** Columns in which nothing is known yet, for so many facts and subjects, whose texts have those codes. */
    public Columns(int slots, int size, Codes codes) {
        this.size = size;
        this.codes = codes;
        this.value = new long[slots][];
        this.known = new boolean[slots][];
        this.records = new Records[slots];
        this.complete = new Boolean[slots];
        for (int slot = 0; slot < slots; slot++) {
            value[slot] = new long[size];
            known[slot] = new boolean[size];
        }
    }

    private Columns(int size, long[][] value, boolean[][] known, Codes codes) {
        this.size = size;
        this.codes = codes;
        this.value = value;
        this.known = known;
        this.records = new Records[value.length];
        this.complete = new Boolean[value.length];
    }

    /** Columns in which everything is known; the arrays are used as they are. */
    public static Columns known(Codes codes, long[]... value) {
        var size = value[0].length;
        var known = new boolean[size];
        Arrays.fill(known, true);
        var all = new boolean[value.length][];
        Arrays.fill(all, known);
        return new Columns(size, value, all, codes);
    }

    /** One row for each subject, of whom there may be none, and one column for each of so many facts. */
    static Columns of(int slots, Codes codes, Subject... subjects) {
        var columns = new Columns(slots, subjects.length, codes);
        for (int slot = 0; slot < slots; slot++) {
            for (int row = 0; row < subjects.length; row++) {
                columns.value[slot][row] = subjects[row].value()[slot];
                columns.known[slot][row] = subjects[row].known()[slot];
            }
            columns.records[slot] = together(subjects, slot);
        }
        return columns;
    }

    private static @Nullable Records together(Subject[] subjects, int slot) {
        var offset = new int[subjects.length + 1];
        var fields = 0;
        for (int row = 0; row < subjects.length; row++) {
            var rows = subjects[row].rows()[slot];
            offset[row + 1] = offset[row] + rows.count();
            fields = Math.max(fields, rows.value().length);
        }
        if (fields == 0) {
            return null;
        }
        var value = new long[fields][offset[subjects.length]];
        var known = new boolean[fields][offset[subjects.length]];
        var complete = true;
        for (int row = 0; row < subjects.length; row++) {
            var rows = subjects[row].rows()[slot];
            for (int field = 0; field < rows.value().length; field++) {
                System.arraycopy(rows.value()[field], 0, value[field], offset[row], rows.count());
                System.arraycopy(rows.known()[field], 0, known[field], offset[row], rows.count());
                for (var one : rows.known()[field]) {
                    complete &= one;
                }
            }
        }
        return new Records(offset, value, known, complete);
    }

    /** The first so many subjects. */
    public Columns first(int many) {
        return new Columns(many, value, known, codes);
    }

    public int size() {
        return size;
    }

    public void set(int slot, int row, long to) {
        value[slot][row] = to;
        known[slot][row] = true;
        complete[slot] = null;
    }

    boolean isComplete(int slot) {
        var all = complete[slot];
        if (all == null) {
            all = true;
            for (int row = 0; row < size && all; row++) {
                all = known[slot][row];
            }
            complete[slot] = all;
        }
        return all;
    }

    /** The values of a fact; meaningless where it is not known. */
    public long[] value(int slot) {
        return value[slot];
    }

    public boolean[] known(int slot) {
        return known[slot];
    }

    /** The records of a fact, for generated code, which runs only where there are any. */
    public Records records(int slot) {
        var one = records[slot];
        if (one == null) {
            throw new ArithmeticException("no records");
        }
        return one;
    }

    Codes codes() {
        return codes;
    }

    /** Whether the text of a code begins so, for generated code: 1 or 0. */
    public long begins(long code, String with) {
        return codes.textOf(code).startsWith(with) ? 1 : 0;
    }

    boolean hasCompleteRecords(int slot) {
        var one = records[slot];
        return one != null && one.complete();
    }

    /** One subject, as the walk sees it. */
    public Subject subject(int row) {
        var values = new long[value.length];
        var present = new boolean[value.length];
        var rows = new Rows[value.length];
        for (int slot = 0; slot < value.length; slot++) {
            values[slot] = value[slot][row];
            present[slot] = known[slot][row];
            rows[slot] = rows(records[slot], row);
        }
        return new Subject(values, present, rows);
    }

    private static Rows rows(@Nullable Records records, int row) {
        if (records == null) {
            return Rows.NONE;
        }
        var from = records.offset()[row];
        var to = records.offset()[row + 1];
        var value = new long[records.value().length][];
        var known = new boolean[value.length][];
        for (int field = 0; field < value.length; field++) {
            value[field] = Arrays.copyOfRange(records.value()[field], from, to);
            known[field] = Arrays.copyOfRange(records.known()[field], from, to);
        }
        return new Rows(to - from, value, known);
    }
}
