package org.zhongchuang.money.ledger;

import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.desk.DeskCard;
import org.zhongchuang.ground.desk.DeskCards;
import org.zhongchuang.ground.desk.Pile;

/** Budgets that a colleague of the same treasury has proposed. */
@Component
class BudgetsToApprove implements DeskCards {

    private final Treasuries treasuries;
    private final JdbcClient jdbc;

    BudgetsToApprove(Treasuries treasuries, JdbcClient jdbc) {
        this.treasuries = treasuries;
        this.jdbc = jdbc;
    }

    @Override
    public Stream<DeskCard> cardsFor(Actor actor) {
        if (!treasuries.keepsBooks(actor, actor.area())) {
            return Stream.empty();
        }
        var waiting = jdbc.sql("""
                        select count(*) from ledger.budget_proposal
                         where state = 'PROPOSED' and payer = :payer and proposed_by <> :person
                        """)
                .param("payer", actor.area())
                .param("person", actor.person().value())
                .query(Long.class)
                .single();
        return DeskCard.toDo(
                Pile.of(waiting),
                Text.of("份预算待审批", "budget to approve|budgets to approve"),
                "/finance/budget?show=proposals",
                "chart-bar");
    }
}
