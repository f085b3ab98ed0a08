package org.zhongchuang.engine;

import java.util.ArrayList;
import java.util.List;

/** Gathers what a check finds. The words of both languages take the same values, in the same order. */
final class Flaws {

    private final List<Flaw> all = new ArrayList<>();

    /** Something without which the pack could be used. */
    void add(Where where, String zh, String en, Object... values) {
        all.add(Flaw.of(where, text(zh, en, values)));
    }

    /** Something worth a second look. */
    void warn(Where where, String zh, String en, Object... values) {
        all.add(Flaw.doubt(where, text(zh, en, values)));
    }

    void addAll(List<Flaw> flaws) {
        all.addAll(flaws);
    }

    List<Flaw> all() {
        return List.copyOf(all);
    }

    @SuppressWarnings("AnnotateFormatMethod") // two formats for one list of values
    static Text text(String zh, String en, Object... values) {
        return Text.of(zh.formatted(values), en.formatted(values));
    }
}
