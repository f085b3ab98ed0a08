package org.zhongchuang.grants.assessment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
        var today = LocalDate.now(clock);
        if (rounds.runs(actor)) {
            return Stream.concat(
                    DeskCard.toDo(
                            appeals(actor),
                            Text.of("项考评复核待答复", "appeal against points to answer|appeals against points to answer"),
                            ADDRESS + "appeals",
                            "star"),
                    DeskCard.toDo(
                            pile(round -> round.isToMove(today), Round::scoringUntil),
                            Text.of("个年度考评待结束评分或公示", "assessment to move on|assessments to move on"),
                            ADDRESS + "move",
                            "star"));
        }
        return rounds.publishes(actor)
                ? DeskCard.toDo(
                        pile(round -> round.isToPublish(today, actor.person()), Round::noticeLast),
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

    private Pile pile(Predicate<Round> which, Function<Round, @Nullable LocalDate> day) {
        var found = rounds.all().stream().filter(which).toList();
        return new Pile(
                found.size(),
                Optional.empty(),
                found.stream().flatMap(one -> Stream.ofNullable(day.apply(one))).min(Comparator.naturalOrder()));
    }
}
