package org.zhongchuang.outside.administration.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhongchuang.engine.Area;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Common;
import org.zhongchuang.ground.access.Credentials;
import org.zhongchuang.ground.access.Fresh;
import org.zhongchuang.ground.access.Only;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.identity.Sessions;
import org.zhongchuang.ground.kernel.Typed;
import org.zhongchuang.ground.shell.Act;
import org.zhongchuang.ground.shell.Problem;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.outside.administration.Appointing;
import org.zhongchuang.outside.administration.ClosingAccounts;
import org.zhongchuang.outside.administration.Countersigning;
import org.zhongchuang.outside.administration.Countersigning.Decision;
import org.zhongchuang.outside.administration.People;
import org.zhongchuang.outside.administration.web.OneTimeLinks.ShownLink;

/** One account as its administrators see it, and what they can do with it. */
@Controller
public class PersonPages {

    private final People people;
    private final Credentials credentials;
    private final Appointing appointing;
    private final ClosingAccounts closing;
    private final Countersigning countersigning;
    private final OneTimeLinks links;
    private final Sessions sessions;
    private final Policies policies;

    PersonPages(
            People people,
            Credentials credentials,
            Appointing appointing,
            ClosingAccounts closing,
            Countersigning countersigning,
            OneTimeLinks links,
            Sessions sessions,
            Policies policies) {
        this.people = people;
        this.credentials = credentials;
        this.appointing = appointing;
        this.closing = closing;
        this.countersigning = countersigning;
        this.links = links;
        this.sessions = sessions;
        this.policies = policies;
    }

