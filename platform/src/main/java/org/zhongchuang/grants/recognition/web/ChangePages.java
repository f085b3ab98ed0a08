package org.zhongchuang.grants.recognition.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhongchuang.engine.Text;
import org.zhongchuang.grants.recognition.Change;
import org.zhongchuang.grants.recognition.Changing;
import org.zhongchuang.grants.recognition.RecognisedSpace;
import org.zhongchuang.grants.recognition.RecognisedSpaces;
import org.zhongchuang.grants.recognition.Standing;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Concerns;
import org.zhongchuang.ground.access.Deed;
import org.zhongchuang.ground.access.InMenu;
import org.zhongchuang.ground.access.InMenu.Section;
import org.zhongchuang.ground.access.Only;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.kernel.Typed;
import org.zhongchuang.ground.shell.Act;
import org.zhongchuang.ground.shell.Problem;
import org.zhongchuang.records.evidence.TenantsAffected;
import org.zhongchuang.records.registry.SubjectId;

/** Change and exit: asked for by an operator or the city, decided by another, with what it would touch in sight. */
@Controller
public class ChangePages {

    private final Standing standing;
    private final RecognisedSpaces recognised;
    private final TenantsAffected affected;

    ChangePages(Standing standing, RecognisedSpaces recognised, TenantsAffected affected) {
        this.standing = standing;
        this.recognised = recognised;
        this.affected = affected;
    }

    /** The requests there are. */
    public record ListPage(List<Change> changes) {}

    /** What can be asked of one recognition; {@code space} is empty while it is not recognised. */
    public record AskPage(
            Optional<RecognisedSpace> space,
            List<Change.Kind> kinds,
            List<Change> past,
            List<Text> touched,
            String wanted,
            String reason,
            Changing.@Nullable Reason refused) {}

    /** One request with what it would touch. */
    public record ChangePage(Change change, boolean decides, List<Text> touched, Changing.@Nullable Reason refused) {}

    @GetMapping("/changes")
    @InMenu(value = Section.REGISTERS, zh = "变更与退出", en = "Changes and exits", icon = "refresh", place = 70)
    @Only({Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.CITY_DECIDER, Role.AUDITOR})
    ModelAndView list(Actor actor) {
        return new ModelAndView("grants/recognition/changes", "page", new ListPage(standing.latest(actor)));
    }

    @GetMapping("/spaces/{id}/change")
    @Concerns(
            value = Thing.SPACE,
            deed = {Deed.KEEP, Deed.HANDLE},
            by = "id")
    @Only({Role.OPERATOR, Role.CITY_OFFICER})
    ModelAndView form(@PathVariable String id, Actor actor) {
        return form(id, actor, "", "", null);
    }

    private ModelAndView form(String id, Actor actor, String wanted, String reason, Changing.@Nullable Reason refused) {
        var space = Typed.id(id, SubjectId::new).flatMap(recognised::standingOf);
        var kinds = Stream.of(Change.Kind.values())
                .filter(kind -> space.filter(one -> recognised.mayAsk(actor, kind, one.space()))
                        .isPresent())
                .toList();
        return new ModelAndView(
                "grants/recognition/ask",
                "page",
                new AskPage(
                        space,
                        kinds,
                        space.map(one -> standing.of(one.code())).orElse(List.of()),
                        space.map(one -> affected.by(one.space())).orElse(List.of()),
                        wanted,
                        reason,
                        refused));
    }

    @PostMapping("/spaces/{id}/change")
    @Concerns(
            value = Thing.SPACE,
            deed = {Deed.KEEP, Deed.HANDLE},
            by = "id")
    @Only({Role.OPERATOR, Role.CITY_OFFICER})
    ModelAndView ask(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String wanted,
            @RequestParam(defaultValue = "") String reason,
            Actor actor) {
        var code = Typed.id(id, SubjectId::new)
                .flatMap(recognised::standingOf)
                .map(RecognisedSpace::code)
                .orElse("");
        var asked = Typed.choice(Change.Kind.class, kind)
                .map(one -> standing.ask(actor, code, one, wanted, reason))
                .orElse(new Changing.Refused(Changing.Reason.NOTHING_WANTED));
        return asked instanceof Changing.Refused(var why)
                ? form(id, actor, wanted, reason, why)
                : new ModelAndView("redirect:/spaces/" + id + "/change");
    }

    @GetMapping("/changes/{id}")
    @Concerns(value = Thing.CHANGE, by = "id")
    @Only({Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.CITY_DECIDER, Role.AUDITOR})
    ModelAndView change(@PathVariable String id, Actor actor) {
        return change(id, actor, null);
    }

    private ModelAndView change(String id, Actor actor, Changing.@Nullable Reason refused) {
        var change = Typed.id(id)
                .filter(one -> recognised.maySee(actor, one))
                .flatMap(standing::find)
                .orElseThrow(() -> Problem.noSuchThing("change " + id));
        return new ModelAndView(
                "grants/recognition/change",
                "page",
                new ChangePage(change, recognised.decides(actor, change.id()), affected.by(change.space()), refused));
    }

    @PostMapping("/changes/{id}")
    @Concerns(value = Thing.CHANGE, deed = Deed.SETTLE, by = "id")
    @Only(Role.CITY_DECIDER)
    ModelAndView decide(
            @PathVariable String id,
            @Act({"approve", "reject"}) String act,
            @RequestParam(defaultValue = "") String document,
            @RequestParam(defaultValue = "") String reply,
            Actor actor) {
        var which = Typed.id(id).orElseThrow(() -> Problem.noSuchThing("change " + id));
        var decided = standing.decide(actor, which, act.equals("approve"), document, reply);
        return decided instanceof Changing.Refused(var why)
                ? change(id, actor, why)
                : new ModelAndView("redirect:/changes/" + id);
    }
}
