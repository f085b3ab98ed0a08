package org.zhongchuang.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.zhongchuang.engine.formula.Node;
import org.zhongchuang.engine.formula.Trace;
import org.zhongchuang.engine.formula.Type;

/**
 * The lists that were asked for to come to a value, each with the day for which it was. Of what is asked record by
 * record, those of the day of the judgement or of a written day.
 */
record ListsAsked(Node.Listed list, LocalDate on) {

    static List<ListsAsked> of(Trace trace, LocalDate judged) {
        var asked = new ArrayList<ListsAsked>();
        collect(trace, judged, asked);
        return asked;
    }

    private static void collect(Trace trace, LocalDate judged, List<ListsAsked> asked) {
        if (trace.node() instanceof Node.Listed list && trace.isKnown()) {
            var on = list.at() == null
                    ? judged
                    : LocalDate.ofEpochDay(trace.parts().getLast().value());
            asked.add(new ListsAsked(list, on));
        }
        if (trace.node() instanceof Node.Tally tally && trace.isKnown()) {
            within(tally, judged, asked);
        }
        trace.parts().forEach(part -> collect(part, judged, asked));
    }

    private static void within(Node.Tally tally, LocalDate judged, List<ListsAsked> asked) {
        Stream.of(tally.where(), tally.of()).filter(Objects::nonNull).forEach(part -> collect(part, judged, asked));
    }

    private static void collect(Node node, LocalDate judged, List<ListsAsked> asked) {
        if (node instanceof Node.Listed list) {
            if (list.at() == null) {
                asked.add(new ListsAsked(list, judged));
            } else if (list.at() instanceof Node.Constant(Type.Calendar _, long day, var _)) {
                asked.add(new ListsAsked(list, LocalDate.ofEpochDay(day)));
            }
        }
        node.parts().forEach(part -> collect(part, judged, asked));
    }
}
