package org.zhongchuang.procedure.review;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.engine.StepKind;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.kernel.DocumentNumber;
import org.zhongchuang.procedure.casework.Act;
import org.zhongchuang.procedure.casework.CaseFile.Proposal;
import org.zhongchuang.procedure.casework.CaseId;
import org.zhongchuang.procedure.casework.CaseRules;
import org.zhongchuang.procedure.casework.Desk;
import org.zhongchuang.procedure.casework.Handling;
import org.zhongchuang.procedure.casework.Handling.Reason;
import org.zhongchuang.procedure.casework.Step;
import org.zhongchuang.procedure.casework.Ticket;

/** What the city's science office does before the public notice: review, and the meeting. */
@Service
public class CityActs {

    private final Desk desk;
    private final Meetings meetings;
    private final ExpertActs experts;
    private final CaseRules rules;
    private final EstablishFacts established;

    CityActs(Desk desk, Meetings meetings, ExpertActs experts, CaseRules rules, EstablishFacts established) {
        this.desk = desk;
        this.meetings = meetings;
        this.experts = experts;
        this.rules = rules;
        this.established = established;
    }

    /** Passes a case on to experts, who are drawn at once from those without relation. */
    @Transactional
    public Handling pass(Actor actor, CaseId id, Ticket ticket, String opinion) {
        return desk.act(actor, id, ticket, Act.CITY_PASSED, List.of(Step.CITY_REVIEW), file -> {
            if (!established.isComplete(actor, file)) {
                return Handling.refused(Reason.FACTS_OPEN);
            }
            if (rules.next(file).does() != StepKind.EXPERT_SCORING) {
                return desk.forward(file, actor, ticket, Act.RECOMMENDED, opinion);
            }
            var seed = experts.drawPanel(file);
            return seed.isEmpty()
                    ? Handling.refused(Reason.NOT_ENOUGH_EXPERTS)
                    : desk.forward(
                            file,
                            actor,
                            ticket,
                            Act.CITY_PASSED,
                            opinion + "（抽取种子 / seed of the draw " + seed.getAsLong() + "）");
        });
    }

    @Transactional
    public Handling adviseAgainst(Actor actor, CaseId id, Ticket ticket, String reasons) {
        return desk.act(
                actor,
                id,
                ticket,
                Act.ADVISED_AGAINST,
                List.of(Step.CITY_REVIEW),
                file -> reasons.isBlank()
                        ? Handling.refused(Reason.NO_REASON)
                        : desk.to(file, Step.DECISION, actor, ticket, Act.ADVISED_AGAINST, reasons, Proposal.REFUSE));
    }

    /** Records the meeting; with its support the case goes to public notice, without it to a decision to refuse. */
    @Transactional
    public Handling hold(Actor actor, CaseId id, Ticket ticket, String minutes, boolean supported, String resolution) {
        return desk.act(actor, id, ticket, Act.MEETING_HELD, List.of(Step.MEETING), file -> {
            if (supported && desk.waitsForCall(file)) {
                return Handling.refused(Reason.CALL_NOT_SETTLED);
            }
            var passMark = desk.programme(file).filed().passMark();
            if (supported && passMark != null && !experts.score(id).reaches(rules.limit(file, passMark))) {
                return Handling.refused(Reason.BELOW_PASS_MARK);
            }
            if (minutes.isBlank()) {
                return Handling.refused(Reason.NO_MINUTES);
            }
            if (resolution.isBlank()) {
                return Handling.refused(Reason.NO_REASON);
            }
            if (!Desk.fits(minutes, 2, 60)) {
                return Handling.refused(Reason.WRONG_LENGTH);
            }
            if (!DocumentNumber.isOfMinutes(minutes)) {
                return Handling.refused(Reason.NOT_A_MINUTES_NUMBER);
            }
            meetings.add(id, desk.today(), minutes, resolution);
            var note = minutes + "：" + resolution;
            return supported
                    ? desk.to(file, Step.NOTICE, actor, ticket, Act.MEETING_HELD, note, Proposal.GRANT)
                    : desk.to(file, Step.DECISION, actor, ticket, Act.MEETING_HELD, note, Proposal.REFUSE);
        });
    }
}
