package org.zhongchuang.government.scrutiny;

import java.util.List;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Deed;
import org.zhongchuang.ground.access.Reach;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.desk.DeskCard;
import org.zhongchuang.ground.desk.DeskCards;

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
    public List<DeskCard> of(Actor actor) {
        if (!reach.may(actor, Deed.HANDLE, Thing.WARNING)) {
            return List.of();
        }
        var open = warnings.open(actor);
        return open == 0
                ? List.of()
                : List.of(
                        DeskCard.toDo(open, Text.of("个疑点待核查", "warnings to look into"), "/warnings", "alert-triangle"));
    }
}
