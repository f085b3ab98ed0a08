package org.zhongchuang.procedure.inbox.web;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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
import org.zhongchuang.procedure.casework.Outcome;
import org.zhongchuang.procedure.decision.CriterionReason;
import org.zhongchuang.procedure.decision.DecideCase;

/** What deciders do with a case. */
@Controller
class DecisionActPages {

    private static final int PARTS = 4;

    private final CaseForms forms;
    private final DecideCase decide;

    DecisionActPages(CaseForms forms, DecideCase decide) {
        this.forms = forms;
        this.decide = decide;
    }

    @PostMapping("/cases/{number}/grant")
    @Concerns(value = Thing.CASE, deed = Deed.HANDLE, by = "number")
    @Only(steps = true)
    ModelAndView grant(@PathVariable String number, @RequestParam Map<String, String> typed, Actor actor) {
        return forms.handle(
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
                .map(one -> new Outcome.Part(Fen.read(one.getKey()).orElse(Fen.ZERO), one.getValue()))
                .toList();
    }

    @PostMapping("/cases/{number}/refuse")
    @Concerns(value = Thing.CASE, deed = Deed.HANDLE, by = "number")
    @Only(steps = true)
    ModelAndView refuse(@PathVariable String number, @RequestParam Map<String, String> typed, Actor actor) {
        return forms.handle(number, actor, typed, form -> {
            var reasons = form.filled("reason.").entrySet().stream()
                    .map(entry -> new CriterionReason(entry.getKey(), entry.getValue()))
                    .toList();
            return decide.refuse(actor, form.id(), form.ticket(), form.text("document"), reasons);
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
