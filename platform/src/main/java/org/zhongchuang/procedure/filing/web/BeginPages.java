package org.zhongchuang.procedure.filing.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhongchuang.engine.Area;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.engine.Programme;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Concerns;
import org.zhongchuang.ground.access.Deed;
import org.zhongchuang.ground.access.InMenu;
import org.zhongchuang.ground.access.InMenu.Section;
import org.zhongchuang.ground.access.Only;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.kernel.FormId;
import org.zhongchuang.ground.kernel.Typed;
import org.zhongchuang.ground.shell.Problem;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.procedure.casework.CaseFile;
import org.zhongchuang.procedure.casework.Handling;
import org.zhongchuang.procedure.filing.BeginCase;
import org.zhongchuang.procedure.filing.Combination;
import org.zhongchuang.procedure.filing.Opening;
import org.zhongchuang.procedure.filing.Openings;
import org.zhongchuang.records.registry.Space;
import org.zhongchuang.records.registry.Spaces;
import org.zhongchuang.records.registry.SubjectId;

/** Beginning an application: which programme, for whom, on what ground. */
@Controller
public class BeginPages {

    private static final Text NAME_OF_ANOTHER = Text.of(
            "本市已有一家众创空间叫这个名称。是您的，请从已有的里面选；不是，请换一个名称。",
            "A makerspace of the city has that name. If it is yours, choose it from those you have; if not, give another name.");

    private final BeginCase begin;
    private final Openings openings;
    private final Combination combination;
    private final Spaces spaces;
    private final Policies policies;
    private final Clock clock;

