package org.zhongchuang.ground.request;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Gives every request an id, which stands in its answer, on an error page and in every line that is logged meanwhile,
 * and logs one line about each: method, route, status, milliseconds. Never what was asked or typed, nor by whom.
 *
 * <p>What goes wrong and nobody else has dealt with is logged here once. A malformed request is its sender's fault and
 * gets one line that quotes nothing of it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class RequestLog extends OncePerRequestFilter {

    static final String HEADER = "X-Request-Id";
    private static final String ID = RequestLog.class.getName() + ".id";
    private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9._-]{8,64}");
    private static final Logger log = LoggerFactory.getLogger("org.zhongchuang.requests");

    private final RequestLogSettings settings;

    RequestLog(RequestLogSettings settings) {
        this.settings = settings;
    }

    /** The id of a request, to be quoted by whoever asks for help. */
    public static String id(HttpServletRequest request) {
        return request.getAttribute(ID) instanceof String id ? id : "";
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var id = Optional.ofNullable(request.getHeader(HEADER))
                .filter(given ->
                        settings.trustId() && WELL_FORMED.matcher(given).matches())
                .orElseGet(() -> UUID.randomUUID().toString());
        request.setAttribute(ID, id);
        response.setHeader(HEADER, id);
        MDC.put("request", id);
        var began = System.nanoTime();
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException e) {
            answer(response, e);
        } finally {
            write(request, response, System.nanoTime() - began);
            MDC.remove("request");
        }
    }

    private static void answer(HttpServletResponse response, Throwable e) throws IOException {
        var malformed = isMalformed(e);
        if (malformed) {
            log.info("格式不合规的请求 / a malformed request");
        } else {
            log.error("请求未能完成 / a request could not be answered", e);
        }
        if (!response.isCommitted()) {
            response.sendError(
                    malformed ? HttpServletResponse.SC_BAD_REQUEST : HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        }
    }

    private static boolean isMalformed(@Nullable Throwable e) {
        for (var cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof RequestRejectedException) {
                return true;
            }
        }
        return false;
    }

    /** That a probe found all well is no news. */
    private void write(HttpServletRequest request, HttpServletResponse response, long nanos) {
        if (request.getRequestURI().startsWith("/health") && response.getStatus() == HttpServletResponse.SC_OK) {
            return;
        }
        var route = Optional.ofNullable(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE))
                .map(Object::toString)
                .orElse("-");
        var from = settings.addresses() ? " " + request.getRemoteAddr() : "";
        log.info(
                "{} {} {} {} ms{}",
                request.getMethod(),
                route,
                response.getStatus(),
                TimeUnit.NANOSECONDS.toMillis(nanos),
                from);
    }
}
