package org.zhongchuang.ground.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.zhongchuang.ground.access.Accounts;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.audit.SignInTrace;
import org.zhongchuang.ground.shell.Entrance;

/**
 * Between a right password and the first page: the second factor of those who need one, the end of a session's life,
 * and how old the last proof is.
 */
@Component
public class Threshold implements Entrance {

    /** The page that asks for the second factor. */
    public static final String SECOND = "/sign-in/second";

    /** The page on which somebody who needs a second factor sets one up. */
    public static final String SET_UP = "/sign-in/factor";

    private final Accounts accounts;
    private final SecondFactors factors;
    private final SessionSettings settings;
    private final IdentitySettings installation;
    private final Clock clock;
    private final SignInTrace trace;

    Threshold(
            Accounts accounts,
            SecondFactors factors,
            SessionSettings settings,
            IdentitySettings installation,
            Clock clock,
            SignInTrace trace) {
        this.accounts = accounts;
        this.factors = factors;
        this.settings = settings;
        this.installation = installation;
        this.clock = clock;
        this.trace = trace;
    }

    @Override
    public Progress progress(HttpServletRequest request, Authentication person, List<Actor> appointments) {
        var signedIn = signedIn(request, person, appointments);
        if (installation.enabled()) {
            return new Progress.Inside();
        }
        if (Duration.between(signedIn.at(), clock.instant()).compareTo(settings.lifetime()) > 0) {
            return new Progress.Ended();
        }
        return switch (signedIn.step()) {
            case SHOWN -> new Progress.Inside();
            case OWED -> new Progress.Next(SECOND);
            case NONE ->
                needsFactor(appointments)
                        ? new Progress.Next(factors.has(signedIn.login()) ? SECOND : SET_UP)
                        : new Progress.Inside();
        };
    }

    @Override
    public boolean isFresh(HttpServletRequest request) {
        return installation.enabled()
                || present(request)
                        .filter(signedIn -> Duration.between(provenAt(signedIn), clock.instant())
                                        .compareTo(settings.fresh())
                                <= 0)
                        .isPresent();
    }

    @Override
    public boolean mayAddPasskey(HttpServletRequest request) {
        var person = person();
        if (person.isEmpty()) {
            return false;
        }
        var appointments = accounts.appointmentsOf(person.get().getName());
        return switch (progress(request, person.get(), appointments)) {
            case Progress.Inside _ -> isFresh(request);
            case Progress.Next(var page) -> page.equals(SET_UP) && isFresh(request);
            case Progress.Ended _ -> false;
        };
    }

    /** The sign-in of this request, however far it has come; empty for a visitor. */
    public Optional<SignedIn> present(HttpServletRequest request) {
        return person().map(person -> signedIn(request, person, accounts.appointmentsOf(person.getName())));
    }

    /** How far the person of this request has come; empty for a visitor. */
    public Optional<Progress> progress(HttpServletRequest request) {
        return person().map(person -> progress(request, person, accounts.appointmentsOf(person.getName())));
    }

    /** The second factor was shown: the session goes on under a new name. */
    public void shown(HttpServletRequest request) {
        present(request).ifPresent(signedIn -> {
            keep(request, signedIn.shown(clock.instant()));
            trace.came(signedIn.login(), "sign-in.second-factor");
        });
    }

    /** Its owner proved once more who they are: the session goes on under a new name. */
    public void proven(HttpServletRequest request) {
        present(request).ifPresent(signedIn -> {
            keep(request, signedIn.proven(clock.instant()));
            trace.came(signedIn.login(), "sign-in.confirmed");
        });
    }

    /** Whether sessions, factors and proofs are as in a demonstration. */
    public boolean isDemonstration() {
        return installation.enabled();
    }

    /** Whether somebody with those appointments must have a second factor. */
    public static boolean needsFactor(List<Actor> appointments) {
        return appointments.stream().anyMatch(one -> one.role().isOfficial());
    }

    private static void keep(HttpServletRequest request, SignedIn signedIn) {
        request.getSession().setAttribute(SignedIn.KEPT, signedIn);
        request.changeSessionId();
    }

    private static Optional<Authentication> person() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .filter(one -> !(one instanceof AnonymousAuthenticationToken) && one.isAuthenticated());
    }

    /** What the session remembers, made when a sign-in is met for the first time. */
    private SignedIn signedIn(HttpServletRequest request, Authentication person, List<Actor> appointments) {
        var session = request.getSession();
        var shownByPasskey = shownAt(person, FactorGrantedAuthority.WEBAUTHN_AUTHORITY);
        if (session.getAttribute(SignedIn.KEPT) instanceof SignedIn known
                && known.login().equals(person.getName())) {
            // A passkey may be shown in the middle of a session, as the second proof or the newest.
            if (shownByPasskey == null || !shownByPasskey.isAfter(known.provenAt())) {
                return known;
            }
            var shown = known.shown(shownByPasskey);
            session.setAttribute(SignedIn.KEPT, shown);
            return shown;
        }
        var now = clock.instant();
        var step = shownByPasskey != null
                ? SignedIn.Step.SHOWN
                : !installation.enabled() && factors.hasAuthenticator(person.getName())
                        ? SignedIn.Step.OWED
                        : SignedIn.Step.NONE;
        var agent =
                Optional.ofNullable(request.getHeader(HttpHeaders.USER_AGENT)).orElse("");
        var signedIn = new SignedIn(person.getName(), now, SignedIn.device(agent), step, now);
        session.setAttribute(SignedIn.KEPT, signedIn);
        limit(session, appointments);
        return signedIn;
    }

    private void limit(HttpSession session, List<Actor> appointments) {
        if (!installation.enabled()) {
            var idle = needsFactor(appointments) ? settings.officialIdle() : settings.idle();
            session.setMaxInactiveInterval(Math.toIntExact(idle.toSeconds()));
        }
    }

    private Instant provenAt(SignedIn signedIn) {
        var passkey = person().map(one -> shownAt(one, FactorGrantedAuthority.WEBAUTHN_AUTHORITY))
                .orElse(null);
        return passkey != null && passkey.isAfter(signedIn.provenAt()) ? passkey : signedIn.provenAt();
    }

    private static @Nullable Instant shownAt(Authentication person, String factor) {
        return person.getAuthorities().stream()
                .filter(FactorGrantedAuthority.class::isInstance)
                .map(FactorGrantedAuthority.class::cast)
                .filter(one -> factor.equals(one.getAuthority()))
                .map(FactorGrantedAuthority::getIssuedAt)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
