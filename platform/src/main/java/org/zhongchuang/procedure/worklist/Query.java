package org.zhongchuang.procedure.worklist;

import org.jspecify.annotations.Nullable;

/**
 * What somebody asks a list of cases for.
 *
 * @param all every case they may see, newest first, instead of those that wait for them, due first
 * @param after the last row of the page before, as {@link Worklist.Listing#next()} gave it
 */
public record Query(
        String words, @Nullable String step, @Nullable String area, boolean late, boolean all, String after) {

    /** What waits for somebody. */
    public static Query waiting() {
        return new Query("", null, null, false, false, "");
    }

    /** Everything they may see in which these words stand. */
    public static Query everything(String words) {
        return new Query(words, null, null, false, true, "");
    }

    /** Of what waits for somebody what is late. */
    static Query overdue() {
        return new Query("", null, null, true, false, "");
    }

    /** Whether it asks for nothing in particular. */
    public boolean isEverything() {
        return words.isBlank() && step == null && area == null && !late;
    }

    /** The same question, from the row after that one on. */
    Query after(String row) {
        return new Query(words, step, area, late, all, row);
    }

    /** The same question, from the first row on. */
    public Query fromTheStart() {
        return after("");
    }
}
