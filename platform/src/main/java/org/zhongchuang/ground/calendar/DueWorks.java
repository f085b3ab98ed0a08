package org.zhongchuang.ground.calendar;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.exceptions.DbSchedulerException;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;
import org.zhongchuang.ground.calendar.WorkRecord.Run;

/**
 * All the work that time brings: does it, and keeps how it went.
 *
 * <p>A work runs outside any transaction and opens its own. What it throws is written down and stops no other work.
 */
@Service
public class DueWorks {

    private static final Logger log = LoggerFactory.getLogger(DueWorks.class);

    /** A demonstration does hundreds of days in a few seconds; that all went well is not written down for each. */
    private static final Duration SELDOM = Duration.ofSeconds(10);

    private static final int FAILURES_SHOWN = 50;

    private final ObjectProvider<DueWork> works;
    private final ObjectProvider<Scheduler> scheduler;
    private final WorkRecord record;
    private final Clock real;
    private final String node = node();
    private final Map<String, ReentrantLock> running = new ConcurrentHashMap<>();
    private final Map<String, Instant> wentWell = new ConcurrentHashMap<>();

    DueWorks(ObjectProvider<DueWork> works, ObjectProvider<Scheduler> scheduler, WorkRecord record, CityClock clock) {
        this.works = works;
        this.scheduler = scheduler;
        this.record = record;
        this.real = clock.real();
    }

    /** How each work has gone. */
    public List<WorkState> states() {
        return record.states(works.orderedStream().map(DueWork::about).toList());
    }

    /** The last times that something went wrong, the latest first. */
    public List<WorkState.Failure> failures() {
        return record.failures(FAILURES_SHOWN);
    }

    /** Has a work done at once, by whichever node is first; false where it is being done, or where no node does any. */
    public boolean doSoon(String work) {
        try {
            var client = scheduler.getObject();
            var moved = client.reschedule(TaskInstanceId.of(work, RecurringTask.INSTANCE), real.instant());
            client.triggerCheckForDueExecutions();
            return moved;
        } catch (DbSchedulerException _) {
            // It is being done, or somebody else asked for it at the same moment.
            return false;
        }
    }

    Optional<LocalDate> nextDue() {
        return works.orderedStream().flatMap(one -> one.nextDue().stream()).min(LocalDate::compareTo);
    }

    /** Does every work, one after the other; one that fails stops no other. */
    void settle() {
        settle(true);
    }

    /** Does every work, or every one that is no mere look through all there is. */
    void settle(boolean looks) {
        works.orderedStream().filter(work -> looks || !work.isLook()).forEach(this::attempt);
    }

    /**
     * Does one work.
     *
     * @throws RuntimeException what the work threw, unless it only waits
     */
    void settle(DueWork work) {
        attempt(work).ifPresent(e -> {
            throw e;
        });
    }

    /** On one node a work runs once at a time, whether the minute asks for it or somebody who pushes the clock. */
    private Optional<RuntimeException> attempt(DueWork work) {
        var lock = running.computeIfAbsent(work.about().id(), _ -> new ReentrantLock());
        lock.lock();
        try {
            var began = real.instant();
            try {
                work.settle();
            } catch (Waits e) {
                keep(work, () -> waits(run(work, began), e));
                return Optional.empty();
            } catch (RuntimeException e) {
                keep(work, () -> failed(run(work, began), e));
                return Optional.of(e);
            }
            keep(work, () -> wentWell(run(work, began)));
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    private Run run(DueWork work, Instant began) {
        return new Run(work.about().id(), began, Duration.between(began, real.instant()), node);
    }

    private void wentWell(Run run) {
        var last = wentWell.get(run.work());
        if (last == null || last.plus(SELDOM).isBefore(run.began())) {
            record.done(run);
            wentWell.put(run.work(), run.began());
        }
    }

    private void waits(Run run, Waits waits) {
        wentWell.remove(run.work());
        record.waits(run, waits);
    }

    /** The whole story is told once; as long as it goes on, one line each time. */
    private void failed(Run run, RuntimeException e) {
        wentWell.remove(run.work());
        var failures = record.failed(run, e);
        if (failures == 1) {
            log.error("工作失败 / work failed: {}", run.work(), e);
        } else {
            log.warn("工作第{}次失败 / work failed {} times in a row: {}", failures, failures, run.work());
        }
    }

    private static void keep(DueWork work, Runnable outcome) {
        try {
            outcome.run();
        } catch (DataAccessException | TransactionException e) {
            log.warn(
                    "工作结果无法记录 / how work went cannot be written down: {} ({})",
                    work.about().id(),
                    e.getClass().getSimpleName());
        }
    }

    private static String node() {
        try {
            return InetAddress.getLocalHost().getHostName() + "-"
                    + ProcessHandle.current().pid();
        } catch (UnknownHostException _) {
            return "node-" + ProcessHandle.current().pid();
        }
    }
}
