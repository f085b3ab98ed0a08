package org.zhongchuang.procedure.guide;

import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Clause;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.engine.Text;
import org.zhongchuang.law.policy.ClauseDoors;

/** From a clause that obliges somebody every year to the days by which that is due. */
@Component
class DeadlineDoors implements ClauseDoors {

    private static final Door DEADLINES =
            new Door(Text.of("看每年的截止日", "See the days by which it is due"), "/calculators/deadlines");

    @Override
    public Stream<Door> doorsOf(PolicyPack pack, Clause clause) {
        return pack.obligations().stream()
                        .anyMatch(one -> Clause.idOf(one.clause()).equals(clause.id()))
                ? Stream.of(DEADLINES)
                : Stream.empty();
    }
}
