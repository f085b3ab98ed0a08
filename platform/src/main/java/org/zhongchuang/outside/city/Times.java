package org.zhongchuang.outside.city;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.zhongchuang.law.policy.Policies;

/** The days of the demonstration, counted from the one on which the document of the city came into force. */
@Component
public record Times(Policies policies, CitySettings settings) {

    /** So long after it somebody applies for the first time. */
    private static final int UNTIL_SOMEBODY_APPLIES = 41;

    /** The first day of the document on which anybody applies. */
    LocalDate firstDay() {
        return policies.current().document().effectiveFrom().plusDays(UNTIL_SOMEBODY_APPLIES);
    }

    /** A year of the demonstration: the first is 1. */
    public int year(int number) {
        return firstDay().getYear() + number - 1;
    }

    public LocalDate day(int year, int month, int day) {
        return LocalDate.of(year(year), month, day);
    }

    /** The day on which the first year ends. */
    LocalDate firstYearEnds() {
        return day(2, 3, 15);
    }

    /** The day on which a notice is published that is over when the city opens its doors, and not long before. */
    LocalDate lastNotice() {
        return lastDay().minusDays(10);
    }

    /** The day on which the city opens its doors. */
    LocalDate lastDay() {
        return settings.hasSecondYear() ? day(3, 3, 15) : firstYearEnds();
    }
}
