package org.zhongchuang.ground.kernel;

import java.util.Set;

/** Rows of totals, which people put below their tables and which are no data. */
public final class Totals {

    private static final Set<String> WORDS = Set.of("合计", "总计", "小计", "共计", "累计", "总和", "合计:", "总计:", "小计:");

    private Totals() {}

    /** Whether a row whose first written cell says this is one of totals. */
    public static boolean begin(String cell) {
        return WORDS.contains(PlainForm.ofName(cell));
    }
}
