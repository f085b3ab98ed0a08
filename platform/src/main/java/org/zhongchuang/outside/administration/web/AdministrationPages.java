package org.zhongchuang.outside.administration.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhongchuang.engine.Area;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Fresh;
import org.zhongchuang.ground.access.InMenu;
import org.zhongchuang.ground.access.InMenu.Section;
import org.zhongchuang.ground.access.Offices;
import org.zhongchuang.ground.access.Only;
import org.zhongchuang.ground.access.PersonId;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.kernel.Typed;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.outside.administration.Appointing;
import org.zhongchuang.outside.administration.Appointing.Mistake;
import org.zhongchuang.outside.administration.Appointing.Result;
import org.zhongchuang.outside.administration.Appointment;
import org.zhongchuang.outside.administration.Appointment.Sure;
import org.zhongchuang.outside.administration.People;
import org.zhongchuang.outside.administration.Proposal;
import org.zhongchuang.outside.administration.WhoAppointed;
import org.zhongchuang.outside.administration.WhoAppointed.Decided;
import org.zhongchuang.outside.administration.web.OneTimeLinks.ShownLink;

/** The people of this installation, for its administrators. */
@Controller
public class AdministrationPages {

    private final People people;
    private final Appointing appointing;
    private final Policies policies;
    private final OneTimeLinks links;
    private final Offices offices;
    private final WhoAppointed whoAppointed;

    AdministrationPages(
            People people,
            Appointing appointing,
            Policies policies,
            OneTimeLinks links,
            Offices offices,
            WhoAppointed whoAppointed) {
        this.whoAppointed = whoAppointed;
        this.offices = offices;
        this.links = links;
        this.people = people;
        this.appointing = appointing;
        this.policies = policies;
    }

    /** What the list is narrowed to, as the address says it. */
    public record Filter(String words, String role, String state, boolean toCountersign) {

        static final Filter NONE = new Filter("", "", "", false);
    }

    /** The list of accounts with the form for an appointment; {@code next} asks for the page after this one. */
    public record PeoplePage(
            Filter filter,
            List<People.Person> people,
            String next,
            List<Proposal> proposals,
            List<Area> areas,
            List<String> organisations,
            Map<String, String> typed,
            Came came) {

        public String typed(String field) {
            return typed.getOrDefault(field, "");
        }

        /** What is wrong with a field, the first that was told. */
        public @Nullable Text mistake(String field) {
            return came.mistakes().stream()
                    .filter(one -> one.field().equals(field))
                    .map(Mistake::why)
                    .findFirst()
                    .orElse(null);
        }

        public Area area(String code) {
            return areas.stream()
                    .filter(one -> one.code().equals(code))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /**
     * What came of an act that led to this page.
     *
     * @param asks what may be confirmed so that a refused appointment is made
     * @param joinable who has an account now and may be joined to an entry of the register
     * @param decided the proposal that was decided, if one was
     */
    public record Came(
            List<Mistake> mistakes,
            Set<Sure> asks,
            @Nullable Text done,
            @Nullable ShownLink link,
            @Nullable PersonId joinable,
            @Nullable Decided decided) {

        static final Came NOTHING = new Came(List.of(), Set.of(), null, null, null, null);

        static Came done(@Nullable Text done) {
            return new Came(List.of(), Set.of(), done, null, null, null);
        }

        static Came decided(Decided decided) {
            return new Came(List.of(), Set.of(), null, null, null, decided);
        }

        static Came refused(Result.Refused refused) {
            return new Came(refused.mistakes(), refused.asks(), null, null, null, null);
        }
    }

    @GetMapping("/administration/people")
    @InMenu(
            value = Section.SYSTEM,
            zh = "人员与身份",
            en = "People",
            icon = "users",
            place = 10,
            often = {Role.ADMINISTRATOR},
            under = "/administration")
    @Only(Role.ADMINISTRATOR)
    ModelAndView people(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String show,
            @RequestParam(defaultValue = "") String decided,
            @RequestParam Optional<String> done) {
        return people(
                new Filter(q.strip(), role, state, show.equals("countersign")),
                after,
                Map.of(),
                Typed.id(decided)
                        .flatMap(whoAppointed::decided)
                        .map(Came::decided)
                        .orElseGet(() -> Came.done(done.map(PersonPages::said).orElse(null))));
    }

    @PostMapping("/administration/people")
    @Only(Role.ADMINISTRATOR)
    @Fresh
    ModelAndView appoint(@RequestParam Map<String, String> typed, Actor actor) {
        return switch (appointing.appoint(actor, draft(typed))) {
            case Result.Appointed(var appointed, var link) ->
                people(
                        new Filter(appointed.login(), "", "", false),
                        "",
                        Map.of(),
                        new Came(
                                List.of(),
                                Set.of(),
                                Text.of(
                                        "已任命：" + appointed.name() + " · "
                                                + offices.name(appointed.role()).zh(),
                                        "Appointed: " + appointed.name() + " · "
                                                + offices.name(appointed.role()).en()),
                                link.map(one -> links.shown(appointed.name(), one))
                                        .orElse(null),
                                appointed.role().isOfficial() ? null : appointed.person(),
                                null));
            case Result.Proposed(var login, var proposed) ->
                people(
                        new Filter(login, "", "", false),
                        "",
                        Map.of(),
                        Came.done(Text.of(
                                "已提交，等另一位管理员确认：" + offices.name(proposed).zh(),
                                "Proposed; another administrator has to confirm it: "
                                        + offices.name(proposed).en())));
            case Result.Refused refused -> refused(typed, Came.refused(refused));
        };
    }

    private ModelAndView refused(Map<String, String> typed, Came came) {
        var page = people(Filter.NONE, "", typed, came);
        page.setStatus(HttpStatus.CONFLICT);
        return page;
    }

    private ModelAndView people(Filter filter, String after, Map<String, String> typed, Came came) {
        var found = people.search(
                filter.words(),
                Typed.choice(Role.class, filter.role()),
                Typed.shown(People.State.class, filter.state(), People.State.ANY),
                after);
        var next = found.size() == People.PAGE ? found.getLast().login() : "";
        return new ModelAndView(
                "outside/administration/people",
                "page",
                new PeoplePage(
                        filter,
                        found,
                        next,
                        whoAppointed.open(),
                        policies.current().areas(),
                        people.organisations(),
                        typed,
                        came));
    }

    private static Appointment.Draft draft(Map<String, String> typed) {
        return new Appointment.Draft(
                typed.getOrDefault("login", "").strip().toLowerCase(Locale.ROOT),
                typed.getOrDefault("name", "").strip(),
                typed.getOrDefault("organisation", "").strip(),
                typed.getOrDefault("code", "").strip(),
                Typed.choice(Role.class, typed.getOrDefault("role", "")),
                typed.getOrDefault("area", ""),
                typed.getOrDefault("until", ""),
                Stream.of(Sure.values())
                        .filter(one -> typed.getOrDefault(one.name(), "").equals("yes"))
                        .collect(Collectors.toSet()));
    }
}
