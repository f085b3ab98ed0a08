package org.zhongchuang.records.registry;

import java.time.LocalDate;
import java.util.Optional;
import org.zhongchuang.engine.Text;

/** Why a number by which a firm or a person is known cannot be right, so that its owner finds the slip. */
final class IdentifierFlaw {

    private static final int[] CITIZEN_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CITIZEN_CHECKS = "10X98765432";

    private IdentifierFlaw() {}

    static Optional<Text> unless(boolean holds) {
        return holds ? Optional.empty() : Optional.of(Text.of("校验位不符", "the check digit does not fit"));
    }

    static Text length(String code) {
        return Text.of(
                "共" + code.length() + "位，不是任何一种代码的长度或写法（统一社会信用代码和身份号码18位，工商注册号15位，组织机构代码9位）",
                code.length()
                        + " characters, which is no code: credit codes and identity numbers have 18, registration numbers 15, organisation codes 9");
    }

    static Optional<Text> ofCitizen(String code, Optional<LocalDate> bornOn) {
        if (bornOn.isEmpty()) {
            return Optional.of(Text.of("第7到14位不是出生日期", "characters 7 to 14 are no day of birth"));
        }
        var sum = 0;
        for (int i = 0; i < CITIZEN_WEIGHTS.length; i++) {
            sum += (code.charAt(i) - '0') * CITIZEN_WEIGHTS[i];
        }
        return unless(CITIZEN_CHECKS.charAt(sum % 11) == code.charAt(17));
    }

    static Optional<Text> ofCreditCode(String code) {
        if (!CreditCode.isWritten(code)) {
            return Optional.of(Text.of(
                    "含有统一社会信用代码不用的字符（不用字母I、O、S、V、Z）",
                    "it has characters that credit codes do not use (no I, O, S, V, Z)"));
        }
        if (!CreditCode.isWhole(code)) {
            return Optional.of(Text.of(
                    "第18位校验码不符，可能抄错了一位", "the last character, a check over all, does not fit; one may be a slip"));
        }
        return CreditCode.organisationHolds(code) ? Optional.empty() : Optional.of(CreditCode.oldWarning());
    }
}
