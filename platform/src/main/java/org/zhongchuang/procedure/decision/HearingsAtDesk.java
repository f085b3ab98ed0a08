package org.zhongchuang.procedure.decision;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.desk.DeskCard;
import org.zhongchuang.ground.desk.DeskCards;
import org.zhongchuang.ground.desk.Pile;

/** Refusals that are intended and that an applicant may still answer. */
@Component
class HearingsAtDesk implements DeskCards {

    private final Hearings hearings;

    HearingsAtDesk(Hearings hearings) {
        this.hearings = hearings;
    }

    @Override
    public Stream<DeskCard> cardsFor(Actor actor) {
        if (!actor.isApplicant()) {
            return Stream.empty();
        }
        var open = hearings.open(actor).values();
        var pile = new Pile(open.size(), Optional.empty(), open.stream().min(Comparator.naturalOrder()));
        var words = Text.of("件拟不予批准，可以陈述、申辩", "intended refusal to answer|intended refusals to answer");
        return DeskCard.toDo(pile, words, "/desk?show=hearings#applications", "alert-triangle");
    }
}
