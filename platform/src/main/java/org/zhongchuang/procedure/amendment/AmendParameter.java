package org.zhongchuang.procedure.amendment;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.engine.Flaw;
import org.zhongchuang.engine.PackCheck;
import org.zhongchuang.engine.Parameter;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Deed;
import org.zhongchuang.ground.access.Reach;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.audit.AuditLog;
import org.zhongchuang.ground.kernel.DocumentNumber;
import org.zhongchuang.ground.kernel.Typed;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.law.policy.ProposalState;
import org.zhongchuang.procedure.amendment.Amending.Reason;

/**
 * Sets the value of a parameter: one officer proposes it with its document and reason, another approves it, and it
 * holds from its day on. Cases on file keep the value of the day on which they were filed.
 */
@Service
public class AmendParameter {

    private final Reach reach;
    private final Policies policies;
    private final Proposals proposals;
    private final AuditLog audit;
    private final Clock clock;

    AmendParameter(Reach reach, Policies policies, Proposals proposals, AuditLog audit, Clock clock) {
        this.reach = reach;
        this.policies = policies;
        this.proposals = proposals;
        this.audit = audit;
        this.clock = clock;
    }

    /** What an officer wrote, as they wrote it. */
    public record Draft(String parameter, String value, String from, String document, String reason) {}

    /** What it would be if it can be understood, without keeping anything. */
    public Optional<PolicyPack> reformed(Draft draft) {
        var pack = policies.current();
        var parameter = pack.parameters().get(draft.parameter());
        var value = value(draft.value());
        var from = Typed.day(draft.from());
        if (parameter == null || value.isEmpty() || from.isEmpty() || tooFine(parameter, value.get())) {
            return Optional.empty();
        }
        return Optional.of(with(pack, parameter, value.get(), from.get(), draft.document()));
    }

    /** What is wrong with the value or the day of a draft, if anything is. */
    public Optional<Reason> mistake(Draft draft) {
        var parameter = policies.current().parameters().get(draft.parameter());
        var value = value(draft.value());
        var from = Typed.day(draft.from());
        if (parameter == null || value.isEmpty() || tooFine(parameter, value.get())) {
            return Optional.of(Reason.NOT_A_VALUE);
        }
        if (from.isEmpty()) {
            return Optional.of(Reason.NOT_A_DAY);
        }
        return from.get().isAfter(LocalDate.now(clock)) ? Optional.empty() : Optional.of(Reason.TOO_EARLY);
    }

    /** Why a value that can be read may still be a slip, if it may. */
    public Optional<Text> doubt(Draft draft) {
        var parameter = policies.current().parameters().get(draft.parameter());
        return parameter == null || mistake(draft).isPresent()
                ? Optional.empty()
                : Doubt.of(parameter, value(draft.value()).orElseThrow(), from(draft), policies.isDemonstration());
    }

    /** The same for what somebody is about to propose, and could. */
    public Optional<Text> doubt(Actor actor, Draft draft) {
        return against(actor, draft).isPresent() ? Optional.empty() : doubt(draft);
    }

    @Transactional
    public Amending propose(Actor actor, Draft draft) {
        var refused = against(actor, draft);
        if (refused.isPresent()) {
            return refused.get();
        }
        var from = from(draft);
        var broken = PackCheck.contradictionsOf(reformed(draft).orElseThrow(), from);
        return broken.isEmpty()
                ? add(actor, draft, null)
                : new Amending.Refused(
                        Reason.BREAKS_A_PROMISE, broken.stream().map(Flaw::said).collect(Collectors.joining("; ")));
    }

    /** Why a value cannot be proposed, whatever others there are. */
    Optional<Amending.Refused> against(Actor actor, Draft draft) {
        var pack = policies.current();
        var parameter = pack.parameters().get(draft.parameter());
        if (parameter == null || !reach.may(actor, Deed.HANDLE, Thing.PARAMETER)) {
            return refused(Reason.NO_SUCH_PARAMETER);
        }
        if (parameter.values().getLast().standing() == Parameter.Standing.FIXED) {
            return refused(Reason.FIXED_BY_DOCUMENT);
        }
        var mistake = mistake(draft);
        if (mistake.isPresent()) {
            return refused(mistake.get());
        }
        if (isFixed(parameter.id(), from(draft))) {
            return refused(Reason.FIXED_BY_DOCUMENT);
        }
        if (!fits(draft.document(), 60) || !DocumentNumber.isOne(draft.document())) {
            return refused(Reason.NO_DOCUMENT);
        }
        if (!fits(draft.reason(), 1_000)) {
            return refused(Reason.NO_REASON);
        }
        if (proposals.open(pack.id(), parameter.id()).isPresent()) {
            return refused(Reason.ALREADY_OPEN);
        }
        return isSet(parameter, from(draft)) ? refused(Reason.SAME_VALUE) : Optional.empty();
    }

    private static Optional<Amending.Refused> refused(Reason reason) {
        return Optional.of(new Amending.Refused(reason, ""));
    }

    private static LocalDate from(Draft draft) {
        return Typed.day(draft.from()).orElseThrow();
    }

    /** Keeps a proposal that nothing speaks against. */
    Amending add(Actor actor, Draft draft, @Nullable UUID sheet) {
        var value = value(draft.value()).orElseThrow();
        var proposal = proposals.add(actor, policies.current().id(), draft, value, from(draft), sheet);
        if (proposal.isEmpty()) {
            return Amending.refused(Reason.ALREADY_OPEN);
        }
        audit.record(actor, "parameter.propose", draft.parameter(), draft.value() + " " + draft.from());
        return new Amending.Done(proposal.get());
    }

