package org.zhongchuang.ground.audit;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.zhongchuang.engine.Text;

/** Says rows of the record in words. What nobody knows to be a code stands as it was written. */
@Service
public class InWords {

    private final List<Coded> known;

    InWords(List<Coded> known) {
        this.known = known;
    }

    /** What it was done to. */
    public Text thing(RecordedAct one) {
        return word(one.act(), one.thing()).orElse(Text.of(one.thing(), one.thing()));
    }

    /** What else is said of it. */
    public Text detail(RecordedAct one) {
        return word(one.act(), one.detail()).orElseGet(() -> {
            var words = Stream.of(one.detail().split(" ", -1))
                    .map(part -> word(one.act(), part).orElse(Text.of(part, part)))
                    .toList();
            return Text.of(joined(words, Text::zh), joined(words, Text::en));
        });
    }

    private Optional<Text> word(String act, String code) {
        return known.stream().flatMap(one -> one.word(act, code).stream()).findFirst();
    }

    private static String joined(List<Text> words, Function<Text, String> language) {
        return words.stream().map(language).collect(Collectors.joining(" "));
    }
}
