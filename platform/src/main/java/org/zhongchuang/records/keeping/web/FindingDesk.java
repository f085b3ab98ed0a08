package org.zhongchuang.records.keeping.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Concerns;
import org.zhongchuang.ground.access.Deed;
import org.zhongchuang.ground.access.Only;
import org.zhongchuang.ground.access.Reach;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.kernel.FormId;
import org.zhongchuang.ground.kernel.Typed;
import org.zhongchuang.ground.shell.Problem;
import org.zhongchuang.records.registry.Attribute;
import org.zhongchuang.records.registry.FindEntries;
import org.zhongchuang.records.registry.Register;
import org.zhongchuang.records.registry.Registering;
import org.zhongchuang.records.registry.Registering.Reason;
import org.zhongchuang.records.registry.Relations;
import org.zhongchuang.records.registry.Subject;
import org.zhongchuang.records.registry.SubjectId;
import org.zhongchuang.records.registry.SubjectKind;
import org.zhongchuang.records.registry.Subjects;

/** Where officers record what they found out about a subject, and relate it to others. */
@Controller
public class FindingDesk {

    private final Register register;
    private final Subjects subjects;
    private final Relations relations;
    private final FindEntries entries;
    private final Reach reach;

    FindingDesk(Register register, Subjects subjects, Relations relations, FindEntries entries, Reach reach) {
        this.entries = entries;
        this.reach = reach;
        this.register = register;
        this.subjects = subjects;
        this.relations = relations;
    }

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

    /**
     * The forms of a finding about a subject and of a relation to another.
     *
     * @param sought the name or code by which the other was looked for
     * @param found the entries that fit it
     */
    public record FindingPage(
            Subject subject,
            List<Attribute> attributes,
            TypedFinding typed,
            String sought,
            List<Subject> found,
            @Nullable Reason refused) {

        /** What is to be recorded, once that is chosen. */
        public Optional<Attribute> attribute() {
            return attributes.stream()
                    .filter(one -> one.id().equals(typed.text(typed.attribute())))
                    .findFirst();
        }
    }

    @GetMapping("/register/{id}/record")
    @Concerns(value = Thing.SUBJECT, deed = Deed.HANDLE, by = "id")
    @Only({Role.COUNTY_OFFICER, Role.CITY_OFFICER})
    ModelAndView finding(
            @PathVariable String id,
            @ModelAttribute TypedFinding typed,
            @RequestParam(defaultValue = "") String sought,
            Actor actor) {
        return finding(actor, subject(id), typed, sought, null);
    }

    private ModelAndView finding(
            Actor actor, Subject subject, TypedFinding typed, String sought, @Nullable Reason refused) {
        var found = entries.named(sought, reach.bounds(actor, Thing.SUBJECT), List.of(SubjectKind.values())).stream()
                .filter(one -> !one.id().equals(subject.id()) && relations.handles(actor, one.id()))
                .toList();
        return new ModelAndView(
                "records/keeping/finding",
                "page",
                new FindingPage(subject, subjects.recorded(subject.kind()), typed, sought.strip(), found, refused));
    }

    @PostMapping("/register/{id}/record")
    @Concerns(value = Thing.SUBJECT, deed = Deed.HANDLE, by = "id")
    @Only({Role.COUNTY_OFFICER, Role.CITY_OFFICER})
    ModelAndView record(
            @PathVariable String id,
            @ModelAttribute TypedFinding typed,
            @RequestParam(defaultValue = "") String request,
            Actor actor) {
        var subject = subject(id);
        if (!Typed.isDayOrNone(typed.text(typed.until()))) {
            return finding(actor, subject, typed, "", Reason.NOT_A_PERIOD);
        }
        var recorded = register.record(
                actor,
                subject.id(),
                new Register.FindingOf(
                        typed.text(typed.attribute()),
                        typed.text(typed.value()),
                        Typed.day(typed.text(typed.from())).orElse(null),
                        Typed.day(typed.text(typed.until())).orElse(null),
                        typed.text(typed.evidence())),
                FormId.read(request));
        return switch (recorded) {
            case Registering.Done(var done) -> new ModelAndView("redirect:/directory/" + done);
            case Registering.Refused(var reason) -> finding(actor, subject, typed, "", reason);
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
            @RequestParam(defaultValue = "") String sought,
            @RequestParam(defaultValue = "") String since,
            @RequestParam(defaultValue = "") String basis,
            @RequestParam(defaultValue = "") String request,
            Actor actor) {
        var subject = subject(id);
        var kind = Typed.choice(Relations.Kind.class, relation);
        var refused = Optional.of(Reason.NO_SUCH_SUBJECT);
        var target = Typed.id(other).map(SubjectId::new);
        if (kind.isPresent() && target.isPresent()) {
            var related = relations.relate(
                    actor,
                    kind.get(),
                    subject.id(),
                    target.get(),
                    Typed.day(since).orElse(null),
                    null,
                    basis,
                    FormId.read(request));
            refused = related instanceof Registering.Refused(var reason) ? Optional.of(reason) : Optional.empty();
        }
        return refused.map(reason ->
                        finding(actor, subject, new TypedFinding(null, null, since, null, basis), sought, reason))
                .orElseGet(() -> new ModelAndView("redirect:/directory/" + subject.id()));
    }

    private Subject subject(String id) {
        return Typed.id(id, SubjectId::new)
                .flatMap(subjects::find)
                .orElseThrow(() -> Problem.noSuchThing("subject " + id));
    }
}
