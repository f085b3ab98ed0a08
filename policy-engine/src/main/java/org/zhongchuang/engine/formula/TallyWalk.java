package org.zhongchuang.engine.formula;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.zhongchuang.engine.formula.Trace.State;

/** The walk over the records of one fact, which makes one value of them. */
final class TallyWalk {

    private final Walk walk;
    private final Node.Tally tally;
    private final Frame frame;

    /** The frame stands before its first record. */
    TallyWalk(Walk walk, Node.Tally tally, Frame frame) {
        this.walk = walk;
        this.tally = tally;
        this.frame = frame;
    }

    Trace read() {
        var values = new long[frame.count()];
        var count = 0;
        var state = State.KNOWN;
        var missing = new HashSet<String>();
        while (frame.next()) {
            var counts = tally.where() == null ? null : walk.within(frame, tally.where());
            if (counts != null && counts.is(0)) {
                continue;
            }
            var of = tally.of() == null ? null : walk.within(frame, tally.of());
            for (var part : new Trace[] {counts, of}) {
                if (part != null && !part.isKnown()) {
                    state = part.state().compareTo(state) > 0 ? part.state() : state;
                    missing.addAll(part.missing());
                }
            }
            values[count++] = of == null ? 1 : of.value();
        }
        return switch (state) {
            case KNOWN -> made(values, count);
            case MISSING -> Trace.missing(tally, Set.copyOf(missing), List.of());
            case TOO_LARGE -> Trace.tooLarge(tally, List.of());
        };
    }

    private Trace made(long[] values, int count) {
        var extreme = tally.by() == Tallying.LARGEST || tally.by() == Tallying.SMALLEST;
        var more = tally.more() == null || (extreme && count > 0) ? null : walk.read(tally.more());
        List<Trace> parts = more == null ? List.of() : List.of(more);
        if (more != null && (extreme || !more.isKnown())) {
            return new Trace(tally, more.state(), more.value(), more.missing(), parts);
        }
        try {
            var value = switch (tally.by()) {
                case COUNT -> count;
                case SUM -> Tallying.sum(values, count);
                case DISTINCT -> Tallying.distinct(values, count);
                case LARGEST -> Tallying.largest(values, count);
                case SMALLEST -> Tallying.smallest(values, count);
                case BEST ->
                    Tallying.best(values, count, Objects.requireNonNull(more).value());
            };
            return Trace.known(tally, value, parts);
        } catch (ArithmeticException _) {
            return Trace.tooLarge(tally, parts);
        }
    }
}
