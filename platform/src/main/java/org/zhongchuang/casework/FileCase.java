package org.zhongchuang.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.access.Actor;
import org.zhongchuang.casework.CaseFile.Proposal;
import org.zhongchuang.casework.Handling.Reason;
import org.zhongchuang.engine.Findings;
import org.zhongchuang.engine.Programme;
import org.zhongchuang.policy.Answers;
import org.zhongchuang.policy.Policies;
import org.zhongchuang.registry.KnownFact;
import org.zhongchuang.registry.Spaces;

/** The applicant's acts: filing, handing in corrections, withdrawing. */
@Service
public class FileCase {

    private final Desk desk;
    private final CaseFiles files;
    private final CaseRecord record;
    private final Drafts drafts;
    private final Policies policies;
    private final Spaces spaces;

    FileCase(Desk desk, CaseFiles files, CaseRecord record, Drafts drafts, Policies policies, Spaces spaces) {
        this.desk = desk;
        this.files = files;
        this.record = record;
        this.drafts = drafts;
        this.policies = policies;
        this.spaces = spaces;
    }

    /**
     * Files a draft: gives it its number, freezes its facts, starts the clock of acceptance.
     *
     * @param stated whether the applicant has confirmed the statement of truth
     */
    @Transactional
    public Handling file(Actor actor, UUID id, Ticket ticket, boolean stated) {
        return desk.act(actor, id, ticket, List.of(Step.DRAFT), file -> {
            if (!isComplete(file)) {
                return Handling.refused(Reason.NOT_COMPLETE);
            }
            if (policies.evaluate(file.programme(), desk.today(), values(file)).outcome() != Findings.Outcome.GRANTED) {
                return Handling.refused(Reason.CRITERIA_NOT_MET);
            }
            if (!stated) {
                return Handling.refused(Reason.NO_STATEMENT);
            }
            spaces.record(actor, file.space(), drafts.answers(id), KnownFact.Source.DECLARED);
            files.number(file);
            return desk.forward(files.find(id).orElseThrow(), actor, ticket, Act.FILED, "");
        });
    }

    /** Hands in the corrections; the clock of acceptance runs on with what was left of it. */
    @Transactional
    public Handling correct(Actor actor, UUID id, Ticket ticket) {
        return desk.act(actor, id, ticket, List.of(Step.CORRECTION), file -> {
            if (!isComplete(file)) {
                return Handling.refused(Reason.NOT_COMPLETE);
            }
            var corrected = drafts.openTargets(file).orElse(List.of());
            var answers = drafts.answers(id).entrySet().stream()
                    .filter(answer -> corrected.contains(answer.getKey()))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
            spaces.record(actor, file.space(), answers, KnownFact.Source.DECLARED);
            record.closeDefects(id);
            return desk.resumeAcceptance(file, actor, ticket);
        });
    }

    @Transactional
    public Handling withdraw(Actor actor, UUID id, Ticket ticket) {
        return desk.act(
                actor,
                id,
                ticket,
                List.of(Step.DRAFT, Step.CORRECTION),
                file -> desk.to(file, Step.WITHDRAWN, actor, ticket, Act.WITHDRAWN, "", Proposal.NONE));
    }

    /** Every fact is answered and every required paper is there. */
    private boolean isComplete(CaseFile file) {
        var papers = record.attachments(file.id());
        return policies.current().programme(file.programme()).filed().evidence().stream()
                .filter(Programme.Evidence::required)
                .allMatch(evidence ->
                        papers.stream().anyMatch(paper -> paper.evidence().equals(evidence.id())));
    }

    private Map<String, org.zhongchuang.engine.FactValue> values(CaseFile file) {
        return Answers.values(policies.current().facts(), drafts.answers(file.id()));
    }

    /** What the rules say of a draft now. */
    public Findings check(CaseFile file, LocalDate on) {
        return policies.evaluate(file.programme(), on, values(file));
    }
}
