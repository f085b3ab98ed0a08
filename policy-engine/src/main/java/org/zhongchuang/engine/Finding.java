package org.zhongchuang.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.zhongchuang.engine.formula.Trace;

/** What the rules say of one criterion for one subject. */
public sealed interface Finding {

    Criterion criterion();

    /** Every node's value. */
    Trace trace();

    Judging judging();

    /** The rule in words with the parameters' values of the day put in. */
    default Text wording() {
        return judging().worded(criterion().wording());
    }

    /** Whether a demonstration value 演示参数 took part. */
    default boolean demonstration() {
        return judging().isDemonstration(trace().node());
    }

    /** The parameters that took part, each with its basis. */
    default List<Judging.Used> used() {
        return judging().used(trace());
    }

    /** The lists that took part, each with its basis. */
    default List<Judging.Listed> lists() {
        return judging().lists(trace());
    }

    /** The criterion holds. */
    record Met(Criterion criterion, Trace trace, Judging judging) implements Finding {}

    /** The criterion fails. */
    record Unmet(Criterion criterion, Trace trace, Judging judging) implements Finding {

        /** The nearest changes, each of which alone would be enough, the fewest first. */
        public List<List<Change>> remedies() {
            return judging.remedies(trace.node());
        }

        /**
         * What the rule requires, in ways that are each enough, beside what is. A day, such as that of a contract, is
         * what it is and nothing to aim at: ways that move one are left out.
         */
        public List<List<Requirement>> required() {
            return remedies().stream()
                    .map(way -> way.stream().map(judging::required).toList())
                    .filter(way -> way.stream().noneMatch(one -> one.fact().kind() == Fact.Kind.DAY))
                    .toList();
        }

        /** The days on which it depends, as they are. */
        public List<Requirement> days() {
            return remedies().stream()
                    .flatMap(way -> way.stream().map(judging::required))
                    .filter(one ->
                            one.fact().kind() == Fact.Kind.DAY && one.now().isPresent())
                    .collect(Collectors.toMap(one -> one.fact().id(), one -> one, (one, _) -> one, LinkedHashMap::new))
                    .values()
                    .stream()
                    .toList();
        }
    }

    /** The criterion cannot be judged while {@code missing} is not known: facts, or parameters no authority has set. */
    record NotYetKnown(Criterion criterion, Trace trace, Judging judging) implements Finding {

        public Set<String> missing() {
            return trace.missing();
        }
    }
}
