package org.zhongchuang.law.policy;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Clause;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.engine.Text;

/**
 * What was written down in Chinese and stands in the pack in both languages: names of programmes and of their steps.
 */
@Component
public class PackWords {

    private final Policies policies;
    private volatile Known known = new Known("", Map.of());

    PackWords(Policies policies) {
        this.policies = policies;
    }

    /** The words of an edition, by their Chinese. */
    private record Known(String edition, Map<String, Text> words) {}

    /** In both languages; as it was written where the pack does not know it. */
    public Text of(String written) {
        return words().getOrDefault(written, Text.of(written, written));
    }

    /** The same of several, with the Chinese comma between them. */
    public Text ofAll(String written) {
        return Text.of(
                written,
                Stream.of(written.split("、", -1)).map(one -> of(one).en()).collect(Collectors.joining(", ")));
    }

    /** Where the clause is read that a basis names, by the number of its document and its own. */
    public Optional<String> address(String basis) {
        return policies.current().documents().stream()
                .filter(one -> basis.startsWith(one.document().number() + " "))
                .flatMap(one -> one
                        .clause(Clause.idOf(
                                basis.substring(one.document().number().length() + 1)))
                        .map(clause -> "/policies/" + one.id() + "/clauses/" + clause.id())
                        .stream())
                .findFirst();
    }

    private Map<String, Text> words() {
        var pack = policies.current();
        if (!known.edition().equals(pack.edition())) {
            known = new Known(pack.edition(), words(pack));
        }
        return known.words();
    }

    private static Map<String, Text> words(PolicyPack pack) {
        var words = new HashMap<String, Text>();
        for (var programme : pack.programmes().values()) {
            words.put(programme.title().zh(), programme.title());
            programme.procedure().stream()
                    .flatMap(procedure -> procedure.steps().stream())
                    .forEach(step -> words.putIfAbsent(step.label().zh(), step.label()));
        }
        return words;
    }
}
