package org.zhongchuang.engine.formula;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers for texts, so that texts compare as numbers do. Grows while formulas are typed and is then only read: texts
 * of a subject go into a {@link #copy copy}.
 */
public final class Codes {

    private final Map<String, Long> byText;
    /** Each text at the place that its number says. */
    private final List<String> texts;

    public Codes() {
        this(Map.of(), List.of());
    }

    private Codes(Map<String, Long> byText, List<String> texts) {
        this.byText = new HashMap<>(byText);
        this.texts = new ArrayList<>(texts);
    }

    public long of(String text) {
        var known = byText.get(text);
        if (known != null) {
            return known;
        }
        var next = (long) byText.size();
        byText.put(text, next);
        texts.add(text);
        return next;
    }

    public Codes copy() {
        return new Codes(byText, texts);
    }

    /** The text of a code, for people and for what asks how a text begins. */
    public String textOf(long code) {
        return code >= 0 && code < texts.size() ? texts.get((int) code) : "?";
    }
}
