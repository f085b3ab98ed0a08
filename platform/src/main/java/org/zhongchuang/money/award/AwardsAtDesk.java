package org.zhongchuang.money.award;

import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.desk.DeskCard;
import org.zhongchuang.ground.desk.DeskCards;
import org.zhongchuang.ground.desk.Pile;

/** What an applicant was granted. */
@Component
class AwardsAtDesk implements DeskCards {

    private final JdbcClient jdbc;

    AwardsAtDesk(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Stream<DeskCard> cardsFor(Actor actor) {
        if (!actor.isApplicant()) {
            return Stream.empty();
        }
        var granted = jdbc.sql("""
                        select count(*) many, sum(fen)::bigint fen, null::date as first from award.award where organisation = :organisation
                        """)
                .param("organisation", actor.organisation().value())
                .query(Pile::row)
                .single();
        return DeskCard.toKnow(granted, Text.of("笔奖补已批准", "award granted|awards granted"), "/money", "wallet");
    }
}
