package org.zhongchuang.ground.identity;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Codes of authenticators, against the vectors of RFC 6238 (SHA-1, the last six of eight digits) and of RFC 4648. */
class TimeCodeTests {

    private static final byte[] SECRET = "12345678901234567890".getBytes(US_ASCII);

    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void theCodesAreThoseOfTheStandard(long second, String code) {
        assertThat(TimeCode.at(SECRET, TimeCode.step(Instant.ofEpochSecond(second))))
                .isEqualTo(code);
    }

    @Test
    void aClockMayBeOffByOneStepAndNotByTwo() {
        var now = Instant.ofEpochSecond(1234567890);
        var present = TimeCode.step(now);

        for (var off = -1; off <= 1; off++) {
            assertThat(TimeCode.stepOf(TimeCode.at(SECRET, present + off), SECRET, now, 0))
                    .hasValue(present + off);
        }
        assertThat(TimeCode.stepOf(TimeCode.at(SECRET, present - 2), SECRET, now, 0))
                .isEmpty();
        assertThat(TimeCode.stepOf(TimeCode.at(SECRET, present + 2), SECRET, now, 0))
                .isEmpty();
    }

    @Test
    void aStepThatCountedDoesNotCountAgainNorDoesAnEarlierOne() {
        var now = Instant.ofEpochSecond(1234567890);
        var present = TimeCode.step(now);

        assertThat(TimeCode.stepOf(TimeCode.at(SECRET, present), SECRET, now, present))
                .isEmpty();
        assertThat(TimeCode.stepOf(TimeCode.at(SECRET, present - 1), SECRET, now, present))
                .isEmpty();
        assertThat(TimeCode.stepOf(TimeCode.at(SECRET, present + 1), SECRET, now, present))
                .hasValue(present + 1);
    }

    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void secretsAreWrittenAsTheStandardSays(String bytes, String written) {
        assertThat(Base32.of(bytes.getBytes(US_ASCII))).isEqualTo(written);
    }
}
