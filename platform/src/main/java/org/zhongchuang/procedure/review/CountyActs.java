package org.zhongchuang.procedure.review;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.engine.Fact;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.procedure.casework.Act;
import org.zhongchuang.procedure.casework.CaseFile;
import org.zhongchuang.procedure.casework.CaseFile.Proposal;
import org.zhongchuang.procedure.casework.CaseId;
import org.zhongchuang.procedure.casework.CaseRules;
import org.zhongchuang.procedure.casework.Defects;
import org.zhongchuang.procedure.casework.Desk;
import org.zhongchuang.procedure.casework.Handling;
import org.zhongchuang.procedure.casework.Handling.Reason;
import org.zhongchuang.procedure.casework.Papers;
import org.zhongchuang.procedure.casework.Step;
import org.zhongchuang.procedure.casework.Ticket;

/** What the office in charge does first: accept or return, review and recommend. */
@Service
public class CountyActs {

    /** Where a case can be returned for correction. */
    private static final List<Step> RETURNING = List.of(Step.ACCEPTANCE, Step.REVIEW, Step.CITY_REVIEW);

    private final Desk desk;
    private final Defects defects;
    private final EstablishFacts established;
    private final CaseRules rules;

    CountyActs(Desk desk, Defects defects, EstablishFacts established, CaseRules rules) {
        this.rules = rules;
        this.desk = desk;
        this.defects = defects;
        this.established = established;
    }

    @Transactional
    public Handling accept(Actor actor, CaseId id, Ticket ticket) {
        return desk.act(
                actor,
                id,
                ticket,
                Act.ACCEPTED,
                List.of(Step.ACCEPTANCE),
                file -> desk.forward(file, actor, ticket, Act.ACCEPTED, ""));
    }

    /**
     * Returns a case, telling all its defects at once; the clock pauses until they are corrected.
     *
     * @param defects what is wrong, by fact or paper
     */
    @Transactional
    public Handling sendBack(Actor actor, CaseId id, Ticket ticket, Map<String, String> defects) {
        return desk.act(actor, id, ticket, Act.RETURNED, RETURNING, file -> {
            if (defects.isEmpty()) {
                return Handling.refused(Reason.NO_DEFECTS);
            }
            var known = targets(file);
            if (!known.containsAll(defects.keySet())) {
                return Handling.refused(Reason.NO_SUCH_POINT);
            }
            if (!defects.values().stream().allMatch(message -> Desk.fits(message, 2, 1000))) {
                return Handling.refused(Reason.WRONG_LENGTH);
            }
            defects.forEach((target, message) -> this.defects.tell(file, target, message));
            return desk.pauseForCorrection(file, actor, ticket, String.join("；", defects.values()));
        });
    }

    /** The facts and papers of a case that can have a defect. */
    private Set<String> targets(CaseFile file) {
        var pack = rules.of(file);
        var programme = pack.programme(file.programme());
        return Stream.concat(
                        pack.factsOf(programme.id()).stream().map(Fact::id),
                        programme.filed().evidence().stream().map(one -> Papers.target(pack, programme, one.id())))
                .collect(Collectors.toSet());
    }

    @Transactional
    public Handling recommend(Actor actor, CaseId id, Ticket ticket, String opinion) {
        return desk.act(
                actor,
                id,
                ticket,
                Act.RECOMMENDED,
                List.of(Step.REVIEW),
                file -> opinion.isBlank()
                        ? Handling.refused(Reason.NO_REASON)
                        : !established.isComplete(actor, file)
                                ? Handling.refused(Reason.FACTS_OPEN)
                                : desk.forward(file, actor, ticket, Act.RECOMMENDED, opinion));
    }

    /** Proposes to refuse; the decision is still the city's. */
    @Transactional
    public Handling adviseAgainst(Actor actor, CaseId id, Ticket ticket, String reasons) {
        return desk.act(
                actor,
                id,
                ticket,
                Act.ADVISED_AGAINST,
                List.of(Step.REVIEW, Step.SITE_VISIT),
                file -> reasons.isBlank()
                        ? Handling.refused(Reason.NO_REASON)
                        : desk.to(file, Step.DECISION, actor, ticket, Act.ADVISED_AGAINST, reasons, Proposal.REFUSE));
    }
}