    BeginPages(
            BeginCase begin,
            Openings openings,
            Combination combination,
            Spaces spaces,
            Policies policies,
            Clock clock) {
        this.openings = openings;
        this.combination = combination;
        this.begin = begin;
        this.spaces = spaces;
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * A second application beside one that is still a draft: whoever meant to go on with that one is asked first.
     *
     * @param matter the ground it would be on
     */
    public record Another(CaseFile draft, String matter) {}

    /**
     * Every programme that concerns the reader, and how those for whom they apply stand with it.
     *
     * @param openings by applicant, each in the order of the programmes
     */
    public record ApplyPage(
            PolicyPack pack,
            List<Programme> programmes,
            List<Opening> openings,
            List<Combination.Part> together,
            Optional<Another> another,
            Handling.@Nullable Refused refused) {

        /** How each applicant stands with a programme. */
        public List<Opening> of(Programme programme) {
            return openings.stream()
                    .filter(one -> one.programme().id().equals(programme.id()))
                    .toList();
        }

        /** Those that are applied for here, or those that are not. */
        public List<Programme> programmes(boolean here) {
            return programmes.stream()
                    .filter(one -> one.procedure().isPresent() == here)
                    .toList();
        }
    }

    /** Choosing or entering the space an application is for. */
    public record NewPage(
            PolicyPack pack,
            Programme programme,
            List<Space> spaces,
            List<Area> areas,
            SpaceForm form,
            Handling.@Nullable Refused refused) {}

    @GetMapping("/apply")
    @InMenu(
            value = Section.BENEFITS,
            zh = "申请资金支持",
            en = "Apply for support",
            icon = "send",
            place = 20,
            often = {Role.OPERATOR, Role.FIRM, Role.FOUNDER})
    @Only({Role.OPERATOR, Role.FIRM, Role.FOUNDER})
    ModelAndView apply(Actor actor) {
        return apply(actor, Optional.empty(), null);
    }

    private ModelAndView apply(Actor actor, Optional<Another> another, Handling.@Nullable Refused refused) {
        var standing = openings.of(actor);
        return new ModelAndView(
                "procedure/filing/apply",
                "page",
                new ApplyPage(
                        policies.current(),
                        openings.programmes(actor),
                        standing,
                        combination.of(actor, standing),
                        another,
                        refused));
    }

    @PostMapping("/apply")
    @Concerns(value = Thing.SUBJECT, deed = Deed.KEEP, by = "subject", parts = "matter")
    @Only({Role.OPERATOR, Role.FIRM, Role.FOUNDER})
    ModelAndView apply(
            @RequestParam(defaultValue = "") String programme,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String matter,
            @RequestParam(defaultValue = "") String another,
            Actor actor) {
        var who = Typed.id(subject, SubjectId::new).orElseThrow(() -> Problem.noSuchThing("applicant " + subject));
        var begun = begin.begun(actor, programme, who, matter);
        if (begun.isPresent()) {
            return new ModelAndView("redirect:/applications/" + begun.get().id());
        }
        var draft = begin.draft(actor, programme, who);
        if (draft.isPresent() && !another.equals("yes")) {
            return apply(actor, Optional.of(new Another(draft.get(), matter)), null);
        }
        return switch (begin.begin(actor, programme, who, matter)) {
            case Handling.Done(var file) -> new ModelAndView("redirect:/applications/" + file.id());
            case Handling.Refused refused -> apply(actor, Optional.empty(), refused);
        };
    }

    @GetMapping("/applications/new")
    @InMenu(
            value = Section.BENEFITS,
            zh = "申报众创空间",
            en = "Apply for recognition",
            icon = "certificate",
            place = 30,
            under = "/applications")
    @Only(Role.OPERATOR)
    ModelAndView choose(Actor actor) {
        return choose(actor, new SpaceForm(Map.of("area", actor.area()), Map.of()), null);
    }

    @PostMapping("/applications/new")
    @Concerns(value = Thing.SPACE, deed = Deed.KEEP, by = "space")
    @Only(Role.OPERATOR)
    ModelAndView begin(@RequestParam Map<String, String> typed, Actor actor) {
        if (typed.containsKey("space")) {
            return begin(
                    actor,
                    typed,
                    Typed.id(typed.getOrDefault("space", ""), SubjectId::new)
                            .flatMap(spaces::find)
                            .orElseThrow(() -> Problem.noSuchThing("space")));
        }
        var mistakes = new LinkedHashMap<String, Text>();
        var profile = SpaceForm.read(typed, policies.current(), LocalDate.now(clock), mistakes);
        var form = FormId.read(typed.getOrDefault("request", ""));
        return profile.filter(_ -> mistakes.isEmpty())
                .map(one -> spaces.register(actor, one, form)
                        .map(space -> begin(actor, typed, space))
                        .orElseGet(() -> choose(actor, new SpaceForm(typed, Map.of("name", NAME_OF_ANOTHER)), null)))
                .orElseGet(() -> choose(actor, new SpaceForm(typed, mistakes), null));
    }

    private ModelAndView begin(Actor actor, Map<String, String> typed, Space space) {
        return switch (begin.begin(actor, recognition().id(), space)) {
            case Handling.Done(var file) -> new ModelAndView("redirect:/applications/" + file.id());
            case Handling.Refused refused ->
                // The same form sent twice is one application.
                begin.begun(actor, recognition().id(), space.id(), "")
                        .filter(_ -> !typed.containsKey("space"))
                        .map(file -> new ModelAndView("redirect:/applications/" + file.id()))
                        .orElseGet(() -> choose(actor, new SpaceForm(Map.of(), Map.of()), refused));
        };
    }

    private ModelAndView choose(Actor actor, SpaceForm form, Handling.@Nullable Refused refused) {
        var areas = policies.current().areas().stream()
                .filter(area -> area.parent() != null)
                .toList();
        return new ModelAndView(
                "procedure/filing/new",
                "page",
                new NewPage(
                        policies.current(),
                        recognition(),
                        spaces.ofOperator(actor.organisation()),
                        areas,
                        form,
                        refused));
    }

    /** What operators ask for with a makerspace: its recognition, where a document of the city gives it. */
    private Programme recognition() {
        return policies.current()
                .use(Programme.Use.RECOGNITION)
                .orElseThrow(() -> Problem.noSuchThing("a programme of recognition"));
    }
}
