package org.zhongchuang.ground.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;
import org.zhongchuang.ground.access.PersonId;
import org.zhongchuang.ground.file.Seal;
import org.zhongchuang.ground.kernel.Sha256;

/** Authenticators that show codes, and the recovery codes for the day one is lost. */
@Component
public class Authenticators {

    /** Whose codes they are, as authenticators list them. */
    private static final String ISSUER = "众创 Zhongchuang";

    private static final int SECRET_BYTES = 20;
    private static final int RECOVERY_CODES = 10;

    /** 120 bits: too many to be guessed from a plain hash. */
    private static final int RECOVERY_BYTES = 15;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Seal seal;
    private final SecureRandom random = new SecureRandom();

    Authenticators(JdbcClient jdbc, Clock clock, Seal seal) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.seal = seal;
    }

    boolean has(String login) {
        return jdbc.sql(
                        "select exists (select 1 from identity.authenticator a join access.public_person p on p.id = a.person where p.login = :login)")
                .param("login", login)
                .query(Boolean.class)
                .single();
    }

    /** How many recovery codes somebody has left. */
    public int recoveryCodesLeft(PersonId person) {
        return jdbc.sql("select count(*) from identity.recovery_code where person = :person and used_at is null")
                .param("person", person.value())
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

    /** The step whose code that is, if it is one of that secret now. */
    OptionalLong stepOf(String typed, byte[] sealed) {
        return TimeCode.stepOf(plain(typed), opened(sealed), clock.instant(), 0);
    }

    /** Makes the secret somebody's; {@code step} is the one of the code that they showed. */
    void keep(PersonId person, byte[] sealed, long step) {
        jdbc.sql("""
                        insert into identity.authenticator (person, secret, since, last_step) values (:person, :secret, :now, :step)
                        on conflict (person) do update set secret = excluded.secret, since = excluded.since, last_step = excluded.last_step
                        """)
                .param("person", person.value())
                .param("secret", sealed)
                .param("now", Timestamp.from(clock.instant()))
                .param("step", step)
                .update();
    }

    /** Uses the present code of somebody's authenticator; each counts once. */
    boolean useCode(PersonId person, String typed) {
        // The row is held, so that the same code sent twice at once counts once.
        return jdbc.sql("select secret, last_step from identity.authenticator where person = :person for update")
                .param("person", person.value())
                .query((row, _) -> TimeCode.stepOf(
                        plain(typed), opened(row.getBytes("secret")), clock.instant(), row.getLong("last_step")))
                .optional()
                .filter(java.util.OptionalLong::isPresent)
                .filter(step -> jdbc.sql("update identity.authenticator set last_step = :step where person = :person")
                                .param("step", step.getAsLong())
                                .param("person", person.value())
                                .update()
                        == 1)
                .isPresent();
    }

    /** Whether it is as long as no code of an authenticator is. */
    static boolean isRecoveryCode(String typed) {
        return plain(typed).length() > RECOVERY_BYTES;
    }

    /** Uses a recovery code; each counts once. */
    boolean useRecoveryCode(PersonId person, String typed) {
        return jdbc.sql(
                                "update identity.recovery_code set used_at = :now where person = :person and code_hash = :hash and used_at is null")
                        .param("now", Timestamp.from(clock.instant()))
                        .param("person", person.value())
                        .param("hash", Sha256.hex(plain(typed)))
                        .update()
                == 1;
    }

    /** New recovery codes; those before are worth nothing any more. */
    List<String> newRecoveryCodes(PersonId person) {
        jdbc.sql("delete from identity.recovery_code where person = :person")
                .param("person", person.value())
                .update();
        var codes = Stream.generate(this::recoveryCode).limit(RECOVERY_CODES).toList();
        for (var code : codes) {
            jdbc.sql("insert into identity.recovery_code (person, code_hash, made_at) values (:person, :hash, :now)")
                    .param("person", person.value())
                    .param("hash", Sha256.hex(plain(code)))
                    .param("now", Timestamp.from(clock.instant()))
                    .update();
        }
        return codes;
    }

    /** Takes an authenticator and its recovery codes away. */
    void remove(PersonId person) {
        jdbc.sql("delete from identity.authenticator where person = :person")
                .param("person", person.value())
                .update();
        jdbc.sql("delete from identity.recovery_code where person = :person")
                .param("person", person.value())
                .update();
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
