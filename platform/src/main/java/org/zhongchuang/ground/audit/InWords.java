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
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.audit.Coded.Changed;
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
     * @param changed what it said before and says now, where the row tells of a change
     */
    public record Said(Text thing, Text detail, Optional<Changed> changed) {}

    /** A detail that says what was before and what is now, perhaps of what. */
    private static final Pattern CHANGE = Pattern.compile("(?:(.*) \\| )?(.*) → (.*)");

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
        var details = new LinkedHashSet<Written>();
        rows.forEach(one -> details.add(new Written(one.act(), one.detail())));
        var words = ask(written, Coded::words);
        var about = ask(things, Coded::about);
        var changed = ask(details, Coded::changed);
        return rows.stream()
                .map(one -> new Said(
                        words.getOrDefault(new Written(one.act(), one.thing()), plain(one.thing())),
                        detail(one, words, about),
                        Optional.ofNullable(changed.get(new Written(one.act(), one.detail())))
                                .or(() -> changed(one, words))))
                .toList();
    }

    /** Whoever comes first and knows a code is heard. */
    private <T> Map<Written, T> ask(
            Set<Written> written, BiFunction<Coded, Collection<Written>, Map<Written, T>> question) {
        var open = new LinkedHashSet<>(written);
        var words = new HashMap<Written, T>();
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
                .or(() -> changed(one, words).map(change -> {
                    var of = CHANGE.matcher(one.detail()).replaceFirst("$1");
                    var what = of.isEmpty() ? Text.of("", "") : said(one, of, words);
                    return Text.of(
                            (of.isEmpty() ? "" : what.zh() + "：")
                                    + change.before().zh() + " → "
                                    + change.after().zh(),
                            (of.isEmpty() ? "" : what.en() + ": ")
                                    + change.before().en() + " → "
                                    + change.after().en());
                }))
                .orElseGet(() -> said(one, one.detail(), words));
    }

    private static Optional<Changed> changed(RecordedAct one, Map<Written, Text> words) {
        var change = CHANGE.matcher(one.detail());
        return change.matches()
                ? Optional.of(new Changed(said(one, change.group(2), words), said(one, change.group(3), words)))
                : Optional.empty();
    }

    /** A part of a detail: known as a whole, or word by word. */
    private static Text said(RecordedAct one, String part, Map<Written, Text> words) {
        return Optional.ofNullable(words.get(new Written(one.act(), part))).orElseGet(() -> {
            var all = Stream.of(part.split(" ", -1))
                    .map(word -> words.getOrDefault(new Written(one.act(), word), plain(word)))
                    .toList();
            return Text.of(joined(all, Text::zh), joined(all, Text::en));
        });
    }

    /** Whatever may be a code: each word, and of a change the two sides of it. */
    private static Stream<String> parts(RecordedAct one) {
        var change = CHANGE.matcher(one.detail());
        var sides = change.matches() ? Stream.of(change.group(2), change.group(3)) : Stream.<String>empty();
        return Stream.concat(sides, Stream.of(one.detail().split(" ", -1)));
    }

    /** The codes by which rows name what somebody typed, and what was typed itself. */
    List<String> codes(String typed) {
        return Stream.concat(Stream.of(typed), known.stream().flatMap(each -> each.codes(typed).stream()))
                .distinct()
                .toList();
    }

    /** The name by which what an id means is found as well; empty where it has none. */
    public Optional<String> nameOf(String id) {
        var one = new Written("", id);
        return Optional.ofNullable(ask(Set.of(one), Coded::words).get(one))
                .map(Text::zh)
                .filter(name -> codes(name).contains(id));
    }

    /** What stands as it was written; an id of which nothing is on file any more says nothing to a reader. */
    private static Text plain(String written) {
        return Typed.id(written).isPresent() ? GONE : Text.of(written, written);
    }

    private static String joined(List<Text> words, Function<Text, String> language) {
        return words.stream().map(language).collect(Collectors.joining(" "));
    }
}
