package org.zhongchuang.records.registry.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
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
import org.zhongchuang.ground.kernel.Typed;
import org.zhongchuang.ground.shell.Problem;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.records.registry.Attribute;
import org.zhongchuang.records.registry.Duplicates;
import org.zhongchuang.records.registry.Duplicates.Merge;
import org.zhongchuang.records.registry.Duplicates.Pair;
import org.zhongchuang.records.registry.EnterSubject;
import org.zhongchuang.records.registry.Register;
import org.zhongchuang.records.registry.Registering;
import org.zhongchuang.records.registry.Registering.Reason;
import org.zhongchuang.records.registry.Relations;
import org.zhongchuang.records.registry.Subject;
import org.zhongchuang.records.registry.SubjectId;
import org.zhongchuang.records.registry.SubjectKind;
import org.zhongchuang.records.registry.Subjects;
import org.zhongchuang.records.registry.Vocabulary;

/** Where officers enter subjects, record what they found out, relate and merge. */
@Controller
public class RegisterDesk {

    private final Register register;
    private final Subjects subjects;
    private final Relations relations;
    private final Duplicates duplicates;
    private final Policies policies;
    private final EnterSubject entering;

    RegisterDesk(
            Register register,
            Subjects subjects,
            Relations relations,
            Duplicates duplicates,
            Policies policies,
            EnterSubject entering) {
        this.register = register;
        this.subjects = subjects;
        this.relations = relations;
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
            @Nullable String founded) {

        public String text(@Nullable String field) {
            return field == null ? "" : field;
        }
    }

    /** The form of a new entry. */
    public record NewPage(
            TypedSubject typed, List<Area> areas, @Nullable Reason refused) {}

    /** A finding as typed. */
    public record TypedFinding(
            @Nullable String attribute,
            @Nullable String value,
            @Nullable String from,
            @Nullable String until,
            @Nullable String evidence) {

        public String text(@Nullable String field) {
            return field == null ? "" : field;
        }
    }

    /** The form of a finding about a subject. */
    public record FindingPage(
            Subject subject,
            List<Attribute> attributes,
            TypedFinding typed,
            @Nullable Reason refused) {}

    /** Suspected duplicates, and the merges that were made. */
    public record DuplicatesPage(
            List<Pair> pairs, List<Merge> merges, @Nullable Reason refused) {}

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
        return new ModelAndView(
                "records/registry/new",
                "page",
                new NewPage(typed, policies.current().areas(), refused));
    }

    @PostMapping("/register/new")
    @Only({Role.COUNTY_OFFICER, Role.CITY_OFFICER})
    ModelAndView enter(@ModelAttribute TypedSubject typed, Actor actor) {
        var entered = entering.enter(
                actor,
                new EnterSubject.Entry(
                        SubjectKind.named(typed.text(typed.kind())),
                        typed.text(typed.name()),
                        typed.text(typed.area()),
                        typed.text(typed.identifier()),
                        Typed.day(typed.text(typed.founded())).orElse(null)));
        return switch (entered) {
            case Registering.Done(var id) -> new ModelAndView("redirect:/directory/" + id);
            case Registering.Refused(var reason) -> form(typed, reason);
        };
    }

    @GetMapping("/register/{id}/record")
    @Concerns(value = Thing.SUBJECT, deed = Deed.HANDLE, by = "id")
    @Only({Role.COUNTY_OFFICER, Role.CITY_OFFICER})
    ModelAndView finding(@PathVariable String id, @ModelAttribute TypedFinding typed) {
        return finding(subject(id), typed, null);
    }

    private static ModelAndView finding(Subject subject, TypedFinding typed, @Nullable Reason refused) {
        return new ModelAndView(
                "records/registry/finding",
                "page",
                new FindingPage(subject, Vocabulary.of(subject.kind()), typed, refused));
    }

    @PostMapping("/register/{id}/record")
    @Concerns(value = Thing.SUBJECT, deed = Deed.HANDLE, by = "id")
    @Only({Role.COUNTY_OFFICER, Role.CITY_OFFICER})
    ModelAndView record(@PathVariable String id, @ModelAttribute TypedFinding typed, Actor actor) {
        var subject = subject(id);
        var recorded = register.record(
                actor,
                subject.id(),
                new Register.FindingOf(
                        typed.text(typed.attribute()),
                        typed.text(typed.value()),
                        Typed.day(typed.text(typed.from())).orElse(null),
                        Typed.day(typed.text(typed.until())).orElse(null),
                        typed.text(typed.evidence())));
        return switch (recorded) {
            case Registering.Done(var done) -> new ModelAndView("redirect:/directory/" + done);
            case Registering.Refused(var reason) -> finding(subject, typed, reason);
        };
    }

    @PostMapping("/register/{id}/relate")
    @Concerns(
            value = Thing.PAIR,
            deed = Deed.HANDLE,
            by = {"id", "other"})
    @Only({Role.COUNTY_OFFICER, Role.CITY_OFFICER})
    ModelAndView relate(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String relation,
            @RequestParam(defaultValue = "") String other,
            @RequestParam(defaultValue = "") String since,
            @RequestParam(defaultValue = "") String basis,
            Actor actor) {
        var subject = subject(id);
        var kind = Typed.choice(Relations.Kind.class, relation);
        var refused = Optional.of(Reason.NO_SUCH_SUBJECT);
        var target = Typed.id(other.replaceAll(".*/", "").strip()).map(SubjectId::new);
        if (kind.isPresent() && target.isPresent()) {
            var related = relations.relate(
                    actor,
                    kind.get(),
                    subject.id(),
                    target.get(),
                    Typed.day(since).orElse(null),
                    null,
                    basis);
            refused = related instanceof Registering.Refused(var reason) ? Optional.of(reason) : Optional.empty();
        }
        return refused.map(reason -> finding(subject, new TypedFinding(null, null, since, null, basis), reason))
                .orElseGet(() -> new ModelAndView("redirect:/directory/" + subject.id()));
    }

    @GetMapping("/register/duplicates")
    @InMenu(value = Section.REGISTERS, zh = "重复与合并", en = "Duplicates", icon = "copy", place = 60)
    @Only({Role.COUNTY_OFFICER, Role.CITY_OFFICER})
    ModelAndView duplicates(Actor actor) {
        return duplicates(actor, null);
    }

    private ModelAndView duplicates(Actor actor, @Nullable Reason refused) {
        return new ModelAndView(
                "records/registry/duplicates",
                "page",
                new DuplicatesPage(duplicates.suspected(actor), duplicates.merges(actor), refused));
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
