package org.zhongchuang.procedure.filing;

import java.time.LocalDate;
import java.util.HashSet;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Fact;
import org.zhongchuang.engine.Findings;
import org.zhongchuang.engine.Programme;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.procedure.casework.CaseFacts;
import org.zhongchuang.procedure.casework.CaseFile;
import org.zhongchuang.procedure.casework.CaseRules;
import org.zhongchuang.procedure.casework.Papers;

/** Whether an application has all that it needs before it may be filed. */
@Component
class Completeness {

    private final Papers papers;
    private final CaseFacts facts;
    private final TypedAnswers typed;
    private final Policies policies;
    private final CaseRules rules;
    private final ClaimGrounds grounds;

    Completeness(
            Papers papers,
            CaseFacts facts,
            TypedAnswers typed,
            Policies policies,
            CaseRules rules,
            ClaimGrounds grounds) {
        this.papers = papers;
        this.facts = facts;
        this.typed = typed;
        this.policies = policies;
        this.rules = rules;
        this.grounds = grounds;
    }

    /** The document holds on the day of the filing and still has the programme. */
    boolean isInForce(CaseFile file) {
        return rules.isOffered(file) && policies.isInForce(file.programme());
    }

    /** Where claims are judged together, the call of the draft takes them today. */
    boolean isInCall(CaseFile file) {
        return grounds.isTaken(rules.programme(file), file);
    }

    /** Every answer could be understood and every required paper is there. */
    boolean isComplete(CaseFile file) {
        var handedIn = papers.of(file.id());
        return typed.unread(file.id()).isEmpty()
                && rules.programme(file).filed().evidence().stream()
                        .filter(Programme.Evidence::required)
                        .allMatch(evidence -> handedIn.stream()
                                .anyMatch(paper -> paper.evidence().equals(evidence.id())));
    }

    /** Nothing speaks against it, and what is not known yet is for offices or the call to say. */
    boolean isReady(CaseFile file, LocalDate today) {
        var findings = facts.findings(file, today);
        var vocabulary = rules.of(file).facts();
        var open = new HashSet<>(findings.missing());
        open.removeIf(one -> vocabulary.containsKey(one)
                && (vocabulary.get(one).isOfOffice() || vocabulary.get(one).by().equals(Fact.CALL)));
        return findings.outcome() != Findings.Outcome.REFUSED && open.isEmpty();
    }
}
