package org.zhongchuang.ground.identity;

import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Credentials;
import org.zhongchuang.ground.audit.SignInTrace;

/** Proving who one is by the password; wrong tries are counted and told. */
@Service
public class PasswordProof {

    private final Credentials credentials;
    private final PasswordEncoder encoder;
    private final Tries tries;
    private final SignInTrace trace;

    PasswordProof(Credentials credentials, PasswordEncoder encoder, Tries tries, SignInTrace trace) {
        this.credentials = credentials;
        this.encoder = encoder;
        this.tries = tries;
        this.trace = trace;
    }

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
}
