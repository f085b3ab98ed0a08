package org.zhongchuang.ground.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.calendar.WorkState.Failure;
import org.zhongchuang.ground.calendar.WorkState.Wait;

/** What is kept of how each work has gone. */
@Component
class WorkRecord {

    /** Enough to see when it began; the older ones are forgotten. */
    private static final int FAILURES_KEPT = 100;

    private static final int LONGEST_MESSAGE = 500;

    private final JdbcClient jdbc;

    WorkRecord(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** When a run began, how long it took and where it ran. */
    record Run(String work, Instant began, Duration took, String node) {}

    void done(Run run) {
        jdbc.sql("""
                        insert into calendar.work (work, last_run, took_ms, node, last_success)
                        values (:work, :began, :took, :node, :began)
                        on conflict (work) do update set last_run = excluded.last_run, took_ms = excluded.took_ms, node = excluded.node,
                          last_success = excluded.last_success, failures = 0,
                          waits_since = null, waits_zh = null, waits_en = null, waits_address = null
                        """).params(params(run)).update();
    }

    void waits(Run run, Waits waits) {
        jdbc.sql("""
                        insert into calendar.work (work, last_run, took_ms, node, waits_since, waits_zh, waits_en, waits_address)
                        values (:work, :began, :took, :node, :began, :zh, :en, :address)
                        on conflict (work) do update set last_run = excluded.last_run, took_ms = excluded.took_ms, node = excluded.node,
                          failures = 0, waits_since = coalesce(work.waits_since, excluded.waits_since),
                          waits_zh = excluded.waits_zh, waits_en = excluded.waits_en, waits_address = excluded.waits_address
                        """)
                .params(params(run))
                .param("zh", waits.missing().zh())
                .param("en", waits.missing().en())
                .param("address", waits.address())
                .update();
    }

    /** Keeps what went wrong, and says how many times in a row it has. */
    @Transactional
    int failed(Run run, Throwable e) {
        var message = message(e);
        jdbc.sql("insert into calendar.work_failure (work, at, message, node) values (:work, :began, :message, :node)")
                .params(params(run))
                .param("message", message)
                .update();
        jdbc.sql("""
                        delete from calendar.work_failure where work = :work and id <= (
                          select id from calendar.work_failure where work = :work order by id desc offset :kept limit 1)
                        """).param("work", run.work()).param("kept", FAILURES_KEPT).update();
        return jdbc.sql("""
                        insert into calendar.work (work, last_run, took_ms, node, last_failure, failure, failures)
                        values (:work, :began, :took, :node, :began, :message, 1)
                        on conflict (work) do update set last_run = excluded.last_run, took_ms = excluded.took_ms, node = excluded.node,
                          last_failure = excluded.last_failure, failure = excluded.failure, failures = work.failures + 1,
                          waits_since = null, waits_zh = null, waits_en = null, waits_address = null
                        returning failures
                        """)
                .params(params(run))
                .param("message", message)
                .query(Integer.class)
                .single();
    }

    private static Map<String, Object> params(Run run) {
        return Map.of(
                "work",
                run.work(),
                "began",
                Timestamp.from(run.began()),
                "took",
                run.took().toMillis(),
                "node",
                run.node());
    }

    /** What went wrong, from the cause at the bottom, in one line. */
    private static String message(Throwable e) {
        var bottom = NestedExceptionUtils.getMostSpecificCause(e);
        var message = "%s: %s"
                .formatted(bottom.getClass().getSimpleName(), bottom.getMessage())
                .replaceAll("\\p{Cntrl}+", " ");
        return message.substring(0, Math.min(message.length(), LONGEST_MESSAGE));
    }

    /** How each of these works has gone, and when the scheduler does it next. */
    List<WorkState> states(List<DueWork.About> works) {
        var kept = new HashMap<String, WorkState>();
        var abouts = new HashMap<String, DueWork.About>();
        works.forEach(about -> abouts.put(about.id(), about));
        jdbc.sql("""
                        select w.work id, s.last_run, s.took_ms, s.node, s.last_success, s.last_failure, s.failures, s.failure,
                               s.waits_since, s.waits_zh, s.waits_en, s.waits_address, t.execution_time
                          from unnest(cast(:works as text[])) w(work) left join calendar.work s on s.work = w.work
                          left join calendar.scheduled_work t on t.task_name = w.work
                        """).param("works", abouts.keySet().toArray(String[]::new)).query(row -> {
            var about = abouts.get(row.getString("id"));
            if (about != null) {
                kept.put(about.id(), state(about, row));
            }
        });
        return works.stream()
                .flatMap(about -> Optional.ofNullable(kept.get(about.id())).stream())
                .toList();
    }

    private static WorkState state(DueWork.About about, ResultSet row) throws SQLException {
        var since = moment(row, "waits_since");
        var wait = since.isEmpty()
                ? Optional.<Wait>empty()
                : Optional.of(new Wait(
                        since.get(),
                        Text.of(row.getString("waits_zh"), row.getString("waits_en")),
                        row.getString("waits_address")));
        return new WorkState(
                about,
                moment(row, "last_run"),
                Duration.ofMillis(row.getLong("took_ms")),
                Optional.ofNullable(row.getString("node")).orElse(""),
                moment(row, "last_success"),
                moment(row, "last_failure"),
                row.getInt("failures"),
                Optional.ofNullable(row.getString("failure")).orElse(""),
                wait,
                moment(row, "execution_time"));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }

    /** The last times that something went wrong, the latest first. */
    List<Failure> failures(int most) {
        return jdbc.sql("select work, at, message, node from calendar.work_failure order by id desc limit :most")
                .param("most", most)
                .query((row, _) -> new Failure(
                        row.getString("work"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("message"),
                        row.getString("node")))
                .list();
    }
}
