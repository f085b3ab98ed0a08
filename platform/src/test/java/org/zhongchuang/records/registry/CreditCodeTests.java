package org.zhongchuang.records.registry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** GB 32100-2015, by the standard's own example and by what its checks promise. */
class CreditCodeTests {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "91350100M000100Y43",
                "91330100799655058B",
                "9144030071526726XG",
                "12100000400000624D",
                "91330402MA2B00019E",
                "91330411MA2B00019F",
                "91330421MA2B00019Y",
                "91330424MA2B00019A",
                "91330481MA2B00019U",
                "91330482MA2B00019A",
                "91330483MA2B00019Q"
            })
    void acceptsCodesThatAreRight(String code) {
        assertThat(CreditCode.isValid(code)).isTrue();
        assertThat(CreditCode.isValid(" " + code.toLowerCase(java.util.Locale.ROOT)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "91350100M000100Y4Z", "91330000MA27U02N2X", "91350100M000100Y4", "9135O100M000100Y43"})
    void rejectsCodesThatAreWrong(String code) {
        assertThat(CreditCode.isValid(code)).isFalse();
    }

    @Test
    void anyOneWrongCharacterIsFound() {
        var code = "91330402MA2B00019E";
        for (int at = 0; at < code.length(); at++) {
            for (int letter = 0; letter < ALPHABET.length(); letter++) {
                var other = ALPHABET.charAt(letter);
                var changed = code.substring(0, at) + other + code.substring(at + 1);
                assertThat(CreditCode.isValid(changed)).as(changed).isEqualTo(changed.equals(code));
            }
        }
    }

    @Test
    void completedCodesAreValid() {
        for (int number = 0; number < 10_000; number += 7) {
            assertThat(CreditCode.isValid(CreditCode.complete("91", "330402", "MADM%04d".formatted(number))))
                    .isTrue();
        }
    }
}
