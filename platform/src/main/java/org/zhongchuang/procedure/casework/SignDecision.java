package org.zhongchuang.procedure.casework;

import java.util.LinkedHashMap;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.zhongchuang.law.policy.DecisionFile;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.law.policy.SigningKey;

/** Gives out a decision as a signed file that anybody can run again. */
@Service
public class SignDecision {

    private final Policies policies;
    private final Drafts drafts;
    private final SigningKey key;

    SignDecision(Policies policies, Drafts drafts, SigningKey key) {
        this.policies = policies;
        this.drafts = drafts;
        this.key = key;
    }

    /** The file of a decided case; empty while it is not decided. No person is named in it. */
    public Optional<String> of(CaseDetails details) {
        var file = details.file();
        var day = file.filedOn();
        if (details.decision().isEmpty() || day == null) {
            return Optional.empty();
        }
        var decision = details.decision().get();
        var about = new LinkedHashMap<String, String>();
        about.put("case", file.caseNumber());
        about.put("space", file.spaceName());
        about.put("operator", file.operatorName());
        about.put("filed", day.toString());
        about.put("decision", decision.granted() ? "granted" : "refused");
        about.put("document", decision.document());
        about.put("decided", decision.day().toString());
        about.put("clause", details.programme().clause());
        decision.reasons().forEach(reason -> about.put("reason: " + reason.criterion(), reason.reason()));
        return Optional.of(DecisionFile.write(
                new DecisionFile.Content(
                        about,
                        file.programme(),
                        day,
                        policies.isDemonstration(),
                        drafts.given(file.id()),
                        policies.files(),
                        policies.setUntil(decision.day())),
                key));
    }
}
