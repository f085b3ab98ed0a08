package org.zhongchuang.procedure.worklist;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.procedure.casework.CaseFile;

/**
 * The list of cases that somebody looked at last, with its filters, so that a case leads back to it and on to the next.
 * It is remembered in their browser; what stands there is read like an address, and nothing else is taken from it.
 */
@Component
public class LastList {

    private static final String COOKIE = "inbox";

    private final Worklist worklist;
    private final Policies policies;

    LastList(Worklist worklist, Policies policies) {
        this.worklist = worklist;
        this.policies = policies;
    }

    /** Keeps the filters until the browser is closed. */
    public void remember(Query query, HttpServletRequest request, HttpServletResponse response) {
        var cookie = ResponseCookie.from(
                        COOKIE, URLEncoder.encode(ListAddress.of(query).full(), StandardCharsets.UTF_8))
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    /** What the remembered list was asked for; the list of what waits where nothing is remembered. */
    public Query of(HttpServletRequest request, Actor actor) {
        var cookie = WebUtils.getCookie(request, COOKIE);
        var asked = cookie == null ? Map.<String, String>of() : asked(cookie.getValue());
        return ListAddress.of(asked).query(policies.current(), worklist.opening(actor));
    }

    /** The case after this one in a list; none where there is no other. */
    public Optional<CaseFile> next(Actor actor, Query query, CaseFile file) {
        return worklist.next(actor, query, file);
    }

    /** The filters by name; none where what was remembered is no address. */
    private static Map<String, String> asked(String cookie) {
        try {
            var address = URLDecoder.decode(cookie, StandardCharsets.UTF_8);
            return Stream.of(address.replaceFirst("^[^?]*[?]?", "").split("&", -1))
                    .map(pair -> pair.split("=", 2))
                    .filter(pair -> pair.length == 2)
                    .collect(Collectors.toMap(
                            pair -> pair[0],
                            pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8),
                            (one, _) -> one));
        } catch (IllegalArgumentException _) {
            return Map.of();
        }
    }
}