    /** One account. */
    public record PersonPage(
            People.Person person,
            List<Sessions.Place> places,
            List<Area> areas,
            boolean self,
            @Nullable Text refused,
            @Nullable Text done,
            @Nullable ShownLink link) {

        public Area area(String code) {
            return areas.stream()
                    .filter(one -> one.code().equals(code))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @GetMapping("/administration/people/{id}")
    @Common("People, appointments and proposals are the business of administrators, for the whole city.")
    @Only(Role.ADMINISTRATOR)
    ModelAndView person(@PathVariable UUID id, @RequestParam Optional<String> done, Actor actor) {
        return page(id, actor, null, done.map(PersonPages::said).orElse(null), null);
    }

    @PostMapping("/administration/people/{id}/link")
    @Common("People, appointments and proposals are the business of administrators, for the whole city.")
    @Only(Role.ADMINISTRATOR)
    @Fresh
    ModelAndView link(@PathVariable UUID id, Actor actor) {
        var holder = holder(id);
        if (id.equals(actor.person()) || holder.disabled()) {
            throw Problem.notYours("password link");
        }
        return page(id, actor, null, null, links.make(actor, holder));
    }

    @PostMapping("/administration/people/{id}/disable")
    @Common("People, appointments and proposals are the business of administrators, for the whole city.")
    @Only(Role.ADMINISTRATOR)
    @Fresh
    ModelAndView disable(@PathVariable UUID id, Actor actor) {
        return after(id, actor, closing.disable(actor, holder(id)).map(ClosingAccounts.Reason::text), "disabled");
    }

    @PostMapping("/administration/people/{id}/enable")
    @Common("People, appointments and proposals are the business of administrators, for the whole city.")
    @Only(Role.ADMINISTRATOR)
    @Fresh
    ModelAndView enable(@PathVariable UUID id, Actor actor) {
        closing.enable(actor, holder(id));
        return after(id, actor, Optional.empty(), "enabled");
    }

    @PostMapping("/administration/people/{id}/end-sessions")
    @Common("People, appointments and proposals are the business of administrators, for the whole city.")
    @Only(Role.ADMINISTRATOR)
    @Fresh
    ModelAndView endSessions(@PathVariable UUID id, Actor actor) {
        closing.endSessions(actor, holder(id).person());
        return after(id, actor, Optional.empty(), "ended");
    }

    @PostMapping("/administration/people/{id}/reset-factor")
    @Common("People, appointments and proposals are the business of administrators, for the whole city.")
    @Only(Role.ADMINISTRATOR)
    @Fresh
    ModelAndView resetFactor(@PathVariable UUID id, Actor actor) {
        if (id.equals(actor.person())) {
            throw Problem.notYours("second factor");
        }
        return switch (countersigning.factorReset(actor, holder(id).person())) {
            case Countersigning.Made.InEffect _ -> after(id, actor, Optional.empty(), "reset");
            case Countersigning.Made.Waiting _, Countersigning.Made.Already _ ->
                after(id, actor, Optional.empty(), "proposed");
        };
    }

    @PostMapping("/administration/appointments/{id}/end")
    @Common("People, appointments and proposals are the business of administrators, for the whole city.")
    @Only(Role.ADMINISTRATOR)
    @Fresh
    ModelAndView end(@PathVariable UUID id, @RequestParam(defaultValue = "") String person, Actor actor) {
        var refused = appointing.end(actor, id).map(Appointing.Reason::text);
        return Typed.id(person)
                .map(one -> after(one, actor, refused, "appointment"))
                .orElseGet(() -> new ModelAndView("redirect:/administration/people"));
    }

    @PostMapping("/administration/proposals/{id}")
    @Common("People, appointments and proposals are the business of administrators, for the whole city.")
    @Only(Role.ADMINISTRATOR)
    @Fresh
    ModelAndView decide(@PathVariable UUID id, @Act({"confirm", "reject", "carry_out"}) String act, Actor actor) {
        var decision = Typed.choice(Decision.class, act).orElseThrow(() -> Problem.noSuchThing("decision"));
        var reason = countersigning.decide(actor, id, decision);
        return new ModelAndView("redirect:/administration/people?done="
                + reason.map(one -> "refused-" + one.name()).orElse("decided"));
    }

    @PostMapping("/administration/sessions/end")
    @Only(Role.ADMINISTRATOR)
    @Fresh
    ModelAndView endEverybodys(Actor actor, HttpServletRequest request) {
        closing.endEverybodysSessions(actor, request.getSession().getId());
        return new ModelAndView("redirect:/administration/people?done=ended");
    }

    private ModelAndView after(UUID id, Actor actor, Optional<Text> refused, String done) {
        if (refused.isPresent()) {
            var page = page(id, actor, refused.get(), null, null);
            page.setStatus(HttpStatus.CONFLICT);
            return page;
        }
        return new ModelAndView("redirect:/administration/people/" + id + "?done=" + done);
    }

    private ModelAndView page(
            UUID id, Actor actor, @Nullable Text refused, @Nullable Text done, @Nullable ShownLink link) {
        var person = people.person(id).orElseThrow(() -> Problem.noSuchThing("person"));
        return new ModelAndView(
                "outside/administration/person",
                "page",
                new PersonPage(
                        person,
                        sessions.of(person.login(), ""),
                        policies.current().areas(),
                        id.equals(actor.person()),
                        refused,
                        done,
                        link));
    }

    private Credentials.Holder holder(UUID id) {
        return credentials.holder(id).orElseThrow(() -> Problem.noSuchThing("person"));
    }

    /** What a page says after an act that led back to it. */
    static @Nullable Text said(String done) {
        return switch (done) {
            case "disabled" -> Text.of("已停用，登录已全部退出。", "Disabled and signed out everywhere.");
            case "enabled" -> Text.of("已恢复，可以登录。", "Enabled; they can sign in again.");
            case "ended" -> Text.of("已退出全部登录。", "All sessions are ended.");
            case "reset" ->
                Text.of(
                        "双重验证已重置，下次登录时重新设置。另一位管理员会看到这件事。",
                        "The second factor is reset; they set up another at their next sign-in. Another administrator will see it.");
            case "proposed" -> Text.of("已提交，等另一位管理员确认。", "Proposed; another administrator has to confirm it.");
            case "appointment" -> Text.of("身份已结束，登录已全部退出。", "The appointment is ended, and the sessions with it.");
            case "decided" -> Text.of("已办理。", "Done.");
            default ->
                done.startsWith("refused-")
                        ? Typed.choice(Countersigning.Reason.class, done.substring("refused-".length()))
                                .map(Countersigning.Reason::text)
                                .orElse(null)
                        : null;
        };
    }
}
