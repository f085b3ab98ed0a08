package org.zhongchuang.records.registry;

import java.util.Locale;

/**
 * The unified social credit code 统一社会信用代码 of GB 32100-2015: 18 characters, the ninth to seventeenth an organisation
 * code of GB 11714 with a check of its own, the last a check over all.
 */
public final class CreditCode {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
    private static final String ORGANISATION_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private CreditCode() {}

    /** Whether both checks hold. Area and registrar are not judged: unknown ones exist. */
    public static boolean isValid(String code) {
        var upper = code.strip().toUpperCase(Locale.ROOT);
        return upper.length() == 18
                && upper.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)
                && upper.charAt(16) == organisationCheck(upper.substring(8, 16))
                && upper.charAt(17) == check(upper.substring(0, 17));
    }

    /** A code from its parts: two characters of category, six of area, eight of organisation. */
    public static String complete(String category, String area, String organisation) {
        var first = category + area + organisation + organisationCheck(organisation);
        return first + check(first);
    }

    static char organisationCheck(String organisation) {
        var sum = 0;
        for (int i = 0; i < ORGANISATION_WEIGHTS.length; i++) {
            sum += ORGANISATION_ALPHABET.indexOf(organisation.charAt(i)) * ORGANISATION_WEIGHTS[i];
        }
        var check = 11 - sum % 11;
        return check == 10 ? 'X' : check == 11 ? '0' : (char) ('0' + check);
    }

    private static char check(String first) {
        var sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += ALPHABET.indexOf(first.charAt(i)) * WEIGHTS[i];
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }
}
