package org.zhongchuang.procedure.casework;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.engine.Programme.Payer;
import org.zhongchuang.engine.Text;

/** What a case comes to in money, and whose money it is. */
@Component
public class Amounts {

    private final CaseFacts facts;
    private final CaseRules rules;
    private final List<Outcome> outcomes;
    private final Clock clock;

    Amounts(CaseFacts facts, CaseRules rules, List<Outcome> outcomes, Clock clock) {
        this.facts = facts;
        this.rules = rules;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    /** What the rules come to; empty where the programme pays nothing or something is not known. */
    public Optional<Fen> computed(CaseFile file) {
        return rules.programme(file).pays()
                ? facts.findings(file, LocalDate.now(clock)).amount()
                : Optional.empty();
    }

    /** What is left of that after what was granted for the same matter before. */
    public Optional<Fen> of(CaseFile file) {
        var programme = rules.programme(file);
        return computed(file)
                .map(fen -> outcomes.stream()
                        .filter(outcome -> outcome.concerns(programme))
                        .findFirst()
                        .map(outcome -> outcome.payable(file, fen))
                        .orElse(fen));
    }

    /** Why that is less than the rules come to, where it is. */
    public Optional<Text> less(CaseFile file) {
        var programme = rules.programme(file);
        return computed(file)
                .flatMap(fen -> outcomes.stream()
                        .filter(outcome -> outcome.concerns(programme))
                        .findFirst()
                        .flatMap(outcome -> outcome.less(file, fen)));
    }

    /** Who pays: the programme says, or where the document leaves it open, the decider chooses between the two. */
    public Optional<String> payer(CaseFile file, String chosen) {
        var city = rules.of(file).areas().getFirst().code();
        return switch (rules.programme(file).payer()) {
            case Payer.CITY -> Optional.of(city);
            case Payer.COUNTY_OF_SEAT -> Optional.of(file.area());
            case Payer.LOCAL, Payer.OPEN ->
                Optional.of(chosen).filter(one -> one.equals(city) || one.equals(file.area()));
            case Payer.TAX, Payer.PARTNER, Payer.NOBODY -> Optional.of(city);
        };
    }
}
