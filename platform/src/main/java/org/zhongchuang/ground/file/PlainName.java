package org.zhongchuang.ground.file;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** What a file is called from the day it is taken in: a name that shows, and fits, what the file holds. */
final class PlainName {

    private static final int LONGEST = 200;
    /** Endings by which a system runs a file, or a browser shows it as a page. */
    private static final Pattern RUNS = Pattern.compile(
            "(\\.(exe|com|bat|cmd|scr|pif|js|jse|vbs|vbe|wsf|ps1|msi|jar|sh|lnk|hta|html?|xhtml|svg|php|jsp|app))+$",
            Pattern.CASE_INSENSITIVE);

    /** Signs that some system takes for more than a part of a name, and those of the same shape that none does. */
    private static final Map<Integer, Integer> HARMLESS = Map.of(
            (int) '"', (int) '＂',
            (int) '<', (int) '＜',
            (int) '>', (int) '＞',
            (int) '|', (int) '｜',
            (int) ':', (int) '：',
            (int) '*', (int) '＊',
            (int) '?', (int) '？',
            (int) ';', (int) '；');

    private PlainName() {}

    /**
     * The last part of the name without folders and without characters that nobody sees, not too long, and with an
     * ending of its kind. What could mislead a shell is written in full width and read as before.
     */
    static String of(String name, MediaKind kind) {
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}]", "")
                .strip();
        last = last.codePoints()
                .map(point -> HARMLESS.getOrDefault(point, point))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        last = RUNS.matcher(last).replaceFirst("");
        var dot = last.lastIndexOf('.');
        var written = dot < 0 ? "" : last.substring(dot + 1).toLowerCase(Locale.ROOT);
        var fits = kind.endings().contains(written);
        var ending = "." + (fits ? last.substring(dot + 1) : kind.endings().getFirst());
        var stem = RUNS.matcher(fits ? last.substring(0, dot) : last).replaceFirst("");
        if (stem.isBlank() || stem.chars().allMatch(c -> c == '.')) {
            stem = "file";
        }
        var most = LONGEST - ending.length();
        if (stem.length() > most) {
            stem = stem.substring(0, Character.isHighSurrogate(stem.charAt(most - 1)) ? most - 1 : most);
        }
        return stem + ending;
    }
}
