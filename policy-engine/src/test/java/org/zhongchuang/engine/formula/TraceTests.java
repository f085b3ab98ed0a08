package org.zhongchuang.engine.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a working says is the same in each run. */
class TraceTests {

    @Test
    void whatIsMissingIsNamedInOneOrder() {
        var span = new Span(Source.of("x"), 0, 1);
        var names = Set.of("desks", "area", "tools", "rent", "broadband", "opened");
        var trace = Trace.missing(new Node.Today(Typing.DAY, span), names, List.of());

        assertThat(trace.missing()).containsExactly("area", "broadband", "desks", "opened", "rent", "tools");
    }
}
