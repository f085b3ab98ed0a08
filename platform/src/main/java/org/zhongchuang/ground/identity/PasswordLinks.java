package org.zhongchuang.ground.identity;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Credentials;
import org.zhongchuang.ground.access.PersonId;
import org.zhongchuang.ground.audit.AuditLog;
import org.zhongchuang.ground.kernel.Sha256;

/**
 * One-time links to set a password: an administrator makes one for a new person or one who has forgotten it, and hands
 * it over in person or by telephone, since there is no mail yet.
 *
 * <p>A link works once and for a day; a new one makes the one before it worthless. It opens no session and takes no
 * second factor away.
 */
@Service
public class PasswordLinks {

    /**
     * How long a link works. A technical limit: long enough for the next working morning, short enough to be watched.
     */
    public static final Duration LIFE = Duration.ofHours(24);

    private static final int TOKEN_BYTES = 24;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Credentials credentials;
    private final Passwords passwords;
    private final AuditLog audit;
    private final PasswordAdvice advice;
    private final SecureRandom random = new SecureRandom();

    PasswordLinks(
            JdbcClient jdbc,
            Clock clock,
            Credentials credentials,
            Passwords passwords,
            AuditLog audit,
            PasswordAdvice advice) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.credentials = credentials;
        this.passwords = passwords;
        this.audit = audit;
        this.advice = advice;
    }

    /** What came of setting a password through a link. */
    public sealed interface Result {

        record Set(String login) implements Result {}

        record Refused(PasswordRules.Reason reason) implements Result {}

        /** The link was used, replaced, is too old or was never made. */
        record Dead() implements Result {}
    }

    /** Makes a link for somebody else; an open one of theirs is replaced. */
    @Transactional
    public PasswordLink make(Actor administrator, PersonId person) {
        var bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        var token = HexFormat.of().formatHex(bytes);
        var now = clock.instant();
        var login = credentials.holder(person).orElseThrow().login();
        jdbc.sql("delete from identity.link where person = :person and used_at is null")
                .param("person", person.value())
                .update();
        jdbc.sql("""
                        insert into identity.link (id, token_hash, person, made_by, made_at, expires_at)
                        values (:id, :hash, :person, :by, :now, :expires)
                        """)
                .param("id", UUID.randomUUID())
                .param("hash", Sha256.hex(token))
                .param("person", person.value())
                .param("by", administrator.person().value())
                .param("now", Timestamp.from(now))
                .param("expires", Timestamp.from(now.plus(LIFE)))
                .update();
        audit.record(administrator, "password.reset-link", login, "");
        return new PasswordLink(token, now.plus(LIFE));
    }

    /** Whose password a link sets, while it works. */
    public Optional<Credentials.Holder> owner(String token) {
        return jdbc.sql(
                        "select person from identity.link where token_hash = :hash and used_at is null and expires_at > :now")
                .param("hash", Sha256.hex(token))
                .param("now", Timestamp.from(clock.instant()))
                .query(UUID.class)
                .optional()
                .map(PersonId::new)
                .flatMap(credentials::holder)
                .filter(holder -> !holder.disabled());
    }

    /** Sets the password of the link's owner. All of their sessions end; they sign in with the new password. */
    @Transactional
    public Result set(String token, String password) {
        var owner = owner(token);
        if (owner.isEmpty()) {
            return new Result.Dead();
        }
        var reason = advice.against(password, owner.get().login(), owner.get().name());
        if (reason.isPresent()) {
            return new Result.Refused(reason.get());
        }
        var taken = jdbc.sql("update identity.link set used_at = :now where token_hash = :hash and used_at is null")
                .param("now", Timestamp.from(clock.instant()))
                .param("hash", Sha256.hex(token))
                .update();
        if (taken == 0) {
            return new Result.Dead();
        }
        passwords.set(owner.get(), password);
        audit.recordOf(owner.get().person(), "password.reset", owner.get().login(), "");
        return new Result.Set(owner.get().login());
    }
}
