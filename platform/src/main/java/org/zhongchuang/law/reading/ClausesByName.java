package org.zhongchuang.law.reading;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Clause;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.search.ByName;
import org.zhongchuang.ground.search.Hit;
import org.zhongchuang.ground.search.Hits;
import org.zhongchuang.ground.search.Searched;
import org.zhongchuang.ground.search.Words;
import org.zhongchuang.law.policy.OfficialTexts;
import org.zhongchuang.law.policy.Policies;

/** The document and its clauses, found by number and title, by what stands in them and by the official wording. */
@Component
class ClausesByName implements Searched {

    private final Policies policies;
    private final OfficialTexts texts;
    private volatile Known known = new Known("", Map.of(), new ByName<>(Stream.of(), Clause::title, Clause::id));

    ClausesByName(Policies policies, OfficialTexts texts) {
        this.policies = policies;
        this.texts = texts;
    }

    /** The clauses made ready to be found, and the edition and wording that they were made from. */
    private record Known(String edition, Map<String, String> wordings, ByName<Clause> clauses) {}

    @Override
    public int place() {
        return 30;
    }

    @Override
    public Hits find(Words words, @Nullable Actor actor, int most) {
        var pack = policies.current();
        var ready = ready(pack);
        var clauses = Stream.concat(
                        ready.find(words),
                        pack.meantBy(words.text()).stream().flatMap(meant -> ready.find(Words.of(meant.zh()))))
                .distinct()
                .map(clause -> new Hit(
                        Text.of(
                                clause.id() + " " + clause.title().zh(),
                                clause.id() + " " + clause.title().en()),
                        pack.document().title(),
                        "/policies/" + pack.id() + "/clauses/" + clause.id(),
                        words.are(clause.id())));
        return new Hits(
                Text.of("政策文件和条款", "Documents and clauses"),
                "file-text",
                Stream.concat(document(words, pack), clauses).limit(most).toList(),
                "/policies/" + pack.id() + "?q=" + words.encoded());
    }

    private static Stream<Hit> document(Words words, PolicyPack pack) {
        var document = pack.document();
        var found = Stream.of(
                        document.number(),
                        document.title().zh(),
                        document.title().en())
                .anyMatch(one -> one.toLowerCase(Locale.ROOT).contains(words.lower()));
        return found
                ? Stream.of(new Hit(
                        document.title(),
                        Text.of(document.number(), document.number()),
                        "/policies/" + pack.id(),
                        words.are(document.number())))
                : Stream.empty();
    }

    private ByName<Clause> ready(PolicyPack pack) {
        var wordings = texts.wordings(pack);
        if (!known.edition().equals(pack.edition()) || !known.wordings().equals(wordings)) {
            known = new Known(
                    pack.edition(),
                    wordings,
                    new ByName<>(pack.clauses().stream(), Clause::title, clause -> content(clause, wordings)));
        }
        return known.clauses();
    }

    private static String content(Clause clause, Map<String, String> wordings) {
        var items = clause.items().stream()
                .flatMap(item -> Stream.of(item.title(), item.summary()))
                .flatMap(text -> Stream.of(text.zh(), text.en()));
        return Stream.concat(
                        Stream.of(
                                clause.id(),
                                clause.summary().zh(),
                                clause.summary().en(),
                                wordings.getOrDefault(clause.id(), "")),
                        items)
                .collect(Collectors.joining("\n"));
    }
}
