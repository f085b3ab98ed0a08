package org.zhongchuang.records.keeping;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Deed;
import org.zhongchuang.ground.access.Reach;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.access.Whereabouts;
import org.zhongchuang.ground.file.StoredFile;
import org.zhongchuang.records.registry.SubjectId;

/** The tables of firms and teams that officers have sent, and whom each brought into the register. */
@Component
public class FirmTables {

    private static final int MOST = 20;

    private final JdbcClient jdbc;
    private final Reach reach;
    private final Clock clock;

    FirmTables(JdbcClient jdbc, Reach reach, Clock clock) {
        this.jdbc = jdbc;
        this.reach = reach;
        this.clock = clock;
    }

    /** What has become of a table. */
    public enum State {
        READ("还没有登记", "not entered yet"),
        KEPT("已登记", "entered"),
        UNDONE("已撤销", "taken back"),
        DROPPED("已放弃", "given up");

        private final Text text;

        State(String zh, String en) {
            this.text = Text.of(zh, en);
        }

        public Text text() {
            return text;
        }
    }

    /** One table. */
    public record Sent(UUID id, String name, String area, State state, int entered, Instant at) {}

    /** The table of that name, if it is of the actor's office. */
    public Optional<Sent> find(Actor actor, UUID id) {
        return jdbc.sql("select * from keeping.firm_table where id = :id")
                .param("id", id)
                .query(FirmTables::sent)
                .optional()
                .filter(one -> reach.may(actor, Deed.HANDLE, Thing.SUBJECT, Whereabouts.in(one.area())));
    }

    /** The last ones of the actor's office. */
    public List<Sent> last(Actor actor) {
        return jdbc.sql("""
                        select * from keeping.firm_table where state <> 'DROPPED' and (:everywhere or area = :ownArea)
                         order by sent_at desc, id limit :most
                        """)
                .params(reach.bounds(actor, Deed.HANDLE, Thing.SUBJECT).parameters())
                .param("most", MOST)
                .query(FirmTables::sent)
                .list();
    }

    /** The file that it came in. */
    UUID fileOf(Sent table) {
        return jdbc.sql("select file from keeping.firm_table where id = :id")
                .param("id", table.id())
                .query((row, _) -> row.getObject("file", UUID.class))
                .single();
    }

    UUID add(Actor actor, StoredFile file) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into keeping.firm_table (id, file, name, area, state, sent_by, sent_at)
                        values (:id, :file, :name, :area, 'READ', :person, :now)
                        """)
                .param("id", id)
                .param("file", file.id())
                .param("name", file.name())
                .param("area", actor.area())
                .param("person", actor.person().value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return id;
    }

    /** Puts it from one state into another; false if somebody else has dealt with it. */
    boolean settle(UUID id, State from, State to) {
        return jdbc.sql("update keeping.firm_table set state = :to, settled_at = :now where id = :id and state = :from")
                        .param("to", to.name())
                        .param("from", from.name())
                        .param("now", Timestamp.from(clock.instant()))
                        .param("id", id)
                        .update()
                == 1;
    }

    void brought(UUID id, List<SubjectId> subjects) {
        for (var subject : subjects) {
            jdbc.sql("insert into keeping.brought_in (firm_table, subject) values (:table, :subject)")
                    .param("table", id)
                    .param("subject", subject.value())
                    .update();
        }
        jdbc.sql("update keeping.firm_table set entered = :entered where id = :id")
                .param("entered", subjects.size())
                .param("id", id)
                .update();
    }

    /** Whom it brought in, by name. */
    List<SubjectId> broughtBy(UUID id) {
        return jdbc.sql("select subject from keeping.brought_in where firm_table = :id order by subject")
                .param("id", id)
                .query((row, _) -> new SubjectId(row.getObject("subject", UUID.class)))
                .list();
    }

    private static Sent sent(ResultSet row, int number) throws SQLException {
        return new Sent(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("area"),
                State.valueOf(row.getString("state")),
                row.getInt("entered"),
                row.getTimestamp("sent_at").toInstant());
    }
}
