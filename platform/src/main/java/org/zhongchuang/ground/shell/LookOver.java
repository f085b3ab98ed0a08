package org.zhongchuang.ground.shell;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The look once more before what is not taken back: at the first press a page shows what is about to be decided and
 * what follows, at the second it is done; the way back loses nothing that was typed. See {@code parts/look-over.jte}.
 */
public enum LookOver {
    /** Nobody has looked yet. */
    FIRST,
    CONFIRMED,
    /** Back to the form, to change something. */
    LEFT;

    /** The field that the buttons below a look-over send. */
    public static final String FIELD = "look";

    /** What a form has in it that nobody typed. */
    private static final Set<String> UNSEEN = Set.of("_csrf", "version", "request", "form", FIELD);

    /** What was typed, to go along while it is looked over. */
    public static Map<String, String> sent(Map<String, String> typed) {
        var sent = new LinkedHashMap<>(typed);
        sent.keySet().removeAll(UNSEEN);
        sent.values().removeIf(String::isBlank);
        return sent;
    }

    public static LookOver of(Map<String, String> typed) {
        return read(typed.getOrDefault(FIELD, ""));
    }

    public static LookOver read(String sent) {
        return switch (sent) {
            case "confirm" -> CONFIRMED;
            case "back" -> LEFT;
            default -> FIRST;
        };
    }
}
