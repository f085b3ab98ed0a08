package org.zhongchuang.procedure.inbox.web;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Concerns;
import org.zhongchuang.ground.access.Deed;
import org.zhongchuang.ground.access.Only;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.kernel.Typed;
import org.zhongchuang.procedure.casework.Handling;
import org.zhongchuang.procedure.casework.Outcome;
import org.zhongchuang.procedure.decision.DecideCase;
import org.zhongchuang.procedure.decision.DeliverDecision;
import org.zhongchuang.procedure.decision.Delivery;
import org.zhongchuang.procedure.decision.RefusalReason;
import org.zhongchuang.procedure.decision.RefuseCase;

/** What deciders do with a case. */
@Controller
class DecisionActPages {

    /** Into how many parts a payment can be divided. */
    private static final int PARTS = 4;

    private final CaseForms forms;
    private final DecideCase decide;
    private final RefuseCase refuse;
    private final DeliverDecision deliver;

    DecisionActPages(CaseForms forms, DecideCase decide, RefuseCase refuse, DeliverDecision deliver) {
        this.forms = forms;
        this.decide = decide;
        this.refuse = refuse;
        this.deliver = deliver;
    }

    @PostMapping("/cases/{number}/grant")
    @Concerns(value = Thing.CASE, deed = Deed.HANDLE, by = "number")
    @Only(steps = true)
    ModelAndView grant(@PathVariable String number, @RequestParam Map<String, String> typed, Actor actor) {
        return forms.decide(
                number,
                actor,
                typed,
                form -> decide.grant(
                        actor, form.id(), form.ticket(), form.text("document"), form.text("payer"), parts(form)));
    }

    /** The parts of a payment as typed; one that cannot be read has no sum and is refused. */
    private static List<Outcome.Part> parts(CaseForms.Form form) {
        return IntStream.rangeClosed(1, PARTS)
                .mapToObj(i -> Map.entry(form.text("part." + i), form.text("milestone." + i)))
                .filter(one -> !one.getKey().isEmpty() || !one.getValue().isEmpty())
                .map(one -> new Outcome.Part(Typed.money(one.getKey()).orElse(Fen.ZERO), one.getValue()))
                .toList();
    }

    /**
     * Tells the applicant what a refusal is to rest on: {@code reason.} with a condition, {@code ground.} with a
     * ground.
     */
    @PostMapping("/cases/{number}/announce-refusal")
    @Concerns(value = Thing.CASE, deed = Deed.HANDLE, by = "number")
    @Only(steps = true)
    ModelAndView announceRefusal(@PathVariable String number, @RequestParam Map<String, String> typed, Actor actor) {
        return forms.decide(number, actor, typed, form -> {
            var conditions = form.filled("reason.").entrySet().stream()
                    .map(entry -> new RefusalReason(entry.getKey(), entry.getValue()));
            var grounds = form.filled("ground.").entrySet().stream()
                    .map(entry -> new RefusalReason("ground." + entry.getKey(), entry.getValue()));
            return refuse.tell(
                    actor,
                    form.id(),
                    form.ticket(),
                    Stream.concat(conditions, grounds).toList());
        });
    }

    @PostMapping("/cases/{number}/refuse")
    @Concerns(value = Thing.CASE, deed = Deed.HANDLE, by = "number")
    @Only(steps = true)
    ModelAndView refuse(@PathVariable String number, @RequestParam Map<String, String> typed, Actor actor) {
        return forms.decide(
                number, actor, typed, form -> refuse.refuse(actor, form.id(), form.ticket(), form.text("document")));
    }

    /** Notes that a decision was handed over or posted. */
    @PostMapping("/cases/{number}/delivered")
    @Concerns(value = Thing.CASE, deed = Deed.HANDLE, by = "number")
    @Only(steps = true)
    ModelAndView delivered(@PathVariable String number, @RequestParam Map<String, String> typed, Actor actor) {
        return forms.handle(number, actor, typed, form -> {
            var way = form.choice("way", Delivery.Way.HANDED.name(), Delivery.Way.POSTED.name());
            if (way.isEmpty()) {
                return new Handling.Refused(Handling.Reason.NO_CHOICE);
            }
            return Typed.day(form.text("day"))
                    .map(day -> deliver.note(
                            actor,
                            form.details().file(),
                            form.ticket(),
                            new Delivery(
                                    way.get() ? Delivery.Way.HANDED : Delivery.Way.POSTED, day, form.text("note"))))
                    .orElse(new Handling.Refused(Handling.Reason.WRONG_DAY));
        });
    }

    @PostMapping("/cases/{number}/send-back")
    @Concerns(value = Thing.CASE, deed = Deed.HANDLE, by = "number")
    @Only(steps = true)
    ModelAndView sendBack(@PathVariable String number, @RequestParam Map<String, String> typed, Actor actor) {
        return forms.handle(
                number, actor, typed, form -> decide.sendBack(actor, form.id(), form.ticket(), form.text("reasons")));
    }
}
