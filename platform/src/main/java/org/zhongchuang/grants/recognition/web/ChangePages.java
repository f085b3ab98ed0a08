package org.zhongchuang.grants.recognition.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.engine.Text;
import org.zhongchuang.grants.recognition.Change;
import org.zhongchuang.grants.recognition.ChangePapers;
import org.zhongchuang.grants.recognition.Changing;
import org.zhongchuang.grants.recognition.DecideChange;
import org.zhongchuang.grants.recognition.DecideChange.Decision;
import org.zhongchuang.grants.recognition.Opinions;
import org.zhongchuang.grants.recognition.RecognisedSpaces;
import org.zhongchuang.grants.recognition.Standing;
import org.zhongchuang.grants.recognition.TenantsAffected;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Concerns;
import org.zhongchuang.ground.access.Deed;
import org.zhongchuang.ground.access.InMenu;
import org.zhongchuang.ground.access.InMenu.Section;
import org.zhongchuang.ground.access.Only;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.file.FileStore;
import org.zhongchuang.ground.file.StoredFile;
import org.zhongchuang.ground.kernel.Typed;
import org.zhongchuang.ground.shell.Act;
import org.zhongchuang.ground.shell.LookOver;
import org.zhongchuang.ground.shell.Problem;
import org.zhongchuang.law.policy.Policies;

/** Requests for changes of recognitions: read, commented by the county, decided by another person than who asked. */
@Controller
public class ChangePages {

    private final Requests requests;
    private final Opinions opinions;
    private final RecognisedSpaces recognised;
    private final TenantsAffected affected;
    private final FileStore files;
    private final Policies policies;

    ChangePages(
            Requests requests,
            Opinions opinions,
            RecognisedSpaces recognised,
            TenantsAffected affected,
            FileStore files,
            Policies policies) {
        this.requests = requests;
        this.opinions = opinions;
        this.recognised = recognised;
        this.affected = affected;
        this.files = files;
        this.policies = policies;
    }

    /** Requests, how they are decided, and the papers that go with them. */
    @Component
    record Requests(Standing standing, DecideChange deciding, ChangePapers papers) {}

    /** The requests there are, and those of them that wait for the opinion of a county. */
    public record ListPage(PolicyPack pack, String show, List<Change> changes, Set<UUID> awaited) {}

    /**
     * One request with what it would touch.
     *
     * @param present what stands in the register today of what it would change
     * @param opines whether the reader gives the county's opinion
     * @param awaited whether the opinion of the county is waited for
     * @param isLookedOver whether a decision is shown once more before it is confirmed
     */
    public record ChangePage(
            PolicyPack pack,
            Change change,
            Text present,
            List<StoredFile> papers,
            boolean decides,
            boolean opines,
            boolean awaited,
            List<Text> touched,
            Map<String, String> typed,
            Changing.@Nullable Reason refused,
            boolean isLookedOver) {

        /** What was typed, to go along while the decision is looked over. */
        public Map<String, String> sent() {
            return LookOver.sent(typed);
        }

        public String value(String field) {
            return typed.getOrDefault(field, "");
        }

        public @Nullable Text mistake(String field) {
            return refused != null && refused.field().equals(field) ? refused.text() : null;
        }

        /** Why it was refused, where no field is to blame. */
        public Changing.@Nullable Reason general() {
            return refused == null || !refused.field().isEmpty() ? null : refused;
        }
    }

    @GetMapping("/changes")
    @InMenu(value = Section.REGISTERS, zh = "变更与退出", en = "Changes and exits", icon = "refresh", place = 70)
    @Only({Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.CITY_DECIDER, Role.AUDITOR})
    ModelAndView list(@RequestParam(defaultValue = "") String show, Actor actor) {
        var latest = requests.standing().latest(actor).stream()
                .filter(one -> switch (show) {
                    case "decide" ->
                        one.state() == Change.State.OPEN && !one.askedBy().equals(actor.person());
                    case "comment" ->
                        one.state() == Change.State.OPEN && one.opinion().isEmpty();
                    default -> true;
                })
                .toList();
        return new ModelAndView(
                "grants/recognition/changes",
                "page",
                new ListPage(
                        policies.current(),
                        show,
                        latest,
                        latest.stream()
                                .filter(opinions::areAwaitedOn)
                                .map(Change::id)
                                .collect(Collectors.toSet())));
    }

