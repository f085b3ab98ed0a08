package org.zhongchuang.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a formula is read and what it means. */
class FormulaTests {

    private static final LocalDate DAY = LocalDate.of(2016, 6, 1);

    @ParameterizedTest
    @CsvSource({
        "a >= 3, true",
        "a > 3, false",
        "a < 3, false",
        "a <= 3, true",
        "a = 3, true",
        "a + 1 > 3, true",
        "a - 1 >= 3, false",
        "a * 2 >= 6, true",
        "not a > 3, true",
        "a > 3 or a = 3, true",
        "a > 3 and a = 3, false",
        "(a > 3 or yes) and yes, true",
        "a + 2 * 3 = 9, true",
        "0.1 + 0.2 = 0.3, true"
    })
    void meansWhatItSays(String formula, boolean holds) {
        assertThat(truth(formula)).isEqualTo(new Evaluation.Truth.Settled(holds));
    }

    @Test
    void anUnknownThatCannotChangeTheResultDoesNotMakeItUnknown() {
        assertThat(truth("a = 3 or x > 1")).isEqualTo(new Evaluation.Truth.Settled(true));
        assertThat(truth("a > 3 and x > 1")).isEqualTo(new Evaluation.Truth.Settled(false));
    }

    @Test
    void anUnknownThatMattersIsNamed() {
        assertThat(truth("a = 3 and x > 1 and not z")).isEqualTo(new Evaluation.Truth.Open(Set.of("x", "z")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a >=", "(a > 1", "a > 1)", "1.2.3 > a", "a > 1 b", "a ? b", "and", ">= 3", "一 》 二"})
    void whatCannotBeReadNamesTheColumn(String formula) {
        assertThatThrownBy(() -> Formula.parse(formula))
                .isInstanceOf(FormulaProblem.class)
                .hasMessageContaining("column");
    }

    @Test
    void chineseNamesAreNames() {
        assertThat(Formula.parse("面积 >= 3")).isEqualTo(Formula.parse("面积>=3"));
    }

    @Test
    void depthAndLengthAreBounded() {
        assertThatThrownBy(() -> Formula.parse("(".repeat(60) + "a" + ")".repeat(60)))
                .hasMessageContaining("nested");
        assertThatThrownBy(() -> Formula.parse("not ".repeat(60) + "a")).hasMessageContaining("nested");
        assertThatThrownBy(() -> Formula.parse("a ".repeat(2_000))).hasMessageContaining("characters");
    }

    /** Whatever is typed, the answer is a formula or a formula problem, never anything else. */
    @Test
    void randomTextNeverBreaksTheReader() {
        var pieces = new String[] {
            "a", "(", ")", ">=", "<", "and", "or", "not", "1", ".", " ", "面", "+", "-", "*", "\u0000", "😀"
        };
        var random = new Random(90);
        for (int trial = 0; trial < 20_000; trial++) {
            var text = new StringBuilder();
            for (int length = random.nextInt(12); length > 0; length--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            assertThatCode(() -> {
                        try {
                            Formula.parse(text.toString());
                        } catch (FormulaProblem expected) {
                            assertThat(expected).hasMessageContaining("column");
                        }
                    })
                    .doesNotThrowAnyException();
        }
    }

    private static Evaluation.Truth truth(String formula) {
        Map<String, FactValue> facts =
                Map.of("a", new FactValue.Quantity(BigDecimal.valueOf(3)), "yes", new FactValue.YesNo(true));
        return new Evaluation(facts, Map.of(), DAY, true).truth(Formula.parse(formula));
    }
}
