package org.zhongchuang.procedure.call;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.engine.Call;
import org.zhongchuang.engine.Findings;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.audit.AuditLog;
import org.zhongchuang.procedure.call.CallClaims.One;
import org.zhongchuang.procedure.call.CallClaims.Standing;
import org.zhongchuang.procedure.call.Calling.Reason;
import org.zhongchuang.procedure.casework.Act;
import org.zhongchuang.procedure.casework.CaseFacts;
import org.zhongchuang.procedure.casework.CaseFile;
import org.zhongchuang.procedure.casework.CaseFile.Proposal;
import org.zhongchuang.procedure.casework.Desk;
import org.zhongchuang.procedure.casework.Step;
import org.zhongchuang.records.registry.KnownFact;

/**
 * Settles a call: each claim that passed its review is told where it stands among the others, and goes on by that. What
 * becomes of one of them later changes nothing for the others.
 */
@Service
public class SettleCall {

    private final Calls calls;
    private final CallClaims claims;
    private final CaseFacts facts;
    private final Desk desk;
    private final AuditLog audit;
    private final Clock clock;

    SettleCall(Calls calls, CallClaims claims, CaseFacts facts, Desk desk, AuditLog audit, Clock clock) {
        this.calls = calls;
        this.claims = claims;
        this.facts = facts;
        this.desk = desk;
        this.audit = audit;
        this.clock = clock;
    }

    /** Why a call cannot be settled now, where it cannot. */
    public Optional<Reason> against(Announced call) {
        return against(call, claims.all(call));
    }

    private Optional<Reason> against(Announced call, List<One> all) {
        if (call.state() != Announced.State.OPEN) {
            return Optional.of(Reason.ENDED);
        }
        if (!call.isToSettle(LocalDate.now(clock))) {
            return Optional.of(Reason.NOT_CLOSED);
        }
        if (all.stream().anyMatch(one -> one.standing() == Standing.UNDER_REVIEW)) {
            return Optional.of(Reason.UNDER_REVIEW);
        }
        return all.stream()
                        .anyMatch(one -> one.standing() == Standing.WAITING
                                && one.claim().isEmpty())
                ? Optional.of(Reason.NOT_KNOWN)
                : Optional.empty();
    }

    @Transactional
    public Calling settle(Actor actor, CallId id) {
        return calls.with(actor, id, call -> {
            var all = claims.all(call);
            var against = against(call, all);
            if (against.isPresent()) {
                return Calling.refused(against.get());
            }
            var waiting = new LinkedHashMap<String, One>();
            all.stream()
                    .filter(one -> one.standing() == Standing.WAITING)
                    .forEach(one -> waiting.put(one.file().id().toString(), one));
            var seq = 0;
            for (var place : inOrder(List.copyOf(waiting.values()))) {
                var one = Objects.requireNonNull(waiting.get(place.id()));
                claims.keep(id, ++seq, one.claim().orElseThrow(), place);
                tell(actor, one.file(), place);
            }
            calls.end(actor, id, Announced.State.SETTLED);
            audit.record(actor, "call.settle", id.toString(), String.valueOf(seq));
            return new Calling.Done(id);
        });
    }

    private List<Call.Place> inOrder(List<One> waiting) {
        return waiting.isEmpty()
                ? List.of()
                : claims.rules(waiting.getFirst().file())
                        .settle(waiting.stream()
                                .map(one -> one.claim().orElseThrow())
                                .toList());
    }

    /** Tells a claim its place; one that the rules now refuse, or that would be paid nothing, goes to be refused. */
    private void tell(Actor actor, CaseFile file, Call.Place place) {
        claims.rules(file)
                .told(place)
                .forEach((fact, value) ->
                        facts.keep(file.id(), fact, value.toPlainString(), KnownFact.Source.REGISTERED));
        var findings = facts.findings(file, LocalDate.now(clock));
        var note = "第%1$s位，共%2$s件 / place %1$s of %2$s"
                .formatted(place.tells().get(Call.Tells.PLACE), place.tells().get(Call.Tells.NUMBER));
        var out = findings.outcome() == Findings.Outcome.REFUSED
                || findings.amount().filter(fen -> !fen.isPositive()).isPresent();
        if (out) {
            desk.to(file, Step.DECISION, actor, null, Act.CALL_SETTLED, note, Proposal.REFUSE);
        } else {
            desk.to(file, claims.present(file), actor, null, Act.CALL_SETTLED, note, file.proposal());
        }
    }
}
