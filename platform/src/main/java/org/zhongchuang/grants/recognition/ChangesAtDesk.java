package org.zhongchuang.grants.recognition;

import java.util.List;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.desk.DeskCard;
import org.zhongchuang.ground.desk.DeskCards;

/** Changes of recognitions that were asked for and not decided. */
@Component
class ChangesAtDesk implements DeskCards {

    private final Standing standing;
    private final RecognisedSpaces recognised;

    ChangesAtDesk(Standing standing, RecognisedSpaces recognised) {
        this.standing = standing;
        this.recognised = recognised;
    }

    @Override
    public List<DeskCard> of(Actor actor) {
        if (!recognised.decides(actor)) {
            return List.of();
        }
        var open = standing.latest(actor).stream()
                .filter(one -> one.state() == Change.State.OPEN)
                .count();
        return open == 0
                ? List.of()
                : List.of(DeskCard.toDo(open, Text.of("件变更待决定", "changes to decide"), "/changes", "refresh"));
    }
}
