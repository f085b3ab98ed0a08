package org.zhongchuang.grants.recognition;

import org.zhongchuang.ground.kernel.PlainForm;

/** The code of a certificate, two letters of the city, the year and three groups, however somebody typed it. */
public final class CertificateCode {

    private static final int YEAR = 6;
    private static final int GROUP = 4;
    private static final int LENGTH = YEAR + 3 * GROUP;
    private static final int SHOWN = 40;

    private CertificateCode() {}

    /** As certificates show it; what cannot be a code is only shortened and freed of signs that do not show. */
    public static String of(String typed) {
        var plain = PlainForm.ofCode(typed).replaceAll("[^0-9A-Z]", "");
        if (plain.length() == LENGTH) {
            var code = new StringBuilder(plain);
            for (int at = LENGTH - GROUP; at >= YEAR; at -= GROUP) {
                code.insert(at, '-');
            }
            return code.toString();
        }
        var shown = typed.replaceAll("[\\p{Cc}\\p{Cf}]", "").strip();
        return shown.codePointCount(0, shown.length()) <= SHOWN
                ? shown
                : shown.substring(0, shown.offsetByCodePoints(0, SHOWN)) + "…";
    }
}
