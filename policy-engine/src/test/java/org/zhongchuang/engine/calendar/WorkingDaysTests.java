package org.zhongchuang.engine.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The official calendar, make-up days included. */
class WorkingDaysTests {

    private final WorkingDays workingDays = WorkingDays.official();

    @ParameterizedTest
    @CsvSource({
        "2015-12-31, 2016-01-29",
        "2016-12-31, 2017-02-03",
        "2017-12-31, 2018-01-29",
        "2018-12-31, 2019-01-29",
        "2019-12-31, 2020-02-05",
        "2020-12-31, 2021-01-29",
        "2022-12-31, 2023-02-02",
        "2023-12-31, 2024-01-29",
        "2024-12-31, 2025-02-05",
        "2025-12-31, 2026-01-29"
    })
    void theTwentiethWorkingDayAfterTheYearEndIsTheOfficialOne(LocalDate yearEnd, LocalDate due) {
        assertThat(workingDays.after(yearEnd, 20)).isEqualTo(new WorkingDays.Due(due, false));
    }

    @Test
    void theTwentiethWorkingDayOf2022IsASaturdayThatIsWorked() {
        var due = workingDays.after(LocalDate.of(2021, 12, 31), 20).day();

        assertThat(due.getDayOfWeek()).isEqualTo(java.time.DayOfWeek.SATURDAY);
        assertThat(workingDays.isWorked(due)).isTrue();
    }

    @Test
    void aYearNotYetAnnouncedIsProvisional() {
        assertThat(workingDays.after(LocalDate.of(2026, 12, 31), 20))
                .isEqualTo(new WorkingDays.Due(LocalDate.of(2027, 1, 29), true));
    }

    @ParameterizedTest
    @CsvSource({
        "2015-12-01, 2015-12-07",
        "2016-02-04, 2016-02-15",
        "2026-02-12, 2026-02-25",
        "2023-11-03, 2023-11-09",
        "2022-09-14, 2022-09-20",
        "2019-12-31, 2020-01-07"
    })
    void aNoticeOfFiveDaysCountsItsFirst(LocalDate first, LocalDate last) {
        assertThat(workingDays.through(first, 5).day()).isEqualTo(last);
    }

    /** Counting forward and counting between are each other's inverse, wherever one starts. */
    @Test
    void theDaysBetweenAreTheDaysCounted() {
        var random = new Random(2004);
        for (int trial = 0; trial < 5_000; trial++) {
            var start = LocalDate.of(2004, 1, 1).plusDays(random.nextInt(8_000));
            var days = random.nextInt(40);

            var due = workingDays.after(start, days).day();

            assertThat(workingDays.between(start, due)).isEqualTo(days);
            assertThat(days == 0 || workingDays.isWorked(due)).isTrue();
        }
    }
}
