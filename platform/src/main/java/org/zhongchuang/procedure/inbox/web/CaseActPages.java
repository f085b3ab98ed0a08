package org.zhongchuang.procedure.inbox.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Concerns;
import org.zhongchuang.ground.access.Deed;
import org.zhongchuang.ground.access.Only;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.kernel.Typed;
import org.zhongchuang.ground.shell.Problem;
import org.zhongchuang.procedure.casework.Handling;
import org.zhongchuang.procedure.casework.Outcome;
import org.zhongchuang.procedure.casework.Step;
import org.zhongchuang.procedure.casework.Ticket;
import org.zhongchuang.procedure.decision.CriterionReason;
import org.zhongchuang.procedure.decision.DecideCase;
import org.zhongchuang.procedure.inbox.CaseDetails;
import org.zhongchuang.procedure.inbox.Cases;
import org.zhongchuang.procedure.review.CityActs;
import org.zhongchuang.procedure.review.CountyActs;
import org.zhongchuang.procedure.review.EstablishFacts;
import org.zhongchuang.procedure.review.ExpertActs;
import org.zhongchuang.procedure.review.TakeCase;

/**
 * What officers, experts and deciders do with a case. A refused act shows the case again, with the reason and all that
 * was typed.
 */
@Controller
public class CaseActPages {

    private static final int PARTS = 4;

    private final CasePages pages;
    private final Cases cases;
    private final TakeCase taking;
    private final CountyActs county;
    private final CityActs city;
    private final ExpertActs experts;
    private final DecideCase decide;
    private final EstablishFacts established;

    CaseActPages(
            CasePages pages,
            Cases cases,
            TakeCase taking,
            CountyActs county,
            CityActs city,
            ExpertActs experts,
            DecideCase decide,
            EstablishFacts established) {
        this.pages = pages;
        this.cases = cases;
        this.taking = taking;
        this.county = county;
        this.city = city;
        this.experts = experts;
        this.decide = decide;
        this.established = established;
    }

    @PostMapping("/cases/{number}/take")
    @Concerns(value = Thing.CASE, deed = Deed.HANDLE, by = "number")
    @Only(steps = true)
    ModelAndView take(@PathVariable String number, @RequestParam Map<String, String> typed, Actor actor) {
        return handle(number, actor, typed, form -> taking.take(actor, form.id(), form.ticket()));
    }

    @PostMapping("/cases/{number}/accept")
    @Concerns(value = Thing.CASE, deed = Deed.HANDLE, by = "number")
    @Only(steps = true)
    ModelAndView accept(@PathVariable String number, @RequestParam Map<String, String> typed, Actor actor) {
        return handle(number, actor, typed, form -> county.accept(actor, form.id(), form.ticket()));
    }

    @PostMapping("/cases/{number}/return")
    @Concerns(value = Thing.CASE, deed = Deed.HANDLE, by = "number")
    @Only(steps = true)
    ModelAndView sendBackForCorrection(
            @PathVariable String number, @RequestParam Map<String, String> typed, Actor actor) {
        return handle(
                number,
                actor,
                typed,
                form -> county.sendBack(actor, form.id(), form.ticket(), ApplicationPages.nonBlank(typed, "defect.")));
    }

    @PostMapping("/cases/{number}/recommend")
    @Concerns(value = Thing.CASE, deed = Deed.HANDLE, by = "number")
    @Only(steps = true)
    ModelAndView recommend(@PathVariable String number, @RequestParam Map<String, String> typed, Actor actor) {
        return handle(
                number, actor, typed, form -> county.recommend(actor, form.id(), form.ticket(), form.text("opinion")));
    }

    @PostMapping("/cases/{number}/advise-against")
    @Concerns(value = Thing.CASE, deed = Deed.HANDLE, by = "number")
    @Only(steps = true)
    ModelAndView adviseAgainst(@PathVariable String number, @RequestParam Map<String, String> typed, Actor actor) {
        return handle(
                number,
                actor,
                typed,
                form -> form.details().file().step() != Step.CITY_REVIEW
                        ? county.adviseAgainst(actor, form.id(), form.ticket(), form.text("reasons"))
                        : city.adviseAgainst(actor, form.id(), form.ticket(), form.text("reasons")));
    }

