package org.zhongchuang.procedure.notice;

import java.security.SecureRandom;
import org.zhongchuang.ground.kernel.PlainForm;

/** By what an objector asks later what became of an objection. Nobody guesses another's: eighty random bits. */
final class ReceiptNumber {

    private static final SecureRandom RANDOM = new SecureRandom();
    /** Without letters that are taken for others. */
    private static final String SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int YEAR = 6;
    private static final int LENGTH = 16;
    private static final int GROUP = 4;

    private ReceiptNumber() {}

    /** As receipts show it, in whatever case, width or grouping it was typed; what is none stays what it is. */
    static String read(String typed) {
        var plain = PlainForm.ofCode(typed).replaceAll("[^0-9A-Z]", "");
        if (!plain.matches("YY[0-9]{4}[0-9A-Z]{" + LENGTH + "}")) {
            return PlainForm.ofCode(typed);
        }
        var random = plain.substring(YEAR).replace('O', '0').replace('I', '1').replace('L', '1');
        return plain.substring(0, YEAR) + random.replaceAll("(.{" + GROUP + "})", "-$1");
    }

    /** A new one, such as YY2017-4F7K-09QM-2XTB-PD31. */
    static String of(int year) {
        var number = new StringBuilder("YY" + year);
        for (int i = 0; i < LENGTH; i++) {
            number.append(i % GROUP == 0 ? "-" : "").append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
        }
        return number.toString();
    }
}
