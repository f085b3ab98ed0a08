package org.zhongchuang.grants.assessment;

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

/** What an assessment waits for: appeals to answer, scoring to close, a notice to begin, a result to publish. */
@Component
class RoundsAtDesk implements DeskCards {

    private static final String ADDRESS = "/assessments?show=";

    private final Rounds rounds;
    private final JdbcClient jdbc;
    private final Clock clock;

    RoundsAtDesk(Rounds rounds, JdbcClient jdbc, Clock clock) {
        this.rounds = rounds;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Stream<DeskCard> cardsFor(Actor actor) {
        if (rounds.runs(actor)) {
            return Stream.of(
                            DeskCard.toDo(
                                    appeals(actor),
                                    Text.of(
                                            "项考评复核待答复",
                                            "appeal against points to answer|appeals against points to answer"),
                                    ADDRESS + "appeals",
                                    "star"),
                            DeskCard.toDo(
                                    count(
                                            "state = 'RANKED' or (state = 'SCORING' and scoring_until < :today)",
                                            "scoring_until",
                                            actor),
                                    Text.of("个年度考评待结束评分或公示", "assessment to move on|assessments to move on"),
                                    ADDRESS + "move",
                                    "star"))
                    .flatMap(one -> one);
        }
        return rounds.publishes(actor)
                ? DeskCard.toDo(
                        count(
                                "state = 'NOTICE' and notice_last < :today and opened_by <> :person",
                                "notice_last",
                                actor),
                        Text.of("个年度考评待公布", "assessment to publish|assessments to publish"),
                        ADDRESS + "publish",
                        "star")
                : Stream.empty();
    }

    /** Open ones, and changes that another officer has proposed. */
    private Pile appeals(Actor actor) {
        return jdbc.sql("""
                        select count(*) many, null::bigint fen, min(r.notice_last) as first
                          from assessment.appeal a join assessment.round r on r.id = a.round
                         where r.state = 'NOTICE' and (a.state = 'OPEN' or (a.state = 'PROPOSED' and a.proposed_by <> :person))
                        """)
                .param("person", actor.person().value())
                .query(Pile::row)
                .single();
    }

    private Pile count(String which, String day, Actor actor) {
        return jdbc.sql("select count(*) many, null::bigint fen, min(%s) as first from assessment.round where %s"
                        .formatted(day, which))
                .param("today", LocalDate.now(clock))
                .param("person", actor.person().value())
                .query(Pile::row)
                .single();
    }
}
