package org.zhongchuang.ground.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.UriUtils;
import org.zhongchuang.ground.access.Accounts;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.audit.AuditLog;
import org.zhongchuang.ground.audit.SignInTrace;
import org.zhongchuang.ground.file.Seal;
import org.zhongchuang.ground.kernel.Sha256;

/**
 * What people have besides their password: an authenticator that shows codes, recovery codes for the day it is lost,
 * and passkeys.
 */
@Service
public class SecondFactors {

    /** Whose codes they are, as authenticators list them. */
    private static final String ISSUER = "众创 Zhongchuang";

    private static final int SECRET_BYTES = 20;
    private static final int RECOVERY_CODES = 10;

    /** 120 bits: too many to be guessed from a plain hash. */
    private static final int RECOVERY_BYTES = 15;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Accounts accounts;
    private final Seal seal;
    private final Tries tries;
    private final AuditLog audit;
    private final SignInTrace trace;
    private final SecureRandom random = new SecureRandom();

    SecondFactors(
            JdbcClient jdbc,
            Clock clock,
            Accounts accounts,
            Seal seal,
            Tries tries,
            AuditLog audit,
            SignInTrace trace) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.accounts = accounts;
        this.seal = seal;
        this.tries = tries;
        this.audit = audit;
        this.trace = trace;
    }

    /** Whether somebody has an authenticator or a passkey. */
    public boolean has(String login) {
        return hasAuthenticator(login) || hasPasskey(login);
    }

    public boolean hasAuthenticator(String login) {
        return jdbc.sql(
                        "select exists (select 1 from identity.authenticator a join access.public_person p on p.id = a.person where p.login = :login)")
                .param("login", login)
                .query(Boolean.class)
                .single();
    }

    public boolean hasPasskey(String login) {
        return jdbc.sql(
                        "select exists (select 1 from user_credentials c join user_entities e on e.id = c.user_entity_user_id where e.name = :login)")
                .param("login", login)
                .query(Boolean.class)
                .single();
    }

    /** How many recovery codes somebody has left. */
    public int recoveryCodesLeft(UUID person) {
        return jdbc.sql("select count(*) from identity.recovery_code where person = :person and used_at is null")
                .param("person", person)
                .query(Integer.class)
                .single();
    }

    /**
     * A new secret for an authenticator, not yet anybody's; sealed, as it may lie in a session until it is confirmed.
     */
    public byte[] newSecret() {
        var secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return seal.close(HexFormat.of().formatHex(secret));
    }

    /** The secret as people type it and authenticators read it. */
    public String written(byte[] sealed) {
        return Base32.of(opened(sealed));
    }

    /** The secret with all that an authenticator needs to know, as it reads it with its camera. */
    public String address(String login, byte[] sealed) {
        return "otpauth://totp/%s?secret=%s&issuer=%s&algorithm=SHA1&digits=6&period=30"
                .formatted(
                        UriUtils.encode(ISSUER + ":" + login, UTF_8), written(sealed), UriUtils.encode(ISSUER, UTF_8));
    }

    /**
     * Makes the secret somebody's once they show a code of it. Their recovery codes are made anew and returned; they
     * are shown once. Empty when the code is wrong.
     *
     * @param actor under what appointment; empty before a first second factor lets anybody act
     */
    @Transactional
    public Optional<List<String>> confirm(String login, byte[] sealed, String code, Optional<Actor> actor) {
        var person = accounts.personWith(login).orElseThrow();
        if (tries.areTooMany(person)) {
            return Optional.empty();
        }
        var now = clock.instant();
        var step = TimeCode.stepOf(plain(code), opened(sealed), now, 0);
        tries.count(person, step.isPresent());
        if (step.isEmpty()) {
            return Optional.empty();
        }
        jdbc.sql("""
                        insert into identity.authenticator (person, secret, since, last_step) values (:person, :secret, :now, :step)
                        on conflict (person) do update set secret = excluded.secret, since = excluded.since, last_step = excluded.last_step
                        """)
                .param("person", person)
                .param("secret", sealed)
                .param("now", Timestamp.from(now))
                .param("step", step.getAsLong())
                .update();
        audit.recordOf(person, actor, "factor.add", login, "authenticator");
        return Optional.of(recoveryCodes(person));
    }

    /**
     * Whether that is the authenticator's present code or one of the recovery codes; each counts once.
     *
     * @param actor under what appointment; empty at sign-in
     */
    @Transactional
    public Proof check(String login, String typed, Optional<Actor> actor) {
        var person = accounts.personWith(login).orElseThrow();
        if (tries.areTooMany(person)) {
            return Proof.WAIT;
        }
        var code = plain(typed);
        var recovery = code.length() > RECOVERY_BYTES;
        var right = recovery ? useRecoveryCode(person, code) : useCode(person, code);
        tries.count(person, right);
        if (!right) {
            trace.failed(login, "sign-in.failed-second-factor");
        } else if (recovery) {
            audit.recordOf(person, actor, "recovery-code.use", login, "");
        }
        return right ? Proof.RIGHT : Proof.WRONG;
    }

    /** New recovery codes; those before are worth nothing any more. */
    @Transactional
    public List<String> newRecoveryCodes(Actor actor) {
        audit.record(actor, "recovery-code.make", actor.login(), "");
        return recoveryCodes(actor.person());
    }

    private List<String> recoveryCodes(UUID person) {
        jdbc.sql("delete from identity.recovery_code where person = :person")
                .param("person", person)
                .update();
        var codes = Stream.generate(this::recoveryCode).limit(RECOVERY_CODES).toList();
        for (var code : codes) {
            jdbc.sql("insert into identity.recovery_code (person, code_hash, made_at) values (:person, :hash, :now)")
                    .param("person", person)
                    .param("hash", Sha256.hex(plain(code)))
                    .param("now", Timestamp.from(clock.instant()))
                    .update();
        }
        return codes;
    }

    /** Takes an authenticator and its recovery codes away. */
    @Transactional
    public void removeAuthenticator(UUID person) {
        jdbc.sql("delete from identity.authenticator where person = :person")
                .param("person", person)
                .update();
        jdbc.sql("delete from identity.recovery_code where person = :person")
                .param("person", person)
                .update();
    }

    /** Takes all second factors of somebody away, who lost them: they set up another at their next sign-in. */
    @Transactional
    public void reset(UUID person, String login) {
        removeAuthenticator(person);
        jdbc.sql(
                        "delete from user_credentials where user_entity_user_id in (select id from user_entities where name = :login)")
                .param("login", login)
                .update();
    }

    private boolean useCode(UUID person, String code) {
        // The row is held, so that the same code sent twice at once counts once.
        return jdbc.sql("select secret, last_step from identity.authenticator where person = :person for update")
                .param("person", person)
                .query((row, _) -> TimeCode.stepOf(
                        code, opened(row.getBytes("secret")), clock.instant(), row.getLong("last_step")))
                .optional()
                .filter(java.util.OptionalLong::isPresent)
                .filter(step -> jdbc.sql("update identity.authenticator set last_step = :step where person = :person")
                                .param("step", step.getAsLong())
                                .param("person", person)
                                .update()
                        == 1)
                .isPresent();
    }

    private boolean useRecoveryCode(UUID person, String code) {
        return jdbc.sql(
                                "update identity.recovery_code set used_at = :now where person = :person and code_hash = :hash and used_at is null")
                        .param("now", Timestamp.from(clock.instant()))
                        .param("person", person)
                        .param("hash", Sha256.hex(code))
                        .update()
                == 1;
    }

    private String recoveryCode() {
        var bytes = new byte[RECOVERY_BYTES];
        random.nextBytes(bytes);
        return Base32.of(bytes).toLowerCase(Locale.ROOT).replaceAll("(.{4})(?=.)", "$1-");
    }

    private byte[] opened(byte[] sealed) {
        return HexFormat.of().parseHex(seal.open(sealed));
    }

    /** A code without the spaces and hyphens people type into it. */
    private static String plain(String code) {
        return code.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
    }
}
