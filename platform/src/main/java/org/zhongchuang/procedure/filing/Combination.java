package org.zhongchuang.procedure.filing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.engine.Programme;
import org.zhongchuang.engine.Stacking;
import org.zhongchuang.engine.Stacking.Claim;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.law.policy.Answers;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.procedure.casework.Amounts;
import org.zhongchuang.procedure.casework.CaseFiles;
import org.zhongchuang.procedure.casework.Occasion;
import org.zhongchuang.records.registry.SubjectId;

/**
 * What an applicant can have in all: everything that is under way and every ground that is open, in the lawful
 * combination that brings most, with what gives way to what.
 */
@Service
public class Combination {

    private final CaseFiles files;
    private final Costs costs;
    private final Amounts amounts;
    private final Policies policies;
    private final Clock clock;

    Combination(CaseFiles files, Costs costs, Amounts amounts, Policies policies, Clock clock) {
        this.files = files;
        this.costs = costs;
        this.amounts = amounts;
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * What one applicant can have under one programme.
     *
     * @param alone what it would bring by itself
     * @param together what it brings beside the others
     * @param because the programme that it gives way to
     */
    public record Part(Programme programme, String applicant, Fen alone, Fen together, Optional<Programme> because) {}

    private record Key(String programme, SubjectId subject) {

        String id() {
            return programme + ":" + subject;
        }
    }

    private static final class Sum {

        private Fen fen = Fen.ZERO;
        private final Set<String> invoices = new HashSet<>();
    }

    /** What a reader may have together, by how their applicants stand with the programmes. */
    public List<Part> of(Actor actor, List<Opening> standing) {
        var sums = new LinkedHashMap<Key, Sum>();
        for (var file : files.ofOperator(actor.organisation())) {
            if (file.holder() != null
                    && policies.current().programme(file.programme()).pays()) {
                add(
                        sums,
                        new Key(file.programme(), file.subject()),
                        amounts.of(file).orElse(Fen.ZERO),
                        costs.of(file.id()));
            }
        }
        var names = new HashMap<SubjectId, String>();
        for (var opening : standing) {
            var applicant = opening.applicant();
            names.put(applicant.subject(), applicant.name());
            for (var ground : opening.grounds()) {
                var programme = opening.programme();
                add(sums, new Key(programme.id(), applicant.subject()), worth(programme, ground), List.of());
            }
        }
        sums.entrySet()
                .removeIf(one -> one.getValue().fen.isZero()
                        || !names.containsKey(one.getKey().subject()));
        var keys = new HashMap<String, Key>();
        sums.keySet().forEach(key -> keys.put(key.id(), key));
        var claims = new ArrayList<Claim>();
        sums.forEach((key, sum) -> claims.add(claim(key, sum)));
        return Stacking.best(claims).stream()
                .map(share -> {
                    var key = Objects.requireNonNull(keys.get(share.claim().id()));
                    return new Part(
                            policies.current().programme(key.programme()),
                            names.getOrDefault(key.subject(), ""),
                            share.claim().fen(),
                            share.fen(),
                            Optional.ofNullable(keys.get(share.because()))
                                    .map(other -> policies.current().programme(other.programme())));
                })
                .toList();
    }

    private static void add(Map<Key, Sum> sums, Key key, Fen fen, List<Costs.Invoice> invoices) {
        var sum = sums.computeIfAbsent(key, _ -> new Sum());
        sum.fen = sum.fen.plus(fen);
        invoices.forEach(one -> sum.invoices.add(one.number()));
    }

    /** Those of one group and one beneficiary concern the same matter. */
    private Claim claim(Key key, Sum sum) {
        var stacking = policies.current().programme(key.programme()).stacking();
        return stacking == null
                ? new Claim(key.id(), "", Programme.Stacking.Mode.HIGHEST, sum.fen, sum.invoices)
                : new Claim(key.id(), stacking.group() + ":" + key.subject(), stacking.mode(), sum.fen, sum.invoices);
    }

    /** What a ground brings by what its register knows; nothing where the applicant has to say more. */
    private Fen worth(Programme programme, Occasion ground) {
        return ground.facts().isEmpty() || !programme.pays()
                ? Fen.ZERO
                : policies.evaluate(
                                programme.id(),
                                LocalDate.now(clock),
                                Answers.values(policies.current().facts(), ground.facts()))
                        .amount()
                        .orElse(Fen.ZERO);
    }
}
