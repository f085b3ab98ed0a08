package org.zhongchuang.procedure.guide;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Programme;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.search.ByName;
import org.zhongchuang.ground.search.Hit;
import org.zhongchuang.ground.search.Hits;
import org.zhongchuang.ground.search.Searched;
import org.zhongchuang.ground.search.Words;
import org.zhongchuang.law.policy.Policies;

/** What the policy offers, found by its name, its purpose and the clause that grants it. */
@Component
class ProgrammesByName implements Searched {

    private final Policies policies;
    private volatile Known known = new Known("", new ByName<>(Stream.of(), Programme::title, Programme::id));

    ProgrammesByName(Policies policies) {
        this.policies = policies;
    }

    /** The programmes made ready to be found, and the edition that they were made from. */
    private record Known(String edition, ByName<Programme> programmes) {}

    @Override
    public int place() {
        return 20;
    }

    @Override
    public Hits find(Words words, @Nullable Actor actor, int most) {
        var pack = policies.current();
        if (!known.edition().equals(pack.edition())) {
            known = new Known(
                    pack.edition(),
                    new ByName<>(pack.programmes().values().stream(), Programme::title, ProgrammesByName::content));
        }
        var hits = known.programmes()
                .find(words)
                .limit(most)
                .map(one -> new Hit(
                        one.title(),
                        Text.of(
                                one.clause() + " · " + one.purpose().zh(),
                                one.clause() + " · " + one.purpose().en()),
                        "/calculators/" + one.id(),
                        words.are(one.title().zh()) || words.are(one.title().en())))
                .toList();
        return new Hits(Text.of("支持事项", "Support on offer"), "gift", hits, "");
    }

    private static String content(Programme programme) {
        return String.join(
                "\n",
                programme.id(),
                programme.purpose().zh(),
                programme.purpose().en(),
                String.join(" ", programme.clauses()));
    }
}
