package org.zhongchuang.procedure.notice;

import java.security.SecureRandom;

/** By what an objector asks later what became of an objection. Nobody guesses another's: eighty random bits. */
final class ReceiptNumber {

    private static final SecureRandom RANDOM = new SecureRandom();
    /** Without letters that are taken for others. */
    private static final String SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int LENGTH = 16;
    private static final int GROUP = 4;

    private ReceiptNumber() {}

    /** A new one, such as YY2017-4F7K-09QM-2XTB-PD31. */
    static String of(int year) {
        var number = new StringBuilder("YY" + year);
        for (int i = 0; i < LENGTH; i++) {
            number.append(i % GROUP == 0 ? "-" : "").append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
        }
        return number.toString();
    }
}
