package org.zhongchuang.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Random;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sums of money, held against numbers without bound. */
class FenTests {

    private static final long[] EDGES = {
        0,
        1,
        -1,
        9,
        10,
        99,
        100,
        -100,
        101,
        120_050,
        Long.MAX_VALUE,
        Long.MAX_VALUE - 1,
        Long.MIN_VALUE,
        Long.MIN_VALUE + 1
    };

    /** Edges beside each other, and numbers of every length. */
    private static void eachPair(BinaryOperator<Fen> ours, BinaryOperator<BigInteger> exact) {
        var random = new Random(2017);
        for (int trial = 0; trial < 50_000; trial++) {
            var one = trial < 200 ? EDGES[trial % EDGES.length] : random.nextLong() >> random.nextInt(64);
            var other =
                    trial < 200 ? EDGES[trial / EDGES.length % EDGES.length] : random.nextLong() >> random.nextInt(64);
            var expected = exact.apply(BigInteger.valueOf(one), BigInteger.valueOf(other));
            if (expected.bitLength() < 64) {
                assertThat(ours.apply(new Fen(one), new Fen(other)))
                        .as("%d, %d", one, other)
                        .isEqualTo(new Fen(expected.longValueExact()));
            } else {
                assertThatThrownBy(() -> ours.apply(new Fen(one), new Fen(other)))
                        .as("%d, %d", one, other)
                        .isInstanceOf(ArithmeticException.class);
            }
        }
    }

    @Test
    void aSumIsExactOrRefused() {
        eachPair(Fen::plus, BigInteger::add);
    }

    @Test
    void aDifferenceIsExactOrRefused() {
        eachPair(Fen::minus, BigInteger::subtract);
    }

    @Test
    void aMultipleIsExactOrRefused() {
        eachPair((one, other) -> one.times(other.value()), BigInteger::multiply);
    }

    @Test
    void theOppositeIsExactOrRefused() {
        eachPair((one, _) -> one.negated(), (one, _) -> one.negate());
    }

    @Test
    void wholeYuanAreAHundredFenEachOrRefused() {
        eachPair((one, _) -> Fen.ofYuan(one.value()), (one, _) -> one.multiply(BigInteger.valueOf(100)));
    }

    @Test
    void theHigherOfTwoIsOneOfThem() {
        eachPair(Fen::max, BigInteger::max);
    }

    @Test
    void theOrderIsThatOfNumbers() {
        for (var one : EDGES) {
            for (var other : EDGES) {
                var order = Integer.signum(Long.compare(one, other));
                assertThat(Integer.signum(new Fen(one).compareTo(new Fen(other))))
                        .isEqualTo(order);
                assertThat(new Fen(one).isMoreThan(new Fen(other))).isEqualTo(order > 0);
                assertThat(new Fen(one).isLessThan(new Fen(other))).isEqualTo(order < 0);
            }
            assertThat(new Fen(one).isPositive()).isEqualTo(one > 0);
            assertThat(new Fen(one).isZero()).isEqualTo(one == 0);
        }
    }

    @Test
    void manyAddUpAsOneAfterTheOther() {
        var random = new Random(18);
        for (int trial = 0; trial < 500; trial++) {
            var sums = new ArrayList<Fen>();
            var expected = BigInteger.ZERO;
            for (int i = 0; i < random.nextInt(20); i++) {
                var value = random.nextLong() >> 8;
                sums.add(new Fen(value));
                expected = expected.add(BigInteger.valueOf(value));
            }
            assertThat(Fen.sum(sums.stream())).isEqualTo(new Fen(expected.longValueExact()));
        }
        assertThat(Fen.sum(Stream.of())).isEqualTo(Fen.ZERO);
        assertThatThrownBy(() -> Fen.sum(Stream.of(new Fen(Long.MAX_VALUE), new Fen(1))))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void whatIsWrittenIsReadAgainAsTheSameSum() {
        var random = new Random(8);
        for (int trial = 0; trial < 20_000; trial++) {
            var sum = new Fen(random.nextLong(100_000_000_000_000L) >> random.nextInt(46));
            assertThat(Fen.read(sum.yuan())).contains(sum);
            assertThat(sum.toYuan()).isEqualTo(new BigDecimal(sum.yuan()));
            assertThat(sum.toTenThousands().movePointRight(4)).isEqualByComparingTo(sum.toYuan());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.00",
        "5, 0.05",
        "120050, 1200.50",
        "-120050, -1200.50",
        "-5, -0.05",
        "9223372036854775807, 92233720368547758.07"
    })
    void aSumIsWrittenInYuanWithTwoDecimals(long value, String yuan) {
        assertThat(new Fen(value).yuan()).isEqualTo(yuan);
        assertThat(new Fen(value)).hasToString(yuan + " yuan");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1200.5", "1200.50", " 1,200.50 ", "1，200.5元", "¥1 200.50", "001200.50", "１，２００．５元", "0.12005万元"
            })
    void aSumIsReadAsPeopleWriteIt(String text) {
        assertThat(Fen.read(text)).contains(new Fen(120_050));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "1.234", "1.", ".5", "1e3", "1千", "万", "abc", "1234567890123", "1.2.3", "1亿"})
    void whatIsNoSumIsNotRead(String text) {
        assertThat(Fen.read(text)).isEmpty();
    }
}
