package org.zhongchuang.grants.assessment;

import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.desk.DeskCard;
import org.zhongchuang.ground.desk.DeskCards;
import org.zhongchuang.ground.desk.Pile;

/** The makerspaces that wait for an expert's scores. */
@Component
class SeatsAtDesk implements DeskCards {

    private final JdbcClient jdbc;

    SeatsAtDesk(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Stream<DeskCard> cardsFor(Actor actor) {
        var waiting = jdbc.sql("""
                        select count(*) many, null::bigint fen, min(r.scoring_until) as first from assessment.seat s join assessment.round r on r.id = s.round
                         where s.expert = :person and s.state = 'ASSIGNED' and r.state = 'SCORING'
                           and not exists (select 1 from assessment.ballot b where b.round = s.round and b.space = s.space and b.expert = s.expert)
                        """)
                .param("person", actor.person().value())
                .query(Pile::row)
                .single();
        var words = Text.of("家众创空间待我评分", "makerspace to score|makerspaces to score");
        return DeskCard.toDo(waiting, words, "/ballots?show=open", "scale");
    }
}
