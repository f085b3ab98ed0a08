package org.zhongchuang.procedure.call;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.audit.AuditLog;
import org.zhongchuang.ground.kernel.DocumentNumber;
import org.zhongchuang.ground.kernel.FormId;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.procedure.call.Announced.State;
import org.zhongchuang.procedure.call.Calling.Reason;

/** Opens calls, lets them run longer, and takes back those that nobody used. */
@Service
public class HoldCall {

    private static final String OPEN = "call.open";

    private final Policies policies;
    private final Calls calls;
    private final CallClaims claims;
    private final AuditLog audit;
    private final Clock clock;

    HoldCall(Policies policies, Calls calls, CallClaims claims, AuditLog audit, Clock clock) {
        this.policies = policies;
        this.calls = calls;
        this.claims = claims;
        this.audit = audit;
        this.clock = clock;
    }

    /** Opens a call; the same form sent twice opens one. */
    @Transactional
    public Calling open(
            Actor actor,
            FormId form,
            String programme,
            Optional<LocalDate> opens,
            Optional<LocalDate> closes,
            String document) {
        if (!calls.mayHold(actor)) {
            return Calling.refused(Reason.NOT_YOURS);
        }
        var offered = policies.current().programmes().get(programme);
        if (offered == null || offered.call() == null) {
            return Calling.refused(Reason.NO_SUCH_PROGRAMME);
        }
        if (opens.isEmpty() || closes.isEmpty() || closes.get().isBefore(opens.get())) {
            return Calling.refused(Reason.NOT_DAYS);
        }
        if (!DocumentNumber.isOne(document)) {
            return Calling.refused(Reason.NO_DOCUMENT);
        }
        if (audit.isDone(actor, form, OPEN, programme)) {
            return new Calling.Done(new CallId(form.value()));
        }
        if (opens.get().isBefore(LocalDate.now(clock))) {
            return Calling.refused(Reason.TOO_EARLY);
        }
        if (!holds(programme, opens.get()) || !holds(programme, closes.get())) {
            return Calling.refused(Reason.NOT_IN_FORCE);
        }
        var id = new CallId(form.value());
        if (audit.isFirst(actor, form, OPEN, programme)) {
            calls.add(actor, id, programme, opens.get(), closes.get(), document);
            audit.record(actor, OPEN, id.toString(), opens.get() + " to " + closes.get());
        }
        return new Calling.Done(id);
    }

    /** Lets a call run longer; it never closes earlier than was announced. */
    @Transactional
    public Calling extend(Actor actor, CallId id, Optional<LocalDate> closes) {
        return calls.with(actor, id, call -> {
            if (closes.filter(day -> day.isAfter(call.closesOn()) && !day.isBefore(LocalDate.now(clock)))
                    .isEmpty()) {
                return Calling.refused(Reason.NOT_LATER);
            }
            if (!holds(call.programme(), closes.get())) {
                return Calling.refused(Reason.NOT_IN_FORCE);
            }
            calls.close(id, closes.get());
            audit.record(actor, "call.extend", id.toString(), closes.get().toString());
            return new Calling.Done(id);
        });
    }

    /** Takes back a call in which nobody has filed. */
    @Transactional
    public Calling withdraw(Actor actor, CallId id) {
        return calls.with(actor, id, call -> {
            if (claims.number(call) > 0) {
                return Calling.refused(Reason.HAS_CLAIMS);
            }
            calls.end(actor, id, State.WITHDRAWN);
            audit.record(actor, "call.withdraw", id.toString(), "");
            return new Calling.Done(id);
        });
    }

    private boolean holds(String programme, LocalDate day) {
        return policies.current().programmes().containsKey(programme)
                && policies.current().home(programme).document().holdsOn(day);
    }
}
