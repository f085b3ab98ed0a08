package org.zhongchuang.outside.administration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.PersonId;
import org.zhongchuang.ground.access.Role;

/** One proposal; open as long as nobody else has decided it. */
public record Proposal(
        UUID id,
        Kind kind,
        PersonId person,
        String login,
        String name,
        Optional<Role> role,
        Optional<String> area,
        Optional<String> unit,
        Optional<LocalDate> until,
        PersonId proposedBy,
        String proposer,
        Instant proposedAt,
        Optional<Instant> effectAt) {

    /** What is proposed. */
    public enum Kind {
        APPOINT,
        RESET_FACTOR
    }

    /** What became of a proposal when it was made. */
    public sealed interface Made {

        /** It counts already; an appointment comes with its holder. */
        record InEffect(Optional<Actor> actor) implements Made {}

        record Waiting() implements Made {}

        /** The same is waiting already. */
        record Already() implements Made {}
    }

    static final String ALL = """
            select r.*, p.login, p.name, o.name unit, b.name proposer
              from administration.proposal r
              join access.public_person p on p.id = r.person
              join access.public_person b on b.id = r.proposed_by
              left join access.public_organisation o on o.id = r.organisation
            """;

    /** From when on its proposer may carry it out alone, if nobody objects. */
    public Instant aloneFrom() {
        return proposedAt.plus(Countersigning.WAIT);
    }

    /** As the record of acts writes it. */
    String told() {
        return kind
                + role.map(one -> " " + one.name()).orElse("")
                + area.map(" "::concat).orElse("")
                + until.map(day -> " " + day).orElse("");
    }

    static Proposal row(ResultSet row, int number) throws SQLException {
        return new Proposal(
                row.getObject("id", UUID.class),
                Kind.valueOf(row.getString("kind")),
                new PersonId(row.getObject("person", UUID.class)),
                row.getString("login"),
                row.getString("name"),
                Optional.ofNullable(row.getString("role")).map(Role::valueOf),
                Optional.ofNullable(row.getString("area")),
                Optional.ofNullable(row.getString("unit")),
                Optional.ofNullable(row.getObject("until", LocalDate.class)),
                new PersonId(row.getObject("proposed_by", UUID.class)),
                row.getString("proposer"),
                row.getTimestamp("proposed_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("effect_at")).map(Timestamp::toInstant));
    }
}
