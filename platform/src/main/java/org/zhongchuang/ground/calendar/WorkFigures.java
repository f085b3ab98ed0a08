package org.zhongchuang.ground.calendar;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Text;

/** How each work goes, in real time. */
@Component
class WorkFigures implements Watched {

    private static final Figure SUCCESS = new Figure(
            "zhongchuang_work_last_success_age_seconds",
            "work",
            Text.of("距该项定时工作上次成功的时间，从未成功则没有此项", "How long ago this work went well; absent before it ever has"));
    private static final Figure FAILURES = new Figure(
            "zhongchuang_work_consecutive_failures",
            "work",
            Text.of("该项定时工作连续失败的次数", "How many times in a row this work has failed"));
    private static final Figure WAITING = new Figure(
            "zhongchuang_work_waiting",
            "work",
            Text.of(
                    "该项定时工作是否在等待（1为等待主管部门设定数值，不是故障）",
                    "1 where this work waits for somebody else to act, which is no fault"));

    private final DueWorks works;
    private final CityClock clock;

    WorkFigures(DueWorks works, CityClock clock) {
        this.works = works;
        this.clock = clock;
    }

    @Override
    public List<Reading> readings() {
        var now = clock.real().instant();
        var readings = new ArrayList<Reading>();
        for (var state : works.states()) {
            var work = state.about().id();
            state.lastSuccess()
                    .ifPresent(last -> readings.add(new Reading(
                            SUCCESS, work, Duration.between(last, now).toSeconds())));
            readings.add(new Reading(FAILURES, work, state.failures()));
            readings.add(new Reading(WAITING, work, state.waits().isPresent() ? 1 : 0));
        }
        return readings;
    }
}
