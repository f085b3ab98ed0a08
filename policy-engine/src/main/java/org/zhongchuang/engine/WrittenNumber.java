package org.zhongchuang.engine;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers as people write them: in full width, with separators between thousands, in ten thousands (万). */
public final class WrittenNumber {

    private static final Pattern PLAIN = Pattern.compile("[0-9]{1,15}(\\.[0-9]{1,6})?");
    private static final String TEN_THOUSAND = "万";

    private WrittenNumber() {}

    /** The number, not negative; empty where it is none. */
    public static Optional<BigDecimal> read(String text) {
        var plain = narrow(text).replaceAll("[,\\s]", "");
        var inTenThousands = plain.endsWith(TEN_THOUSAND);
        var figures = inTenThousands ? plain.substring(0, plain.length() - 1) : plain;
        return PLAIN.matcher(figures).matches()
                ? Optional.of(new BigDecimal(figures).movePointRight(inTenThousands ? 4 : 0))
                : Optional.empty();
    }

    /** Full-width forms as ordinary ones. */
    public static String narrow(String typed) {
        var narrow = new StringBuilder(typed.length());
        typed.chars()
                .forEach(c -> narrow.append((char) (c == '\u3000' ? ' ' : c >= '！' && c <= '～' ? c - '！' + '!' : c)));
        return narrow.toString();
    }
}
