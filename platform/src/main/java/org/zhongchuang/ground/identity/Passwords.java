package org.zhongchuang.ground.identity;

import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Credentials;
import org.zhongchuang.ground.audit.AuditLog;

/** Somebody's own password: changed by who knows the old one. */
@Service
public class Passwords {

    private final Credentials credentials;
    private final PasswordEncoder encoder;
    private final Sessions sessions;
    private final AuditLog audit;
    private final PasswordProof proof;
    private final PasswordAdvice advice;

    Passwords(
            Credentials credentials,
            PasswordEncoder encoder,
            Sessions sessions,
            AuditLog audit,
            PasswordProof proof,
            PasswordAdvice advice) {
        this.credentials = credentials;
        this.encoder = encoder;
        this.sessions = sessions;
        this.audit = audit;
        this.proof = proof;
        this.advice = advice;
    }

    /** What came of a change. */
    public sealed interface Result {

        record Changed() implements Result {}

        record Refused(Text reason) implements Result {}
    }

    /** Why a change is refused besides the rules for the new password. */
    private static final Text WRONG = Text.of("现在的密码不对。", "The present password is wrong.");

    private static final Text SAME = Text.of("新密码和现在的一样。", "The new password is the present one.");

    /** Changes a password and ends all other sessions of its owner; {@code session} is the one that goes on. */
    @Transactional
    public Result change(Actor person, String old, String wanted, String session) {
        var proven = proof.check(person, old);
        if (proven != Proof.RIGHT) {
            return new Result.Refused(proven == Proof.WAIT ? Proof.LATER : WRONG);
        }
        if (wanted.equals(old)) {
            return new Result.Refused(SAME);
        }
        var reason = advice.against(wanted, person.login(), person.name());
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
}
