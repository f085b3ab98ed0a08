package org.zhongchuang.procedure.filing;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.engine.Fact;
import org.zhongchuang.engine.Findings;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.procedure.casework.Act;
import org.zhongchuang.procedure.casework.CaseFacts;
import org.zhongchuang.procedure.casework.CaseFile;
import org.zhongchuang.procedure.casework.CaseFile.Proposal;
import org.zhongchuang.procedure.casework.CaseFiles;
import org.zhongchuang.procedure.casework.Defects;
import org.zhongchuang.procedure.casework.Desk;
import org.zhongchuang.procedure.casework.Handling;
import org.zhongchuang.procedure.casework.Handling.Reason;
import org.zhongchuang.procedure.casework.Step;
import org.zhongchuang.procedure.casework.Ticket;

/** The applicant's acts: filing, handing in corrections, withdrawing. */
@Service
public class FileCase {

    private final Desk desk;
    private final CaseFiles files;
    private final Drafts drafts;
    private final Defects defects;
    private final CaseFacts facts;
    private final Policies policies;
    private final Costs costs;
    private final Guards guards;

    FileCase(
            Desk desk,
            CaseFiles files,
            Drafts drafts,
            Defects defects,
            CaseFacts facts,
            Policies policies,
            Costs costs,
            Guards guards) {
        this.desk = desk;
        this.files = files;
        this.drafts = drafts;
        this.defects = defects;
        this.facts = facts;
        this.policies = policies;
        this.costs = costs;
        this.guards = guards;
    }

    /**
     * Files a draft: gives it its number, freezes its facts, starts the clock of acceptance. Whoever watches filings is
     * told when it is kept: the next filing waits for this one's number, and not for what the watchers look through.
     *
     * @param stated whether the applicant has confirmed the statement of truth
     */
    public Handling file(Actor actor, UUID id, Ticket ticket, boolean stated) {
        return guards.watched(status -> desk.act(actor, id, ticket, List.of(Step.DRAFT), file -> {
            if (!drafts.isComplete(file)) {
                return Handling.refused(Reason.NOT_COMPLETE);
            }
            if (!isReady(file)) {
                return Handling.refused(Reason.CRITERIA_NOT_MET);
            }
            if (guards.bar(file)) {
                return Handling.refused(Reason.BANNED);
            }
            if (!stated) {
                return Handling.refused(Reason.NO_STATEMENT);
            }
            if (!costs.claim(id)) {
                status.setRollbackOnly();
                return Handling.refused(Reason.INVOICE_USED);
            }
            drafts.remember(actor, file, facts.answers(id));
            files.number(file);
            return desk.forward(files.find(id).orElseThrow(), actor, ticket, Act.FILED, "");
        }));
    }

    /** Hands in the corrections; the clock of acceptance runs on with what was left of it. */
    @Transactional
    public Handling correct(Actor actor, UUID id, Ticket ticket) {
        return desk.act(actor, id, ticket, List.of(Step.CORRECTION), file -> {
            if (!drafts.isComplete(file)) {
                return Handling.refused(Reason.NOT_COMPLETE);
            }
            var corrected = defects.openTargets(file).orElse(List.of());
            var answers = facts.answers(id).entrySet().stream()
                    .filter(answer -> corrected.contains(answer.getKey()))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
            drafts.remember(actor, file, answers);
            defects.close(id);
            return desk.resumeAcceptance(file, actor, ticket);
        });
    }

    @Transactional
    public Handling withdraw(Actor actor, UUID id, Ticket ticket) {
        return desk.act(actor, id, ticket, List.of(Step.DRAFT, Step.CORRECTION), file -> {
            costs.release(id);
            return desk.to(file, Step.WITHDRAWN, actor, ticket, Act.WITHDRAWN, "", Proposal.NONE);
        });
    }

    /** Nothing speaks against it, and what is not known yet is for offices to say. */
    private boolean isReady(CaseFile file) {
        var findings = facts.findings(file, desk.today());
        var vocabulary = policies.current().facts();
        var open = new HashSet<>(findings.missing());
        open.removeIf(one -> vocabulary.containsKey(one)
                && !vocabulary.get(one).by().equals(Fact.APPLICANT)
                && !vocabulary.get(one).by().equals(Fact.REGISTER));
        return findings.outcome() != Findings.Outcome.REFUSED && open.isEmpty();
    }
}
