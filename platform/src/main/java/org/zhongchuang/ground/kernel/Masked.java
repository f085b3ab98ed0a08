package org.zhongchuang.ground.kernel;

/** People's names where others read them than those who need the whole. */
public final class Masked {

    private Masked() {}

    /** The surname alone: 王*. */
    public static String name(String name) {
        return name.isBlank() ? "" : name.substring(0, name.offsetByCodePoints(0, 1)) + "*";
    }
}
