package org.zhongchuang.ground.shell;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.UriUtils;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.audit.AuditLog;
import org.zhongchuang.ground.audit.FrequentActs;
import org.zhongchuang.ground.sheet.ExportedRows;

/**
 * Writes down, after each request, what left the house as a file and who was refused what. It looks at the answer and
 * not at what a page declares, so that no page can forget it.
 */
@Component
class RequestTrace implements HandlerInterceptor {

    private static final String SEEN = RequestTrace.class.getName() + ".seen";

    private final AuditLog log;
    private final FrequentActs frequent;

    RequestTrace(AuditLog log, FrequentActs frequent) {
        this.log = log;
        this.frequent = frequent;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            refusedBeforeAnyPage(request);
        }
        request.setAttribute(SEEN, true);
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception problem) {
        if (!(handler instanceof HandlerMethod) || request.getDispatcherType() == DispatcherType.ERROR) {
            return;
        }
        var actor = (Actor) request.getAttribute(Gate.ACTOR);
        switch (HttpStatus.resolve(response.getStatus())) {
            case FORBIDDEN -> refused(actor, "refused.page", request);
            case TOO_MANY_REQUESTS -> refused(actor, "refused.limit", request);
            // A visitor who mistypes an address is nobody's business; somebody signed in may be trying numbers.
            case NOT_FOUND -> {
                if (actor != null) {
                    refused(actor, "refused.thing", request);
                }
            }
            case OK -> {
                if (isFile(response)) {
                    taken(actor, request);
                }
            }
            case null, default -> {
                // Every other answer is a page, or says what its reader did wrong.
            }
        }
    }

    /**
     * A form without its token, or a request that came once too often: filters turn them away before a page is found.
     */
    private void refusedBeforeAnyPage(HttpServletRequest request) {
        if (request.getAttribute(SEEN) != null) {
            return;
        }
        var where = Optional.ofNullable((String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))
                .orElse("");
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        if (status instanceof Integer code && code == HttpStatus.FORBIDDEN.value()) {
            frequent.countWithoutActor("refused.token", where, request.getMethod());
        } else if (status instanceof Integer code && code == HttpStatus.TOO_MANY_REQUESTS.value()) {
            frequent.countWithoutActor(
                    where.equals("/sign-in") ? "sign-in.throttled" : "refused.limit", where, request.getMethod());
        }
    }

    private void refused(@Nullable Actor actor, String act, HttpServletRequest request) {
        if (actor == null) {
            frequent.countWithoutActor(act, address(request), request.getMethod());
        } else {
            frequent.count(actor, act, address(request), request.getMethod());
        }
    }

    private void taken(@Nullable Actor actor, HttpServletRequest request) {
        var rows = request.getAttribute(ExportedRows.COUNT);
        var act = rows == null ? "read.file" : "export";
        var filters = Optional.ofNullable(request.getQueryString())
                .map(query -> UriUtils.decode(query, UTF_8))
                .orElse("");
        var detail =
                rows == null ? filters : "rows=%s %s".formatted(rows, filters).strip();
        if (actor == null) {
            frequent.countWithoutActor(act, address(request), detail);
        } else {
            log.record(actor, act, address(request), detail);
        }
    }

    private static boolean isFile(HttpServletResponse response) {
        var disposition = response.getHeader("Content-Disposition");
        return disposition != null && disposition.startsWith("attachment");
    }

    /** The path; where a part of it is a secret, the pattern instead. */
    private static String address(HttpServletRequest request) {
        var pattern = String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
        return pattern.contains("{token}") ? pattern : request.getRequestURI();
    }
}
