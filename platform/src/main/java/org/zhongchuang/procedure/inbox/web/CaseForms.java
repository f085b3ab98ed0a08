package org.zhongchuang.procedure.inbox.web;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.shell.LookOver;
import org.zhongchuang.ground.shell.Problem;
import org.zhongchuang.procedure.casework.CaseId;
import org.zhongchuang.procedure.casework.Desk;
import org.zhongchuang.procedure.casework.Handling;
import org.zhongchuang.procedure.casework.Ticket;
import org.zhongchuang.procedure.decision.TryDecision;
import org.zhongchuang.procedure.inbox.CaseDetails;
import org.zhongchuang.procedure.inbox.Cases;
import org.zhongchuang.procedure.inbox.web.CasePage.Shown;
import org.zhongchuang.procedure.review.EstablishFacts;

/** The forms that act on a case: each says on which state of it, and is shown again if the act is refused. */
@Component
class CaseForms {

    private final CasePages pages;
    private final Cases cases;
    private final EstablishFacts established;
    private final TryDecision trying;

    CaseForms(CasePages pages, Cases cases, EstablishFacts established, TryDecision trying) {
        this.pages = pages;
        this.cases = cases;
        this.established = established;
        this.trying = trying;
    }

    /** A form about a case: which case, on which state, and what was typed. */
    record Form(CaseDetails details, Ticket ticket, Map<String, String> typed) {

        CaseId id() {
            return details.file().id();
        }

        String text(String field) {
            return typed.getOrDefault(field, "").strip();
        }

        /** Which of the two was chosen: true for the first; empty where it is neither. */
        Optional<Boolean> choice(String field, String first, String second) {
            var chosen = text(field);
            return chosen.equals(first) || chosen.equals(second) ? Optional.of(chosen.equals(first)) : Optional.empty();
        }

        /** What was filled in of the fields whose names begin so, by the rest of the name. */
        Map<String, String> filled(String prefix) {
            return typed.entrySet().stream()
                    .filter(entry -> entry.getKey().startsWith(prefix)
                            && !entry.getValue().isBlank())
                    .collect(Collectors.toMap(
                            entry -> entry.getKey().substring(prefix.length()),
                            entry -> entry.getValue().strip(),
                            (one, _) -> one,
                            LinkedHashMap::new));
        }
    }

    /**
     * Does what leaves the case at its step, and shows the case again with whatever else was typed into the same form.
     */
    ModelAndView stay(String number, Actor actor, Map<String, String> typed, Function<Form, Handling> act) {
        var answer = handle(number, actor, typed, act);
        return answer.getStatus() == null ? pages.shown(number, actor, typed, Shown.AFTER_AN_ACT) : answer;
    }

    /**
     * Does an act whose form has the facts of the actor's own office in it too: what was typed there is established
     * first, so that nothing of the form is left behind.
     */
    ModelAndView handleWithFacts(String number, Actor actor, Map<String, String> typed, Function<Form, Handling> act) {
        return handle(number, actor, typed, form -> {
            if (!established.isNew(actor, form.details().file(), typed)) {
                return act.apply(form);
            }
            var request = form.ticket().request();
            var first = new Ticket(
                    form.ticket().version(),
                    UUID.nameUUIDFromBytes((request + " facts").getBytes(StandardCharsets.UTF_8)),
                    form.ticket().content());
            var facts = established.establish(actor, form.id(), first, typed);
            return facts instanceof Handling.Done(var file)
                    ? act.apply(new Form(
                            form.details(),
                            new Ticket(file.version(), request, form.ticket().content()),
                            typed))
                    : facts;
        });
    }

    /**
     * Decides in two steps: what is decided and what follows is shown once more, and done when it is confirmed. What
     * stands in its way is told at the first step.
     */
    ModelAndView decide(String number, Actor actor, Map<String, String> typed, Function<Form, Handling> act) {
        return switch (LookOver.of(typed)) {
            case CONFIRMED -> handle(number, actor, typed, act);
            case LEFT -> pages.shown(number, actor, typed, Shown.AS_IT_STANDS);
            case FIRST -> {
                var answer = handle(number, actor, typed, form -> trying.tried(() -> act.apply(form)));
                yield answer.getStatus() == null ? pages.shown(number, actor, typed, Shown.LOOKED_OVER) : answer;
            }
        };
    }

    /**
     * Does it, and goes back to the case; if it was refused, shows the case again with the reason and what was typed.
     */
    ModelAndView handle(String number, Actor actor, Map<String, String> typed, Function<Form, Handling> act) {
        var details = cases.details(actor, number).orElseThrow(() -> Problem.noSuchThing("case " + number));
        var isLong = typed.values().stream().anyMatch(text -> text.length() > Desk.LONGEST_TEXT);
        var handling = isLong
                ? new Handling.Refused(Handling.Reason.TOO_LONG)
                : act.apply(new Form(details, Ticket.of(typed), typed));
        return switch (handling) {
            case Handling.Done _ -> new ModelAndView("redirect:/cases/" + number + "?saved");
            case Handling.Refused refused -> {
                var page = pages.refused(number, actor, refused.reason(), typed);
                page.setStatus(HttpStatus.CONFLICT);
                yield page;
            }
        };
    }
}
