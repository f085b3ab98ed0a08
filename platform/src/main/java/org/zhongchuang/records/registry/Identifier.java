package org.zhongchuang.records.registry;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.kernel.PlainForm;

/**
 * A number by which a firm or a person is known, read for what it is.
 *
 * <p>What the check digits disprove is invalid, and the flaw says why. What is merely unusual (an area nobody knows, a
 * kind of number that has been replaced) is accepted with a warning: data of 2015 to 2017 is full of it.
 *
 * @param plain the number in the form in which it is kept and compared
 * @param shown the number as it may be shown: a citizen's is masked
 * @param flaw why it is not valid; none where it is
 */
public record Identifier(Kind kind, String plain, String shown, Optional<Text> flaw, List<Text> warnings) {

    /** How credit codes of firms begin, and no number of a citizen's does. */
    private static final Set<String> FIRMS = Set.of("91", "92", "93", "19", "59");

    private static final int[] REGISTRARS = {1, 5, 9};
    private static final Set<String> PROVINCES = Set.of(
            "10", "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42",
            "43", "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82");

    /** The kinds of numbers. */
    public enum Kind {
        /** GB 32100-2015, 18 characters. */
        CREDIT_CODE("统一社会信用代码", "unified social credit code"),
        /** GB 11714, 8 characters and a check. */
        ORGANISATION_CODE("组织机构代码", "organisation code"),
        /** GS15-2006, 15 digits. */
        REGISTRATION_NUMBER("工商注册号", "registration number"),
        /** GB 11643, 17 digits and a check. */
        CITIZEN_ID("公民身份号码", "citizen identity number"),
        UNKNOWN("无法识别", "not recognised");

        private final Text label;

        Kind(String zh, String en) {
            label = Text.of(zh, en);
        }

        public Text label() {
            return label;
        }
    }

    /** Whether its checks hold. */
    public boolean valid() {
        return flaw.isEmpty();
    }

    /** Whether it may stand in a register: a credit code does although the organisation code in it breaks its check. */
    public boolean mayStand() {
        return valid() || (kind == Kind.CREDIT_CODE && CreditCode.isWhole(plain));
    }

    /** Whether it may stand as the code of a firm or another organisation. */
    boolean isOrganisations() {
        return mayStand() && kind != Kind.CITIZEN_ID && kind != Kind.UNKNOWN;
    }

    /** Reads a number of any of the kinds, as it was typed or pasted. */
    public static Identifier read(String typed) {
        var code = PlainForm.ofCode(typed);
        if (code.matches("[0-9]{17}[0-9X]") && isCitizens(code)) {
            return new Identifier(
                    Kind.CITIZEN_ID, code, masked(code), IdentifierFlaw.ofCitizen(code, bornOn(code)), List.of());
        }
        if (code.length() == 18) {
            return new Identifier(Kind.CREDIT_CODE, code, code, IdentifierFlaw.ofCreditCode(code), warnings(code));
        }
        var plain = code.replace("-", "");
        if (code.matches("[0-9A-Z]{8}-?[0-9X]")) {
            var holds = CreditCode.organisationCheck(plain.substring(0, 8)) == plain.charAt(8);
            return new Identifier(
                    Kind.ORGANISATION_CODE, plain, code, IdentifierFlaw.unless(holds), List.of(replaced()));
        }
        if (code.matches("[0-9]{15}")) {
            return new Identifier(
                    Kind.REGISTRATION_NUMBER,
                    code,
                    code,
                    IdentifierFlaw.unless(isRegistration(code)),
                    List.of(replaced()));
        }
        return new Identifier(Kind.UNKNOWN, plain, code, Optional.of(IdentifierFlaw.length(code)), List.of());
    }

    /**
     * Whether eighteen digits are meant as a citizen's number. Where no check holds, a day of birth in it says so, or a
     * beginning that no credit code has; in doubt it is a citizen's, which is masked.
     */
    private static boolean isCitizens(String code) {
        return IdentifierFlaw.ofCitizen(code, bornOn(code)).isEmpty()
                || (!CreditCode.isWhole(code)
                        && (bornOn(code).isPresent() || !FIRMS.contains(code.substring(0, 2)) || code.endsWith("X")));
    }

    private static Text replaced() {
        return Text.of("旧代码，2015年10月起由统一社会信用代码代替", "an old number, replaced by the credit code from October 2015");
    }

    private static List<Text> warnings(String code) {
        var warnings = new ArrayList<Text>();
        if (CreditCode.isWhole(code) && !CreditCode.organisationHolds(code)) {
            warnings.add(CreditCode.oldWarning());
        }
        if (!PROVINCES.contains(code.substring(2, 4))) {
            warnings.add(Text.of("登记机关行政区划不常见", "an unusual area of registration"));
        }
        var registrar = code.charAt(0) - '0';
        if (java.util.Arrays.stream(REGISTRARS).noneMatch(one -> one == registrar)) {
            warnings.add(Text.of("登记管理部门不常见", "an unusual registering department"));
        }
        return warnings;
    }

    private static boolean isRegistration(String code) {
        var product = 10;
        for (int i = 0; i < 14; i++) {
            var sum = (code.charAt(i) - '0' + product) % 10;
            product = 2 * (sum == 0 ? 10 : sum) % 11;
        }
        return (11 - product) % 10 == code.charAt(14) - '0';
    }

    private static Optional<LocalDate> bornOn(String code) {
        try {
            return Optional.of(LocalDate.parse(code.substring(6, 14), DateTimeFormatter.BASIC_ISO_DATE));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /** 110101********1234: what may be shown of a citizen's number. */
    private static String masked(String code) {
        return code.substring(0, 6) + "*".repeat(8) + code.substring(14);
    }
}
