package org.zhongchuang.engine.formula;

/** How far two words are apart: what somebody mistyped is mostly a letter or two away. */
public final class Likeness {

    private static final int NEAR = 2;

    private Likeness() {}

    public static boolean isLike(String one, String other) {
        return Math.max(one.length(), other.length()) > NEAR && distance(one, other) <= NEAR;
    }

    /** How many letters are put in, left out or changed. */
    public static int distance(String one, String other) {
        var row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            var diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                var above = row[j];
                var same = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j], row[j - 1]) + 1, diagonal + same);
                diagonal = above;
            }
        }
        return row[other.length()];
    }
}
