package org.zhongchuang.procedure.filing;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.procedure.casework.Act;
import org.zhongchuang.procedure.casework.CaseFile.Proposal;
import org.zhongchuang.procedure.casework.CaseFiles;
import org.zhongchuang.procedure.casework.CaseId;
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
    private final Costs costs;
    private final Guards guards;
    private final Completeness completeness;

    FileCase(Desk desk, CaseFiles files, Drafts drafts, Costs costs, Guards guards, Completeness completeness) {
        this.desk = desk;
        this.files = files;
        this.drafts = drafts;
        this.costs = costs;
        this.guards = guards;
        this.completeness = completeness;
    }

    /**
     * Files a draft: gives it its number, freezes its facts, starts the clock of acceptance. Whoever watches filings is
     * told when it is kept: the next filing waits for this one's number, and not for what the watchers look through.
     *
     * @param stated whether the applicant has confirmed the statement of truth
     */
    public Handling file(Actor actor, CaseId id, Ticket ticket, boolean stated) {
        return guards.watched(() -> desk.act(actor, id, ticket, Act.FILED, List.of(Step.DRAFT), file -> {
            if (!completeness.isInForce(file)) {
                return Handling.refused(Reason.NOT_IN_FORCE);
            }
            if (!completeness.isInCall(file)) {
                return Handling.refused(Reason.NO_OPEN_CALL);
            }
            if (!completeness.isComplete(file)) {
                return Handling.refused(Reason.NOT_COMPLETE);
            }
            if (!completeness.isReady(file, desk.today())) {
                return Handling.refused(Reason.CRITERIA_NOT_MET);
            }
            if (guards.bar(file)) {
                return Handling.refused(Reason.BANNED);
            }
            if (!stated) {
                return Handling.refused(Reason.NO_STATEMENT);
            }
            costs.claim(id);
            drafts.remember(actor, file);
            files.number(file);
            return desk.forward(files.find(id).orElseThrow(), actor, ticket, Act.FILED, "");
        }));
    }

    /**
     * Hands in the corrections; the case goes back to the step that returned it, whose clock runs on. A defect that is
     * neither corrected nor replied to stays open; whoever touched none hands nothing in.
     *
     * @param replies what the applicant says to defects, by their id
     */
    @Transactional
    public Handling correct(Actor actor, CaseId id, Ticket ticket, Map<UUID, String> replies) {
        return desk.act(actor, id, ticket, Act.CORRECTED, List.of(Step.CORRECTION), file -> {
            if (!completeness.isComplete(file)) {
                return Handling.refused(Reason.NOT_COMPLETE);
            }
            if (!replies.values().stream().allMatch(reply -> reply.isEmpty() || Desk.fits(reply, 2, 1000))) {
                return Handling.refused(Reason.WRONG_LENGTH);
            }
            return drafts.endCorrection(actor, file, replies)
                    ? desk.resume(file, actor, ticket)
                    : Handling.refused(Reason.UNTOUCHED);
        });
    }

    @Transactional
    public Handling withdraw(Actor actor, CaseId id, Ticket ticket) {
        return desk.act(actor, id, ticket, Act.WITHDRAWN, List.of(Step.DRAFT, Step.CORRECTION), file -> {
            costs.release(id);
            return desk.to(file, Step.WITHDRAWN, actor, ticket, Act.WITHDRAWN, "", Proposal.NONE);
        });
    }
}
