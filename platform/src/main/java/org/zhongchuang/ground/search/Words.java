package org.zhongchuang.ground.search;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.zhongchuang.ground.kernel.Like;

/** What somebody typed into a search, without the spaces around it, at most sixty characters of it. */
public record Words(String text) {

    private static final int LONGEST = 60;

    public static Words of(String typed) {
        var text = typed.strip();
        return new Words(
                text.codePointCount(0, text.length()) <= LONGEST
                        ? text
                        : text.substring(0, text.offsetByCodePoints(0, LONGEST)));
    }

    /** Whether there is enough to look for in the registers: one character alone stands in too many names. */
    public boolean areEnough() {
        return text.length() > 1;
    }

    public String lower() {
        return text.toLowerCase(Locale.ROOT);
    }

    /** As a pattern for {@code like} that finds lower-case texts in which they stand. */
    public String within() {
        return Like.containing(lower());
    }

    /** As a pattern for {@code like} that finds lower-case texts that begin with them. */
    public String atTheStart() {
        return Like.plain(lower()) + "%";
    }

    /** Whether they are that very name or code. */
    public boolean are(String name) {
        return name.equalsIgnoreCase(text);
    }

    /** As the value of a parameter of an address. */
    public String encoded() {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
