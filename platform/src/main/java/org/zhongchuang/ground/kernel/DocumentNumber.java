package org.zhongchuang.ground.kernel;

import java.util.regex.Pattern;

/**
 * The number of an official document (发文字号, GB/T 9704-2012): the characters of its office, the year in brackets, and
 * its place in that year, such as 嘉科〔2018〕12号, in full or half width and with whichever brackets are typed. That of a
 * decision may have letters before its place, as cases have; minutes are also counted in issues.
 */
public final class DocumentNumber {

    private static final String OFFICE_AND_YEAR = "\\p{IsHan}.{0,30}[〔\\[(【]\\d{4}[〕\\])】].{0,8}\\d{1,6}";
    private static final Pattern WRITTEN = Pattern.compile(OFFICE_AND_YEAR + "号");
    private static final Pattern OF_MINUTES = Pattern.compile(OFFICE_AND_YEAR + "[号期次]");

    private DocumentNumber() {}

    public static boolean isOne(String typed) {
        return fits(WRITTEN, typed);
    }

    /** Whether it is the number of the minutes of a meeting (会议纪要). */
    public static boolean isOfMinutes(String typed) {
        return fits(OF_MINUTES, typed);
    }

    private static boolean fits(Pattern form, String typed) {
        return form.matcher(PlainForm.narrow(typed).strip()).matches();
    }
}
