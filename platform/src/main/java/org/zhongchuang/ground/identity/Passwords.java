package org.zhongchuang.ground.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Accounts;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Credentials;
import org.zhongchuang.ground.audit.AuditLog;
import org.zhongchuang.ground.audit.SignInTrace;

/** Somebody's own password: changed by who knows the old one. */
@Service
public class Passwords {

    private final Credentials credentials;
    private final PasswordEncoder encoder;
    private final PasswordRules rules;
    private final Sessions sessions;
    private final Accounts accounts;
    private final Tries tries;
    private final AuditLog audit;
    private final SignInTrace trace;

    Passwords(
            Credentials credentials,
            PasswordEncoder encoder,
            PasswordRules rules,
            Sessions sessions,
            Accounts accounts,
            Tries tries,
            AuditLog audit,
            SignInTrace trace) {
        this.credentials = credentials;
        this.encoder = encoder;
        this.rules = rules;
        this.sessions = sessions;
        this.accounts = accounts;
        this.tries = tries;
        this.audit = audit;
        this.trace = trace;
    }

    /** What came of a change. */
    public sealed interface Result {

        record Changed() implements Result {}

        record Refused(Text reason) implements Result {}
    }

    /** Why a change is refused besides the rules for the new password. */
    private static final Text WRONG = Text.of("现在的密码不对。", "The present password is wrong.");

    private static final Text SAME = Text.of("新密码和现在的一样。", "The new password is the present one.");

    /** Whether that is the person's password. */
    @Transactional
    public Proof check(Actor person, String password) {
        if (tries.areTooMany(person.person())) {
            return Proof.WAIT;
        }
        var right = credentials
                .hashOf(person.person())
                .filter(hash -> encoder.matches(password, hash))
                .isPresent();
        tries.count(person.person(), right);
        if (!right) {
            trace.failed(person.login(), "sign-in.failed");
        }
        return right ? Proof.RIGHT : Proof.WRONG;
    }

    /** Changes a password and ends all other sessions of its owner; {@code session} is the one that goes on. */
    @Transactional
    public Result change(Actor person, String old, String wanted, String session) {
        var proof = check(person, old);
        if (proof != Proof.RIGHT) {
            return new Result.Refused(proof == Proof.WAIT ? Proof.LATER : WRONG);
        }
        if (wanted.equals(old)) {
            return new Result.Refused(SAME);
        }
        var reason = against(wanted, person.login(), person.name());
        if (reason.isPresent()) {
            return new Result.Refused(reason.get().text());
        }
        credentials.keep(person.person(), String.valueOf(encoder.encode(wanted)));
        sessions.endOthers(person.login(), session);
        audit.record(person, "password.change", person.login(), "");
        return new Result.Changed();
    }

    /** Sets a password whatever the old one was, and ends all sessions of its owner. */
    void set(Credentials.Holder owner, String password) {
        credentials.keep(owner.person(), String.valueOf(encoder.encode(password)));
        sessions.endAll(owner.login());
    }

    /** What speaks against a password of that person. */
    public Optional<PasswordRules.Reason> against(String password, String login, String name) {
        var words = new ArrayList<>(List.of(login, name));
        accounts.appointmentsOf(login).stream().map(Actor::unit).distinct().forEach(words::add);
        return against(password, words);
    }

    /** What speaks against a password of somebody of whom those words are known. */
    public Optional<PasswordRules.Reason> against(String password, List<String> words) {
        return rules.against(password, words);
    }
}
