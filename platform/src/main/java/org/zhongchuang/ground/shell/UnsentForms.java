package org.zhongchuang.ground.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.zhongchuang.ground.access.KnownBrowsers;
import org.zhongchuang.ground.access.Limit;
import org.zhongchuang.ground.access.Throttle;
import org.zhongchuang.ground.file.Seal;
import org.zhongchuang.ground.shell.UnsentForm.Field;

/**
 * Keeps in the session what somebody typed until they have proved who they are. Numbers by which a person or a bank
 * account is known are kept only for whoever is signed in and is merely asked once more: sealed, and for minutes.
 */
@Component
class UnsentForms {

    /** As long as it takes to prove who one is. */
    private static final Duration NUMBERS_ARE_KEPT = Duration.ofMinutes(10);

    private final KnownBrowsers browsers;
    private final Throttle throttle;
    private final Seal seal;
    private final Clock clock;

    UnsentForms(KnownBrowsers browsers, Throttle throttle, Seal seal, Clock clock) {
        this.browsers = browsers;
        this.throttle = throttle;
        this.seal = seal;
        this.clock = clock;
    }

    /** Keeps a form for whoever held the browser's last session. Of a browser that never held one nothing is kept. */
    boolean keep(HttpServletRequest request) {
        var known = signedIn();
        if (known.isPresent()) {
            var form = UnsentForm.of(known.get().getName(), request, clock.instant());
            form.ifPresent(one -> {
                UnsentForm.numbers(request).forEach(number -> one.sealed().add(sealed(number)));
                request.getSession().setAttribute(UnsentForm.KEPT, one);
            });
            return form.isPresent();
        }
        var word = SignInBrake.word(request);
        var form = browsers.lastLogin(word).flatMap(login -> UnsentForm.of(login, request, clock.instant()));
        if (word == null
                || form.isEmpty()
                || throttle.take(Limit.UNSENT_FORM, word).isPresent()) {
            return false;
        }
        request.getSession().setAttribute(UnsentForm.KEPT, form.get());
        return true;
    }

    /** Gives a form back to its sender, once. */
    Optional<UnsentForm> take(String login, HttpServletRequest request) {
        var kept = request.getSession().getAttribute(UnsentForm.KEPT);
        request.getSession().removeAttribute(UnsentForm.KEPT);
        return kept instanceof UnsentForm form && form.login().equals(login)
                ? Optional.of(withNumbers(form))
                : Optional.empty();
    }

    private UnsentForm withNumbers(UnsentForm form) {
        var isLate = clock.instant().isAfter(form.keptAt().plus(NUMBERS_ARE_KEPT));
        var numbers = isLate ? Stream.<Field>empty() : form.sealed().stream().map(this::opened);
        return new UnsentForm(
                form.login(),
                form.path(),
                new ArrayList<>(Stream.concat(form.fields().stream(), numbers).toList()),
                new ArrayList<>(),
                form.files(),
                form.keptAt());
    }

    private Field sealed(Field number) {
        return new Field(number.name(), HexFormat.of().formatHex(seal.close(number.value())));
    }

    private Field opened(Field number) {
        return new Field(number.name(), seal.open(HexFormat.of().parseHex(number.value())));
    }

    /** Whoever has shown a password or a passkey, even if a second proof is still owed. */
    private static Optional<Authentication> signedIn() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .filter(one -> !(one instanceof AnonymousAuthenticationToken) && one.isAuthenticated());
    }
}
