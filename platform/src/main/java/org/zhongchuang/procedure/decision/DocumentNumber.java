package org.zhongchuang.procedure.decision;

import java.util.regex.Pattern;
import org.zhongchuang.ground.kernel.PlainForm;

/**
 * The number of an official document (发文字号, GB/T 9704-2012): the characters of its office, the year in brackets, and
 * its place in that year, such as 嘉科〔2018〕12号, in full or half width and with whichever brackets are typed. That of a
 * decision may have letters before its place, as cases have.
 */
final class DocumentNumber {

    private static final Pattern WRITTEN = Pattern.compile("\\p{IsHan}.{0,30}[〔\\[(【]\\d{4}[〕\\])】].{0,8}\\d{1,6}号");

    private DocumentNumber() {}

    static boolean isOne(String typed) {
        return WRITTEN.matcher(PlainForm.narrow(typed).strip()).matches();
    }
}