    @PostMapping("/cases/{number}/visit")
    @Concerns(value = Thing.CASE, deed = Deed.HANDLE, by = "number", parts = "companion")
    @Only(steps = true)
    ModelAndView visit(@PathVariable String number, @RequestParam Map<String, String> typed, Actor actor) {
        return handle(number, actor, typed, form -> {
            var checks = form.details().programme().filed().visitChecklist().stream()
                    .collect(Collectors.toMap(
                            item -> item.id(), item -> "yes".equals(typed.get("check." + item.id()))));
            return Typed.id(form.text("companion"))
                    .map(companion ->
                            county.visit(actor, form.id(), form.ticket(), companion, checks, form.text("notes")))
                    .orElse(new Handling.Refused(Handling.Reason.TAKES_TWO));
        });
    }

    @PostMapping("/cases/{number}/confirm-visit")
    @Concerns(value = Thing.CASE, deed = Deed.HANDLE, by = "number")
    @Only(steps = true)
    ModelAndView confirmVisit(@PathVariable String number, @RequestParam Map<String, String> typed, Actor actor) {
        return handle(number, actor, typed, form -> county.confirmVisit(actor, form.id(), form.ticket()));
    }

    @PostMapping("/cases/{number}/pass")
    @Concerns(value = Thing.CASE, deed = Deed.HANDLE, by = "number")
    @Only(steps = true)
    ModelAndView pass(@PathVariable String number, @RequestParam Map<String, String> typed, Actor actor) {
        return handle(number, actor, typed, form -> city.pass(actor, form.id(), form.ticket(), form.text("opinion")));
    }

    @PostMapping("/cases/{number}/score")
    @Concerns(value = Thing.CASE, deed = Deed.HANDLE, by = "number")
    @Only(Role.EXPERT)
    ModelAndView score(@PathVariable String number, @RequestParam Map<String, String> typed, Actor actor) {
        return handle(number, actor, typed, form -> {
            var scores = new HashMap<String, Integer>();
            ApplicationPages.nonBlank(typed, "score.").forEach((line, points) -> {
                if (points.matches("\\d{1,3}")) {
                    scores.put(line, Integer.parseInt(points));
                }
            });
            return experts.score(actor, form.id(), form.ticket(), scores, form.text("comment"));
        });
    }

    @PostMapping("/cases/{number}/recuse")
    @Concerns(value = Thing.CASE, deed = Deed.HANDLE, by = "number")
    @Only(Role.EXPERT)
    ModelAndView recuse(@PathVariable String number, @RequestParam Map<String, String> typed, Actor actor) {
        return handle(
                number, actor, typed, form -> experts.recuse(actor, form.id(), form.ticket(), form.text("reasons")));
    }

    @PostMapping("/cases/{number}/meeting")
    @Concerns(value = Thing.CASE, deed = Deed.HANDLE, by = "number")
    @Only(steps = true)
    ModelAndView meeting(@PathVariable String number, @RequestParam Map<String, String> typed, Actor actor) {
        return handle(
                number,
                actor,
                typed,
                form -> city.hold(
                        actor,
                        form.id(),
                        form.ticket(),
                        form.text("minutes"),
                        "grant".equals(typed.get("proposal")),
                        form.text("resolution")));
    }

    @PostMapping("/cases/{number}/publish")
    @Concerns(value = Thing.CASE, deed = Deed.HANDLE, by = "number")
    @Only(steps = true)
    ModelAndView publish(@PathVariable String number, @RequestParam Map<String, String> typed, Actor actor) {
        return handle(number, actor, typed, form -> city.publish(actor, form.id(), form.ticket()));
    }

