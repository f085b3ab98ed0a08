package org.zhongchuang.outside.administration;

import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.desk.DeskCard;
import org.zhongchuang.ground.desk.DeskCards;
import org.zhongchuang.ground.desk.Pile;
import org.zhongchuang.ground.menu.Doors;
import org.zhongchuang.law.policy.Policies;

/** Programmes that cannot be decided yet, on the desks of those who make a city ready; not in the demonstration. */
@Component
class MakingReadyAtDesk implements DeskCards {

    private static final String ADDRESS = "/start";

    private final MakingReady makingReady;
    private final Doors doors;
    private final Policies policies;

    MakingReadyAtDesk(MakingReady makingReady, Doors doors, Policies policies) {
        this.makingReady = makingReady;
        this.doors = doors;
        this.policies = policies;
    }

    @Override
    public Stream<DeskCard> cardsFor(Actor actor) {
        if (policies.isDemonstration() || !doors.admits(ADDRESS, actor)) {
            return Stream.empty();
        }
        var waiting =
                makingReady.programmes().stream().filter(one -> !one.isReady()).count();
        return DeskCard.toDo(
                Pile.of(waiting),
                Text.of(
                        "个事项还不能办理：开办准备",
                        "programme cannot be decided yet: make ready|programmes cannot be decided yet: make ready"),
                ADDRESS,
                "list-check");
    }
}
