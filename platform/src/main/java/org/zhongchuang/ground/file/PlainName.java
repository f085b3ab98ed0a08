package org.zhongchuang.ground.file;

import java.util.Locale;
import java.util.regex.Pattern;

/** What a file is called from the day it is taken in: a name that shows, and fits, what the file holds. */
final class PlainName {

    private static final int LONGEST = 200;
    /** Endings by which a system runs a file, or a browser shows it as a page. */
    private static final Pattern RUNS = Pattern.compile(
            "(\\.(exe|com|bat|cmd|scr|pif|js|jse|vbs|vbe|wsf|ps1|msi|jar|sh|lnk|hta|html?|xhtml|svg|php|jsp|app))+$",
            Pattern.CASE_INSENSITIVE);

    private PlainName() {}

    /**
     * The last part of the name without folders, without control characters and other things that could mislead a
     * reader or a shell, not too long, and with an ending of its kind.
     */
    static String of(String name, MediaKind kind) {
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\"<>|:*?;]", "")
                .strip();
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