    /** The parameter with the value that is proposed for it. */
    Parameter set(Draft draft) {
        var parameter = Objects.requireNonNull(policies.current().parameters().get(draft.parameter()));
        return parameter.with(value(from(draft), value(draft.value()).orElseThrow(), draft.document()));
    }

    @Transactional
    public Amending approve(Actor actor, UUID id) {
        return decide(actor, id, ProposalState.APPROVED, "");
    }

    @Transactional
    public Amending reject(Actor actor, UUID id, String answer) {
        return answer.isBlank() || answer.length() > 1_000
                ? Amending.refused(Reason.NO_REASON)
                : decide(actor, id, ProposalState.REJECTED, answer.strip());
    }

    /** Takes back a proposal of one's own. */
    @Transactional
    public Amending withdraw(Actor actor, UUID id) {
        var proposal = proposals.lock(id);
        if (proposal.isEmpty()
                || !reach.may(actor, Deed.HANDLE, Thing.PARAMETER)
                || !proposal.get().proposedBy().equals(actor.person())) {
            return Amending.refused(Reason.NO_SUCH_PROPOSAL);
        }
        return close(actor, proposal.get(), ProposalState.WITHDRAWN, "", "");
    }

    private Amending decide(Actor actor, UUID id, ProposalState state, String answer) {
        var found = proposals.lock(id);
        if (found.isEmpty()) {
            return Amending.refused(Reason.NO_SUCH_PROPOSAL);
        }
        var proposal = found.get();
        if (proposal.proposedBy().equals(actor.person())) {
            return Amending.refused(Reason.SAME_PERSON);
        }
        if (!reach.may(actor, Deed.SETTLE, Thing.PARAMETER)) {
            return Amending.refused(Reason.NO_SUCH_PROPOSAL);
        }
        if (proposal.state() == ProposalState.OPEN && state == ProposalState.APPROVED) {
            if (!proposal.from().isAfter(LocalDate.now(clock))) {
                return Amending.refused(Reason.TOO_EARLY);
            }
            if (isFixed(proposal.parameter(), proposal.from())) {
                return Amending.refused(Reason.FIXED_BY_DOCUMENT);
            }
            var before = Optional.ofNullable(policies.current().parameters().get(proposal.parameter()))
                    .flatMap(one -> one.on(proposal.from()))
                    .map(one -> one.is().toPlainString())
                    .orElse("-");
            policies.set(
                    proposal.parameter(),
                    proposal.from(),
                    proposal.value(),
                    proposal.document(),
                    proposal.proposedBy(),
                    actor.person());
            var after = proposal.value().stripTrailingZeros().toPlainString();
            return close(actor, proposal, state, answer, proposal.from() + " | " + before + " → " + after);
        }
        return close(actor, proposal, state, answer, answer);
    }

    private Amending close(Actor actor, Proposal proposal, ProposalState state, String answer, String detail) {
        if (proposal.state() != ProposalState.OPEN) {
            return Amending.refused(Reason.NOT_OPEN);
        }
        proposals.close(actor, proposal.id(), state, answer);
        audit.record(
                actor, "parameter." + state.name().toLowerCase(java.util.Locale.ROOT), proposal.parameter(), detail);
        return new Amending.Done(proposal);
    }

    /** Whether the document itself fixes a value on a day, as it stands then. */
    private boolean isFixed(String parameter, LocalDate day) {
        return policies.current().documents().stream()
                .filter(one -> one.parameters().containsKey(parameter))
                .flatMap(one -> policies.find(one.id(), day).stream())
                .flatMap(one -> Optional.ofNullable(one.parameters().get(parameter)).stream())
                .flatMap(one -> one.values().stream()
                        .filter(value -> value.standing() != Parameter.Standing.SET)
                        .reduce((_, later) -> later)
                        .stream())
                .anyMatch(value -> value.standing() == Parameter.Standing.FIXED);
    }

    private static boolean isSet(Parameter parameter, LocalDate from) {
        return parameter.values().stream()
                .anyMatch(value -> value.from().equals(from) && value.standing() == Parameter.Standing.SET);
    }

    private static PolicyPack with(
            PolicyPack pack, Parameter parameter, BigDecimal value, LocalDate from, String document) {
        return pack.with("what-if", Map.of(parameter.id(), parameter.with(value(from, value, document))));
    }

    private static Parameter.Value value(LocalDate from, BigDecimal value, String document) {
        return new Parameter.Value(from, value, Text.of(document, document), Parameter.Standing.SET, null);
    }

    private static boolean fits(String text, int most) {
        return text.strip().length() >= 2 && text.strip().length() <= most;
    }

    private static boolean tooFine(Parameter parameter, BigDecimal value) {
        return value.stripTrailingZeros().scale() > parameter.unit().decimals();
    }

    private static Optional<BigDecimal> value(String typed) {
        var plain = typed.strip().replace(",", "");
        return plain.matches("[0-9]{1,12}([.][0-9]{1,6})?") ? Optional.of(new BigDecimal(plain)) : Optional.empty();
    }

    /** The values that an authority has to set and has not. */
    public Unset unset() {
        return Unset.of(policies.current());
    }

    /** All proposals, the latest first. */
    public List<Proposal> all() {
        return proposals.all(policies.current().id());
    }
}
