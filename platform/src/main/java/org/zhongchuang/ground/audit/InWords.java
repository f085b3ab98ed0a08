package org.zhongchuang.ground.audit;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.kernel.Typed;

/** Says rows of the record in words. What nobody knows to be a code stands as it was written. */
@Service
public class InWords {

    private static final Text GONE = Text.of("（已不在册）", "(no longer on file)");

    private final List<Coded> known;

    InWords(List<Coded> known) {
        this.known = known;
    }

    /** What it was done to. */
    public Text thing(RecordedAct one) {
        return word(one.act(), one.thing()).orElse(plain(one.thing()));
    }

    /** What else is said of it; where the row says nothing, what the thing is, or at least what kind of act it was. */
    public Text detail(RecordedAct one) {
        if (one.detail().isEmpty() && !one.thing().isEmpty()) {
            return known.stream()
                    .flatMap(each -> each.about(one.act(), one.thing()).stream())
                    .findFirst()
                    .or(() -> Acts.of(one.act()).map(act -> act.group().label()))
                    .orElse(one.words());
        }
        return word(one.act(), one.detail()).orElseGet(() -> {
            var words = Stream.of(one.detail().split(" ", -1))
                    .map(part -> word(one.act(), part).orElse(plain(part)))
                    .toList();
            return Text.of(joined(words, Text::zh), joined(words, Text::en));
        });
    }

    /** The codes by which rows name what somebody typed, and what was typed itself. */
    List<String> codes(String typed) {
        return Stream.concat(Stream.of(typed), known.stream().flatMap(each -> each.codes(typed).stream()))
                .distinct()
                .toList();
    }

    /** What stands as it was written; an id of which nothing is on file any more says nothing to a reader. */
    private static Text plain(String written) {
        return Typed.id(written).isPresent() ? GONE : Text.of(written, written);
    }

    private Optional<Text> word(String act, String code) {
        return known.stream().flatMap(one -> one.word(act, code).stream()).findFirst();
    }

    private static String joined(List<Text> words, Function<Text, String> language) {
        return words.stream().map(language).collect(Collectors.joining(" "));
    }
}
