package org.zhongchuang.ground.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The official calendar: which days are worked, make-up days 调休 included.
 *
 * <p>For a year that has not been announced only the fixed statutory days are known; a date counted through such a year
 * is provisional.
 */
@Component
public class WorkingDays {

    private static final Set<MonthDay> FIXED = Set.of(
            MonthDay.of(1, 1),
            MonthDay.of(5, 1),
            MonthDay.of(5, 2),
            MonthDay.of(10, 1),
            MonthDay.of(10, 2),
            MonthDay.of(10, 3));

    private final Set<LocalDate> off = new HashSet<>();
    private final Set<LocalDate> work = new HashSet<>();
    private int firstYear;
    private int lastYear;

    /**
     * A day counted in working days; provisional when the count passes through a year without an announced calendar.
     */
    public record Due(LocalDate day, boolean provisional) {}

    public WorkingDays() {
        var file = Objects.requireNonNull(WorkingDays.class.getResourceAsStream("/calendar/working-days.txt"));
        try (var lines = new BufferedReader(new InputStreamReader(file, UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(this::read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(String line) {
        var words = line.split(" ", -1);
        switch (words[0]) {
            case "years" -> {
                firstYear = Integer.parseInt(words[1]);
                lastYear = Integer.parseInt(words[2]);
            }
            case "off" -> off.add(LocalDate.parse(words[1]));
            case "work" -> work.add(LocalDate.parse(words[1]));
            default -> throw new IllegalStateException("the calendar has a line nobody understands: " + line);
        }
    }

    /** The first year whose calendar is on file. */
    public int firstYear() {
        return firstYear;
    }

    public boolean isWorked(LocalDate day) {
        if (!isAnnounced(day)) {
            return isWeekday(day) && !FIXED.contains(MonthDay.from(day));
        }
        return isWeekday(day) ? !off.contains(day) : work.contains(day);
    }

    /**
     * The last of {@code days} working days that begin on the day after {@code start}: how statutory time limits count.
     */
    public Due after(LocalDate start, int days) {
        var day = start;
        for (int counted = 0; counted < days; ) {
            day = day.plusDays(1);
            if (isWorked(day)) {
                counted++;
            }
        }
        return new Due(day, !isAnnounced(start) || !isAnnounced(day));
    }

    /**
     * The last of {@code days} working days of which {@code first} is one if it is worked: how public notices count.
     */
    public Due through(LocalDate first, int days) {
        return after(first.minusDays(1), days);
    }

    /**
     * How many working days there are after {@code from} up to and including {@code to}; negative when {@code to} has
     * passed.
     */
    public int between(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return -between(to, from);
        }
        return (int) from.plusDays(1)
                .datesUntil(to.plusDays(1))
                .filter(this::isWorked)
                .count();
    }

    private boolean isAnnounced(LocalDate day) {
        return day.getYear() >= firstYear && day.getYear() <= lastYear;
    }

    private static boolean isWeekday(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }
}
