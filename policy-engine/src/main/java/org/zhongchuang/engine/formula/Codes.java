package org.zhongchuang.engine.formula;

import java.util.HashMap;
import java.util.Map;

/**
 * Numbers for texts, so that texts compare as numbers do. Grows while formulas are typed and is then only read: texts
 * of a subject go into a {@link #copy copy}.
 */
public final class Codes {

    private final Map<String, Long> byText;

    public Codes() {
        this(Map.of());
    }

    private Codes(Map<String, Long> byText) {
        this.byText = new HashMap<>(byText);
    }

    public long of(String text) {
        var known = byText.get(text);
        if (known != null) {
            return known;
        }
        var next = (long) byText.size();
        byText.put(text, next);
        return next;
    }

    public Codes copy() {
        return new Codes(byText);
    }

    /** The text of a code, for people. */
    public String textOf(long code) {
        return byText.entrySet().stream()
                .filter(entry -> entry.getValue() == code)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("?");
    }
}
