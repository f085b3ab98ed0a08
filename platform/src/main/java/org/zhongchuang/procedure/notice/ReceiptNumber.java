package org.zhongchuang.procedure.notice;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** By what an objector asks later what became of an objection. Nobody guesses another's: eighty random bits. */
final class ReceiptNumber {

    private static final SecureRandom RANDOM = new SecureRandom();
    /** Without letters that are taken for others. */
    private static final String SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int LENGTH = 16;
    private static final int GROUP = 4;

    private static final Pattern PLAIN = Pattern.compile("(YY[0-9]{4})([" + SIGNS + "]{" + LENGTH + "})");
    private static final int LONGEST = 80;

    private ReceiptNumber() {}

    /** A new one, such as YY2017-4F7K-09QM-2XTB-PD31. */
    static String of(int year) {
        var signs = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            signs.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
        }
        return grouped("YY" + year, signs.toString());
    }

    /**
     * The number that somebody means by what they typed: small or wide letters, with or without lines and spaces, an O
     * for a zero and an I or L for a one. Empty where it is none.
     */
    static Optional<String> read(String typed) {
        if (typed.length() > LONGEST) {
            return Optional.empty();
        }
        var plain = Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^0-9A-Z]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        var found = PLAIN.matcher(plain);
        return found.matches() ? Optional.of(grouped(found.group(1), found.group(2))) : Optional.empty();
    }

    private static String grouped(String start, String signs) {
        var number = new StringBuilder(start);
        for (int i = 0; i < LENGTH; i++) {
            number.append(i % GROUP == 0 ? "-" : "").append(signs.charAt(i));
        }
        return number.toString();
    }
}
