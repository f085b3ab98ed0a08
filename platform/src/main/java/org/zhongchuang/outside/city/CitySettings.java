package org.zhongchuang.outside.city;

import java.time.LocalDate;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What kind of demonstration this is.
 *
 * @param enabled whether this is one at all
 * @param spaces how many makerspaces apply during the history
 * @param seed the same seed makes the same city
 * @param years how many years of the policy the city has lived through when it opens its doors: 1 or 2
 */
@ConfigurationProperties("zhongchuang.demonstration")
public record CitySettings(
        boolean enabled,
        int spaces,
        long seed,
        @DefaultValue("1") int years) {

    /** The day before which nothing happens, and the day on which the first year ends. */
    static final LocalDate FIRST_DAY = LocalDate.of(2016, 1, 11);

    static final LocalDate FIRST_YEAR_ENDS = LocalDate.of(2017, 3, 15);
    private static final LocalDate SECOND_YEAR_ENDS = LocalDate.of(2018, 3, 15);

    /** Checks the number of years. */
    public CitySettings {
        if (years < 1 || years > 2) {
            throw new IllegalArgumentException("a demonstration lives one year or two, not " + years);
        }
    }

    boolean hasSecondYear() {
        return years > 1;
    }

    /** The day on which the city opens its doors. */
    LocalDate lastDay() {
        return hasSecondYear() ? SECOND_YEAR_ENDS : FIRST_YEAR_ENDS;
    }
}
