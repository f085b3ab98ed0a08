package org.zhongchuang.procedure.decision;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.zhongchuang.law.policy.DecisionFile;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.law.signing.SigningKey;
import org.zhongchuang.procedure.casework.CaseFacts;
import org.zhongchuang.procedure.casework.CaseFile;

/** Gives out a decision as a signed file that anybody can run again. */
@Service
public class SignDecision {

    private final Policies policies;
    private final CaseFacts facts;
    private final Decisions decisions;
    private final SigningKey key;

    SignDecision(Policies policies, CaseFacts facts, Decisions decisions, SigningKey key) {
        this.policies = policies;
        this.facts = facts;
        this.decisions = decisions;
        this.key = key;
    }

    /** The file of a decided case; empty while it is not decided. No person is named in it. */
    public Optional<String> of(CaseFile file) {
        var day = file.filedOn();
        return day == null ? Optional.empty() : decisions.of(file.id()).map(decision -> signed(file, day, decision));
    }

    private String signed(CaseFile file, LocalDate day, Decision decision) {
        var about = new LinkedHashMap<String, String>();
        about.put("case", file.caseNumber());
        about.put("space", file.subjectName());
        about.put("operator", file.applicantName());
        about.put("filed", day.toString());
        about.put("decision", decision.granted() ? "granted" : "refused");
        about.put("document", decision.document());
        about.put("decided", decision.day().toString());
        about.put("clause", policies.current().programme(file.programme()).clause());
        decision.reasons().forEach(reason -> about.put("reason: " + reason.criterion(), reason.reason()));
        return DecisionFile.write(
                new DecisionFile.Content(
                        about,
                        file.programme(),
                        day,
                        policies.isDemonstration(),
                        facts.given(file.id()),
                        policies.files(),
                        policies.setUntil(decision.day())),
                key);
    }
}
