package org.zhongchuang.records.registry;

import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.kernel.PlainForm;

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
    public static boolean isValid(String typed) {
        return isWhole(typed) && organisationHolds(PlainForm.ofCode(typed));
    }

    /**
     * Whether it may stand in a register: the check over all holds. Codes given out before 2016 were made around older
     * organisation codes, some of which break their own check; a slip of the pen breaks the check over all.
     */
    public static boolean isWhole(String typed) {
        var code = PlainForm.ofCode(typed);
        return isWritten(code) && code.charAt(17) == check(code.substring(0, 17));
    }

    /** Whether it has the length and the letters of one, whatever its checks say. */
    static boolean isWritten(String code) {
        return code.length() == 18 && code.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
    }

    /** What is said of a code that may stand in a register although its inner check fails. */
    public static Text oldWarning() {
        return Text.of(
                "其中的组织机构代码校验位不符；2016年前发的代码里有这样的，请对照营业执照核对",
                "the organisation code in it breaks its check, as some given out before 2016 do; compare it with the licence");
    }

    static boolean organisationHolds(String code) {
        return code.charAt(16) == organisationCheck(code.substring(8, 16));
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
