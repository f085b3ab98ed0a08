package org.zhongchuang.outside.administration;

import java.util.List;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.desk.DeskCard;
import org.zhongchuang.ground.desk.DeskCards;

/** Appointments that another administrator has proposed. */
@Component
class ProposalsAtDesk implements DeskCards {

    private final Countersigning countersigning;

    ProposalsAtDesk(Countersigning countersigning) {
        this.countersigning = countersigning;
    }

    @Override
    public List<DeskCard> of(Actor actor) {
        if (actor.role() != Role.ADMINISTRATOR) {
            return List.of();
        }
        var open = countersigning.open().stream()
                .filter(one -> !one.proposedBy().equals(actor.person()))
                .count();
        return open == 0
                ? List.of()
                : List.of(DeskCard.toDo(
                        open, Text.of("项任命待确认", "appointments to confirm"), "/administration/people", "users"));
    }
}
