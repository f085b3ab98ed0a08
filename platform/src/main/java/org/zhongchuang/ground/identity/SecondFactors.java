package org.zhongchuang.ground.identity;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.ground.access.Accounts;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.PersonId;
import org.zhongchuang.ground.audit.AuditLog;
import org.zhongchuang.ground.audit.SignInTrace;

/**
 * What people have besides their password: an authenticator that shows codes, recovery codes for the day it is lost,
 * and passkeys.
 */
@Service
public class SecondFactors {

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Tries tries;
    private final AuditLog audit;
    private final SignInTrace trace;
    private final Authenticators authenticators;

    SecondFactors(
            JdbcClient jdbc,
            Accounts accounts,
            Tries tries,
            AuditLog audit,
            SignInTrace trace,
            Authenticators authenticators) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.tries = tries;
        this.audit = audit;
        this.trace = trace;
        this.authenticators = authenticators;
    }

    /** Whether somebody has an authenticator or a passkey. */
    public boolean has(String login) {
        return hasAuthenticator(login) || hasPasskey(login);
    }

    public boolean hasAuthenticator(String login) {
        return authenticators.has(login);
    }

    public boolean hasPasskey(String login) {
        return jdbc.sql(
                        "select exists (select 1 from user_credentials c join user_entities e on e.id = c.user_entity_user_id where e.name = :login)")
                .param("login", login)
                .query(Boolean.class)
                .single();
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
        var step = authenticators.stepOf(code, sealed);
        tries.count(person, step.isPresent());
        if (step.isEmpty()) {
            return Optional.empty();
        }
        authenticators.keep(person, sealed, step.getAsLong());
        audit.recordOf(person, actor, "factor.add", login, "authenticator");
        return Optional.of(authenticators.newRecoveryCodes(person));
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
        var recovery = Authenticators.isRecoveryCode(typed);
        var right = recovery ? authenticators.useRecoveryCode(person, typed) : authenticators.useCode(person, typed);
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
        return authenticators.newRecoveryCodes(actor.person());
    }

    /** Takes an authenticator and its recovery codes away. */
    @Transactional
    public void removeAuthenticator(PersonId person) {
        authenticators.remove(person);
    }

    /** Takes all second factors of somebody away, who lost them: they set up another at their next sign-in. */
    @Transactional
    public void reset(PersonId person, String login) {
        authenticators.remove(person);
        jdbc.sql(
                        "delete from user_credentials where user_entity_user_id in (select id from user_entities where name = :login)")
                .param("login", login)
                .update();
    }
}
