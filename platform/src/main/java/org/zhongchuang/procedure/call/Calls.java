package org.zhongchuang.procedure.call;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Programme;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Deed;
import org.zhongchuang.ground.access.Reach;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.procedure.call.Calling.Reason;

/** The calls that were announced. */
@Component
public class Calls {

    private static final int MOST = 500;

    private static final String SHOWN = """
            select c.*, coalesce(p.name, '') opener from call.call c left join access.public_person p on p.id = c.opened_by
            """;

    private final Reach reach;
    private final JdbcClient jdbc;
    private final Clock clock;

    Calls(Reach reach, JdbcClient jdbc, Clock clock) {
        this.reach = reach;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The latest first.
     *
     * @param programme of which programme, or of all where it is empty
     * @param toSettle only those that have closed and are not settled
     */
    public List<Announced> all(String programme, boolean toSettle) {
        return jdbc.sql(SHOWN + """
                        where (:programme = '' or c.programme = :programme)
                          and (not :toSettle or (c.state = 'OPEN' and c.closes_on < :today)) order by c.opens_on desc, c.id limit :most
                        """)
                .param("programme", programme)
                .param("toSettle", toSettle)
                .param("today", LocalDate.now(clock))
                .param("most", MOST)
                .query((row, _) -> read(row))
                .list();
    }

    public Optional<Announced> find(CallId id) {
        return jdbc.sql(SHOWN + "where c.id = :id")
                .param("id", id.value())
                .query((row, _) -> read(row))
                .optional();
    }

    /** The call that takes claims for a programme today. */
    public Optional<Announced> open(Programme programme) {
        return jdbc.sql(
                        SHOWN
                                + "where c.programme = :programme and c.state = 'OPEN' and :today between c.opens_on and c.closes_on")
                .param("programme", programme.id())
                .param("today", LocalDate.now(clock))
                .query((row, _) -> read(row))
                .optional();
    }

    /** Whether claims are taken today; where they are judged one by one they always are. */
    public boolean takes(Programme programme) {
        return programme.call() == null || open(programme).isPresent();
    }

    /** Whether the actor opens and settles calls. */
    public boolean mayHold(Actor actor) {
        return reach.may(actor, Deed.HANDLE, Thing.PARAMETER);
    }

    /** Does something with a call that is not ended. It is held meanwhile: of two who settle it at once one does. */
    Calling with(Actor actor, CallId id, Function<Announced, Calling> act) {
        if (!mayHold(actor)) {
            return Calling.refused(Reason.NOT_YOURS);
        }
        return jdbc.sql("select 1 from call.call where id = :id for update")
                .param("id", id.value())
                .query(Integer.class)
                .optional()
                .flatMap(_ -> find(id))
                .map(call -> call.state() == Announced.State.OPEN ? act.apply(call) : Calling.refused(Reason.ENDED))
                .orElse(Calling.refused(Reason.NO_SUCH_CALL));
    }

    /** Keeps a call under the next number of the year in which it opens. */
    void add(Actor actor, CallId id, String programme, LocalDate opens, LocalDate closes, String document) {
        jdbc.sql("""
                        insert into call.call (id, programme, number, opens_on, closes_on, document, state, opened_by, opened_at)
                        values (:id, :programme,
                                :year || '-' || (select count(*) + 1 from call.call where programme = :programme and number like :year || '-%'),
                                :opens, :closes, :document, 'OPEN', :person, :now)
                        """)
                .param("id", id.value())
                .param("programme", programme)
                .param("year", String.valueOf(opens.getYear()))
                .param("opens", opens)
                .param("closes", closes)
                .param("document", document)
                .param("person", actor.person().value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    void close(CallId id, LocalDate day) {
        jdbc.sql("update call.call set closes_on = :day where id = :id")
                .param("id", id.value())
                .param("day", day)
                .update();
    }

    void end(Actor actor, CallId id, Announced.State state) {
        jdbc.sql("update call.call set state = :state, ended_by = :person, ended_at = :now where id = :id")
                .param("id", id.value())
                .param("state", state.name())
                .param("person", actor.person().value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private static Announced read(ResultSet row) throws SQLException {
        return new Announced(
                new CallId(row.getObject("id", UUID.class)),
                row.getString("programme"),
                row.getString("number"),
                row.getObject("opens_on", LocalDate.class),
                row.getObject("closes_on", LocalDate.class),
                row.getString("document"),
                Announced.State.valueOf(row.getString("state")),
                row.getString("opener"),
                row.getTimestamp("opened_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("ended_at")).map(Timestamp::toInstant));
    }
}
