package org.zhongchuang.ground.audit;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.calendar.Watched;

/** How far the seals are behind what is recorded. */
@Component
class SealFigures implements Watched {

    private static final Figure UNSEALED = new Figure(
            "zhongchuang_seal_oldest_unsealed_age_seconds",
            "log",
            Text.of("最早的未封存记录已有的时间，没有则为0", "How old the first row without a seal is; 0 where there is none"));
    private static final Figure LAST = new Figure(
            "zhongchuang_seal_last_age_seconds",
            "log",
            Text.of("距最近一次封存的时间，从未封存则没有此项", "How long ago the log was sealed last; absent before its first seal"));

    private final List<SealedLog> logs;
    private final JdbcClient jdbc;
    private final Clock clock;

    SealFigures(List<SealedLog> logs, JdbcClient jdbc, Clock clock) {
        this.logs = logs;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<Reading> readings() {
        var readings = new ArrayList<Reading>();
        for (var log : logs) {
            var unsealed = moment("""
                    select min(r.at) as at from %s r
                     where r.id > coalesce((select max(thing) from audit.leaf where log = :log), 0) - %d
                       and not exists (select 1 from audit.leaf l where l.log = :log and l.thing = r.id)
                    """.formatted(log.table(), Sealing.MOST_LATE), log);
            readings.add(
                    new Reading(UNSEALED, log.name(), unsealed.map(this::age).orElse(0L)));
            moment("select max(at) as at from audit.head where log = :log", log)
                    .ifPresent(last -> readings.add(new Reading(LAST, log.name(), age(last))));
        }
        return readings;
    }

    private Optional<Instant> moment(String sql, SealedLog log) {
        return jdbc.sql(sql)
                .param("log", log.name())
                .query((row, _) -> Optional.ofNullable(row.getTimestamp("at")).map(Timestamp::toInstant))
                .single();
    }

    private long age(Instant since) {
        return Duration.between(since, clock.instant()).toSeconds();
    }
}
