package org.zhongchuang.ground.kernel;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number of an official document (发文字号, GB/T 9704-2012): the characters of its office, the year in brackets, and
 * its place in that year, such as 嘉科〔2018〕12号, in full or half width and with whichever brackets are typed. That of a
 * decision may have letters before its place, as cases have; minutes are also counted in issues.
 */
public record DocumentNumber(String agency, String year, String serial) {

    private static final String OFFICE_AND_YEAR =
            "(\\p{IsHan}[^:,;。、《》]{0,30}?)\\s*[〔\\[(【]\\s*(\\d{4})\\s*[〕\\])】]\\s*第?\\s*(.{0,8}?\\d{1,6})\\s*";
    private static final Pattern WRITTEN = Pattern.compile(OFFICE_AND_YEAR + "号");
    private static final Pattern OF_MINUTES = Pattern.compile(OFFICE_AND_YEAR + "[号期次]");
    private static final Pattern OFFICE = Pattern.compile("\\p{IsHan}{2,14}");
    private static final Pattern PLACE = Pattern.compile("\\d{1,4}");

    /** Reads a number by its parts; empty where it is none. */
    public static Optional<DocumentNumber> of(String typed) {
        var found = WRITTEN.matcher(PlainForm.narrow(typed).strip());
        return found.matches()
                ? Optional.of(new DocumentNumber(found.group(1), found.group(2), found.group(3)))
                : Optional.empty();
    }

    public static boolean isOne(String typed) {
        return of(typed).isPresent();
    }

    /** Whether it is the number of the minutes of a meeting (会议纪要). */
    public static boolean isOfMinutes(String typed) {
        return OF_MINUTES.matcher(PlainForm.narrow(typed).strip()).matches();
    }

    /** Whether two are one number, however they are written; what is no number is the same as itself. */
    public static boolean isSame(String one, String other) {
        var number = of(one);
        return one.equals(other) || (number.isPresent() && number.equals(of(other)));
    }

    /** Whether it has nothing but the office and the place, as documents of offices have that stand by themselves. */
    public boolean isPlain() {
        return OFFICE.matcher(agency).matches() && PLACE.matcher(serial).matches();
    }

    /** Whether the other has the same year and serial, and an agency that differs in a single character. */
    public boolean isNearly(DocumentNumber other) {
        return !equals(other)
                && year.equals(other.year)
                && serial.equals(other.serial)
                && agency.length() == other.agency.length()
                && agency.length() > 2
                && differences(agency, other.agency) == 1;
    }

    private static int differences(String one, String other) {
        var differences = 0;
        for (int i = 0; i < one.length(); i++) {
            differences += one.charAt(i) == other.charAt(i) ? 0 : 1;
        }
        return differences;
    }

    /** As the standard writes it. */
    @Override
    public String toString() {
        return "%s〔%s〕%s号".formatted(agency, year, serial);
    }
}
