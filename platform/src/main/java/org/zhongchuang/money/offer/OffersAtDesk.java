package org.zhongchuang.money.offer;

import java.util.List;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.desk.DeskCard;
import org.zhongchuang.ground.desk.DeskCards;

/** What an applicant may have without asking. */
@Component
class OffersAtDesk implements DeskCards {

    private final Offers offers;

    OffersAtDesk(Offers offers) {
        this.offers = offers;
    }

    @Override
    public List<DeskCard> of(Actor actor) {
        if (!actor.isApplicant()) {
            return List.of();
        }
        var open = offers.mine(actor).stream()
                .filter(one -> one.state() == Offer.State.OPEN)
                .toList();
        return open.isEmpty()
                ? List.of()
                : List.of(DeskCard.toDo(open.size(), Text.of("项可以免申即享", "offers to accept"), "/offers", "circle-check")
                        .of(Fen.sum(open.stream().map(Offer::fen))));
    }
}
