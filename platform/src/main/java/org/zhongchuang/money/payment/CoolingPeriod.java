package org.zhongchuang.money.payment;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.zhongchuang.ground.calendar.WorkingDays;
import org.zhongchuang.law.policy.Policies;

/** How long nothing is paid to an account that replaces another. */
@Component
class CoolingPeriod {

    private final WorkingDays workingDays;
    private final Policies policies;

    CoolingPeriod(WorkingDays workingDays, Policies policies) {
        this.workingDays = workingDays;
        this.policies = policies;
    }

    /** The first day on which it may be used. */
    LocalDate after(LocalDate day) {
        var days = policies.limit(policies.current().treasury().orElseThrow().coolingDays());
        return workingDays.after(day, days).day();
    }
}
