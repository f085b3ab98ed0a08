package org.zhongchuang.procedure.decision;

import java.time.Clock;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.desk.DeskCard;
import org.zhongchuang.ground.desk.DeskCards;
import org.zhongchuang.ground.desk.Pile;

/** Refusals that are intended and that an applicant may still answer. */
@Component
class HearingsAtDesk implements DeskCards {

    private final JdbcClient jdbc;
    private final Clock clock;

    HearingsAtDesk(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Stream<DeskCard> cardsFor(Actor actor) {
        if (!actor.isApplicant()) {
            return Stream.empty();
        }
        var open = jdbc.sql("""
                        select count(*) many, null::bigint fen, min(h.until) first
                          from decision.hearing h join casework.public_case_file c on c.id = h.case_file
                         where c.operator = :organisation and c.step = 'DECISION' and h.statement is null and h.until >= :today
                        """)
                .param("organisation", actor.organisation().value())
                .param("today", LocalDate.now(clock))
                .query(Pile::row)
                .single();
        var words = Text.of("件拟不予批准，可以陈述、申辩", "intended refusal to answer|intended refusals to answer");
        return DeskCard.toDo(open, words, "/desk#applications", "alert-triangle");
    }
}
