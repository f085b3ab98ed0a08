package org.zhongchuang.engine.formula;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhongchuang.engine.formula.Trace.State;

/**
 * One walk over typed formulas with one subject on one day: the reference meaning of the language.
 *
 * <p>A missing fact is unknown, never null; an unknown that cannot change the result does not make the result unknown.
 */
public final class Walk {

    private final Subject subject;
    private final Lookups lookups;
    private final long day;
    private final boolean demonstration;
    private final List<Trace> terms = new ArrayList<>();
    /** The record that is looked at; none outside a tally. */
    private @Nullable Frame frame;

    /** @param demonstration whether values that no authority has set may stand in */
    public Walk(Subject subject, Lookups lookups, long day, boolean demonstration) {
        this.subject = subject;
        this.lookups = lookups;
        this.day = day;
        this.demonstration = demonstration;
    }

    /** Evaluates the next term, which later formulas may name. */
    public Trace define(Node term) {
        var trace = read(term);
        terms.add(trace);
        return trace;
    }

    /** Takes the next term as having that value, whatever its formula says. */
    public void assume(Node term, long value) {
        terms.add(Trace.known(term, value, List.of()));
    }

    public Trace read(Node node) {
        return switch (node) {
            case Node.Constant constant -> Trace.known(node, constant.value(), List.of());
            case Node.Fact fact ->
                subject.known()[fact.slot()]
                        ? Trace.known(node, subject.value()[fact.slot()], List.of())
                        : Trace.missing(node, Set.of(fact.id()), List.of());
            case Node.Setting setting -> setting(setting);
            case Node.Term term -> {
                var of = terms.get(term.slot());
                yield new Trace(node, of.state(), of.value(), of.missing(), List.of());
            }
            case Node.Field field ->
                Objects.requireNonNull(frame, "a field stands within a tally").read(field);
            case Node.Today _ -> Trace.known(node, day, List.of());
            case Node.Choose choose -> choose(choose);
            case Node.Given given -> {
                var fact = read(given.fact());
                var taken = fact.isKnown() ? fact : read(given.otherwise());
                yield new Trace(node, taken.state(), taken.value(), taken.missing(), List.of(taken));
            }
            case Node.Tally tally -> tally(tally);
            case Node.Joined joined -> joined(joined);
            case Node.Quotient quotient -> quotient(quotient);
            case Node.Listed listed -> listed(listed);
            case Node.Widened _,
                    Node.Sum _,
                    Node.Product _,
                    Node.Rounded _,
                    Node.Extreme _,
                    Node.Dated _,
                    Node.Compare _,
                    Node.Begins _,
                    Node.Not _ -> strict(node);
        };
    }

    private Trace setting(Node.Setting setting) {
        var timeline = lookups.settings()[setting.slot()];
        if (setting.at() == null) {
            return lookedUp(setting, timeline, day, List.of());
        }
        var at = read(setting.at());
        return at.isKnown()
                ? lookedUp(setting, timeline, at.value(), List.of(at))
                : new Trace(setting, at.state(), 0, at.missing(), List.of(at));
    }

    private Trace lookedUp(Node.Setting setting, Timeline timeline, long on, List<Trace> parts) {
        var index = timeline.at(on, demonstration);
        return index < 0
                ? Trace.missing(setting, Set.of(setting.id()), parts)
                : Trace.known(setting, timeline.value()[index], parts);
    }

    private Trace listed(Node.Listed listed) {
        var parts = new ArrayList<Trace>(2);
        for (var part : listed.parts()) {
            parts.add(read(part));
        }
        var unknown = unknown(listed, parts);
        if (unknown != null) {
            return unknown;
        }
        var list = lookups.lists()[listed.slot()];
        var set = list.at(listed.at() == null ? day : parts.getLast().value(), demonstration);
        return set < 0
                ? Trace.missing(listed, Set.of(listed.id()), parts)
                : Trace.known(
                        listed,
                        list.holds(set, lookups.codes().textOf(parts.getFirst().value()), listed.begins()) ? 1 : 0,
                        parts);
    }

    /** Needs all of its parts. */
    private Trace strict(Node node) {
        var nodes = node.parts();
        var parts = new ArrayList<Trace>(nodes.size());
        for (var part : nodes) {
            parts.add(read(part));
        }
        var unknown = unknown(node, parts);
        if (unknown != null) {
            return unknown;
        }
        try {
            return Trace.known(node, value(node, parts), parts);
        } catch (ArithmeticException _) {
            return Trace.tooLarge(node, parts);
        }
    }

    private static @Nullable Trace unknown(Node node, List<Trace> parts) {
        var state = State.KNOWN;
        for (var part : parts) {
            if (part.state() == State.TOO_LARGE) {
                return Trace.tooLarge(node, parts);
            }
            if (part.state() == State.MISSING) {
                state = State.MISSING;
            }
        }
        return state == State.KNOWN ? null : Trace.missing(node, missing(parts), parts);
    }

    private static Set<String> missing(List<Trace> parts) {
        var names = new HashSet<String>();
        parts.forEach(part -> names.addAll(part.missing()));
        return Set.copyOf(names);
    }

