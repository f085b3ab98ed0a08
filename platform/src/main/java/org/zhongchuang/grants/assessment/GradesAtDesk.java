package org.zhongchuang.grants.assessment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.desk.DeskCard;
import org.zhongchuang.ground.desk.DeskCards;
import org.zhongchuang.ground.desk.Pile;

/** Grades of an operator's makerspaces that stand on public notice: until its last day points can be appealed. */
@Component
class GradesAtDesk implements DeskCards {

    private final JdbcClient jdbc;
    private final Clock clock;

    GradesAtDesk(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Stream<DeskCard> cardsFor(Actor actor) {
        return jdbc
                .sql("""
                        select e.space, e.name, r.year, r.notice_last from assessment.entry e join assessment.round r on r.id = e.round
                         where e.operator = :organisation and r.state = 'NOTICE' and r.notice_last >= :today order by r.year, e.name
                        """)
                .param("organisation", actor.organisation().value())
                .param("today", LocalDate.now(clock))
                .query((row, _) -> DeskCard.toKnow(
                        new Pile(1, Optional.empty(), Optional.of(row.getObject("notice_last", LocalDate.class))),
                        Text.of(
                                "家众创空间的考评结果正在公示，可以申请复核：" + row.getString("name"),
                                "makerspace on public notice with its points, which you may appeal: "
                                        + row.getString("name")),
                        "/assessments/%d/spaces/%s".formatted(row.getInt("year"), row.getString("space")),
                        "star"))
                .list()
                .stream()
                .filter(_ -> actor.isApplicant())
                .flatMap(one -> one);
    }
}
