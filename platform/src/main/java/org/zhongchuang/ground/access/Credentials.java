package org.zhongchuang.ground.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is kept of a password, and whether an account is open. */
@Service
public class Credentials {

    private final JdbcClient jdbc;
    private final Clock clock;

    Credentials(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What a person is called, where they belong, and since when their password is as it is. */
    public record Holder(
            PersonId person, String login, String name, Optional<Instant> passwordSetAt, boolean disabled) {}

    public Optional<Holder> holder(PersonId person) {
        return jdbc.sql("select id, login, name, password_set_at, disabled_at from access.person where id = :id")
                .param("id", person.value())
                .query((row, _) -> new Holder(
                        new PersonId(row.getObject("id", UUID.class)),
                        row.getString("login"),
                        row.getString("name"),
                        Optional.ofNullable(row.getTimestamp("password_set_at")).map(Timestamp::toInstant),
                        row.getTimestamp("disabled_at") != null))
                .optional();
    }

    /** The hash of somebody's password; none while they have not set one. */
    public Optional<String> hashOf(PersonId person) {
        return jdbc.sql("select password from access.person where id = :id and password is not null")
                .param("id", person.value())
                .query(String.class)
                .optional();
    }

    /** Keeps the hash of a new password. */
    @Transactional
    public void keep(PersonId person, String hash) {
        jdbc.sql("""
                        update access.person
                           set password = :hash, password_set_at = :now
                         where id = :id
                        """)
                .param("hash", hash)
                .param("now", Timestamp.from(clock.instant()))
                .param("id", person.value())
                .update();
    }

    /** Closes an account; says whether it was open. */
    @Transactional
    public boolean disable(PersonId person, PersonId by) {
        return jdbc.sql(
                                "update access.person set disabled_at = :now, disabled_by = :by where id = :id and disabled_at is null")
                        .param("now", Timestamp.from(clock.instant()))
                        .param("by", by.value())
                        .param("id", person.value())
                        .update()
                > 0;
    }

    /** Opens a closed account again; says whether it was closed. */
    @Transactional
    public boolean enable(PersonId person) {
        return jdbc.sql(
                                "update access.person set disabled_at = null, disabled_by = null where id = :id and disabled_at is not null")
                        .param("id", person.value())
                        .update()
                > 0;
    }
}