    private long value(Node node, List<Trace> parts) {
        var first = parts.getFirst().value();
        return switch (node) {
            case Node.Widened widened -> Math.multiplyExact(first, widened.factor());
            case Node.Sum sum ->
                sum.subtracted()
                        ? Math.subtractExact(first, parts.get(1).value())
                        : Math.addExact(first, parts.get(1).value());
            case Node.Product _ -> Math.multiplyExact(first, parts.get(1).value());
            case Node.Rounded rounded -> Exact.round(first, rounded.divisor(), rounded.rounding());
            case Node.Extreme extreme -> {
                var most = parts.stream().mapToLong(Trace::value);
                yield extreme.least() ? most.min().orElseThrow() : most.max().orElseThrow();
            }
            case Node.Dated dated -> dated(dated.function(), parts);
            case Node.Compare compare ->
                compare.by().holds(Long.compare(first, parts.get(1).value())) ? 1 : 0;
            case Node.Begins begins -> lookups.codes().textOf(first).startsWith(begins.with()) ? 1 : 0;
            case Node.Not _ -> 1 - first;
            default -> throw new IllegalStateException("not a strict node: " + node);
        };
    }

    private static long dated(Node.DateFunction function, List<Trace> parts) {
        var first = parts.getFirst().value();
        return switch (function) {
            case DATE -> Exact.date(first, parts.get(1).value(), parts.get(2).value());
            case YEAR_OF -> Exact.yearOf(first);
            case MONTH_OF -> Exact.monthOf(first);
            case MONTHS_BETWEEN -> Exact.monthsBetween(first, parts.get(1).value());
            case WORKING_DAYS_BETWEEN ->
                Exact.workingDaysBetween(first, parts.get(1).value());
            case PLUS_WORKING_DAYS -> Exact.plusWorkingDays(first, parts.get(1).value());
            case PLUS_DAYS -> Exact.plusDays(first, parts.get(1).value());
            case PLUS_MONTHS -> Exact.plusMonths(first, parts.get(1).value());
            case PLUS_YEARS -> Exact.plusYears(first, parts.get(1).value());
        };
    }

    private Trace quotient(Node.Quotient quotient) {
        var parts = new ArrayList<Trace>(3);
        parts.add(read(quotient.dividend()));
        parts.add(read(quotient.divisor()));
        var unknown = unknown(quotient, parts);
        if (unknown != null) {
            return unknown;
        }
        if (parts.get(1).value() == 0) {
            var zero = read(quotient.whenZero());
            parts.add(zero);
            return new Trace(quotient, zero.state(), zero.value(), zero.missing(), parts);
        }
        try {
            var value = Exact.round(
                    Math.multiplyExact(parts.getFirst().value(), quotient.lift()),
                    Math.multiplyExact(parts.get(1).value(), quotient.divisorLift()),
                    quotient.rounding());
            return Trace.known(quotient, value, parts);
        } catch (ArithmeticException _) {
            return Trace.tooLarge(quotient, parts);
        }
    }

    /** Only the branch that applies is evaluated; while that is not known, both, and they may agree. */
    private Trace choose(Node.Choose choose) {
        var when = read(choose.when());
        if (when.state() == State.TOO_LARGE) {
            return Trace.tooLarge(choose, List.of(when));
        }
        if (when.isKnown()) {
            var taken = read(when.value() == 1 ? choose.then() : choose.otherwise());
            return new Trace(choose, taken.state(), taken.value(), taken.missing(), List.of(when, taken));
        }
        var parts = List.of(when, read(choose.then()), read(choose.otherwise()));
        var then = parts.get(1);
        return then.isKnown() && parts.get(2).is(then.value())
                ? Trace.known(choose, then.value(), parts)
                : Trace.missing(choose, missing(parts), parts);
    }

    /** Any settles on the first that holds, All on the first that does not; what is undecided then does not matter. */
    private Trace joined(Node.Joined joined) {
        var parts = new ArrayList<Trace>(joined.of().size());
        var decisive = joined.any() ? 1L : 0L;
        var state = State.KNOWN;
        var decided = false;
        for (var one : joined.of()) {
            var part = read(one);
            parts.add(part);
            decided |= part.is(decisive);
            if (part.state().compareTo(state) > 0) {
                state = part.state();
            }
        }
        if (decided) {
            return Trace.known(joined, decisive, parts);
        }
        return switch (state) {
            case KNOWN -> Trace.known(joined, 1 - decisive, parts);
            case MISSING -> Trace.missing(joined, missing(parts), parts);
            case TOO_LARGE -> Trace.tooLarge(joined, parts);
        };
    }

    private Trace tally(Node.Tally tally) {
        if (!subject.known()[tally.slot()]) {
            return Trace.missing(tally, Set.of(tally.id()), List.of());
        }
        var inner = new Frame(tally.id(), subject.rows()[tally.slot()], frame);
        return inner.isTooMuch() ? Trace.tooLarge(tally, List.of()) : new TallyWalk(this, tally, inner).read();
    }

    /** What a node is for the record at which that frame stands. */
    Trace within(Frame inner, Node node) {
        var around = frame;
        frame = inner;
        try {
            return read(node);
        } finally {
            frame = around;
        }
    }
}
