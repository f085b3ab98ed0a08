package org.zhongchuang.procedure.amendment;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.engine.Flaw;
import org.zhongchuang.engine.PackCheck;
import org.zhongchuang.engine.Parameter;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.kernel.Refused;
import org.zhongchuang.ground.kernel.Typed;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.law.policy.ProposalState;
import org.zhongchuang.procedure.amendment.Amending.Reason;

/**
 * Sets many values at once: a sheet of them is proposed under one document and decided as a whole by somebody else. A
 * city that begins has more than sixty values to set.
 */
@Service
public class AmendSheet {

    private final AmendParameter amending;
    private final Proposals proposals;
    private final Policies policies;

    AmendSheet(AmendParameter amending, Proposals proposals, Policies policies) {
        this.amending = amending;
        this.proposals = proposals;
        this.policies = policies;
    }

    /** What came of a sheet. */
    public sealed interface Sheet {

        record Done(UUID id) implements Sheet {}

        /** Nothing was kept: what is wrong with each value, by parameter, or with all of them together. */
        record Wrong(Map<String, Amending.Refused> mistakes, List<String> contradictions) implements Sheet {}

        /** What the sheet is when a rule of the schema is broken. */
        static Sheet refused(Reason reason) {
            return new Wrong(Map.of("", new Amending.Refused(reason, "")), List.of());
        }
    }

    /** Proposes all of them, or none: each is checked by itself, and all of them with one another. */
    @Transactional
    public Sheet propose(Actor actor, List<AmendParameter.Draft> drafts) {
        var mistakes = new LinkedHashMap<String, Amending.Refused>();
        drafts.forEach(draft -> amending.against(actor, draft).ifPresent(why -> mistakes.put(draft.parameter(), why)));
        if (drafts.isEmpty()) {
            return Sheet.refused(Reason.EMPTY_SHEET);
        }
        if (!mistakes.isEmpty()) {
            return new Sheet.Wrong(mistakes, List.of());
        }
        var broken = contradictions(drafts);
        if (!broken.isEmpty()) {
            return new Sheet.Wrong(Map.of(), broken);
        }
        var sheet = UUID.randomUUID();
        for (var draft : drafts) {
            if (amending.add(actor, draft, sheet) instanceof Amending.Refused refused) {
                throw new Refused(refused.reason());
            }
        }
        return new Sheet.Done(sheet);
    }

    /** Which of the values, all of which could be proposed, may still be slips; by parameter. */
    public Map<String, Text> doubts(Actor actor, List<AmendParameter.Draft> drafts) {
        var doubts = new LinkedHashMap<String, Text>();
        if (drafts.stream().allMatch(draft -> amending.against(actor, draft).isEmpty())) {
            drafts.forEach(draft -> amending.doubt(draft).ifPresent(why -> doubts.put(draft.parameter(), why)));
        }
        return doubts;
    }

    private List<String> contradictions(List<AmendParameter.Draft> drafts) {
        var set = new LinkedHashMap<String, Parameter>();
        drafts.forEach(draft -> set.put(draft.parameter(), amending.set(draft)));
        var from = drafts.stream()
                .flatMap(draft -> Typed.day(draft.from()).stream())
                .max(LocalDate::compareTo)
                .orElseThrow();
        return PackCheck.contradictionsOf(policies.current().with("what-if", set), from).stream()
                .map(Flaw::said)
                .toList();
    }

    /** What was proposed together. */
    @Transactional
    public List<Proposal> of(UUID sheet) {
        return proposals.ofSheet(sheet);
    }

    /** Approves all that is open in a sheet, or nothing. */
    @Transactional
    public Amending approve(Actor actor, UUID sheet) {
        return each(sheet, proposal -> amending.approve(actor, proposal));
    }

    /** Rejects all that is open in a sheet. */
    @Transactional
    public Amending reject(Actor actor, UUID sheet, String answer) {
        return each(sheet, proposal -> amending.reject(actor, proposal, answer));
    }

    /** Takes back a sheet of one's own. */
    @Transactional
    public Amending withdraw(Actor actor, UUID sheet) {
        return each(sheet, proposal -> amending.withdraw(actor, proposal));
    }

    private Amending each(UUID sheet, Function<UUID, Amending> act) {
        var open = proposals.ofSheet(sheet).stream()
                .filter(one -> one.state() == ProposalState.OPEN)
                .toList();
        if (open.isEmpty()) {
            return Amending.refused(Reason.NOT_OPEN);
        }
        for (var proposal : open) {
            if (act.apply(proposal.id()) instanceof Amending.Refused refused) {
                throw new Refused(refused.reason());
            }
        }
        return new Amending.Done(open.getFirst());
    }
}
