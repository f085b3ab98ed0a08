package org.zhongchuang.ground.kernel;

/** Patterns for {@code like} in SQL that take what somebody typed as it is. */
public final class Like {

    private Like() {}

    /** The words with the signs that {@code like} reads as wildcards written as themselves. */
    public static String plain(String words) {
        return words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    /** Finds texts in which the words stand somewhere. */
    public static String containing(String words) {
        return "%" + plain(words) + "%";
    }
}
