package org.zhongchuang.procedure.decision;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.engine.Criterion;
import org.zhongchuang.engine.Finding;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.kernel.DocumentNumber;
import org.zhongchuang.procedure.casework.Act;
import org.zhongchuang.procedure.casework.CaseFacts;
import org.zhongchuang.procedure.casework.CaseFile;
import org.zhongchuang.procedure.casework.CaseFile.Proposal;
import org.zhongchuang.procedure.casework.CaseId;
import org.zhongchuang.procedure.casework.Desk;
import org.zhongchuang.procedure.casework.Handling;
import org.zhongchuang.procedure.casework.Handling.Reason;
import org.zhongchuang.procedure.casework.Step;
import org.zhongchuang.procedure.casework.Ticket;
import org.zhongchuang.procedure.filing.Costs;

/**
 * The decision to refuse. Its applicant is told beforehand what it is to rest on and may answer (陈述、申辩); who reviewed
 * may not decide.
 */
@Service
public class RefuseCase {

    private final Desk desk;
    private final CaseFacts facts;
    private final Hearings hearings;
    private final BeforeDecision before;
    private final Decisions decisions;
    private final Costs costs;

    RefuseCase(Desk desk, CaseFacts facts, Hearings hearings, BeforeDecision before, Decisions decisions, Costs costs) {
        this.decisions = decisions;
        this.costs = costs;
        this.desk = desk;
        this.facts = facts;
        this.hearings = hearings;
        this.before = before;
    }

    /**
     * Tells what the refusal is to rest on: conditions that do not hold by the rules, or other grounds. Told again with
     * other reasons, the time to answer begins again. The time for the decision is longer by the time to answer.
     */
    @Transactional
    public Handling tell(Actor actor, CaseId id, Ticket ticket, List<RefusalReason> reasons) {
        return desk.act(actor, id, ticket, Act.REFUSAL_ANNOUNCED, List.of(Step.DECISION), file -> {
            var barred = before.againstRefusal(actor, file).or(() -> against(file, reasons));
            if (barred.isPresent()) {
                return Handling.refused(barred.get());
            }
            var until = desk.giveTime(file, desk.programme(file).filed().timeToBeHeard());
            hearings.tell(id, actor, reasons, desk.today(), until);
            return desk.stay(file, actor, ticket, Act.REFUSAL_ANNOUNCED, "");
        });
    }

    /** Why a refusal cannot rest on these reasons. */
    private Optional<Reason> against(CaseFile file, List<RefusalReason> reasons) {
        var known = desk.programme(file).criteria().stream().map(Criterion::id).collect(Collectors.toSet());
        var named = new HashSet<String>();
        for (var reason : reasons) {
            var isKnown = known.contains(reason.criterion()) || reason.ground().isPresent();
            if (!isKnown || !Desk.fits(reason.reason(), 2, 500) || !named.add(reason.criterion())) {
                return Optional.of(Reason.NO_REASON);
            }
        }
        if (reasons.isEmpty()) {
            return Optional.of(Reason.NO_REASON);
        }
        var holds = facts.findings(file, desk.today()).all().stream()
                .filter(Finding.Met.class::isInstance)
                .map(Finding::criterion)
                .anyMatch(criterion -> named.contains(criterion.id()));
        return holds ? Optional.of(Reason.CRITERION_HOLDS) : Optional.empty();
    }

    /** What the applicant says to it; an empty text says that they have nothing to say. */
    @Transactional
    public Handling answer(Actor actor, CaseId id, Ticket ticket, String statement) {
        return desk.ofApplicant(actor, id, ticket, Act.HEARD, List.of(Step.DECISION), file -> {
            if (hearings.of(id).filter(hearing -> hearing.isOpen(desk.today())).isEmpty()) {
                return Handling.refused(Reason.HEARING_OVER);
            }
            hearings.answer(id, statement, desk.today());
            return desk.stay(file, actor, ticket, Act.HEARD, statement);
        });
    }

    /** Refuses for the reasons that the applicant was told and could answer. */
    @Transactional
    public Handling refuse(Actor actor, CaseId id, Ticket ticket, String document) {
        return desk.act(actor, id, ticket, Act.REFUSED, List.of(Step.DECISION), file -> {
            var barred = before.againstRefusal(actor, file);
            if (barred.isPresent()) {
                return Handling.refused(barred.get());
            }
            var hearing = hearings.of(id);
            if (hearing.isEmpty()) {
                return Handling.refused(Reason.NOT_HEARD);
            }
            if (hearing.get().isOpen(desk.today())) {
                return Handling.refused(Reason.HEARING_OPEN);
            }
            if (document.isBlank()) {
                return Handling.refused(Reason.NO_DOCUMENT);
            }
            if (!Desk.fits(document, 2, 60)) {
                return Handling.refused(Reason.WRONG_LENGTH);
            }
            if (!DocumentNumber.isOne(document)) {
                return Handling.refused(Reason.NOT_A_DOCUMENT_NUMBER);
            }
            decisions.refuse(file, actor, document, desk.today(), hearing.get().reasons());
            costs.release(id);
            return desk.to(file, Step.REFUSED, actor, ticket, Act.REFUSED, document, Proposal.REFUSE);
        });
    }
}
