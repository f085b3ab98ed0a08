package org.zhongchuang.procedure.inbox.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.procedure.inbox.Cases.Query;

/**
 * The list of cases that somebody looked at last, with its filters, so that a case leads back to it and on to the next.
 * It is remembered in their browser; what stands there is read like an address, and nothing else is taken from it.
 */
final class LastList {

    private static final String COOKIE = "inbox";

    private LastList() {}

    /** Keeps the filters until the browser is closed. */
    static void remember(Query query, HttpServletRequest request, HttpServletResponse response) {
        var cookie = ResponseCookie.from(COOKIE, URLEncoder.encode(address(query), StandardCharsets.UTF_8))
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    /** What is remembered, as it was kept; empty where nothing is. */
    static String of(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, COOKIE);
        return cookie == null ? "" : cookie.getValue();
    }

    /** What the remembered list was asked for; the list of what waits where nothing is remembered. */
    static Query query(String cookie, PolicyPack pack, boolean watching) {
        var asked = asked(cookie);
        return new InboxPages.Asked(
                        asked.get("q"), asked.get("step"), asked.get("area"), asked.get("due"), asked.get("show"), null)
                .query(pack, watching);
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

    /** The address of a list, from its first page on. */
    static String address(Query query) {
        var asked = new LinkedHashMap<String, String>();
        asked.put("show", query.all() ? "all" : "");
        asked.put("q", query.words());
        asked.put("step", query.step() == null ? "" : query.step());
        asked.put("area", query.area() == null ? "" : query.area());
        asked.put("due", query.late() ? "late" : "");
        var filled = asked.entrySet().stream()
                .filter(one -> !one.getValue().isEmpty())
                .map(LastList::pair)
                .collect(Collectors.joining("&"));
        return filled.isEmpty() ? "/inbox" : "/inbox?" + filled;
    }

    private static String pair(Map.Entry<String, String> one) {
        return one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8);
    }
}
