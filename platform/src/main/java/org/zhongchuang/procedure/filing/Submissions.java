package org.zhongchuang.procedure.filing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Fact;
import org.zhongchuang.procedure.casework.CaseFacts;
import org.zhongchuang.procedure.casework.CaseFile;
import org.zhongchuang.procedure.casework.CaseRules;
import org.zhongchuang.records.figure.CountedFacts;

/** What goes with the answers of an application: its invoices, and where answers differ from the records. */
@Component
public class Submissions {

    private final Costs costs;
    private final CaseFacts facts;
    private final CountedFacts counted;
    private final CaseRules rules;
    private final Clock clock;

    Submissions(Costs costs, CaseFacts facts, CountedFacts counted, CaseRules rules, Clock clock) {
        this.costs = costs;
        this.facts = facts;
        this.counted = counted;
        this.rules = rules;
        this.clock = clock;
    }

    /** What was handed in for one case. */
    public record Submission(List<Costs.Invoice> invoices, List<Difference> differences) {}

    /**
     * An answer that is not what the records of the makerspace come to.
     *
     * @param said what the applicant says, and {@code recorded} what is counted, both in their plain form
     */
    public record Difference(Fact fact, String said, String recorded) {}

    public Submission of(CaseFile file) {
        return new Submission(costs.of(file.id()), differences(file));
    }

    private List<Difference> differences(CaseFile file) {
        var pack = rules.of(file);
        var countable = pack.factsOf(file.programme()).stream()
                .filter(fact -> fact.kind() == Fact.Kind.NUMBER
                        && facts.isDeclared(file, fact)
                        && pack.statistic(fact.id()).isPresent())
                .toList();
        if (countable.isEmpty()) {
            return List.of();
        }
        var answers = facts.answers(file.id());
        var recorded =
                counted.on(file.subject(), Optional.ofNullable(file.filedOn()).orElseGet(() -> LocalDate.now(clock)));
        return countable.stream()
                .filter(fact -> answers.containsKey(fact.id()) && recorded.containsKey(fact.id()))
                .map(fact ->
                        new Difference(fact, answers.getOrDefault(fact.id(), ""), recorded.getOrDefault(fact.id(), "")))
                .filter(one -> !one.said().equals(one.recorded()))
                .toList();
    }
}
