package org.zhongchuang.ground.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Limit;
import org.zhongchuang.ground.access.Throttle;

/**
 * Counts what costs much, for every route alike: what brings files, and what makes tables and documents. By person; the
 * visitors of one address share a count.
 */
@Component
class Brakes implements HandlerInterceptor {

    private static final Pattern MADE = Pattern.compile(".*\\.(xlsx|csv|json|xml|pdf|zip)");
    private final Throttle throttle;

    Brakes(Throttle throttle) {
        this.throttle = throttle;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod)) {
            return true;
        }
        var who = request.getAttribute(Gate.ACTOR) instanceof Actor actor
                ? actor.person().toString()
                : "visitors " + request.getRemoteAddr();
        var type =
                request.getContentType() == null ? "" : request.getContentType().toLowerCase(Locale.ROOT);
        if (type.startsWith("multipart/")) {
            throttle.orWait(Limit.UPLOAD, who);
        }
        if (MADE.matcher(request.getRequestURI()).matches()) {
            throttle.orWait(Limit.EXPORT, who);
        }
        if (request.getRequestURI().startsWith("/first-administrator/")) {
            throttle.orWait(Limit.FIRST_ADMINISTRATOR, request.getRemoteAddr());
        }
        return true;
    }
}
