package org.zhongchuang.money.payment;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.TreasuryProcedure;
import org.zhongchuang.engine.calendar.WorkingDays;
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

    /** The first day on which it may be used; the same day where the city has no rule for it. */
    LocalDate after(LocalDate day) {
        var days = policies.treasury(TreasuryProcedure::coolingDays, 0);
        return workingDays.after(day, days).day();
    }
}
