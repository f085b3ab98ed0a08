package org.zhongchuang.shell;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Makes an address wait that has guessed passwords wrongly too often, whichever accounts it tried.
 *
 * <p>Counted per node and forgotten at a restart; the lock of a single account stands in the database.
 */
@Component
class SignInThrottle extends OncePerRequestFilter {

    private static final int MOST_FAILURES = 30;
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int MOST_ADDRESSES = 100_000;

    private final Clock clock;
    private final ConcurrentMap<String, Deque<Instant>> failures = new ConcurrentHashMap<>();

    SignInThrottle(Clock clock) {
        this.clock = clock;
    }

    void failed(String address) {
        if (failures.size() > MOST_ADDRESSES) {
            failures.clear();
        }
        failures.compute(address, (_, known) -> {
            var recent = known == null ? new ArrayDeque<Instant>() : known;
            recent.addLast(clock.instant());
            if (recent.size() > MOST_FAILURES) {
                recent.removeFirst();
            }
            return recent;
        });
    }

    boolean isBlocked(String address) {
        var since = clock.instant().minus(WINDOW);
        var blocked = new boolean[1];
        failures.computeIfPresent(address, (_, recent) -> {
            recent.removeIf(failure -> failure.isBefore(since));
            blocked[0] = recent.size() >= MOST_FAILURES;
            return recent.isEmpty() ? null : recent;
        });
        return blocked[0];
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST") || !request.getRequestURI().equals("/sign-in");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isBlocked(request.getRemoteAddr())) {
            response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
        } else {
            chain.doFilter(request, response);
        }
    }
}
