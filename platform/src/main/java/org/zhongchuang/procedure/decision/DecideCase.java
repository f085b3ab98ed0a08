package org.zhongchuang.procedure.decision;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.kernel.DocumentNumber;
import org.zhongchuang.procedure.casework.Act;
import org.zhongchuang.procedure.casework.Amounts;
import org.zhongchuang.procedure.casework.CaseFile.Proposal;
import org.zhongchuang.procedure.casework.CaseId;
import org.zhongchuang.procedure.casework.Desk;
import org.zhongchuang.procedure.casework.Handling;
import org.zhongchuang.procedure.casework.Handling.Reason;
import org.zhongchuang.procedure.casework.Outcome;
import org.zhongchuang.procedure.casework.Outcome.Share;
import org.zhongchuang.procedure.casework.Step;
import org.zhongchuang.procedure.casework.Ticket;

/**
 * The decision to grant. Who reviewed may not decide; nothing is granted before its notice has ended unchallenged. What
 * the grant brings about happens in the same transaction.
 */
@Service
public class DecideCase {

    private static final List<Share> NOBODY = List.of();

    private final Desk desk;
    private final Decisions decisions;
    private final List<Outcome> outcomes;
    private final Amounts amounts;
    private final BeforeDecision before;

    DecideCase(Desk desk, Decisions decisions, List<Outcome> outcomes, Amounts amounts, BeforeDecision before) {
        this.desk = desk;
        this.decisions = decisions;
        this.outcomes = outcomes;
        this.amounts = amounts;
        this.before = before;
    }

    /**
     * Grants what the programme offers.
     *
     * @param document the number of the document that announces the decision
     */
    @Transactional
    public Handling grant(Actor actor, CaseId id, Ticket ticket, String document) {
        return grant(actor, id, ticket, document, "", List.of());
    }

    /**
     * Grants money or a project.
     *
     * @param payer whose treasury pays, where the document leaves it open
     * @param parts how it is paid, empty for all at once
     */
    @Transactional
    public Handling grant(
            Actor actor, CaseId id, Ticket ticket, String document, String payer, List<Outcome.Part> parts) {
        return desk.act(actor, id, ticket, Act.GRANTED, List.of(Step.DECISION), file -> {
            var barred = before.againstGrant(actor, file);
            if (barred.isPresent()) {
                return Handling.refused(barred.get());
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
            var programme = desk.programme(file);
            var who = amounts.payer(file, payer);
            if (who.isEmpty()) {
                return Handling.refused(Reason.NO_PAYER);
            }
            var fen = amounts.of(file);
            if (programme.pays() && fen.isEmpty()) {
                return Handling.refused(Reason.CRITERIA_NOT_MET);
            }
            if (programme.pays() && !fen.orElse(Fen.ZERO).isPositive()) {
                return Handling.refused(Reason.NOTHING_LEFT);
            }
            var shares = programme.pays() ? amounts.shares(file, who.get(), fen.orElse(Fen.ZERO)) : Optional.of(NOBODY);
            if (shares.isEmpty()) {
                return Handling.refused(Reason.SHARES_OPEN);
            }
            var terms = new Outcome.Terms(
                    document,
                    shares.get().stream().map(Share::payer).findFirst().orElse(who.get()),
                    amounts.computed(file).orElse(Fen.ZERO),
                    fen.orElse(Fen.ZERO),
                    shares.get(),
                    parts);
            decisions.grant(file, actor, document, desk.today(), terms);
            outcomes.stream()
                    .filter(outcome -> outcome.concerns(programme))
                    .forEach(outcome -> outcome.grant(actor, file, terms));
            return desk.to(file, Step.GRANTED, actor, ticket, Act.GRANTED, document, Proposal.GRANT);
        });
    }

    /** Sends the case back to the meeting, when the decider does not follow what is proposed. */
    @Transactional
    public Handling sendBack(Actor actor, CaseId id, Ticket ticket, String reasons) {
        return desk.act(
                actor,
                id,
                ticket,
                Act.RETURNED,
                List.of(Step.DECISION),
                file -> reasons.isBlank()
                        ? Handling.refused(Reason.NO_REASON)
                        : desk.to(
                                file,
                                Desk.stepToReconsider(desk.programme(file)),
                                actor,
                                ticket,
                                Act.RETURNED,
                                reasons,
                                Proposal.NONE));
    }
}
