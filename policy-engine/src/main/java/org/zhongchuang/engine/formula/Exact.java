package org.zhongchuang.engine.formula;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import org.zhongchuang.engine.calendar.WorkingDays;

/**
 * Arithmetic on whole numbers that is right or throws {@link ArithmeticException}: the one meaning of the language,
 * called by the tree walk and by generated code alike. Days are counted from 1970-01-01.
 */
public final class Exact {

    private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private Exact() {}

    /** The least {@code long} has no opposite, so no sign can be taken off it. */
    private static void demandOpposite(long dividend, long divisor) {
        if (dividend == Long.MIN_VALUE || divisor == Long.MIN_VALUE) {
            throw new ArithmeticException("too large");
        }
    }

    /** {@code dividend / divisor}, rounded half away from zero. */
    public static long halfUp(long dividend, long divisor) {
        demandOpposite(dividend, divisor);
        var quotient = dividend / divisor;
        var rest = dividend - quotient * divisor;
        if (rest == 0) {
            return quotient;
        }
        var twice = Math.abs(rest) - (Math.abs(divisor) - Math.abs(rest));
        return twice >= 0 ? quotient + ((dividend ^ divisor) < 0 ? -1 : 1) : quotient;
    }

    /** {@code dividend / divisor}, rounded half to even. */
    public static long halfEven(long dividend, long divisor) {
        demandOpposite(dividend, divisor);
        var quotient = dividend / divisor;
        var rest = dividend - quotient * divisor;
        if (rest == 0) {
            return quotient;
        }
        var twice = Math.abs(rest) - (Math.abs(divisor) - Math.abs(rest));
        return twice > 0 || (twice == 0 && (quotient & 1) != 0)
                ? quotient + ((dividend ^ divisor) < 0 ? -1 : 1)
                : quotient;
    }

    /** {@code dividend / divisor}, rounded away from zero. */
    public static long up(long dividend, long divisor) {
        demandOpposite(dividend, divisor);
        var quotient = dividend / divisor;
        return quotient * divisor == dividend ? quotient : quotient + ((dividend ^ divisor) < 0 ? -1 : 1);
    }

    /** {@code dividend / divisor}, rounded towards zero. */
    public static long down(long dividend, long divisor) {
        return divisor == -1 ? Math.negateExact(dividend) : dividend / divisor;
    }

    /**
     * {@code dividend / divisor}, rounded half away from zero, where the divisor is even and positive: what generated
     * code calls with a power of ten, whose division is then a multiplication.
     *
     * @throws ArithmeticException within half a divisor of the ends of a {@code long}, where {@link #halfUp} still
     *     answers
     */
    public static long halfUpEven(long dividend, long divisor) {
        var sign = dividend >> 63;
        return Math.addExact(dividend, (divisor / 2 ^ sign) - sign) / divisor;
    }

    /** The same for an even divisor of either sign. */
    public static long halfUpByEven(long dividend, long divisor) {
        return divisor > 0 ? halfUpEven(dividend, divisor) : halfUp(dividend, divisor);
    }

    static long round(long dividend, long divisor, Rounding rounding) {
        return switch (rounding) {
            case HALF_UP -> halfUp(dividend, divisor);
            case HALF_EVEN -> halfEven(dividend, divisor);
            case UP -> up(dividend, divisor);
            case DOWN -> down(dividend, divisor);
        };
    }

    /** The number at that many decimals; too many decimals or too large a number is an {@link ArithmeticException}. */
    public static long scaled(BigDecimal number, int decimals) {
        if (Math.abs((long) number.scale()) > 100) {
            // 1e999999999 would take as many digits to write out.
            throw new ArithmeticException("an absurd number");
        }
        return number.setScale(decimals, RoundingMode.UNNECESSARY)
                .unscaledValue()
                .longValueExact();
    }

    static long power(int decimals) {
        var power = 1L;
        for (int i = 0; i < decimals; i++) {
            power = Math.multiplyExact(power, 10L);
        }
        return power;
    }

    public static long yearOf(long day) {
        return LocalDate.ofEpochDay(inRange(day)).getYear();
    }

    public static long monthOf(long day) {
        return LocalDate.ofEpochDay(inRange(day)).getMonthValue();
    }

    /** That day of that month; a day after the month's last is its last. */
    public static long date(long year, long month, long day) {
        if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) {
            throw new ArithmeticException("no such date");
        }
        var of = YearMonth.of((int) year, (int) month);
        return of.atDay((int) Math.min(day, of.lengthOfMonth())).toEpochDay();
    }

    public static long plusDays(long day, long days) {
        return inRange(Math.addExact(day, days));
    }

    /** So many months on, the same day of the month or its last. */
    public static long plusMonths(long day, long months) {
        try {
            return inRange(LocalDate.ofEpochDay(day).plusMonths(months).toEpochDay());
        } catch (DateTimeException e) {
            throw tooFar(e);
        }
    }

    public static long plusYears(long day, long years) {
        return plusMonths(day, Math.multiplyExact(years, 12L));
    }

    /** Whole months from the first day to the last, negative when the last is earlier. */
    public static long monthsBetween(long first, long last) {
        return ChronoUnit.MONTHS.between(LocalDate.ofEpochDay(inRange(first)), LocalDate.ofEpochDay(inRange(last)));
    }

    /** The last of so many working days that begin on the next day; before the day where there are fewer than none. */
    public static long plusWorkingDays(long day, long days) {
        // Nobody counts further than there are days, however large the number.
        plusDays(day, days);
        return inRange(WorkingDays.official().after(day, days));
    }

    /** Working days after the first day up to and including the last, negative when the last is earlier. */
    public static long workingDaysBetween(long first, long last) {
        return WorkingDays.official().between(inRange(first), inRange(last));
    }

    private static long inRange(long day) {
        if (day < FIRST.toEpochDay() || day > LAST.toEpochDay()) {
            throw new ArithmeticException("no such date");
        }
        return day;
    }

    private static ArithmeticException tooFar(DateTimeException cause) {
        var problem = new ArithmeticException("no such date");
        problem.initCause(cause);
        return problem;
    }
}
