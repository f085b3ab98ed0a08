package org.zhongchuang.procedure.notice;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.calendar.Watched;

/** How long objections wait for their answer. */
@Component
class ObjectionFigures implements Watched {

    private static final Figure OPEN =
            new Figure("zhongchuang_objections_open", "", Text.of("未答复的异议数", "Objections that nobody has answered"));
    private static final Figure OLDEST = new Figure(
            "zhongchuang_objections_oldest_age_seconds",
            "",
            Text.of("最早的未答复异议已等待的时间", "How long the first of the unanswered objections has waited"));
    private static final Figure LATE = new Figure(
            "zhongchuang_objections_overdue",
            "",
            Text.of("已超过答复期限的异议数", "Unanswered objections whose day due has passed"));

    private final JdbcClient jdbc;
    private final Clock clock;

    ObjectionFigures(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Open(long many, long late, Optional<Instant> since) {}

    @Override
    public List<Reading> readings() {
        var open = jdbc.sql("""
                        select count(*) as many, min(received_at) as since,
                               count(*) filter (where case state when 'RECEIVED' then coalesce(check_by, due_on) else due_on end < :today) as late
                          from notice.objection where state in ('RECEIVED', 'ADMITTED')
                        """)
                .param("today", LocalDate.now(clock))
                .query((row, _) -> new Open(
                        row.getLong("many"),
                        row.getLong("late"),
                        Optional.ofNullable(row.getTimestamp("since")).map(Timestamp::toInstant)))
                .single();
        var age = open.since()
                .map(since -> Duration.between(since, clock.instant()))
                .orElse(Duration.ZERO);
        return List.of(
                new Reading(OPEN, "", open.many()),
                new Reading(LATE, "", open.late()),
                new Reading(OLDEST, "", age.toSeconds()));
    }
}
