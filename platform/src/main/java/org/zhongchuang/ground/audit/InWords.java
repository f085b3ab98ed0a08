package org.zhongchuang.ground.audit;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.audit.Coded.Written;
import org.zhongchuang.ground.kernel.Typed;

/** Says rows of the record in words. What nobody knows to be a code stands as it was written. */
@Service
public class InWords {

    private static final Text GONE = Text.of("（已不在册）", "(no longer on file)");

    private final List<Coded> known;

    InWords(List<Coded> known) {
        this.known = known;
    }

    /**
     * A row in words.
     *
     * @param thing what it was done to
     * @param detail what else is said of it; where the row says nothing, what the thing is, or at least what kind of
     *     act it was
     */
    public record Said(Text thing, Text detail) {}

    /** Says rows in their order; what all their codes mean is asked once and not row by row. */
    public List<Said> say(List<RecordedAct> rows) {
        var written = new LinkedHashSet<Written>();
        var things = new LinkedHashSet<Written>();
        for (var one : rows) {
            written.add(new Written(one.act(), one.thing()));
            written.add(new Written(one.act(), one.detail()));
            parts(one).forEach(part -> written.add(new Written(one.act(), part)));
            if (one.detail().isEmpty() && !one.thing().isEmpty()) {
                things.add(new Written(one.act(), one.thing()));
            }
        }
        var words = ask(written, Coded::words);
        var about = ask(things, Coded::about);
        return rows.stream()
                .map(one -> new Said(
                        words.getOrDefault(new Written(one.act(), one.thing()), plain(one.thing())),
                        detail(one, words, about)))
                .toList();
    }

    /** Whoever comes first and knows a code is heard. */
    private Map<Written, Text> ask(
            Set<Written> written, BiFunction<Coded, Collection<Written>, Map<Written, Text>> question) {
        var open = new LinkedHashSet<>(written);
        var words = new HashMap<Written, Text>();
        for (var one : known) {
            if (!open.isEmpty()) {
                words.putAll(question.apply(one, open));
                open.removeAll(words.keySet());
            }
        }
        return words;
    }

    private static Text detail(RecordedAct one, Map<Written, Text> words, Map<Written, Text> about) {
        if (one.detail().isEmpty() && !one.thing().isEmpty()) {
            return Optional.ofNullable(about.get(new Written(one.act(), one.thing())))
                    .or(() -> Acts.of(one.act()).map(act -> act.group().label()))
                    .orElse(one.words());
        }
        return Optional.ofNullable(words.get(new Written(one.act(), one.detail())))
                .orElseGet(() -> {
                    var all = parts(one)
                            .map(part -> words.getOrDefault(new Written(one.act(), part), plain(part)))
                            .toList();
                    return Text.of(joined(all, Text::zh), joined(all, Text::en));
                });
    }

    private static Stream<String> parts(RecordedAct one) {
        return Stream.of(one.detail().split(" ", -1));
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

    private static String joined(List<Text> words, Function<Text, String> language) {
        return words.stream().map(language).collect(Collectors.joining(" "));
    }
}
