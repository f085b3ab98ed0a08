package org.zhongchuang.engine.formula;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * One node with what came of it: the reference meaning and its working at once.
 *
 * @param value meaningless unless known
 * @param missing the names that would decide it, unless known, in the order of their letters
 * @param parts what was evaluated for it; a branch not taken is not there
 */
public record Trace(Node node, State state, long value, Set<String> missing, List<Trace> parts) {

    /** A set of the platform has another order in each run; what is shown and signed has one. */
    public Trace {
        missing = missing.size() < 2 ? missing : Collections.unmodifiableSortedSet(new TreeSet<>(missing));
    }

    /** What is known of a value. */
    public enum State {
        KNOWN,
        /** A fact, or a parameter no authority has set, is missing. */
        MISSING,
        /** A number or a day is beyond what can be held: an error, never a wrong number. */
        TOO_LARGE
    }

    static Trace known(Node node, long value, List<Trace> parts) {
        return new Trace(node, State.KNOWN, value, Set.of(), parts);
    }

    static Trace missing(Node node, Set<String> names, List<Trace> parts) {
        return new Trace(node, State.MISSING, 0, names, parts);
    }

    static Trace tooLarge(Node node, List<Trace> parts) {
        return new Trace(node, State.TOO_LARGE, 0, Set.of(), parts);
    }

    public boolean isKnown() {
        return state == State.KNOWN;
    }

    /** Whether it is known to be that. */
    public boolean is(long expected) {
        return state == State.KNOWN && value == expected;
    }
}
