package org.zhongchuang.money.award.web;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Concerns;
import org.zhongchuang.ground.access.Deed;
import org.zhongchuang.ground.access.Only;
import org.zhongchuang.ground.access.Reach;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.kernel.Typed;
import org.zhongchuang.ground.shell.Problem;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.money.award.Award;
import org.zhongchuang.money.award.Awards;
import org.zhongchuang.money.award.Granting;
import org.zhongchuang.money.award.Spendings;
import org.zhongchuang.money.award.Spendings.Item;
import org.zhongchuang.money.award.Spendings.Spending;
import org.zhongchuang.money.award.Stops;
import org.zhongchuang.money.award.Stops.Stopped;

/** What the money of one award was meant for and spent on, and what its further parts wait for. */
@Controller
public class UsePages {

    private final Reach reach;
    private final Awards awards;
    private final Spendings spendings;
    private final Stops stops;
    private final Policies policies;

    UsePages(Reach reach, Awards awards, Spendings spendings, Stops stops, Policies policies) {
        this.stops = stops;
        this.reach = reach;
        this.awards = awards;
        this.spendings = spendings;
        this.policies = policies;
    }

    /** How one award was used. */
    public record UsePage(
            PolicyPack pack,
            boolean keeps,
            boolean handles,
            Award award,
            Award.Standing standing,
            List<Award.Instalment> instalments,
            List<Stopped> stopped,
            List<Spending> spendings,
            Map<Item, Fen> planned,
            Map<String, String> typed,
            Granting.@Nullable Reason refused) {

        public Fen spent() {
            return Fen.sum(spendings.stream().map(Spending::fen));
        }

        public Fen plannedOn(Item item) {
            return planned.getOrDefault(item, Fen.ZERO);
        }

        public Fen spentOn(Item item) {
            return Fen.sum(spendings.stream().filter(one -> one.item() == item).map(Spending::fen));
        }

        public String value(String field) {
            return typed.getOrDefault(field, "");
        }
    }

    @GetMapping("/awards/{number}/use")
    @Concerns(value = Thing.AWARD, by = "number")
    @Only({
        Role.OPERATOR,
        Role.FIRM,
        Role.FOUNDER,
        Role.COUNTY_OFFICER,
        Role.CITY_OFFICER,
        Role.CITY_DECIDER,
        Role.FINANCE_OFFICER,
        Role.LABOUR_OFFICER,
        Role.LEADING_GROUP_OFFICE,
        Role.AUDITOR
    })
    ModelAndView use(@PathVariable String number, Actor actor) {
        return use(number, actor, Map.of(), null);
    }

    private ModelAndView use(String number, Actor actor, Map<String, String> typed, Granting.@Nullable Reason refused) {
        var award = find(number, actor);
        return new ModelAndView(
                "money/award/use",
                "page",
                new UsePage(
                        policies.current(),
                        reach.may(actor, Deed.KEEP, Thing.AWARD, award.id().value()),
                        reach.may(actor, Deed.HANDLE, Thing.AWARD, award.id().value()),
                        award,
                        awards.standing(award.id()),
                        awards.instalments(award.id()),
                        stops.of(award),
                        spendings.of(award.id()),
                        spendings.planned(award.id()),
                        typed,
                        refused));
    }

    private Award find(String number, Actor actor) {
        return awards.byNumber(number)
                .filter(one -> awards.mayRead(actor, one))
                .orElseThrow(() -> Problem.noSuchThing("award " + number));
    }

    @PostMapping("/awards/{number}/use")
    @Concerns(value = Thing.AWARD, deed = Deed.KEEP, by = "number", parts = "take")
    @Only({Role.OPERATOR, Role.FIRM, Role.FOUNDER})
    ModelAndView spend(@PathVariable String number, @RequestParam Map<String, String> typed, Actor actor) {
        var award = find(number, actor);
        var granting = Typed.id(Typed.text(typed, "take"))
                .map(id -> spendings.take(actor, award.id(), id))
                .or(() -> Typed.choice(Item.class, Typed.text(typed, "item"))
                        .map(item -> spendings.spend(
                                actor,
                                award.id(),
                                new Spending(
                                        award.id().value(),
                                        item,
                                        Typed.day(Typed.text(typed, "day")).orElse(java.time.LocalDate.MAX),
                                        Typed.text(typed, "voucher").toUpperCase(Locale.ROOT),
                                        Typed.money(Typed.text(typed, "sum")).orElse(Fen.ZERO),
                                        Typed.text(typed, "note")))))
                .orElse(new Granting.Refused(Granting.Reason.NO_CHOICE));
        return granting instanceof Granting.Refused(var reason)
                ? use(number, actor, typed, reason)
                : new ModelAndView("redirect:/awards/" + number + "/use");
    }

    @PostMapping("/awards/{number}/use/plan")
    @Concerns(value = Thing.AWARD, deed = Deed.KEEP, by = "number")
    @Only({Role.OPERATOR, Role.FIRM, Role.FOUNDER})
    ModelAndView plan(@PathVariable String number, @RequestParam Map<String, String> typed, Actor actor) {
        var plan = new EnumMap<Item, Fen>(Item.class);
        for (var item : Item.values()) {
            var sum = Typed.text(typed, "plan." + item.name());
            if (!sum.isEmpty()) {
                // What is no sum counts as none, and the plan is refused as a whole.
                plan.put(item, Typed.money(sum).orElse(Fen.ZERO));
            }
        }
        var granting = spendings.plan(actor, find(number, actor).id(), plan);
        return granting instanceof Granting.Refused(var reason)
                ? use(number, actor, typed, reason)
                : new ModelAndView("redirect:/awards/" + number + "/use");
    }

    @PostMapping("/awards/{number}/milestones/{seq}")
    @Concerns(value = Thing.AWARD, deed = Deed.HANDLE, by = "number", parts = "seq")
    @Only({Role.COUNTY_OFFICER, Role.CITY_OFFICER})
    ModelAndView meet(@PathVariable String number, @PathVariable int seq, Actor actor) {
        awards.meet(actor, find(number, actor).id(), seq);
        return new ModelAndView("redirect:/awards/" + number + "/use");
    }
}
