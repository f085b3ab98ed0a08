package org.zhongchuang.ground.shell;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.web.util.WebUtils;

/**
 * The token each form carries against forgery, kept in a cookie and, once somebody has signed in, bound to the session.
 *
 * <p>For a signed-in person it is a random part and its HMAC under the session's id, which nobody else knows: a pair of
 * cookie and field that somebody planted is refused. Visitors have no session that could be ridden; theirs is random
 * alone, so that reading a public page writes no row.
 */
final class ForgeryTokens implements CsrfTokenRepository {

    private static final String FIELD = "_csrf";
    private static final String HEADER = "X-XSRF-TOKEN";
    private static final String UNBOUND = "";

    private final String cookieName;
    private final boolean secure;

    ForgeryTokens(String cookieName, boolean secure) {
        this.cookieName = cookieName;
        this.secure = secure;
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        var random = UUID.randomUUID().toString();
        var session = sessionOf(request);
        return token(session.isEmpty() ? random : random + "." + seal(session, random));
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        var cookie = new Cookie(cookieName, token == null ? "" : token.getToken());
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(secure);
        cookie.setMaxAge(token == null ? 0 : -1);
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, cookieName);
        if (cookie == null || cookie.getValue().isEmpty()) {
            return null;
        }
        var session = sessionOf(request);
        return session.isEmpty() || isBound(cookie.getValue(), session) ? token(cookie.getValue()) : null;
    }

    private static boolean isBound(String value, String session) {
        var dot = value.indexOf('.');
        return dot > 0
                && MessageDigest.isEqual(
                        value.substring(dot + 1).getBytes(UTF_8),
                        seal(session, value.substring(0, dot)).getBytes(UTF_8));
    }

    /** The id of the session of somebody who has signed in, or {@link #UNBOUND}. */
    private static String sessionOf(HttpServletRequest request) {
        var session = request.getSession(false);
        return session == null || SecurityContextHolder.getContext().getAuthentication() == null
                ? UNBOUND
                : session.getId();
    }

    private static String seal(String session, String random) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(session.getBytes(UTF_8), mac.getAlgorithm()));
            return HexFormat.of().formatHex(mac.doFinal(random.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    private static CsrfToken token(String value) {
        return new DefaultCsrfToken(HEADER, FIELD, value);
    }
}
