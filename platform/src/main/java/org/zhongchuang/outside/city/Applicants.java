package org.zhongchuang.outside.city;

import java.io.ByteArrayInputStream;
import org.springframework.stereotype.Component;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.procedure.casework.CaseId;
import org.zhongchuang.procedure.filing.AnswerQuestions;
import org.zhongchuang.procedure.filing.AttachPapers;
import org.zhongchuang.procedure.filing.BeginCase;
import org.zhongchuang.procedure.filing.Costs;
import org.zhongchuang.procedure.filing.FileCase;
import org.zhongchuang.records.registry.Spaces;

/** Those who apply, and what they apply with: the real use cases, nothing else. */
@Component
public record Applicants(
        Spaces spaces, BeginCase begin, AnswerQuestions answers, AttachPapers papers, FileCase filing, Costs costs) {

    /** Hands in a one-page document that says what it is. */
    public void attach(Actor applicant, CaseId id, String paper, String name) {
        attach(applicant, id, paper, name, Paper.BYTES);
    }

    public void attach(Actor applicant, CaseId id, String paper, String name, byte[] content) {
        papers.attach(applicant, id, paper, new ByteArrayInputStream(content), name);
    }
}
