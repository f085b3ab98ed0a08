package org.zhongchuang.installation.launch;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * While the database is away, every request is answered at once with 503, a page that needs no database, and when to
 * come back: without waiting where somebody watches the database, after the time-out of the connection pool elsewhere.
 */
@Component
@Order(Outage.ORDER)
class Outage extends OncePerRequestFilter {

    /** Inside the log of requests, outside everything else. */
    static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 10;

    private static final Logger log = LoggerFactory.getLogger(Outage.class);

    /** Seconds after which a browser or a load balancer should ask again. */
    private static final String SOON = "5";

    /** What PostgreSQL says when it is being stopped, has crashed, or is still starting. */
    private static final Set<String> AWAY = Set.of("57P01", "57P02", "57P03");

    /** What the pool says of a connection that it has taken out of use because it had broken. */
    private static final String CLOSED = "Connection is closed";

    private static final String PAGE = """
            <!doctype html>
            <html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><!--again-->
            <title>稍等片刻 / One moment</title></head><body><main>
            <h1>数据库正在恢复，请稍等片刻</h1>
            <p>已经提交或保存的内容没有丢失。刚才正在提交的，请稍后先查看是否已经收到，再决定是否重交。</p>
            <h1 lang="en">The database is coming back, one moment please</h1>
            <p lang="en">What you sent or saved before is safe. Of what you were sending just now, look first whether it has
            arrived before you send it again.</p>
            </main></body></html>
            """;

    private static final Duration QUIET = Duration.ofSeconds(10);

    private final SingletonSupplier<DatabaseWatch> watch;
    private final AtomicLong said = new AtomicLong(System.nanoTime() - QUIET.toNanos() - 1);

    Outage(ObjectProvider<DatabaseWatch> watch) {
        // Looked up once: this is asked at every request.
        this.watch = SingletonSupplier.ofNullable(watch::getIfAvailable);
    }

    /** Health says by itself how things are. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/health");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isDown()) {
            answer(request, response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException e) {
            if (response.isCommitted() || !isOutage(e)) {
                throw e;
            }
            say(e);
            response.reset();
            answer(request, response);
        }
    }

    /** Each request that meets an outage stands in the log of requests; the outage itself is said now and then. */
    private void say(Exception e) {
        var now = System.nanoTime();
        var before = said.get();
        if (now - before > QUIET.toNanos() && said.compareAndSet(before, now)) {
            log.warn("数据库不可用 / the database is away: {}", e.getMessage());
        }
    }

    private boolean isDown() {
        var watching = watch.get();
        return watching != null && watching.isDown();
    }

    private static boolean isOutage(@Nullable Throwable e) {
        for (var cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException) {
                return true;
            }
            // Ending the transaction fails too when the connection has broken; what broke it stands aside.
            if (cause instanceof TransactionSystemException ending && isOutage(ending.getApplicationException())) {
                return true;
            }
            if (cause instanceof SQLException sql) {
                var state = sql.getSQLState();
                if (state == null ? CLOSED.equals(sql.getMessage()) : state.startsWith("08") || AWAY.contains(state)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader("Retry-After", SOON);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setCharacterEncoding(UTF_8.name());
        response.setContentType("text/html");
        var again = request.getMethod().equals("GET") ? "<meta http-equiv=\"refresh\" content=\"" + SOON + "\">" : "";
        response.getWriter().write(PAGE.replace("<!--again-->", again));
    }
}
