package org.zhongchuang.engine.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole-number arithmetic, held against decimals without bound. */
class ExactTests {

    private static final long[] EDGES = {
        0,
        1,
        -1,
        2,
        -2,
        3,
        5,
        10,
        -10,
        49,
        50,
        51,
        99,
        100,
        -50,
        12_345,
        Long.MAX_VALUE,
        Long.MAX_VALUE - 1,
        Long.MIN_VALUE + 1
    };

    @ParameterizedTest
    @EnumSource(Rounding.class)
    void roundingIsThatOfDecimals(Rounding rounding) {
        var random = new Random(90);
        for (int trial = 0; trial < 50_000; trial++) {
            var dividend = trial < 400 ? EDGES[trial % EDGES.length] : random.nextLong() >> random.nextInt(63);
            var divisor =
                    trial < 400 ? EDGES[trial / EDGES.length % EDGES.length] : random.nextLong() >> random.nextInt(63);
            if (divisor == 0 || divisor == Long.MIN_VALUE || dividend == Long.MIN_VALUE) {
                continue;
            }
            assertThat(Exact.round(dividend, divisor, rounding))
                    .as("%d / %d", dividend, divisor)
                    .isEqualTo(decimal(dividend, divisor, rounding.mode()));
        }
    }

    private static long decimal(long dividend, long divisor, RoundingMode mode) {
        return BigDecimal.valueOf(dividend)
                .divide(BigDecimal.valueOf(divisor), 0, mode)
                .longValueExact();
    }

    @Test
    void theQuickRoundingOfGeneratedCodeIsTheSameOrThrows() {
        var random = new Random(15);
        for (int trial = 0; trial < 50_000; trial++) {
            var dividend = trial < 400 ? EDGES[trial % EDGES.length] : random.nextLong() >> random.nextInt(63);
            var divisor = 2 * (1 + (random.nextLong() >>> (2 + random.nextInt(60))));
            try {
                assertThat(Exact.halfUpEven(dividend, divisor)).isEqualTo(Exact.halfUp(dividend, divisor));
                assertThat(Exact.halfUpByEven(dividend, -divisor)).isEqualTo(Exact.halfUp(dividend, -divisor));
            } catch (ArithmeticException _) {
                assertThat(BigInteger.valueOf(dividend).abs().add(BigInteger.valueOf(divisor / 2)))
                        .isGreaterThan(BigInteger.valueOf(Long.MAX_VALUE - 1));
            }
        }
    }

    @Test
    void theLeastNumberHasNoOppositeAndIsRefused() {
        assertThatThrownBy(() -> Exact.halfUp(Long.MIN_VALUE, 3)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Exact.halfEven(3, Long.MIN_VALUE)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Exact.up(Long.MIN_VALUE, -1)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Exact.down(Long.MIN_VALUE, -1)).isInstanceOf(ArithmeticException.class);
        assertThat(Exact.down(Long.MIN_VALUE, 10)).isEqualTo(Long.MIN_VALUE / 10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "1e-999999999", "1e19", "0.001", "92233720368547758.08"})
    void aNumberThatDoesNotFitIsRefusedAtOnce(String number) {
        assertThatThrownBy(() -> Exact.scaled(new BigDecimal(number), 2)).isInstanceOf(ArithmeticException.class);
        assertThat(Exact.scaled(new BigDecimal("-92233720368547758.08"), 2)).isEqualTo(Long.MIN_VALUE);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 10_000})
    void aYearOutsideTheCalendarIsNoDate(long year) {
        assertThatThrownBy(() -> Exact.date(year, 1, 1)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Exact.plusYears(0, 20_000)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Exact.plusDays(0, -1_000_000)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Exact.date(2016, 13, 1)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Exact.date(2016, 1, 32)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Exact.date(2016, 0, 1)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Exact.date(2016, 1, 0)).isInstanceOf(ArithmeticException.class);
        assertThat(Exact.yearOf(Exact.date(9999, 12, 31))).isEqualTo(9999);
        assertThat(Exact.yearOf(Exact.date(1, 1, 1))).isEqualTo(1);
    }
}
