package org.zhongchuang.ground.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.zhongchuang.engine.Text;

/** Rows of the record are said in words together, in their order and in the language of their reader. */
class InWordsTests {

    /** Knows every code that is a number, and counts how often it is asked. */
    private static final class Numbers implements Coded {

        private int asked;

        @Override
        public Optional<Text> word(String act, String code) {
            throw new AssertionError("asked for one code at a time");
        }

        @Override
        public Map<Written, Text> words(Collection<Written> written) {
            asked++;
            var words = new HashMap<Written, Text>();
            for (var one : written) {
                if (one.code().matches("[0-9]+")) {
                    words.put(one, Text.of("第" + one.code(), "no. " + one.code()));
                }
            }
            return words;
        }
    }

    private static RecordedAct row(String thing, String detail) {
        return new RecordedAct(
                1,
                Instant.EPOCH,
                Optional.empty(),
                "",
                "",
                Optional.empty(),
                "",
                "notice.publish",
                thing,
                detail,
                "",
                1,
                Optional.empty());
    }

    @Test
    void whatTheCodesOfManyRowsMeanIsAskedOnce() {
        var numbers = new Numbers();
        var rows = IntStream.range(0, 5_000)
                .mapToObj(number -> row(String.valueOf(number), "a " + number))
                .toList();

        var said = new InWords(List.of(numbers)).say(rows);

        assertThat(numbers.asked).isEqualTo(1);
        assertThat(said).hasSize(5_000);
        assertThat(said.getLast().thing().zh()).isEqualTo("第4999");
        assertThat(said.getLast().detail().en()).isEqualTo("a no. 4999");
    }

    @Test
    void daysAndFromWhichToWhichAreInTheReadersLanguage() {
        var said = new InWords(List.of(new OwnCodes()))
                .say(List.of(row("x", "2018-03-14 to 2018-03-20"), row("x", "2018-03-14")));

        assertThat(said.getFirst().detail()).isEqualTo(Text.of("2018年3月14日至2018年3月20日", "14 Mar 2018 to 20 Mar 2018"));
        assertThat(said.getLast().detail().zh()).isEqualTo("2018年3月14日");
    }
}
