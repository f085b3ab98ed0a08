package org.zhongchuang.records.keeping.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhongchuang.engine.Area;
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
import org.zhongchuang.records.registry.Duplicates;
import org.zhongchuang.records.registry.Duplicates.Merge;
import org.zhongchuang.records.registry.Duplicates.Pair;
import org.zhongchuang.records.registry.EnterSubject;
import org.zhongchuang.records.registry.Identifier;
import org.zhongchuang.records.registry.Registering;
import org.zhongchuang.records.registry.Registering.Reason;
import org.zhongchuang.records.registry.Subject;
import org.zhongchuang.records.registry.SubjectId;
import org.zhongchuang.records.registry.SubjectKind;
import org.zhongchuang.records.registry.Subjects;

/** Where officers enter subjects, and merge what is one. */
@Controller
public class RegisterDesk {

    private final Subjects subjects;
    private final Duplicates duplicates;
    private final Policies policies;
    private final EnterSubject entering;

    RegisterDesk(Subjects subjects, Duplicates duplicates, Policies policies, EnterSubject entering) {
        this.subjects = subjects;
        this.duplicates = duplicates;
        this.policies = policies;
        this.entering = entering;
    }

    /** A new entry as typed. */
    public record TypedSubject(
            @Nullable String kind,
            @Nullable String name,
            @Nullable String area,
            @Nullable String identifier,
            @Nullable String founded,
            @Nullable String another,
            @Nullable String compared,
            @Nullable String request) {

        public String text(@Nullable String field) {
            return field == null ? "" : field;
        }
    }

    /**
     * The form of a new entry.
     *
     * @param namesake an entry of that name, where it may be the same
     */
    public record NewPage(
            TypedSubject typed, List<Area> areas, @Nullable Reason refused, Optional<SubjectId> namesake) {}

    /**
     * Suspected duplicates, and the merges that were made.
     *
     * @param undoable the merges that the reader may take back
     */
    public record DuplicatesPage(
            List<Pair> pairs,
            List<Merge> merges,
            Set<UUID> undoable,
            @Nullable Reason refused) {}

    @GetMapping("/register/new")
    @InMenu(
            value = Section.REGISTERS,
            zh = "登记对象",
            en = "Enter a subject",
            icon = "building-plus",
            place = 50,
            often = {Role.COUNTY_OFFICER, Role.CITY_OFFICER},
            under = "/register")
    @Only({Role.COUNTY_OFFICER, Role.CITY_OFFICER})
    ModelAndView form(@ModelAttribute TypedSubject typed) {
        return form(typed, null);
    }

    private ModelAndView form(TypedSubject typed, @Nullable Reason refused) {
        var namesake = refused == Reason.SAME_NAME
                ? Typed.choice(SubjectKind.class, typed.text(typed.kind()))
                        .flatMap(kind -> entering.namesake(kind, typed.text(typed.name()), typed.text(typed.area())))
                : Optional.<SubjectId>empty();
        return new ModelAndView(
                "records/keeping/new",
                "page",
                new NewPage(typed, policies.current().areas(), refused, namesake));
    }

    @PostMapping("/register/new")
    @Only({Role.COUNTY_OFFICER, Role.CITY_OFFICER})
    ModelAndView enter(@ModelAttribute TypedSubject typed, Actor actor) {
        var kind = Typed.choice(SubjectKind.class, typed.text(typed.kind()));
        if (kind.isEmpty()) {
            return form(typed, Reason.NO_SUCH_KIND);
        }
        if (!Typed.isDayOrNone(typed.text(typed.founded()))) {
            return form(typed, Reason.NO_FOUNDING_DAY);
        }
        var code = Identifier.read(typed.text(typed.identifier()));
        if (kind.get() != SubjectKind.PERSON
                && code.mayStand()
                && !code.valid()
                && !typed.text(typed.compared()).equals("yes")) {
            return form(typed, Reason.CODE_TO_CONFIRM);
        }
        var entered = entering.enter(
                actor,
                new EnterSubject.Entry(
                        kind.get(),
                        typed.text(typed.name()),
                        typed.text(typed.area()),
                        typed.text(typed.identifier()),
                        Typed.day(typed.text(typed.founded())).orElse(null)),
                FormId.read(typed.text(typed.request())),
                typed.text(typed.another()).equals("yes"));
        return switch (entered) {
            case Registering.Done(var id) -> new ModelAndView("redirect:/directory/" + id);
            case Registering.Refused(var reason) -> form(typed, reason);
        };
    }

    @GetMapping("/register/duplicates")
    @InMenu(value = Section.REGISTERS, zh = "重复与合并", en = "Duplicates", icon = "copy", place = 60)
    @Only({Role.COUNTY_OFFICER, Role.CITY_OFFICER})
    ModelAndView duplicates(Actor actor) {
        return duplicates(actor, null);
    }

    private ModelAndView duplicates(Actor actor, @Nullable Reason refused) {
        var merges = duplicates.merges(actor);
        return new ModelAndView(
                "records/keeping/duplicates",
                "page",
                new DuplicatesPage(
                        duplicates.suspected(actor),
                        merges,
                        merges.stream()
                                .filter(one -> !one.undone() && duplicates.mayUndo(actor, one))
                                .map(Merge::id)
                                .collect(Collectors.toSet()),
                        refused));
    }

    @PostMapping("/register/duplicates/merge")
    @Concerns(
            value = Thing.PAIR,
            deed = Deed.HANDLE,
            by = {"kept", "gone"})
    @Only({Role.COUNTY_OFFICER, Role.CITY_OFFICER})
    ModelAndView merge(
            @RequestParam(defaultValue = "") String kept,
            @RequestParam(defaultValue = "") String gone,
            @RequestParam(defaultValue = "") String reason,
            Actor actor) {
        return after(actor, duplicates.merge(actor, idOf(kept), idOf(gone), reason));
    }

    @PostMapping("/register/duplicates/apart")
    @Concerns(
            value = Thing.PAIR,
            deed = Deed.HANDLE,
            by = {"kept", "gone"})
    @Only({Role.COUNTY_OFFICER, Role.CITY_OFFICER})
    ModelAndView tellApart(
            @RequestParam(defaultValue = "") String kept, @RequestParam(defaultValue = "") String gone, Actor actor) {
        return after(
                actor,
                duplicates.tellApart(actor, subject(kept).id(), subject(gone).id()));
    }

    @PostMapping("/register/duplicates/undo")
    @Concerns(value = Thing.MERGE, deed = Deed.HANDLE, by = "merge")
    @Only({Role.COUNTY_OFFICER, Role.CITY_OFFICER})
    ModelAndView undo(@RequestParam(defaultValue = "") String merge, Actor actor) {
        return after(actor, duplicates.undo(actor, idOf(merge).value()));
    }

    private ModelAndView after(Actor actor, Registering registering) {
        return switch (registering) {
            case Registering.Done done -> new ModelAndView("redirect:/register/duplicates");
            case Registering.Refused(var reason) -> duplicates(actor, reason);
        };
    }

    private static SubjectId idOf(String text) {
        return Typed.id(text, SubjectId::new).orElse(new SubjectId(new UUID(0, 0)));
    }

    private Subject subject(String id) {
        return Typed.id(id, SubjectId::new)
                .flatMap(subjects::find)
                .orElseThrow(() -> Problem.noSuchThing("subject " + id));
    }
}
