package org.zhongchuang.outside.administration.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Common;
import org.zhongchuang.ground.access.Credentials;
import org.zhongchuang.ground.access.Fresh;
import org.zhongchuang.ground.access.Only;
import org.zhongchuang.ground.access.PersonId;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.kernel.Typed;
import org.zhongchuang.ground.shell.Act;
import org.zhongchuang.ground.shell.Problem;
import org.zhongchuang.outside.administration.ClosingAccounts;
import org.zhongchuang.outside.administration.Countersigning;
import org.zhongchuang.outside.administration.Countersigning.Decision;
import org.zhongchuang.outside.administration.Proposal;

/** What administrators do with an account. */
@Controller
class PersonActPages {

    private final PersonPages pages;
    private final Credentials credentials;
    private final ClosingAccounts closing;
    private final Countersigning countersigning;
    private final OneTimeLinks links;

    PersonActPages(
            PersonPages pages,
            Credentials credentials,
            ClosingAccounts closing,
            Countersigning countersigning,
            OneTimeLinks links) {
        this.pages = pages;
        this.credentials = credentials;
        this.closing = closing;
        this.countersigning = countersigning;
        this.links = links;
    }

    @PostMapping("/administration/people/{id}/link")
    @Common("People, appointments and proposals are the business of administrators, for the whole city.")
    @Only(Role.ADMINISTRATOR)
    @Fresh
    ModelAndView link(@PathVariable PersonId id, Actor actor) {
        var holder = holder(id);
        if (id.equals(actor.person()) || holder.disabled()) {
            throw Problem.notYours("password link");
        }
        return pages.page(id, actor, null, null, links.make(actor, holder));
    }

    @PostMapping("/administration/people/{id}/disable")
    @Common("People, appointments and proposals are the business of administrators, for the whole city.")
    @Only(Role.ADMINISTRATOR)
    @Fresh
    ModelAndView disable(@PathVariable PersonId id, Actor actor) {
        return after(id, actor, closing.disable(actor, holder(id)).map(ClosingAccounts.Reason::text), "disabled");
    }

    @PostMapping("/administration/people/{id}/enable")
    @Common("People, appointments and proposals are the business of administrators, for the whole city.")
    @Only(Role.ADMINISTRATOR)
    @Fresh
    ModelAndView enable(@PathVariable PersonId id, Actor actor) {
        closing.enable(actor, holder(id));
        return after(id, actor, Optional.empty(), "enabled");
    }

    @PostMapping("/administration/people/{id}/end-sessions")
    @Common("People, appointments and proposals are the business of administrators, for the whole city.")
    @Only(Role.ADMINISTRATOR)
    @Fresh
    ModelAndView endSessions(@PathVariable PersonId id, Actor actor) {
        closing.endSessions(actor, holder(id).person());
        return after(id, actor, Optional.empty(), "ended");
    }

    @PostMapping("/administration/people/{id}/reset-factor")
    @Common("People, appointments and proposals are the business of administrators, for the whole city.")
    @Only(Role.ADMINISTRATOR)
    @Fresh
    ModelAndView resetFactor(@PathVariable PersonId id, Actor actor) {
        if (id.equals(actor.person())) {
            throw Problem.notYours("second factor");
        }
        return switch (countersigning.factorReset(actor, holder(id).person())) {
            case Proposal.Made.InEffect _ -> after(id, actor, Optional.empty(), "reset");
            case Proposal.Made.Waiting _, Proposal.Made.Already _ -> after(id, actor, Optional.empty(), "proposed");
        };
    }

    @PostMapping("/administration/appointments/{id}/end")
    @Common("People, appointments and proposals are the business of administrators, for the whole city.")
    @Only(Role.ADMINISTRATOR)
    @Fresh
    ModelAndView end(@PathVariable UUID id, @RequestParam(defaultValue = "") String person, Actor actor) {
        var refused = closing.endAppointment(actor, id).map(ClosingAccounts.Reason::text);
        return Typed.id(person, PersonId::new)
                .map(one -> after(one, actor, refused, "appointment"))
                .orElseGet(() -> new ModelAndView("redirect:/administration/people"));
    }

    @PostMapping("/administration/appointments/{id}/until")
    @Common("People, appointments and proposals are the business of administrators, for the whole city.")
    @Only(Role.ADMINISTRATOR)
    @Fresh
    ModelAndView endOn(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String until,
            Actor actor) {
        var refused = Typed.isDayOrNone(until)
                ? closing.endOn(actor, id, Typed.day(until))
                : Optional.of(ClosingAccounts.Reason.LAST_DAY);
        var one = Typed.id(person, PersonId::new);
        if (one.isEmpty()) {
            return new ModelAndView("redirect:/administration/people");
        }
        if (refused.isEmpty()) {
            return after(one.get(), actor, Optional.empty(), "until");
        }
        var page = pages.page(
                one.get(),
                actor,
                new PersonPages.TypedDay(id, until, refused.get().text()));
        page.setStatus(HttpStatus.CONFLICT);
        return page;
    }

    @PostMapping("/administration/proposals/{id}")
    @Common("People, appointments and proposals are the business of administrators, for the whole city.")
    @Only(Role.ADMINISTRATOR)
    @Fresh
    ModelAndView decide(@PathVariable UUID id, @Act({"confirm", "reject", "carry_out"}) String act, Actor actor) {
        var decision = Typed.choice(Decision.class, act).orElseThrow(() -> Problem.noSuchThing("decision"));
        var reason = countersigning.decide(actor, id, decision);
        return new ModelAndView("redirect:/administration/people?"
                + reason.map(one -> "done=refused-" + one.name()).orElse("decided=" + id));
    }

    @PostMapping("/administration/sessions/end")
    @Only(Role.ADMINISTRATOR)
    @Fresh
    ModelAndView endEverybodys(Actor actor, HttpServletRequest request) {
        closing.endEverybodysSessions(actor, request.getSession().getId());
        return new ModelAndView("redirect:/administration/people?done=ended");
    }

    private ModelAndView after(PersonId id, Actor actor, Optional<Text> refused, String done) {
        if (refused.isPresent()) {
            var page = pages.page(id, actor, refused.get(), null, null);
            page.setStatus(HttpStatus.CONFLICT);
            return page;
        }
        return new ModelAndView("redirect:/administration/people/" + id + "?done=" + done);
    }

    private Credentials.Holder holder(PersonId id) {
        return credentials.holder(id).orElseThrow(() -> Problem.noSuchThing("person"));
    }
}
