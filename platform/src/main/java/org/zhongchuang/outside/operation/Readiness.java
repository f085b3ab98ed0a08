package org.zhongchuang.outside.operation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.zhongchuang.ground.calendar.CityClock;

/**
 * Whether this node can serve: started, and each of its {@link Check}s answered well within a second.
 *
 * <p>A check that hangs is not started a second time, so a database that does not answer costs one thread however often
 * somebody asks. An answer holds for two seconds.
 */
@Service
public class Readiness {

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration FRESH = Duration.ofSeconds(2);

    private final List<Check> checks;
    private final Clock real;
    private final Map<String, FutureTask<String>> running = new ConcurrentHashMap<>();
    private volatile boolean started;
    private volatile @Nullable Answer last;

    Readiness(List<Check> checks, CityClock clock) {
        this.checks = checks;
        this.real = clock.real();
    }

    /** Something without which nobody can be served. */
    interface Check {

        /** What it is called where its outcome is listed. */
        String name();

        /** What is wrong, in English for a log; empty where all is well. May hang. */
        String fault();
    }

    /** What this node is. */
    public enum State {
        STARTING,
        UP,
        DOWN
    }

    /** An answer and when it was found. {@code faults} has each check that did not go well. */
    public record Answer(State state, Map<String, String> faults, Instant at) {}

    @EventListener
    void started(ApplicationReadyEvent event) {
        started = true;
    }

    public Answer ask() {
        var now = real.instant();
        if (!started) {
            return new Answer(State.STARTING, Map.of(), now);
        }
        var known = last;
        if (known != null && known.at().plus(FRESH).isAfter(now)) {
            return known;
        }
        var faults = faults();
        var answer = new Answer(faults.isEmpty() ? State.UP : State.DOWN, faults, now);
        last = answer;
        return answer;
    }

    private Map<String, String> faults() {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        checks.forEach(this::begin);
        var faults = new ConcurrentHashMap<String, String>();
        for (var check : checks) {
            var fault = await(check, deadline);
            if (!fault.isEmpty()) {
                faults.put(check.name(), fault);
            }
        }
        return Map.copyOf(faults);
    }

    private void begin(Check check) {
        running.computeIfAbsent(check.name(), name -> {
            var task = new FutureTask<>(check::fault);
            Thread.ofVirtual().name("check-" + name).start(task);
            return task;
        });
    }

    private String await(Check check, long deadline) {
        var task = running.get(check.name());
        if (task == null) {
            return "";
        }
        try {
            var fault = task.get(Math.max(deadline - System.nanoTime(), 0), TimeUnit.NANOSECONDS);
            running.remove(check.name(), task);
            return fault;
        } catch (TimeoutException _) {
            return "does not answer within " + PATIENCE.toSeconds() + " s";
        } catch (ExecutionException e) {
            running.remove(check.name(), task);
            return String.valueOf(
                    e.getCause() == null ? e : e.getCause().getClass().getSimpleName());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }
}
