package org.zhongchuang.engine;

import java.util.List;

/**
 * One commitment inside a clause, in our own words.
 *
 * @param id such as 五(二)-2
 * @param fixed figures that the document itself fixes, in words
 * @param open what the document leaves to an authority, in words
 * @param actors whom it concerns, as codes of {@link Audience}
 * @param state whether people can use it in the product today
 */
public record Item(
        String id, Text title, Text summary, List<Figure> fixed, List<Text> open, List<Audience> actors, State state) {

    public Item {
        fixed = List.copyOf(fixed);
        open = List.copyOf(open);
        actors = List.copyOf(actors);
    }

    /**
     * A figure that the document fixes.
     *
     * @param by the parameter, target, obligation or programme that works by it; empty for a figure that grants nothing
     */
    public record Figure(
            String zh, String en, @Otherwise("") String by) {

        public Figure {
            by = java.util.Objects.requireNonNullElse(by, "");
        }

        public Text text() {
            return Text.of(zh, en);
        }
    }

    /** Whether an item works in the product. */
    public enum State {
        USABLE,
        PLANNED
    }
}
