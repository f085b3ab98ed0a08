package org.zhongchuang.procedure.call;

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

/** Calls that have closed and wait to be settled. */
@Component
class CallsAtDesk implements DeskCards {

    private final Calls calls;
    private final JdbcClient jdbc;
    private final Clock clock;

    CallsAtDesk(Calls calls, JdbcClient jdbc, Clock clock) {
        this.calls = calls;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Stream<DeskCard> cardsFor(Actor actor) {
        if (!calls.mayHold(actor)) {
            return Stream.empty();
        }
        return jdbc.sql("""
                        select count(*) many, null::bigint fen, null::date as first from call.call where state = 'OPEN' and closes_on < :today
                        """)
                .param("today", LocalDate.now(clock))
                .query((row, number) -> DeskCard.toDo(
                        Pile.row(row, number),
                        Text.of("个批次待结算", "call to settle|calls to settle"),
                        "/calls?show=to_settle",
                        "list-check"))
                .single();
    }
}
