package org.zhongchuang.outside.administration.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhongchuang.engine.Area;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Common;
import org.zhongchuang.ground.access.Only;
import org.zhongchuang.ground.access.PersonId;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.identity.Sessions;
import org.zhongchuang.ground.kernel.Typed;
import org.zhongchuang.ground.shell.Problem;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.outside.administration.Countersigning;
import org.zhongchuang.outside.administration.People;
import org.zhongchuang.outside.administration.WhoAppointed;
import org.zhongchuang.outside.administration.web.OneTimeLinks.ShownLink;

/** One account as its administrators see it. */
@Controller
public class PersonPages {

    private final People people;
    private final Sessions sessions;
    private final Policies policies;
    private final EntryOfAccount entries;
    private final WhoAppointed whoAppointed;

    PersonPages(
            People people, Sessions sessions, Policies policies, EntryOfAccount entries, WhoAppointed whoAppointed) {
        this.whoAppointed = whoAppointed;
        this.entries = entries;
        this.people = people;
        this.sessions = sessions;
        this.policies = policies;
    }

    /** A last day that was not taken, with the reason. */
    public record TypedDay(UUID appointment, String until, Text why) {}

    /** One account. */
    public record PersonPage(
            People.Person person,
            List<Sessions.Place> places,
            Map<UUID, WhoAppointed.Appointed> appointed,
            List<Area> areas,
            boolean self,
            EntryOfAccount.Found entry,
            @Nullable Text refused,
            @Nullable Text done,
            @Nullable ShownLink link,
            @Nullable TypedDay typed) {

        /** The day that stands in the field of an appointment: as typed, or as it is laid down. */
        public String until(Actor appointment) {
            return isTyped(appointment)
                    ? Objects.requireNonNull(typed).until()
                    : person.lastDay(appointment).map(LocalDate::toString).orElse("");
        }

        /** What is wrong with the day that was typed for an appointment. */
        public @Nullable Text mistake(Actor appointment) {
            return isTyped(appointment) ? Objects.requireNonNull(typed).why() : null;
        }

        private boolean isTyped(Actor appointment) {
            return typed != null && typed.appointment().equals(appointment.appointment());
        }

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
    ModelAndView person(
            @PathVariable PersonId id,
            @RequestParam Optional<String> done,
            @RequestParam(defaultValue = "") String entry,
            Actor actor) {
        return page(id, actor, entry, null, done.map(PersonPages::said).orElse(null), null, null);
    }

    /** The page of an account, with what came of an act on it. */
    ModelAndView page(PersonId id, Actor actor, @Nullable Text refused, @Nullable Text done, @Nullable ShownLink link) {
        return page(id, actor, "", refused, done, link, null);
    }

    /** The page of an account, with a last day that was not taken. */
    ModelAndView page(PersonId id, Actor actor, TypedDay typed) {
        return page(id, actor, "", null, null, null, typed);
    }

    private ModelAndView page(
            PersonId id,
            Actor actor,
            String sought,
            @Nullable Text refused,
            @Nullable Text done,
            @Nullable ShownLink link,
            @Nullable TypedDay typed) {
        var person = people.person(id).orElseThrow(() -> Problem.noSuchThing("person"));
        return new ModelAndView(
                "outside/administration/person",
                "page",
                new PersonPage(
                        person,
                        sessions.of(person.login(), ""),
                        whoAppointed.of(person),
                        policies.current().areas(),
                        id.equals(actor.person()),
                        entries.of(actor, person, sought),
                        refused,
                        done,
                        link,
                        typed));
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
            case "until" -> Text.of("最后一天已设定。", "The last day is laid down.");
            default ->
                done.startsWith("refused-")
                        ? Typed.choice(Countersigning.Reason.class, done.substring("refused-".length()))
                                .map(Countersigning.Reason::text)
                                .orElse(null)
                        : null;
        };
    }
}
