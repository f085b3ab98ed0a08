package org.zhongchuang.procedure.casework;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.calendar.WorkingDays;

/** When something on a case is due, in working days from today. */
@Component
class Deadlines {

    private final WorkingDays workingDays;
    private final Clock clock;

    Deadlines(WorkingDays workingDays, Clock clock) {
        this.workingDays = workingDays;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    WorkingDays.Due after(int days) {
        return workingDays.after(today(), days);
    }

    /** How many working days are left; none when the day is over. */
    int left(LocalDate due) {
        return Math.max(workingDays.between(today(), due), 0);
    }
}
