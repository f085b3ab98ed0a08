package org.zhongchuang.procedure.worklist;

import org.jspecify.annotations.Nullable;

/**
 * What somebody asks a list of cases for.
 *
 * @param all every case they may see instead of those that wait for them
 * @param after the last row of the page before, as {@link Worklist.Listing#next()} gave it
 */
public record Query(String words, Filters filters, Order order, boolean all, String after) {

    /**
     * What a case must be to stand in the list; what is null is left open.
     *
     * @param handler who has taken it on: {@link #ME}, {@link #NOBODY} or the id of a person
     * @param late only those whose time limit is over
     * @param objections only those with an objection that waits for the reader
     */
    public record Filters(
            @Nullable String step,
            @Nullable String area,
            @Nullable String programme,
            @Nullable String handler,
            boolean late,
            boolean objections) {

        /** Whoever reads the list. */
        public static final String ME = "me";

        /** Nobody has taken it on yet. */
        public static final String NOBODY = "nobody";

        static final Filters NONE = new Filters(null, null, null, null, false, false);
    }

    /** What waits for somebody, due first. */
    public static Query waiting() {
        return new Query("", Filters.NONE, Order.usual(false), false, "");
    }

    /** Everything they may see in which these words stand, newest first. */
    public static Query everything(String words) {
        return new Query(words, Filters.NONE, Order.usual(true), true, "");
    }

    /** All that an applicant has filed, what waits for them first. */
    public static Query own() {
        return new Query("", Filters.NONE, new Order(Order.By.TURN, false), true, "");
    }

    /** Of what waits for somebody what is late. */
    static Query overdue() {
        return new Query("", new Filters(null, null, null, null, true, false), Order.usual(false), false, "");
    }

    /** Whether it asks for nothing in particular. */
    public boolean isEverything() {
        return words.isBlank() && filters.equals(Filters.NONE);
    }

    /** The same question in another order, from the first row on. */
    public Query in(Order other) {
        return new Query(words, filters, other, all, "");
    }

    /** The same question, from the row after that one on. */
    public Query after(String row) {
        return new Query(words, filters, order, all, row);
    }

    /** The same question, from the first row on. */
    public Query fromTheStart() {
        return after("");
    }
}
