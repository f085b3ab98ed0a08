package org.zhongchuang.procedure.decision;

import java.util.regex.Pattern;

/**
 * The number of an official document (发文字号, GB/T 9704-2012): the characters of its office, the year in brackets, and
 * its place in that year, such as 嘉科〔2018〕12号.
 */
final class DocumentNumber {

    private static final Pattern WRITTEN =
            Pattern.compile("\\p{IsHan}.{0,30}[〔［\\[（(【]\\d{4}[〕］\\]）)】].{0,8}\\d{1,6}号");

    private DocumentNumber() {}

    static boolean isOne(String typed) {
        return WRITTEN.matcher(typed.strip()).matches();
    }
}
