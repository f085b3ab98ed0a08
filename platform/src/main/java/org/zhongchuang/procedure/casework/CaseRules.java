package org.zhongchuang.procedure.casework;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Fact;
import org.zhongchuang.engine.Findings;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.engine.Programme;
import org.zhongchuang.engine.Shares;
import org.zhongchuang.law.policy.Answers;
import org.zhongchuang.law.policy.Policies;

/**
 * By which rules a case is judged: a filed one by those of the edition it was filed under, for ever; a draft by those
 * of today.
 */
@Component
public class CaseRules {

    private final Policies policies;

    CaseRules(Policies policies) {
        this.policies = policies;
    }

    /** The rules of a case. A draft whose programme is no longer offered keeps those it was begun under. */
    public PolicyPack of(CaseFile file) {
        return file.filedOn() == null && isOffered(file)
                ? policies.current()
                : policies.edition(file.edition(), file.programme()).pack().within(policies.current());
    }

    public Programme programme(CaseFile file) {
        return of(file).programme(file.programme());
    }

    /** Whether one can still apply for it. */
    public boolean isOffered(CaseFile file) {
        return policies.current().programmes().containsKey(file.programme());
    }

    /** A time limit or another whole number of the policy, as of today. */
    public int limit(CaseFile file, String parameter) {
        return policies.limit(of(file), parameter);
    }

    /** The step of the programme at which a case stands. */
    public Programme.Step present(CaseFile file) {
        return programme(file).filed().steps().get(place(file));
    }

    /** The step that the programme names after this one. */
    public Programme.Step next(CaseFile file) {
        return programme(file).filed().steps().get(place(file) + 1);
    }

    private int place(CaseFile file) {
        return programme(file).filed().steps().stream()
                .map(Programme.Step::step)
                .toList()
                .indexOf(file.stepId());
    }

    /** The first step of that kind. */
    Programme.Step stepOf(CaseFile file, Step step) {
        return programme(file).filed().steps().stream()
                .filter(one -> Step.of(one.does()) == step)
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException("programme %s has no step %s".formatted(file.programme(), step)));
    }

    /** The parameter that holds the time limit of a step. */
    public String limitOf(CaseFile file, Step step) {
        return stepOf(file, step).days();
    }

    /** Reads what was typed for one fact as of today. */
    public Answers.Answer read(Fact fact, String typed) {
        return policies.read(fact, typed);
    }

    /** Who pays by the values of that day, and how much of each hundred; empty where that is not known. */
    Optional<Shares> shares(CaseFile file, LocalDate on) {
        return Shares.of(of(file), programme(file), on, policies.isDemonstration());
    }

    /** What the rules say on a day of answers in their plain form. */
    public Findings judge(CaseFile file, LocalDate on, Map<String, String> answers) {
        var pack = of(file);
        return pack.evaluate(file.programme(), on, Answers.values(pack.facts(), answers), policies.isDemonstration());
    }
}
