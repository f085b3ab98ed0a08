package org.zhongchuang.procedure.review;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.engine.Fact;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.law.policy.Answers;
import org.zhongchuang.procedure.casework.Act;
import org.zhongchuang.procedure.casework.CaseFacts;
import org.zhongchuang.procedure.casework.CaseFile;
import org.zhongchuang.procedure.casework.CaseId;
import org.zhongchuang.procedure.casework.CaseRules;
import org.zhongchuang.procedure.casework.Desk;
import org.zhongchuang.procedure.casework.Handling;
import org.zhongchuang.procedure.casework.Handling.Reason;
import org.zhongchuang.procedure.casework.Step;
import org.zhongchuang.procedure.casework.Ticket;
import org.zhongchuang.records.registry.KnownFact;

/** What an office answers for in a case: each role establishes the facts that the pack gives it, at its own step. */
@Service
public class EstablishFacts {

    private static final List<Step> STEPS = List.of(Step.REVIEW, Step.CITY_REVIEW, Step.MEETING);

    private final Desk desk;
    private final CaseFacts facts;
    private final CaseRules rules;

    EstablishFacts(Desk desk, CaseFacts facts, CaseRules rules) {
        this.desk = desk;
        this.facts = facts;
        this.rules = rules;
    }

    /** The facts of the programme that people in the actor's role answer for; experts do so by their votes. */
    public List<Fact> factsOf(Actor actor, CaseFile file) {
        return actor.role() == Role.EXPERT
                ? List.of()
                : rules.of(file).factsOf(file.programme()).stream()
                        .filter(fact -> fact.by().equals(actor.role().word()))
                        .toList();
    }

    boolean isComplete(Actor actor, CaseFile file) {
        var known = facts.answers(file.id());
        return factsOf(actor, file).stream().allMatch(fact -> known.containsKey(fact.id()));
    }

    /** Whether something of it was typed, and says other than what is known. */
    public boolean isNew(Actor actor, CaseFile file, Map<String, String> typed) {
        var known = facts.answers(file.id());
        return factsOf(actor, file).stream().anyMatch(fact -> {
            var text = typed.getOrDefault(fact.id(), "").strip();
            return !text.isEmpty()
                    && !Answers.read(fact, text).value().equals(Optional.ofNullable(known.get(fact.id())));
        });
    }

    /** Establishes all of them at once; what cannot be read is refused and nothing is kept. */
    @Transactional
    public Handling establish(Actor actor, CaseId id, Ticket ticket, Map<String, String> typed) {
        return desk.act(actor, id, ticket, Act.ESTABLISHED, STEPS, file -> {
            var values = new LinkedHashMap<String, String>();
            for (var fact : factsOf(actor, file)) {
                Answers.read(fact, typed.getOrDefault(fact.id(), "").strip())
                        .value()
                        .filter(value -> !value.isEmpty())
                        .ifPresent(value -> values.put(fact.id(), value));
            }
            if (values.isEmpty() || values.size() < factsOf(actor, file).size()) {
                return Handling.refused(Reason.FACTS_OPEN);
            }
            values.forEach((fact, value) -> facts.keep(id, fact, value, KnownFact.Source.VERIFIED));
            return desk.stay(file, actor, ticket, Act.ESTABLISHED, "");
        });
    }
}
