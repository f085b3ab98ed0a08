package org.zhongchuang.ground.shell;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.http.ResponseCookie;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.filter.OncePerRequestFilter;
import org.zhongchuang.ground.access.KnownBrowsers;
import org.zhongchuang.ground.access.SignInGuard;
import org.zhongchuang.ground.access.SignInGuard.Attempt;
import org.zhongchuang.ground.access.TooMany;

/**
 * Lets a sign-in form through to where its password is looked at, or makes it wait; and gives a browser that has signed
 * in the word by which it is known again.
 */
@Component
class SignInBrake extends OncePerRequestFilter {

    static final String COOKIE = "known-browser";

    private final SignInGuard guard;

    SignInBrake(SignInGuard guard) {
        this.guard = guard;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST") || !request.getRequestURI().equals("/sign-in");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            guard.admit(attempt(request, Objects.requireNonNullElse(request.getParameter("login"), "")));
        } catch (TooMany tooMany) {
            ProblemPages.refuse(request, response, tooMany);
            return;
        }
        chain.doFilter(request, response);
    }

    /** Whatever the browser signed in with, a password or a passkey. */
    @EventListener
    void signedIn(AuthenticationSuccessEvent success) {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                && attributes.getResponse() != null) {
            signedIn(success.getAuthentication().getName(), attributes.getRequest(), attributes.getResponse());
        }
    }

    void signedIn(String login, HttpServletRequest request, HttpServletResponse response) {
        var word = guard.succeeded(attempt(request, login));
        response.addHeader(
                "Set-Cookie",
                ResponseCookie.from(cookieOf(request), word)
                        .path("/")
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .maxAge(KnownBrowsers.REMEMBERED)
                        .build()
                        .toString());
    }

    private static Attempt attempt(HttpServletRequest request, String login) {
        return new Attempt(request.getRemoteAddr(), login, word(request));
    }

    /** Over TLS the name is one that no neighbouring host can set. */
    private static String cookieOf(HttpServletRequest request) {
        return request.isSecure() ? OutsideConfiguration.HOST_ONLY + COOKIE : COOKIE;
    }

    static @Nullable String word(HttpServletRequest request) {
        var cookies = request.getCookies();
        return cookies == null
                ? null
                : Stream.of(cookies)
                        .filter(cookie -> cookie.getName().equals(cookieOf(request)))
                        .map(Cookie::getValue)
                        .findFirst()
                        .orElse(null);
    }
}
