package org.zhongchuang.grants.recognition;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.engine.Text;
import org.zhongchuang.grants.recognition.Change.Kind;
import org.zhongchuang.grants.recognition.RecognisedSpace.Status;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.PersonId;
import org.zhongchuang.records.registry.SubjectId;

/** What happens to a recognition after it was given: what was asked for, what was agreed to, kept for ever. */
@Service
public class Standing {

    private final JdbcClient jdbc;
    private final RecognisedSpaces recognised;
    private final ChangedDetails details;
    private final StatusChanges statuses;
    private final Clock clock;

    Standing(
            JdbcClient jdbc, RecognisedSpaces recognised, ChangedDetails details, StatusChanges statuses, Clock clock) {
        this.jdbc = jdbc;
        this.recognised = recognised;
        this.details = details;
        this.statuses = statuses;
        this.clock = clock;
    }

    /** Brings a change up for decision because a rule demands it; who published the finding did not ask for it. */
    @Transactional
    public void propose(PersonId officer, String code, Kind kind, String reason) {
        jdbc.sql("""
                        insert into recognition.change (id, code, kind, reason, asked_by, asker, asked_at, state)
                        select :id, :code, :kind, :reason, :officer, p.name, :now, 'OPEN' from access.public_person p where p.id = :officer
                            on conflict do nothing
                        """)
                .param("id", UUID.randomUUID())
                .param("code", code)
                .param("kind", kind.name())
                .param("reason", reason)
                .param("officer", officer.value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** What the record of acts says of a change: its kind, and of details what they were and are. */
    String told(Change change) {
        return change.kind().isOfDetails()
                ? change.kind() + " | " + details.told(change)
                : change.kind().name();
    }

    /** What stands in the register today of what a request would change; empty where it changes no detail. */
    public Text present(Change change) {
        return details.present(change);
    }

    /** Does what has been agreed to. */
    void carryOut(Actor actor, Change change, String document) {
        var basis = document + "：" + change.kind().label().zh();
        switch (change.kind()) {
            case SUSPEND -> statuses.become(actor, change.code(), Status.SUSPENDED, basis);
            case RECTIFY -> statuses.become(actor, change.code(), Status.RECTIFYING, basis);
            case RESTORE -> statuses.become(actor, change.code(), Status.ACTIVE, basis);
            case REMOVE -> statuses.become(actor, change.code(), Status.REMOVED, basis);
            case EXIT -> statuses.become(actor, change.code(), Status.EXITED, basis);
            case NAME, ADDRESS, AREA, OPERATOR -> details.change(change, basis);
        }
    }

    /** Gives a recognition another status, by a decision that has been made. */
    @Transactional
    public void become(Actor actor, String code, Status status, String basis) {
        statuses.become(actor, code, status, basis);
    }

    private static final String SELECT = """
            select c.*, r.name space_name, r.space, r.area from recognition.change c join recognition.recognised_space r on r.code = c.code
            """;

    /** What waits to be decided, held until the transaction ends. */
    Optional<Change> open(UUID id) {
        return jdbc.sql(SELECT + " where c.id = :id and c.state = 'OPEN' for update of c")
                .param("id", id)
                .query(Standing::change)
                .optional();
    }

    public Optional<Change> find(UUID id) {
        return jdbc.sql(SELECT + " where c.id = :id")
                .param("id", id)
                .query(Standing::change)
                .optional();
    }

    /** What was asked for one recognition, the latest first. */
    public List<Change> of(String code) {
        return jdbc.sql(SELECT + " where c.code = :code order by c.asked_at desc, c.id")
                .param("code", code)
                .query(Standing::change)
                .list();
    }

    /** The latest requests that the actor may see, open ones first. */
    public List<Change> latest(Actor actor) {
        return jdbc.sql(SELECT + """
                         where :everywhere or r.area = :ownArea or r.operator = :ownOrganisation
                         order by c.state <> 'OPEN', c.asked_at desc, c.id limit 100
                        """)
                .params(recognised.ofChanges(actor).parameters())
                .query(Standing::change)
                .list();
    }

    private static Change change(ResultSet row, int number) throws SQLException {
        return new Change(
                row.getObject("id", UUID.class),
                "BG%05d".formatted(row.getLong("number")),
                row.getString("code"),
                row.getString("space_name"),
                new SubjectId(row.getObject("space", UUID.class)),
                row.getString("area"),
                Kind.valueOf(row.getString("kind")),
                row.getString("wanted"),
                row.getString("reason"),
                row.getString("asker"),
                new PersonId(row.getObject("asked_by", UUID.class)),
                row.getTimestamp("asked_at").toInstant(),
                Change.State.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("document")),
                row.getString("reply"),
                row.getString("opinion") == null
                        ? Optional.empty()
                        : Optional.of(new Change.Opinion(
                                row.getString("opinion_of"),
                                row.getTimestamp("opinion_at").toInstant(),
                                row.getString("opinion"))),
                Objects.requireNonNullElse(row.getString("without_opinion"), ""));
    }
}
