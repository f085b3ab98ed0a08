package org.zhongchuang.administration.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhongchuang.access.Accounts;
import org.zhongchuang.access.Actor;
import org.zhongchuang.access.Anyone;
import org.zhongchuang.access.Only;
import org.zhongchuang.access.Role;
import org.zhongchuang.administration.Appointing;
import org.zhongchuang.administration.Appointing.Appointment;
import org.zhongchuang.administration.Appointing.Result;
import org.zhongchuang.administration.FirstAdministrator;
import org.zhongchuang.engine.Area;
import org.zhongchuang.policy.Policies;
import org.zhongchuang.shell.Problem;

/** The people of this installation, for its administrators; and the page behind the one-time link. */
@Controller
public class AdministrationPages {

    private final Accounts accounts;
    private final Appointing appointing;
    private final FirstAdministrator first;
    private final Policies policies;

    AdministrationPages(Accounts accounts, Appointing appointing, FirstAdministrator first, Policies policies) {
        this.accounts = accounts;
        this.appointing = appointing;
        this.first = first;
        this.policies = policies;
    }

    /** The list of appointments with the form for a new one; {@code next} asks for the page after this one. */
    public record PeoplePage(
            String words,
            List<Actor> people,
            String next,
            List<Area> areas,
            Map<String, String> typed,
            Appointing.@Nullable Reason refused,
            @Nullable Actor appointed) {

        public String typed(String field) {
            return typed.getOrDefault(field, "");
        }

        public Area area(String code) {
            return areas.stream()
                    .filter(one -> one.code().equals(code))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** The form of the first administrator. */
    public record FirstPage(String token, Map<String, String> typed, Appointing.@Nullable Reason refused) {

        public String typed(String field) {
            return typed.getOrDefault(field, "");
        }
    }

    @GetMapping("/administration/people")
    @Only(Role.ADMINISTRATOR)
    ModelAndView people(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String after) {
        return people(q, after, Map.of(), null, null);
    }

    @PostMapping("/administration/people")
    @Only(Role.ADMINISTRATOR)
    ModelAndView appoint(@RequestParam Map<String, String> typed, Actor actor) {
        return switch (appointing.appoint(actor, appointment(typed, role(typed)))) {
            case Result.Appointed(var appointed) -> people(appointed.login(), "", Map.of(), null, appointed);
            case Result.Refused(var reason) -> {
                var page = people("", "", typed, reason, null);
                page.setStatus(HttpStatus.CONFLICT);
                yield page;
            }
        };
    }

    @PostMapping("/administration/appointments/{id}/end")
    @Only(Role.ADMINISTRATOR)
    ModelAndView end(@PathVariable UUID id, @RequestParam(defaultValue = "") String q, Actor actor) {
        if (!id.equals(actor.appointment())) {
            appointing.end(actor, id);
        }
        return new ModelAndView("redirect:/administration/people", Map.of("q", q));
    }

    @GetMapping("/first-administrator/{token}")
    @Anyone
    ModelAndView first(@PathVariable String token) {
        if (!first.admits(token)) {
            throw Problem.noSuchThing("first administrator");
        }
        return new ModelAndView("administration/first", "page", new FirstPage(token, Map.of(), null));
    }

    @PostMapping("/first-administrator/{token}")
    @Anyone
    ModelAndView appointFirst(@PathVariable String token, @RequestParam Map<String, String> typed) {
        if (!first.admits(token)) {
            throw Problem.noSuchThing("first administrator");
        }
        return switch (appointing.appointFirst(appointment(typed, Role.ADMINISTRATOR))) {
            case Result.Appointed _ -> new ModelAndView("redirect:/sign-in");
            case Result.Refused(var reason) ->
                new ModelAndView("administration/first", "page", new FirstPage(token, typed, reason));
        };
    }

    private ModelAndView people(
            String words,
            String after,
            Map<String, String> typed,
            Appointing.@Nullable Reason refused,
            @Nullable Actor appointed) {
        var people = accounts.search(words.strip(), after);
        var next = people.size() == Accounts.PAGE ? people.getLast().login() : "";
        return new ModelAndView(
                "administration/people",
                "page",
                new PeoplePage(words, people, next, policies.current().areas(), typed, refused, appointed));
    }

    private Appointment appointment(Map<String, String> typed, Role role) {
        return new Appointment(
                typed.getOrDefault("login", "").strip().toLowerCase(Locale.ROOT),
                typed.getOrDefault("name", "").strip(),
                typed.getOrDefault("password", ""),
                typed.getOrDefault("organisation", "").strip(),
                role,
                Optional.ofNullable(typed.get("area"))
                        .orElse(policies.current().areas().getFirst().code()));
    }

    private static Role role(Map<String, String> typed) {
        return Stream.of(Role.values())
                .filter(role -> role.name().equals(typed.get("role")))
                .findFirst()
                .orElse(Role.DEPARTMENT_REPORTER);
    }
}
