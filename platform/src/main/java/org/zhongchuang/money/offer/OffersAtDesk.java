package org.zhongchuang.money.offer;

import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.desk.DeskCard;
import org.zhongchuang.ground.desk.DeskCards;
import org.zhongchuang.ground.desk.Pile;

/** What an applicant may have without asking. */
@Component
class OffersAtDesk implements DeskCards {

    private final Offers offers;

    OffersAtDesk(Offers offers) {
        this.offers = offers;
    }

    @Override
    public Stream<DeskCard> cardsFor(Actor actor) {
        if (!actor.isApplicant()) {
            return Stream.empty();
        }
        var open = offers.mine(actor).stream()
                .filter(one -> one.state() == Offer.State.OPEN)
                .toList();
        var pile = new Pile(open.size(), Optional.of(Fen.sum(open.stream().map(Offer::fen))), Optional.empty());
        return DeskCard.toDo(
                pile, Text.of("项可以免申即享", "offer to accept|offers to accept"), "/offers?state=OPEN", "circle-check");
    }
}
