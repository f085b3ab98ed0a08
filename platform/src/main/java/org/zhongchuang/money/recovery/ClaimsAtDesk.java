package org.zhongchuang.money.recovery;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.desk.DeskCard;
import org.zhongchuang.ground.desk.DeskCards;

/** Money that has to come back: what one owes, and what an office has to confirm or to answer. */
@Component
class ClaimsAtDesk implements DeskCards {

    private final Claims claims;

    ClaimsAtDesk(Claims claims) {
        this.claims = claims;
    }

    @Override
    public List<DeskCard> of(Actor actor) {
        var cards = new ArrayList<DeskCard>();
        var all = claims.list(actor);
        var owed = all.stream()
                .filter(one -> one.state() == Claim.State.DUE && claims.owes(actor, one.id()))
                .toList();
        if (!owed.isEmpty()) {
            cards.add(DeskCard.toDo(owed.size(), Text.of("笔资金须缴回", "sums to pay back"), "/money", "arrow-back-up")
                    .of(Fen.sum(owed.stream().map(Claim::due)))
                    .due(owed.stream().flatMap(one -> one.dueOn().stream()).min(Comparator.<LocalDate>naturalOrder())));
        }
        var open = all.stream()
                .filter(one -> one.state() == Claim.State.PROPOSED || one.state() == Claim.State.APPEALED)
                .filter(one -> claims.mayHandle(actor, one.id()))
                .toList();
        if (!open.isEmpty()) {
            cards.add(DeskCard.toDo(
                            open.size(),
                            Text.of("笔追回待确认或答复", "recoveries to confirm or answer"),
                            "/recoveries",
                            "arrow-back-up")
                    .of(Fen.sum(open.stream().map(Claim::fen))));
        }
        return cards;
    }
}
