package org.zhongchuang.ground.access;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Slows down who guesses passwords, without keeping out a city behind one address or an account that somebody else
 * hammers (decision 19).
 *
 * <p>A browser that has signed in to the account before counts for itself alone. Every other one counts three times:
 * for the account at its address, for the account, and for its address. Only wrong passwords count in the end: what was
 * taken for a right one is given back.
 */
@Component
public class SignInGuard {

    private final Throttle throttle;
    private final KnownBrowsers browsers;
    private final ApplicationEventPublisher events;

    SignInGuard(Throttle throttle, KnownBrowsers browsers, ApplicationEventPublisher events) {
        this.throttle = throttle;
        this.browsers = browsers;
        this.events = events;
    }

    /**
     * Somebody tries a password.
     *
     * @param browser the word that the browser keeps, if it keeps one
     */
    public record Attempt(
            String address, String login, @Nullable String browser) {}

    private record Count(Limit limit, String key) {}

    /**
     * Counts an attempt before its password is looked at.
     *
     * @throws TooMany when it must wait; the password is then not looked at, and the attempt does not count
     */
    public void admit(Attempt attempt) {
        var taken = new ArrayList<Count>();
        for (var one : counts(attempt)) {
            var wait = throttle.take(one.limit(), one.key());
            if (wait.isPresent()) {
                taken.forEach(before -> throttle.giveBack(before.limit(), before.key()));
                events.publishEvent(new SignInSlowed(attempt.login(), one.limit(), wait.get()));
                throw new TooMany(one.limit(), wait.get());
            }
            taken.add(one);
        }
    }

    /** Takes note of a right password and returns the word that the browser shall keep. */
    public String succeeded(Attempt attempt) {
        for (var one : counts(attempt)) {
            switch (one.limit()) {
                case SIGN_IN_OF_PAIR, SIGN_IN_OF_BROWSER -> throttle.forget(one.limit(), one.key());
                default -> throttle.giveBack(one.limit(), one.key());
            }
        }
        return browsers.remember(attempt.login(), attempt.browser());
    }

    private List<Count> counts(Attempt attempt) {
        var login = KnownBrowsers.plain(attempt.login());
        return browsers.knows(login, attempt.browser())
                ? List.of(new Count(Limit.SIGN_IN_OF_BROWSER, login + " " + attempt.browser()))
                : List.of(
                        new Count(Limit.SIGN_IN_OF_PAIR, login + " " + attempt.address()),
                        new Count(Limit.SIGN_IN_OF_ACCOUNT, login),
                        new Count(Limit.SIGN_IN_AT_ADDRESS, attempt.address()));
    }

    /** An attempt to sign in was made to wait. {@code login} is what was typed. */
    public record SignInSlowed(String login, Limit limit, Duration howLong) {}
}
