package org.zhongchuang.money.award;

import java.util.List;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.desk.DeskCard;
import org.zhongchuang.ground.desk.DeskCards;

/** What an applicant was granted. */
@Component
class AwardsAtDesk implements DeskCards {

    private final Awards awards;

    AwardsAtDesk(Awards awards) {
        this.awards = awards;
    }

    @Override
    public List<DeskCard> of(Actor actor) {
        if (!actor.isApplicant()) {
            return List.of();
        }
        var own = awards.ofOrganisation(actor.organisation());
        return own.isEmpty()
                ? List.of()
                : List.of(DeskCard.toKnow(own.size(), Text.of("笔奖补已批准", "awards granted"), "/money", "wallet")
                        .of(Fen.sum(own.stream().map(Award::fen))));
    }
}
