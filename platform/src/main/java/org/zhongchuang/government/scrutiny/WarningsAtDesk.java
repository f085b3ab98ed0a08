package org.zhongchuang.government.scrutiny;

import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Text;
import org.zhongchuang.government.scrutiny.Warnings.Which;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Deed;
import org.zhongchuang.ground.access.Reach;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.desk.DeskCard;
import org.zhongchuang.ground.desk.DeskCards;
import org.zhongchuang.ground.desk.Pile;

/** What does not fit together and nobody has explained yet. */
@Component
class WarningsAtDesk implements DeskCards {

    private final Reach reach;
    private final Warnings warnings;

    WarningsAtDesk(Reach reach, Warnings warnings) {
        this.reach = reach;
        this.warnings = warnings;
    }

    @Override
    public Stream<DeskCard> cardsFor(Actor actor) {
        return reach.may(actor, Deed.HANDLE, Thing.WARNING)
                ? Stream.concat(
                        DeskCard.toDo(
                                Pile.of(warnings.count(actor, Which.TO_LOOK)),
                                Text.of("个疑点待核查", "warning to look into|warnings to look into"),
                                "/warnings?state=to_look",
                                "alert-triangle"),
                        DeskCard.toDo(
                                Pile.of(warnings.count(actor, Which.TRUE)),
                                Text.of("个属实疑点待处理", "true warning to deal with|true warnings to deal with"),
                                "/warnings?state=true",
                                "alert-triangle"))
                : Stream.empty();
    }
}
