package org.zhongchuang.engine.formula;

/**
 * What is known of one subject, by slot.
 *
 * @param value the facts' values; meaningless where not known
 * @param known which facts are known
 * @param rows the records, where the fact of that slot has records
 */
@SuppressWarnings("ArrayRecordComponent") // columns of numbers, never compared
public record Subject(long[] value, boolean[] known, Rows[] rows) {

    /**
     * Records of one fact.
     *
     * @param value by field, then by record
     * @param known likewise
     */
    @SuppressWarnings("ArrayRecordComponent") // likewise
    public record Rows(int count, long[][] value, boolean[][] known) {

        public static final Rows NONE = new Rows(0, new long[0][], new boolean[0][]);
    }
}
