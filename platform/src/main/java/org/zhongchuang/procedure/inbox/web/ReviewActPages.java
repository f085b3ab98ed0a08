package org.zhongchuang.procedure.inbox.web;

import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Concerns;
import org.zhongchuang.ground.access.Deed;
import org.zhongchuang.ground.access.Only;
import org.zhongchuang.ground.access.PersonId;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.kernel.Typed;
import org.zhongchuang.procedure.casework.Handling;
import org.zhongchuang.procedure.casework.Step;
import org.zhongchuang.procedure.review.CityActs;
import org.zhongchuang.procedure.review.CountyActs;
import org.zhongchuang.procedure.review.EstablishFacts;
import org.zhongchuang.procedure.review.TakeCase;

/** What offices do with a case before its public notice. */
@Controller
class ReviewActPages {

    private final TakeCase taking;
    private final CountyActs county;
    private final CityActs city;
    private final EstablishFacts established;
    private final CaseForms forms;

    ReviewActPages(TakeCase taking, CountyActs county, CityActs city, EstablishFacts established, CaseForms forms) {
        this.taking = taking;
        this.county = county;
        this.city = city;
        this.established = established;
        this.forms = forms;
    }

    @PostMapping("/cases/{number}/take")
    @Concerns(value = Thing.CASE, deed = Deed.HANDLE, by = "number")
    @Only(steps = true)
    ModelAndView take(@PathVariable String number, @RequestParam Map<String, String> typed, Actor actor) {
        return forms.handle(number, actor, typed, form -> taking.take(actor, form.id(), form.ticket()));
    }

    @PostMapping("/cases/{number}/assign")
    @Concerns(value = Thing.CASE, deed = Deed.HANDLE, by = "number", parts = "colleague")
    @Only(steps = true)
    ModelAndView assign(@PathVariable String number, @RequestParam Map<String, String> typed, Actor actor) {
        return forms.handle(
                number,
                actor,
                typed,
                form -> Typed.id(form.text("colleague"), PersonId::new)
                        .map(colleague -> taking.assign(actor, form.id(), form.ticket(), colleague))
                        .orElse(new Handling.Refused(Handling.Reason.NO_CHOICE)));
    }

    @PostMapping("/cases/{number}/accept")
    @Concerns(value = Thing.CASE, deed = Deed.HANDLE, by = "number")
    @Only(steps = true)
    ModelAndView accept(@PathVariable String number, @RequestParam Map<String, String> typed, Actor actor) {
        return forms.handle(number, actor, typed, form -> county.accept(actor, form.id(), form.ticket()));
    }

    @PostMapping("/cases/{number}/return")
    @Concerns(value = Thing.CASE, deed = Deed.HANDLE, by = "number")
    @Only(steps = true)
    ModelAndView sendBackForCorrection(
            @PathVariable String number, @RequestParam Map<String, String> typed, Actor actor) {
        return forms.handle(
                number, actor, typed, form -> county.sendBack(actor, form.id(), form.ticket(), form.filled("defect.")));
    }

    @PostMapping("/cases/{number}/recommend")
    @Concerns(value = Thing.CASE, deed = Deed.HANDLE, by = "number")
    @Only(steps = true)
    ModelAndView recommend(@PathVariable String number, @RequestParam Map<String, String> typed, Actor actor) {
        return forms.handleWithFacts(
                number, actor, typed, form -> county.recommend(actor, form.id(), form.ticket(), form.text("opinion")));
    }

    @PostMapping("/cases/{number}/advise-against")
    @Concerns(value = Thing.CASE, deed = Deed.HANDLE, by = "number")
    @Only(steps = true)
    ModelAndView adviseAgainst(@PathVariable String number, @RequestParam Map<String, String> typed, Actor actor) {
        return forms.handle(
                number,
                actor,
                typed,
                form -> form.details().file().step() != Step.CITY_REVIEW
                        ? county.adviseAgainst(actor, form.id(), form.ticket(), form.text("reasons"))
                        : city.adviseAgainst(actor, form.id(), form.ticket(), form.text("reasons")));
    }

    @PostMapping("/cases/{number}/pass")
    @Concerns(value = Thing.CASE, deed = Deed.HANDLE, by = "number")
    @Only(steps = true)
    ModelAndView pass(@PathVariable String number, @RequestParam Map<String, String> typed, Actor actor) {
        return forms.handleWithFacts(
                number, actor, typed, form -> city.pass(actor, form.id(), form.ticket(), form.text("opinion")));
    }

    @PostMapping("/cases/{number}/meeting")
    @Concerns(value = Thing.CASE, deed = Deed.HANDLE, by = "number")
    @Only(steps = true)
    ModelAndView meeting(@PathVariable String number, @RequestParam Map<String, String> typed, Actor actor) {
        return forms.handleWithFacts(
                number,
                actor,
                typed,
                form -> form.choice("proposal", "grant", "refuse")
                        .map(supported -> city.hold(
                                actor,
                                form.id(),
                                form.ticket(),
                                form.text("minutes"),
                                supported,
                                form.text("resolution")))
                        .orElse(new Handling.Refused(Handling.Reason.NO_CHOICE)));
    }

    @PostMapping("/cases/{number}/establish")
    @Concerns(value = Thing.CASE, deed = Deed.HANDLE, by = "number")
    @Only(steps = true)
    ModelAndView establish(@PathVariable String number, @RequestParam Map<String, String> typed, Actor actor) {
        return forms.stay(number, actor, typed, form -> established.establish(actor, form.id(), form.ticket(), typed));
    }
}
