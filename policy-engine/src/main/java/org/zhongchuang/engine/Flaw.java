package org.zhongchuang.engine;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Something that is wrong with a pack, or worth a second look.
 *
 * @param where what it is about
 * @param line the line in the file, from 1; 0 while nobody has looked it up
 * @param column the column in that line, from 1
 * @param what what is wrong and what to write instead
 * @param warning whether the pack may be used all the same
 */
public record Flaw(Where where, int line, int column, Text what, boolean warning) {

    private static final Comparator<Flaw> BY_PLACE = Comparator.<Flaw, String>comparing(
                    flaw -> flaw.where().file())
            .thenComparingInt(Flaw::line)
            .thenComparingInt(Flaw::column)
            .thenComparing(flaw -> flaw.what().en());

    /** One that makes a pack unusable. */
    public static Flaw of(Where where, Text what) {
        return new Flaw(where, 0, 0, what, false);
    }

    /** One that is worth a second look. */
    public static Flaw doubt(Where where, Text what) {
        return new Flaw(where, 0, 0, what, true);
    }

    static Flaw at(String file, int line, int column, Text what) {
        return new Flaw(Where.in(file), line, column, what, false);
    }

    /** The same flaws with file, line and column, in the order of the files. */
    public static List<Flaw> placed(List<Flaw> flaws, Map<String, String> files) {
        if (flaws.isEmpty()) {
            return flaws;
        }
        var places = new Places(files);
        return flaws.stream().map(places::of).sorted(BY_PLACE).distinct().toList();
    }

    /** Those without which the pack could be used. */
    public static List<Flaw> grave(List<Flaw> flaws) {
        return flaws.stream().filter(flaw -> !flaw.warning()).toList();
    }

    /** The place as people find it: with line and column where somebody has looked them up. */
    public String place() {
        return line == 0 ? where.said() : "%s:%d:%d".formatted(where.file(), line, column);
    }

    /** One line for people: the place, and what is wrong in both languages. */
    public String said() {
        return warning
                ? "%s  提醒：%s / warning: %s".formatted(place(), what.zh(), what.en())
                : "%s  %s / %s".formatted(place(), what.zh(), what.en());
    }
}
