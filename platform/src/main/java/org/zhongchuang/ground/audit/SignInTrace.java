package org.zhongchuang.ground.audit;

import java.util.Locale;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.AuthenticationFailureDisabledEvent;
import org.springframework.security.authentication.event.AuthenticationFailureLockedEvent;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.stereotype.Service;
import org.zhongchuang.ground.access.Accounts;
import org.zhongchuang.ground.access.PersonId;

/**
 * Writes down who signs in and out, and who tries to. A name that is no account's is not kept: people type their
 * password into the wrong field.
 */
@Service
public class SignInTrace {

    private final Accounts accounts;
    private final AuditLog log;
    private final FrequentActs frequent;

    SignInTrace(Accounts accounts, AuditLog log, FrequentActs frequent) {
        this.accounts = accounts;
        this.log = log;
        this.frequent = frequent;
    }

    /** Somebody came in, in the way that the act says. */
    public void came(String login, String act) {
        person(login).ifPresent(one -> log.recordOf(one, act, login, ""));
    }

    /** Somebody was turned away for the reason that the act says. */
    public void failed(String login, String act) {
        person(login)
                .ifPresentOrElse(
                        one -> frequent.countOf(one, act, login.toLowerCase(Locale.ROOT), ""),
                        () -> frequent.countWithoutActor(
                                act.equals("sign-in.failed") ? "sign-in.failed-unknown" : act, "", ""));
    }

    @EventListener
    void hear(InteractiveAuthenticationSuccessEvent success) {
        came(success.getAuthentication().getName(), "sign-in.password");
    }

    @EventListener
    void hear(AbstractAuthenticationFailureEvent failure) {
        var login = failure.getAuthentication().getName();
        switch (failure) {
            case AuthenticationFailureLockedEvent _ -> failed(login, "sign-in.locked");
            case AuthenticationFailureDisabledEvent _ -> failed(login, "sign-in.disabled");
            default -> failed(login, "sign-in.failed");
        }
    }

    @EventListener
    void hear(LogoutSuccessEvent out) {
        var login = out.getAuthentication().getName();
        person(login).ifPresent(one -> log.recordOf(one, "sign-out", login, ""));
    }

    private Optional<PersonId> person(String login) {
        return accounts.personWith(login.toLowerCase(Locale.ROOT));
    }
}
