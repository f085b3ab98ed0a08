package org.zhongchuang.ground.shell;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.UriComponentsBuilder;

/** Remembers language, large type and contrast in cookies when a link sets one, such as {@code ?lang=en}. */
@Component
class Preferences implements HandlerInterceptor {

    static final String LANGUAGE = "lang";
    static final String SIZE = "size";
    static final String CONTRAST = "contrast";
    static final String MENU = "menu";

    private static final Map<String, List<String>> KNOWN = Map.of(
            LANGUAGE, List.of("zh", "en"),
            SIZE, List.of("large", "normal"),
            CONTRAST, List.of("high", "normal"),
            MENU, List.of("narrow", "wide"));

    /**
     * What the address asks for. Read from the query alone: the body of a broken upload would break the page that says
     * so.
     */
    static @Nullable String asked(HttpServletRequest request, String name) {
        return UriComponentsBuilder.newInstance()
                .query(request.getQueryString())
                .build()
                .getQueryParams()
                .getFirst(name);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        KNOWN.forEach((name, values) -> {
            var value = asked(request, name);
            if (value != null && values.contains(value)) {
                var cookie = new Cookie(name, value);
                cookie.setPath("/");
                cookie.setMaxAge((int) Duration.ofDays(365).toSeconds());
                cookie.setHttpOnly(true);
                cookie.setSecure(request.isSecure());
                cookie.setAttribute("SameSite", "Lax");
                response.addCookie(cookie);
            }
        });
        return true;
    }
}
