package org.zhongchuang.grants.growth.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.engine.Text;
import org.zhongchuang.grants.growth.Gaps;
import org.zhongchuang.grants.growth.Plans;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Concerns;
import org.zhongchuang.ground.access.Deed;
import org.zhongchuang.ground.access.Only;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.kernel.FormId;
import org.zhongchuang.ground.kernel.Typed;
import org.zhongchuang.ground.shell.Act;
import org.zhongchuang.ground.shell.Problem;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.records.directory.Directory;
import org.zhongchuang.records.evidence.WhoseRecords;
import org.zhongchuang.records.registry.Space;

/** What a space lacks for each level, and its plan. */
@Controller
public class GrowthPages {

    private final Gaps gaps;
    private final Plans plans;
    private final WhoseRecords whose;
    private final Directory directory;
    private final Policies policies;

    GrowthPages(Gaps gaps, Plans plans, WhoseRecords whose, Directory directory, Policies policies) {
        this.gaps = gaps;
        this.plans = plans;
        this.whose = whose;
        this.directory = directory;
        this.policies = policies;
    }

    /** The levels with their gaps, the plan, and what the space has become. */
    public record GrowthPage(
            Space space,
            List<Gaps.Level> levels,
            List<Plans.Step> steps,
            List<Directory.Related> lineage,
            PolicyPack pack,
            boolean keeps,
            @Nullable Text refused) {}

    @GetMapping("/spaces/{id}/growth")
    @Concerns(value = Thing.SPACE, by = "id")
    @Only({Role.OPERATOR, Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.CITY_DECIDER, Role.AUDITOR})
    ModelAndView growth(@PathVariable String id, Actor actor) {
        return growth(id, actor, null);
    }

    private ModelAndView growth(String id, Actor actor, @Nullable Text refused) {
        var space = space(id, actor);
        return new ModelAndView(
                "grants/growth/growth",
                "page",
                new GrowthPage(
                        space,
                        gaps.of(space.id()),
                        plans.of(space.id()),
                        directory.related(space.id(), true),
                        policies.current(),
                        whose.keeps(actor, space.id()),
                        refused));
    }

    @PostMapping("/spaces/{id}/growth")
    @Concerns(
            value = Thing.SPACE,
            deed = Deed.KEEP,
            by = "id",
            parts = {"step", "programme", "criterion"})
    @Only(Role.OPERATOR)
    ModelAndView plan(
            @PathVariable String id,
            @Act({"add", "done", "drop"}) String act,
            @RequestParam(defaultValue = "") String step,
            @RequestParam(defaultValue = "") String programme,
            @RequestParam(defaultValue = "") String criterion,
            @RequestParam(defaultValue = "") String what,
            @RequestParam(defaultValue = "") String due,
            @RequestParam(defaultValue = "") String request,
            Actor actor) {
        var space = space(id, actor);
        if (act.equals("done") || act.equals("drop")) {
            plans.end(actor, space.id(), Typed.id(step).orElse(new UUID(0, 0)), act.equals("done"));
            return new ModelAndView("redirect:/spaces/" + space.id() + "/growth#plan");
        }
        return plans.add(actor, space.id(), programme, criterion, what, Typed.day(due), FormId.read(request))
                .map(refused -> growth(id, actor, refused))
                .orElseGet(() -> new ModelAndView("redirect:/spaces/" + space.id() + "/growth#plan"));
    }

    private Space space(String id, Actor actor) {
        return whose.space(actor, id).orElseThrow(() -> Problem.noSuchThing("growth of " + id));
    }
}