    @GetMapping("/changes/{id}")
    @Concerns(value = Thing.CHANGE, by = "id")
    @Only({Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.CITY_DECIDER, Role.AUDITOR})
    ModelAndView change(@PathVariable String id, Actor actor) {
        return change(id, actor, Map.of(), null, false);
    }

    private ModelAndView change(
            String id,
            Actor actor,
            Map<String, String> typed,
            Changing.@Nullable Reason refused,
            boolean isLookedOver) {
        var change = find(id, actor);
        return new ModelAndView(
                "grants/recognition/change",
                "page",
                new ChangePage(
                        policies.current(),
                        change,
                        requests.standing().present(change),
                        requests.papers().of(change.id()),
                        recognised.decides(actor, change.id()),
                        opinions.givenBy(actor, change.id()),
                        opinions.areAwaitedOn(change),
                        affected.by(change.space()),
                        typed,
                        refused,
                        isLookedOver));
    }

    private Change find(String id, Actor actor) {
        return Typed.id(id)
                .filter(one -> recognised.maySee(actor, one))
                .flatMap(requests.standing()::find)
                .orElseThrow(() -> Problem.noSuchThing("change " + id));
    }

    @PostMapping("/changes/{id}")
    @Concerns(value = Thing.CHANGE, deed = Deed.SETTLE, by = "id")
    @Only(Role.CITY_DECIDER)
    ModelAndView decide(
            @PathVariable String id,
            @Act({"approve", "reject"}) String act,
            @RequestParam Map<String, String> typed,
            Actor actor) {
        var which = find(id, actor).id();
        var decision = new Decision(
                act.equals("approve"),
                typed.getOrDefault("document", ""),
                typed.getOrDefault("reply", ""),
                typed.getOrDefault("without", ""));
        var look = LookOver.of(typed);
        if (look == LookOver.LEFT) {
            return change(id, actor, typed, null, false);
        }
        var decided = look == LookOver.CONFIRMED
                ? requests.deciding().decide(actor, which, decision)
                : requests.deciding().tried(actor, which, decision);
        if (decided instanceof Changing.Refused(var why)) {
            return change(id, actor, typed, why, false);
        }
        return look == LookOver.CONFIRMED
                ? new ModelAndView("redirect:/changes/" + id)
                : change(id, actor, typed, null, true);
    }

    @PostMapping("/changes/{id}/opinion")
    @Concerns(value = Thing.CHANGE, deed = Deed.HANDLE, by = "id")
    @Only(Role.COUNTY_OFFICER)
    ModelAndView opine(@PathVariable String id, @RequestParam Map<String, String> typed, Actor actor) {
        var given = opinions.give(actor, find(id, actor).id(), typed.getOrDefault("opinion", ""));
        return given instanceof Changing.Refused(var why)
                ? change(id, actor, typed, why, false)
                : new ModelAndView("redirect:/changes/" + id);
    }

    /** A paper that goes with a request. */
    @GetMapping("/changes/{id}/files/{file}")
    @Concerns(value = Thing.CHANGE, by = "id", parts = "file")
    @Only({Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.CITY_DECIDER, Role.AUDITOR})
    void paper(@PathVariable String id, @PathVariable UUID file, Actor actor, HttpServletResponse response)
            throws IOException {
        var paper = requests.papers().of(find(id, actor).id()).stream()
                .filter(one -> one.id().equals(file))
                .findFirst()
                .orElseThrow(() -> Problem.noSuchThing("paper " + file));
        response.setContentType(paper.kind().mediaType());
        response.setHeader(
                "Content-Disposition",
                ContentDisposition.attachment()
                        .filename(paper.name(), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.setHeader("X-Content-Type-Options", "nosniff");
        Files.copy(files.contentOf(paper), response.getOutputStream());
    }
}
