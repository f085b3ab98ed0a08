package org.zhongchuang.procedure.casework;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.engine.Programme.Payer;
import org.zhongchuang.engine.Shares;
import org.zhongchuang.engine.Text;
import org.zhongchuang.procedure.casework.Outcome.Share;

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

    /**
     * Who pays how much of a sum, the leading payer first, by the shares of the day on which the case was filed. Who
     * would pay nothing is left out, and what one treasury pays for city and county is one share. Empty where a share
     * is not set.
     *
     * @param leading who pays where the programme has one payer
     */
    public Optional<List<Share>> shares(CaseFile file, String leading, Fen fen) {
        if (rules.programme(file).payers().size() == 1) {
            return Optional.of(List.of(new Share(leading, Shares.WHOLE, fen)));
        }
        var day = Objects.requireNonNullElse(file.filedOn(), LocalDate.now(clock));
        return rules.shares(file, day).map(shares -> {
            var sums = shares.of(fen);
            var all = new LinkedHashMap<String, Share>();
            for (int i = 0; i < sums.size(); i++) {
                var one = shares.all().get(i);
                var payer = treasury(file, one.payer());
                all.merge(payer, new Share(payer, one.percent(), sums.get(i)), Share::and);
            }
            return all.values().stream().filter(one -> one.fen().isPositive()).toList();
        });
    }

    /** The split of what a case comes to, where several pay it; empty where one does, or it is not known. */
    public List<Share> split(CaseFile file) {
        return rules.programme(file).payers().size() == 1
                ? List.of()
                : of(file).flatMap(fen -> shares(file, "", fen)).orElse(List.of());
    }

    private String treasury(CaseFile file, Payer payer) {
        return payer == Payer.COUNTY_OF_SEAT
                ? file.area()
                : rules.of(file).areas().getFirst().code();
    }

    /**
     * Who pays, or leads where several do: the programme says, or where the document leaves it open, the decider
     * chooses between the two.
     */
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
