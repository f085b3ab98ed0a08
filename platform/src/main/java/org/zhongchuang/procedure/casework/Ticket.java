package org.zhongchuang.procedure.casework;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.zhongchuang.ground.kernel.Typed;

/**
 * What a form carries so that it counts once: which state of the case its sender saw, its own number, and what else was
 * sent.
 *
 * @param version the case's version when the form was shown
 * @param request the form's own id; the same id again with the same content is the same act
 * @param content whatever makes it another act when it differs
 */
public record Ticket(int version, UUID request, String content) {

    private static final String VERSION = "version";

    public Ticket(int version, UUID request) {
        this(version, request, "");
    }

    /** As a form is sent; one that carries no number has not been sent before. */
    public static Ticket of(Map<String, String> typed) {
        var version = Typed.text(typed, VERSION);
        // The token is that of the session, and after the first time the page may have been shown anew.
        var content = new TreeMap<>(typed);
        content.keySet().removeAll(Set.of("_csrf", VERSION));
        return new Ticket(
                version.matches("\\d{1,9}") ? Integer.parseInt(version) : -1,
                Typed.id(Typed.text(typed, "request")).orElseGet(UUID::randomUUID),
                content.toString());
    }

    /** The same for one thing of several that the act could be about. */
    public Ticket about(Object thing) {
        return new Ticket(version, request, content + thing);
    }
}
