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

/** What an assessment waits for, and for an operator the points on public notice that may be appealed. */
@Component
class RoundsAtDesk implements DeskCards {

    private static final String ADDRESS = "/assessments";

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
        if (actor.isApplicant()) {
            return onNotice(actor);
        }
        if (rounds.runs(actor)) {
            var appeals = Text.of("项考评复核待答复", "appeal against points to answer|appeals against points to answer");
            var ended = "state = 'RANKED' or (state = 'SCORING' and scoring_until < :today)";
            var toMove = Text.of("个年度考评待结束评分或公示", "assessment to move on|assessments to move on");
            return Stream.concat(
                    toDo(appeals(actor), appeals, "appeals"),
                    toDo(count(ended, "scoring_until", actor), toMove, "move"));
        }
        var over = "state = 'NOTICE' and notice_last < :today and opened_by <> :person";
        var toPublish = Text.of("个年度考评待公布", "assessment to publish|assessments to publish");
        return rounds.publishes(actor) ? toDo(count(over, "notice_last", actor), toPublish, "publish") : Stream.empty();
    }

    private static Stream<DeskCard> toDo(Pile pile, Text words, String show) {
        return DeskCard.toDo(pile, words, ADDRESS + "?show=" + show, "star");
    }

    private Stream<DeskCard> onNotice(Actor actor) {
        var words =
                Text.of("家众创空间的考评结果正在公示，可以申请复核", "makerspace with points to appeal|makerspaces with points to appeal");
        return jdbc.sql("""
                        select count(*) many, null::bigint fen, min(r.notice_last) as first,
                               case count(*) when 1 then '/' || min(r.year) || '/spaces/' || min(e.space::text)
                                    else '/' || min(r.year) end as place
                          from assessment.entry e join assessment.round r on r.id = e.round
                         where e.operator = :organisation and r.state = 'NOTICE' and r.notice_last >= :today
                        """)
                .param("organisation", actor.organisation().value())
                .param("today", LocalDate.now(clock))
                .query((row, number) ->
                        DeskCard.toKnow(Pile.row(row, number), words, ADDRESS + row.getString("place"), "star"))
                .single();
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
