package org.zhongchuang.procedure.decision;

import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.ground.kernel.Sha256;
import org.zhongchuang.law.policy.DecisionFile;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.law.signing.SigningKey;
import org.zhongchuang.procedure.casework.CaseFacts;
import org.zhongchuang.procedure.casework.CaseFile;

/**
 * The signed files of decisions, each made once. The rules take most of a file and are kept once with their edition;
 * they are put back in when the file is given out, and its hash says that it is the same to the last byte.
 */
@Component
class DecisionFiles {

    private static final String RULES = "\"pack\":\"%s\"";

    private final Policies policies;
    private final CaseFacts facts;
    private final SigningKey key;
    private final JdbcClient jdbc;

    DecisionFiles(Policies policies, CaseFacts facts, SigningKey key, JdbcClient jdbc) {
        this.policies = policies;
        this.facts = facts;
        this.key = key;
        this.jdbc = jdbc;
    }

    /** Makes the file of a decision, unless there is one. No person is named in it. */
    void make(CaseFile file, Decision decision) {
        var edition = policies.edition(file.edition(), file.programme());
        policies.keep(edition);
        var day = Objects.requireNonNull(file.filedOn());
        var about = new LinkedHashMap<String, String>();
        about.put("case", file.caseNumber());
        about.put("space", file.subjectName());
        about.put("operator", file.applicantName());
        about.put("filed", day.toString());
        about.put("decision", decision.granted() ? "granted" : "refused");
        about.put("document", decision.document());
        about.put("decided", decision.day().toString());
        about.put("clause", edition.pack().programme(file.programme()).clause());
        decision.shares()
                .forEach(share -> about.put(
                        "payer: " + share.payer(),
                        share.said(policies.current().area(share.payer()).name())
                                .zh()));
        decision.reasons().forEach(reason -> about.put("reason: " + reason.criterion(), reason.reason()));
        var text = DecisionFile.write(
                new DecisionFile.Content(
                        about, file.programme(), day, policies.isDemonstration(), facts.given(file.id()), edition),
                key);
        jdbc.sql("""
                        insert into decision.file (case_file, edition, body, sha256)
                        values (:case, :edition, :body, :sha256) on conflict do nothing
                        """)
                .param("case", file.id().value())
                .param("edition", edition.pack().edition())
                .param("body", text.replace(RULES.formatted(edition.packed()), RULES.formatted("")))
                .param("sha256", Sha256.hex(text))
                .update();
    }

    /**
     * The file as it was made.
     *
     * @throws IllegalStateException if what is kept does not come to what was signed
     */
    Optional<String> of(CaseFile file) {
        return jdbc.sql("select edition, body, sha256 from decision.file where case_file = :case")
                .param("case", file.id().value())
                .query((row, _) -> {
                    var packed = policies.edition(row.getString("edition"))
                            .orElseThrow()
                            .packed();
                    var text = row.getString("body").replace(RULES.formatted(""), RULES.formatted(packed));
                    if (!Sha256.hex(text).equals(row.getString("sha256"))) {
                        throw new IllegalStateException(
                                "the file of decision " + file.number() + " is not as it was signed");
                    }
                    return text;
                })
                .optional();
    }
}
