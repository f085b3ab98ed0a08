package org.zhongchuang.engine;

/**
 * Something that can be known of a subject.
 *
 * @param id snake_case, as formulas name it
 * @param help what exactly is counted, for the person who enters it
 */
public record Fact(String id, Text label, Text help, Kind kind, Unit unit) {

    /** The form of a fact's value. */
    public enum Kind {
        NUMBER,
        YES_NO
    }
}
