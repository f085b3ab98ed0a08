package org.zhongchuang.procedure.filing;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.zhongchuang.engine.Fact;
import org.zhongchuang.engine.Text;
import org.zhongchuang.law.policy.Answers;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.procedure.casework.Applicant;
import org.zhongchuang.procedure.casework.Occasion;
import org.zhongchuang.records.figure.CountedFacts;
import org.zhongchuang.records.registry.Spaces;

/** What the registers and the records answer by themselves to the questions of the policy, so that nobody types it. */
@Service
public class KnownAnswers {

    private final Spaces spaces;
    private final CountedFacts counted;
    private final Policies policies;

    KnownAnswers(Spaces spaces, CountedFacts counted, Policies policies) {
        this.spaces = spaces;
        this.counted = counted;
        this.policies = policies;
    }

    /**
     * An answer.
     *
     * @param value as somebody would type it
     * @param source where it stands
     * @param asOf since when it holds; empty where it was counted today
     */
    public record Known(String value, Text source, Optional<LocalDate> asOf) {}

    /** By fact: what stands in the registers of a subject, and what its records of the last year come to. */
    public Map<String, Known> of(Applicant applicant) {
        var answers = new LinkedHashMap<String, Known>();
        spaces.known(applicant.subject())
                .forEach((fact, known) -> put(
                        answers,
                        fact,
                        new Known(known.value(), Text.of("登记册", "register"), Optional.of(known.asOf()))));
        counted.of(applicant.subject())
                .forEach((fact, value) ->
                        put(answers, fact, new Known(value, Text.of("台账", "records"), Optional.empty())));
        return answers;
    }

    /** What a ground itself says, by fact. */
    public Map<String, Known> of(Occasion ground) {
        var answers = new LinkedHashMap<String, Known>();
        ground.facts()
                .forEach((fact, value) -> put(answers, fact, new Known(value, ground.source(), Optional.empty())));
        return answers;
    }

    private void put(Map<String, Known> answers, String id, Known known) {
        var fact = policies.current().facts().get(id);
        if (fact != null
                && fact.kind() != Fact.Kind.RECORDS
                && Answers.read(fact, known.value()).mistake().isEmpty()) {
            answers.put(id, known);
        }
    }
}
