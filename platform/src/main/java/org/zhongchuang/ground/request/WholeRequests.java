package org.zhongchuang.ground.request;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/**
 * The one place where what a browser sent is looked at before anybody reads it, for every route.
 *
 * <p>A request that no browser makes of what a person typed is refused: it holds a NUL, cannot be taken apart, or is a
 * body of no kind that is asked for. Characters that nobody sees and no table keeps are dropped from texts.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class WholeRequests extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(WholeRequests.class);

    private static final int LONGEST_NAME = 200;
    private static final int MOST_BYTES_OF_OTHER_BODIES = 256 << 10;
    /** Control characters but tab and line break, halves of characters, and what is no character at all. */
    private static final Pattern UNSEEN =
            Pattern.compile("[\\x01-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F\\uFFFE\\uFFFF]|\\p{Cs}");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (hasControl(request.getServletPath())) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        if (!isForm(request) && request.getHeader("Transfer-Encoding") != null) {
            response.sendError(HttpServletResponse.SC_LENGTH_REQUIRED);
            return;
        }
        if (!isForm(request) && request.getContentLengthLong() > MOST_BYTES_OF_OTHER_BODIES) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        final Map<String, String[]> typed;
        try {
            typed = request.getParameterMap();
        } catch (IllegalStateException e) {
            response.sendError(statusOf(e));
            return;
        }
        if (typed.entrySet().stream()
                .anyMatch(one -> isHostile(one.getKey())
                        || one.getKey().length() > LONGEST_NAME
                        || Arrays.stream(one.getValue()).anyMatch(WholeRequests::isHostile))) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        var clean = typed.values().stream().flatMap(Arrays::stream).noneMatch(WholeRequests::hasUnseen);
        pass(clean ? request : new Cleaned(request, typed), response, chain);
    }

    /** The library of passkeys tells of an incomplete message by exceptions of many kinds: it is the sender's fault. */
    private static void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var path = request.getServletPath();
        if (!path.startsWith("/webauthn/") && !path.startsWith("/login/webauthn")) {
            chain.doFilter(request, response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } catch (DataAccessException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warn("a passkey message was not complete: {}", e.getClass().getName());
            if (!response.isCommitted()) {
                response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            }
        }
    }

    private static boolean isForm(HttpServletRequest request) {
        var type =
                request.getContentType() == null ? "" : request.getContentType().toLowerCase(Locale.ROOT);
        return type.startsWith("application/x-www-form-urlencoded") || type.startsWith("multipart/form-data");
    }

    private static int statusOf(Throwable problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof MaxUploadSizeExceededException
                    || cause.getClass().getSimpleName().endsWith("SizeException")
                    || cause.getClass().getSimpleName().endsWith("SizeLimitExceededException")) {
                return HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE;
            }
        }
        return problem instanceof InvalidParameterException invalid && invalid.getErrorCode() >= 400
                ? invalid.getErrorCode()
                : HttpServletResponse.SC_BAD_REQUEST;
    }

    private static boolean isHostile(String text) {
        return text.indexOf('\0') >= 0;
    }

    private static boolean hasControl(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }

    private static boolean hasUnseen(String text) {
        return UNSEEN.matcher(text).find();
    }

    /** A request whose texts hold only what a reader may see. */
    private static final class Cleaned extends HttpServletRequestWrapper {

        private final Map<String, String[]> typed = new LinkedHashMap<>();

        Cleaned(HttpServletRequest request, Map<String, String[]> typed) {
            super(request);
            typed.forEach((name, values) -> this.typed.put(
                    name,
                    Arrays.stream(values)
                            .map(value -> UNSEEN.matcher(value).replaceAll(""))
                            .toArray(String[]::new)));
        }

        @Override
        public @Nullable String getParameter(String name) {
            var values = typed.get(name);
            return values == null ? null : values[0];
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            var values = typed.get(name);
            return values == null ? null : values.clone();
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.enumeration(List.copyOf(typed.keySet()));
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Collections.unmodifiableMap(typed);
        }
    }
}
