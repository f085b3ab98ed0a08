package org.zhongchuang.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Everything one edition of a pack finds about one subject on one day. */
public record Findings(String edition, String programme, LocalDate on, List<Finding> all, Judging judging) {

    public Findings {
        all = List.copyOf(all);
    }

    /** What the findings come to. */
    public enum Outcome {
        GRANTED,
        REFUSED,
        UNDECIDED
    }

    static Findings of(String edition, Programme programme, LocalDate on, Judging judging) {
        var all = new ArrayList<Finding>();
        for (int i = 0; i < programme.criteria().size(); i++) {
            var criterion = programme.criteria().get(i);
            var trace = judging.criteria().get(i);
            all.add(
                    trace.is(1)
                            ? new Finding.Met(criterion, trace, judging)
                            : trace.is(0)
                                    ? new Finding.Unmet(criterion, trace, judging)
                                    : new Finding.NotYetKnown(criterion, trace, judging));
        }
        return new Findings(edition, programme.id(), on, all, judging);
    }

    /** A criterion that fails settles the matter; one that cannot be judged yet, or an amount, only holds it up. */
    public Outcome outcome() {
        var open = !judging.missingForAmount().isEmpty();
        for (var finding : all) {
            switch (finding) {
                case Finding.Unmet _ -> {
                    return Outcome.REFUSED;
                }
                case Finding.NotYetKnown _ -> open = true;
                case Finding.Met _ -> {}
            }
        }
        return open ? Outcome.UNDECIDED : Outcome.GRANTED;
    }

    /** The amount: zero where refused, unless it is owed either way; empty while it is not known. */
    public Optional<Fen> amount() {
        return judging.amount(outcome());
    }

    /** Further results by term, as far as they are known. */
    public Map<String, FactValue> results() {
        return judging.results();
    }

    /** What one of its terms comes to, as far as it is known. */
    public Optional<FactValue> term(String id) {
        return judging.working().stream()
                .filter(line -> line.term().equals(id))
                .findFirst()
                .flatMap(Judging.Working::value);
    }

    /** The working, line by line. */
    public List<Judging.Working> working() {
        return judging.working();
    }

    /** All names that would decide it: facts, or parameters that no authority has set. */
    public Set<String> missing() {
        var names = new TreeSet<>(judging.missingForAmount());
        all.forEach(finding -> {
            if (finding instanceof Finding.NotYetKnown unknown) {
                names.addAll(unknown.missing());
            }
        });
        return names;
    }

    /** The criteria that fail. */
    public List<String> unmet() {
        return all.stream()
                .filter(Finding.Unmet.class::isInstance)
                .map(finding -> finding.criterion().id())
                .toList();
    }

    public long met() {
        return all.stream().filter(Finding.Met.class::isInstance).count();
    }
}
