package org.zhongchuang.records.directory;

import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Availability;
import org.zhongchuang.engine.Clause;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.engine.Text;
import org.zhongchuang.law.policy.ClauseDoors;

/** From a clause that sets a target to how far it is reached, and to those who count for it. */
@Component
class TargetDoors implements ClauseDoors {

    private static final Door TARGETS =
            new Door(Text.of("看发展目标完成了多少", "See how far the targets are reached"), "/targets");
    private static final Door DIRECTORY = new Door(Text.of("看名录", "See the directory"), "/directory");

    @Override
    public Stream<Door> doorsOf(PolicyPack pack, Clause clause) {
        return clause.items().stream().anyMatch(one -> pack.availability(one) == Availability.COUNTED)
                ? Stream.of(TARGETS, DIRECTORY)
                : Stream.empty();
    }
}
