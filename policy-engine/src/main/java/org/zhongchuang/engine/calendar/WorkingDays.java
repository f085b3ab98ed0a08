package org.zhongchuang.engine.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/**
 * The official calendar: which days are worked, make-up days 调休 included.
 *
 * <p>For a year that has not been announced only the fixed statutory days are known; a date counted through such a year
 * is provisional.
 */
public final class WorkingDays {

    private static final WorkingDays OFFICIAL = new WorkingDays();

    private static final Set<MonthDay> FIXED = Set.of(
            MonthDay.of(1, 1),
            MonthDay.of(5, 1),
            MonthDay.of(5, 2),
            MonthDay.of(10, 1),
            MonthDay.of(10, 2),
            MonthDay.of(10, 3));

    private static final int DAYS_OF_WEEK = 7;
    private static final int DAYS_WORKED = 5;
    /** The first day of 1970 was a Thursday. */
    private static final int SINCE_MONDAY = 3;

    /** The days that differ from Monday to Friday: a weekday without work, a Saturday or Sunday with work. */
    private final Set<Long> exceptions = new HashSet<>();

    private int firstYear;
    private int lastYear;
    private long firstDay;
    private long lastDay;

    /**
     * A day counted in working days; provisional when the count passes through a year without an announced calendar.
     */
    public record Due(LocalDate day, boolean provisional) {}

    private WorkingDays() {
        var file = Objects.requireNonNull(WorkingDays.class.getResourceAsStream("/calendar/working-days.txt"));
        try (var lines = new BufferedReader(new InputStreamReader(file, UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(this::read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The calendar that is announced for the whole country. */
    public static WorkingDays official() {
        return OFFICIAL;
    }

    private void read(String line) {
        var words = line.split(" ", -1);
        switch (words[0]) {
            case "years" -> {
                firstYear = Integer.parseInt(words[1]);
                lastYear = Integer.parseInt(words[2]);
                firstDay = LocalDate.of(firstYear, 1, 1).toEpochDay();
                lastDay = LocalDate.of(lastYear, 12, 31).toEpochDay();
            }
            case "off", "work" -> {
                var day = LocalDate.parse(words[1]).toEpochDay();
                if (isWeekday(day) == words[0].equals("off")) {
                    exceptions.add(day);
                }
            }
            default -> throw new IllegalStateException("the calendar has a line nobody understands: " + line);
        }
    }

    /** The first year whose calendar is on file. */
    public int firstYear() {
        return firstYear;
    }

    public boolean isWorked(LocalDate day) {
        return isWorked(day.toEpochDay());
    }

    private boolean isWorked(long day) {
        return isAnnounced(day)
                ? isWeekday(day) != exceptions.contains(day)
                : isWeekday(day) && !FIXED.contains(MonthDay.from(LocalDate.ofEpochDay(day)));
    }

    /**
     * The last of {@code days} working days that begin on the day after {@code start}: how statutory time limits count.
     */
    public Due after(LocalDate start, int days) {
        var day = LocalDate.ofEpochDay(after(start.toEpochDay(), days));
        return new Due(day, !isAnnounced(start.toEpochDay()) || !isAnnounced(day.toEpochDay()));
    }

    /**
     * The same by days since 1970; with a number below zero the first of so many working days that end on the day
     * before.
     */
    public long after(long start, long days) {
        var step = days < 0 ? -1 : 1;
        var day = start;
        for (long counted = 0; counted < Math.abs(days); ) {
            day += step;
            if (isWorked(day)) {
                counted++;
            }
        }
        return day;
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
        return Math.toIntExact(between(from.toEpochDay(), to.toEpochDay()));
    }

    /** The same by days since 1970. */
    public long between(long from, long to) {
        if (to < from) {
            return -between(to, from);
        }
        var worked = 0L;
        for (var day = from + 1; day <= to; day++) {
            if (isWorked(day)) {
                worked++;
            }
        }
        return worked;
    }

    private boolean isAnnounced(long day) {
        return day >= firstDay && day <= lastDay;
    }

    private static boolean isWeekday(long day) {
        return Math.floorMod(day + SINCE_MONDAY, DAYS_OF_WEEK) < DAYS_WORKED;
    }
}
