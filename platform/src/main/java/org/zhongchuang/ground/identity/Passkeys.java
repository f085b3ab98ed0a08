package org.zhongchuang.ground.identity;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.audit.AuditLog;

/** The passkeys of a person, listed and taken away; the library adds them and lets them sign in. */
@Service
public class Passkeys {

    private final JdbcClient jdbc;
    private final AuditLog audit;

    Passkeys(JdbcClient jdbc, AuditLog audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** One passkey. */
    public record Passkey(String id, String label, Optional<Instant> madeAt, Optional<Instant> usedAt) {}

    public List<Passkey> of(String login) {
        return jdbc.sql("""
                        select c.credential_id, c.label, c.created, c.last_used
                          from user_credentials c join user_entities e on e.id = c.user_entity_user_id
                         where e.name = :login order by c.created, c.credential_id
                        """)
                .param("login", login)
                .query((row, _) -> new Passkey(
                        row.getString("credential_id"),
                        row.getString("label"),
                        Optional.ofNullable(row.getTimestamp("created")).map(Timestamp::toInstant),
                        Optional.ofNullable(row.getTimestamp("last_used")).map(Timestamp::toInstant)))
                .list();
    }

    /** Takes one's own passkey away; says whether there was one. */
    @Transactional
    public boolean remove(Actor person, String id) {
        var removed =
                jdbc.sql("""
                        delete from user_credentials
                         where credential_id = :id
                           and user_entity_user_id in (select id from user_entities where name = :login)
                        """).param("id", id).param("login", person.login()).update();
        if (removed > 0) {
            audit.record(person, "passkey.remove", person.login(), "");
        }
        return removed > 0;
    }
}