    @PostMapping("/cases/{number}/answer")
    @Concerns(value = Thing.CASE, deed = Deed.HANDLE, by = "number", parts = "objection")
    @Only(steps = true)
    ModelAndView answer(@PathVariable String number, @RequestParam Map<String, String> typed, Actor actor) {
        return handle(
                number,
                actor,
                typed,
                form -> Typed.id(form.text("objection"))
                        .map(objection -> city.answer(
                                actor,
                                form.id(),
                                form.ticket(),
                                objection,
                                "yes".equals(typed.get("upheld")),
                                form.text("reply")))
                        .orElse(new Handling.Refused(Handling.Reason.WRONG_STEP)));
    }

    @PostMapping("/cases/{number}/grant")
    @Concerns(value = Thing.CASE, deed = Deed.HANDLE, by = "number")
    @Only(steps = true)
    ModelAndView grant(@PathVariable String number, @RequestParam Map<String, String> typed, Actor actor) {
        return handle(
                number,
                actor,
                typed,
                form -> decide.grant(
                        actor, form.id(), form.ticket(), form.text("document"), form.text("payer"), parts(form)));
    }

    /** The parts of a payment as typed; one that cannot be read has no sum and is refused. */
    private static List<Outcome.Part> parts(Form form) {
        return IntStream.rangeClosed(1, PARTS)
                .mapToObj(i -> Map.entry(form.text("part." + i), form.text("milestone." + i)))
                .filter(one -> !one.getKey().isEmpty() || !one.getValue().isEmpty())
                .map(one -> new Outcome.Part(Typed.fen(one.getKey()).orElse(0L), one.getValue()))
                .toList();
    }

    @PostMapping("/cases/{number}/establish")
    @Concerns(value = Thing.CASE, deed = Deed.HANDLE, by = "number")
    @Only(steps = true)
    ModelAndView establish(@PathVariable String number, @RequestParam Map<String, String> typed, Actor actor) {
        return handle(number, actor, typed, form -> established.establish(actor, form.id(), form.ticket(), typed));
    }

    @PostMapping("/cases/{number}/refuse")
    @Concerns(value = Thing.CASE, deed = Deed.HANDLE, by = "number")
    @Only(steps = true)
    ModelAndView refuse(@PathVariable String number, @RequestParam Map<String, String> typed, Actor actor) {
        return handle(number, actor, typed, form -> {
            var reasons = ApplicationPages.nonBlank(typed, "reason.").entrySet().stream()
                    .map(entry -> new CriterionReason(entry.getKey(), entry.getValue()))
                    .toList();
            return decide.refuse(actor, form.id(), form.ticket(), form.text("document"), reasons);
        });
    }

    @PostMapping("/cases/{number}/send-back")
    @Concerns(value = Thing.CASE, deed = Deed.HANDLE, by = "number")
    @Only(steps = true)
    ModelAndView sendBack(@PathVariable String number, @RequestParam Map<String, String> typed, Actor actor) {
        return handle(
                number, actor, typed, form -> decide.sendBack(actor, form.id(), form.ticket(), form.text("reasons")));
    }

    /** A form about a case: which case, on which state, and what was typed. */
    private record Form(CaseDetails details, Ticket ticket, Map<String, String> typed) {

        UUID id() {
            return details.file().id();
        }

        String text(String field) {
            return typed.getOrDefault(field, "").strip();
        }
    }

    private ModelAndView handle(String number, Actor actor, Map<String, String> typed, Function<Form, Handling> act) {
        var details = cases.details(actor, number).orElseThrow(() -> Problem.noSuchThing("case " + number));
        var version =
                typed.getOrDefault("version", "").matches("\\d{1,9}") ? Integer.parseInt(typed.get("version")) : -1;
        var ticket =
                new Ticket(version, Typed.id(typed.getOrDefault("request", "")).orElseGet(UUID::randomUUID));
        return switch (act.apply(new Form(details, ticket, typed))) {
            case Handling.Done _ -> new ModelAndView("redirect:/cases/" + number);
            case Handling.Refused(var reason) -> {
                var page = pages.show(number, actor, reason, typed);
                page.setStatus(HttpStatus.CONFLICT);
                yield page;
            }
        };
    }
}
