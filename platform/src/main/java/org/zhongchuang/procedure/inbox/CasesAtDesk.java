package org.zhongchuang.procedure.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.desk.DeskCard;
import org.zhongchuang.ground.desk.DeskCards;
import org.zhongchuang.procedure.inbox.Cases.Query;

/** Cases that wait for an office, and those of them that are late. */
@Component
class CasesAtDesk implements DeskCards {

    private final Cases cases;

    CasesAtDesk(Cases cases) {
        this.cases = cases;
    }

    @Override
    public List<DeskCard> of(Actor actor) {
        var cards = new ArrayList<DeskCard>();
        if (actor.isApplicant() || !cases.takesPart(actor)) {
            return cards;
        }
        var waiting = cases.waiting(actor);
        var total = waiting.getOrDefault("total", 0L);
        var late = waiting.getOrDefault("late", 0L);
        if (late > 0) {
            cards.add(DeskCard.toDo(late, Text.of("件已超期", "cases overdue"), "/inbox?due=late", "alert-triangle"));
        }
        if (total > 0) {
            cards.add(DeskCard.toDo(total, Text.of("件等我办理", "cases wait for me"), "/inbox", "inbox")
                    .due(cases.list(actor, Query.inbox()).rows().stream()
                            .findFirst()
                            .flatMap(file -> Optional.ofNullable(file.dueOn()))));
        }
        return cards;
    }
}
