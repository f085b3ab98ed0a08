package org.zhongchuang.procedure.desk.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhongchuang.engine.Item;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.InMenu;
import org.zhongchuang.ground.access.InMenu.Section;
import org.zhongchuang.ground.access.Only;
import org.zhongchuang.ground.audit.LastVisit;
import org.zhongchuang.ground.desk.DeskCard;
import org.zhongchuang.ground.desk.DeskFigure;
import org.zhongchuang.ground.desk.News;
import org.zhongchuang.ground.desk.WholeDesk;
import org.zhongchuang.ground.kernel.Typed;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.procedure.casework.CaseFile;
import org.zhongchuang.procedure.casework.CaseId;
import org.zhongchuang.procedure.casework.Step;
import org.zhongchuang.procedure.decision.Decisions;
import org.zhongchuang.procedure.inbox.Cases;
import org.zhongchuang.procedure.worklist.Listed;
import org.zhongchuang.procedure.worklist.Query;
import org.zhongchuang.procedure.worklist.Worklist;
import org.zhongchuang.procedure.worklist.Worklist.Columns;
import org.zhongchuang.records.registry.Space;
import org.zhongchuang.records.registry.Spaces;

/** A person's desk: what waits for them, what others did meanwhile, the figures they answer for, what they can get. */
@Controller
public class DeskPages {

    private static final int NEWS = 8;

    private final OwnCases cases;
    private final Worklist worklist;
    private final Spaces spaces;
    private final Policies policies;
    private final WholeDesk desk;
    private final LastVisit visits;

    DeskPages(OwnCases cases, Worklist worklist, Spaces spaces, Policies policies, WholeDesk desk, LastVisit visits) {
        this.cases = cases;
        this.worklist = worklist;
        this.spaces = spaces;
        this.policies = policies;
        this.desk = desk;
        this.visits = visits;
    }

    /**
     * What every desk has.
     *
     * @param since when its owner was here before; what happened after it is news
     * @param items what the policy says to people in the owner's role
     */
    public record Common(
            Actor actor,
            List<DeskCard> cards,
            List<DeskFigure> figures,
            Instant since,
            List<News> news,
            List<Item> items,
            PolicyPack pack) {}

    /** Which of their cases an applicant's desk lists. */
    public enum Shown {
        ALL,
        DRAFTS,
        HEARINGS
    }

    /** What an applicant has on file, and what of it they may still answer. */
    @Component
    record OwnCases(Cases cases, Decisions decisions) {

        List<CaseFile> of(Actor actor, Shown shown) {
            var all = cases.ofOperator(actor.organisation());
            return switch (shown) {
                case ALL -> all;
                case DRAFTS ->
                    all.stream().filter(one -> one.step() == Step.DRAFT).toList();
                case HEARINGS -> {
                    var open = decisions.toAnswer(actor);
                    yield all.stream().filter(one -> open.contains(one.id())).toList();
                }
            };
        }
    }

    /**
     * The desk of an applicant.
     *
     * @param hired by case, the graduate for whom it claims
     */
    public record OperatorDesk(
            Common common, List<Space> spaces, List<CaseFile> cases, Shown shown, Map<CaseId, String> hired) {}

    /** The desk of anybody else. */
    public record OfficeDesk(Common common, boolean hasCases, List<Listed> first, Columns columns, boolean hasSteps) {}

    @GetMapping("/desk")
    @InMenu(value = Section.WORK, zh = "我的工作台", en = "My desk", icon = "layout-dashboard", place = 10)
    @Only
    ModelAndView desk(@RequestParam(defaultValue = "") String show, Actor actor) {
        var pack = policies.current();
        var items = pack.items().stream()
                .filter(item -> item.actors().contains(actor.audience()))
                .toList();
        var since = visits.before(actor);
        var common = new Common(
                actor, desk.cards(actor), desk.figures(actor), since, desk.news(actor, since, NEWS), items, pack);
        if (actor.isApplicant()) {
            var shown = Typed.shown(Shown.class, show, Shown.ALL);
            var own = cases.of(actor, shown);
            var page = new OperatorDesk(
                    common, spaces.ofOperator(actor.organisation()), own, shown, worklist.hired(actor, own));
            return new ModelAndView("procedure/desk/operator", "page", page);
        }
        var has = worklist.sees(actor);
        var first = has ? worklist.list(actor, Query.waiting()).rows() : List.<Listed>of();
        return new ModelAndView(
                "procedure/desk/office",
                "page",
                new OfficeDesk(common, has, first, worklist.columns(actor), worklist.worksAtCases(actor)));
    }
}
