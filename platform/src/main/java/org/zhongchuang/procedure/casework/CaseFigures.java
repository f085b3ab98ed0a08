package org.zhongchuang.procedure.casework;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.calendar.Watched;

/** How many cases lie at each step, since when, and how many of them are late. */
@Component
class CaseFigures implements Watched {

    private static final Figure OPEN =
            new Figure("zhongchuang_cases_open", "step", Text.of("该环节未办结的申报数", "Filed cases that lie at this step"));
    private static final Figure OLDEST = new Figure(
            "zhongchuang_cases_oldest_age_seconds",
            "step",
            Text.of("该环节停留最久的申报已停留的时间", "How long the case that came to this step first has been there"));
    private static final Figure LATE = new Figure(
            "zhongchuang_cases_overdue",
            "step",
            Text.of("该环节已超过办理时限的申报数", "Cases at this step whose day due has passed"));

    private final JdbcClient jdbc;
    private final Clock clock;

    CaseFigures(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<Reading> readings() {
        var today = LocalDate.now(clock);
        var readings = new ArrayList<Reading>();
        jdbc.sql("""
                        select step_id, count(*) open, min(step_since) oldest, count(*) filter (where due_on < :today) late
                          from casework.public_case_file where holder is not null and step <> 'DRAFT' group by step_id
                        """).param("today", today).query(row -> {
            var step = row.getString("step_id");
            var since = row.getObject("oldest", LocalDate.class);
            readings.add(new Reading(OPEN, step, row.getLong("open")));
            readings.add(new Reading(
                    OLDEST,
                    step,
                    Duration.ofDays(today.toEpochDay() - since.toEpochDay()).toSeconds()));
            readings.add(new Reading(LATE, step, row.getLong("late")));
        });
        return readings;
    }
}
