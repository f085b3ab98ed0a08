package org.zhongchuang.money.award.web;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Concerns;
import org.zhongchuang.ground.access.Deed;
import org.zhongchuang.ground.access.Only;
import org.zhongchuang.ground.access.Reach;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.kernel.Typed;
import org.zhongchuang.ground.shell.Act;
import org.zhongchuang.ground.shell.Problem;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.money.award.Award;
import org.zhongchuang.money.award.Awards;
import org.zhongchuang.money.award.EventsAndPrizes;
import org.zhongchuang.money.award.EventsAndPrizes.Event;
import org.zhongchuang.money.award.EventsAndPrizes.Extent;
import org.zhongchuang.money.award.EventsAndPrizes.Prize;
import org.zhongchuang.money.award.Granting;
import org.zhongchuang.money.award.HigherAwards;
import org.zhongchuang.money.award.HigherAwards.HigherAward;
import org.zhongchuang.money.award.Spendings;
import org.zhongchuang.money.award.Spendings.Item;
import org.zhongchuang.money.award.Spendings.Spending;
import org.zhongchuang.records.registry.Space;
import org.zhongchuang.records.registry.Spaces;
import org.zhongchuang.records.registry.Subjects;

/** What stands behind awards: grounds that offices record, events that operators register, what money was spent on. */
@Controller
public class MoneyPages {

    private final Reach reach;
    private final Awards awards;
    private final HigherAwards higher;
    private final EventsAndPrizes events;
    private final Spendings spendings;
    private final Spaces spaces;
    private final Subjects subjects;
    private final Policies policies;

    MoneyPages(
            Reach reach,
            Awards awards,
            HigherAwards higher,
            EventsAndPrizes events,
            Spendings spendings,
            Spaces spaces,
            Subjects subjects,
            Policies policies) {
        this.reach = reach;
        this.awards = awards;
        this.higher = higher;
        this.events = events;
        this.spendings = spendings;
        this.spaces = spaces;
        this.subjects = subjects;
        this.policies = policies;
    }

    /** How many higher awards a page of the list holds. */
    private static final int PAGE = 100;

    /**
     * Grounds for awards; {@code next} is empty on the last page.
     *
     * @param registers whether the reader registers events
     * @param records whether the reader records awards and prizes
     * @param watches whether the reader sees awards from above at all
     * @param verifies whether the reader confirms what has arrived
     * @param withdraws whether the reader notes that an award was withdrawn above
     */
    public record GroundsPage(
            List<HigherAward> higher,
            String next,
            List<Event> events,
            List<Space> spaces,
            boolean registers,
            boolean records,
            boolean watches,
            boolean verifies,
            boolean withdraws,
            Map<String, String> typed,
            Granting.@Nullable Reason refused) {

        public String value(String field) {
            return typed.getOrDefault(field, "");
        }
    }

    /** How one award was used. */
    public record UsePage(
            PolicyPack pack,
            boolean keeps,
            boolean handles,
            Award award,
            Award.Standing standing,
            List<Award.Instalment> instalments,
            List<Spending> spendings,
            Map<Item, Long> planned,
            Map<String, String> typed,
            Granting.@Nullable Reason refused) {

        public long spent() {
            return spendings.stream().mapToLong(Spending::fen).reduce(0, Math::addExact);
        }

        public long plannedOn(Item item) {
            return planned.getOrDefault(item, 0L);
        }

        public long spentOn(Item item) {
            return spendings.stream()
                    .filter(one -> one.item() == item)
                    .mapToLong(Spending::fen)
                    .reduce(0, Math::addExact);
        }

        public String value(String field) {
            return typed.getOrDefault(field, "");
        }
    }

    @GetMapping("/grounds")
    @Only({Role.CITY_OFFICER, Role.COUNTY_OFFICER, Role.FINANCE_OFFICER, Role.AUDITOR, Role.OPERATOR})
    ModelAndView grounds(@RequestParam(defaultValue = "") String after, Actor actor) {
        return grounds(actor, Map.of("after", after), null);
    }

    private ModelAndView grounds(Actor actor, Map<String, String> typed, Granting.@Nullable Reason refused) {
        var found = higher.list(actor, Typed.id(typed.getOrDefault("after", "")), PAGE + 1);
        var more = found.size() > PAGE;
        return new ModelAndView(
                "money/award/grounds",
                "page",
                new GroundsPage(
                        more ? found.subList(0, PAGE) : found,
                        more ? found.get(PAGE - 1).id().toString() : "",
                        events.events(actor),
                        spaces.ofOperator(actor.organisation()),
                        reach.may(actor, Deed.KEEP, Thing.EVENT),
                        reach.may(actor, Deed.HANDLE, Thing.SUBJECT),
                        reach.may(actor, Deed.SEE, Thing.HIGHER_AWARD),
                        reach.may(actor, Deed.HANDLE, Thing.HIGHER_AWARD),
                        reach.may(actor, Deed.SETTLE, Thing.HIGHER_AWARD),
                        typed,
                        refused));
    }

    private ModelAndView after(Actor actor, Map<String, String> typed, Granting granting) {
        return granting instanceof Granting.Refused(var reason)
                ? grounds(actor, typed, reason)
                : new ModelAndView("redirect:/grounds");
    }

    @PostMapping("/grounds/higher")
    @Concerns(value = Thing.SUBJECT, deed = Deed.HANDLE, by = "subject")
    @Only({Role.CITY_OFFICER, Role.COUNTY_OFFICER})
    ModelAndView recordHigher(@RequestParam Map<String, String> typed, Actor actor) {
        return after(
                actor,
                typed,
                subjects.named(typed.getOrDefault("subject", ""))
                        .map(subject -> higher.record(
                                actor,
                                new HigherAwards.Entry(
                                        text(typed, "document"),
                                        text(typed, "level"),
                                        text(typed, "title"),
                                        subject,
                                        Typed.fen(text(typed, "sum")).orElse(0L),
                                        Typed.day(text(typed, "day")).orElse(java.time.LocalDate.MAX))))
                        .orElse(new Granting.Refused(Granting.Reason.NO_SUCH_SUBJECT)));
    }

    private static String text(Map<String, String> typed, String field) {
        return typed.getOrDefault(field, "").strip();
    }

    @PostMapping("/grounds/higher/{id}")
    @Concerns(
            value = Thing.HIGHER_AWARD,
            deed = {Deed.HANDLE, Deed.SETTLE},
            by = "id")
    @Only({Role.CITY_OFFICER, Role.FINANCE_OFFICER})
    ModelAndView verifyHigher(
            @PathVariable UUID id,
            @Act({"verify", "withdraw"}) String act,
            @RequestParam Map<String, String> typed,
            Actor actor) {
        return after(
                actor,
                typed,
                act.equals("withdraw")
                        ? higher.withdraw(actor, id, text(typed, "proof"))
                        : higher.verify(
                                actor, id, Typed.fen(text(typed, "received")).orElse(0L), text(typed, "proof")));
    }

    @PostMapping("/grounds/prizes")
    @Concerns(value = Thing.SUBJECT, deed = Deed.HANDLE, by = "subject")
    @Only({Role.CITY_OFFICER, Role.COUNTY_OFFICER})
    ModelAndView recordPrize(@RequestParam Map<String, String> typed, Actor actor) {
        var rank = text(typed, "rank");
        return after(
                actor,
                typed,
                subjects.named(typed.getOrDefault("subject", ""))
                        .map(subject -> events.record(
                                actor,
                                new Prize(
                                        text(typed, "competition"),
                                        text(typed, "level"),
                                        rank.matches("[0-9]{1,2}") ? Integer.parseInt(rank) : 0,
                                        subject,
                                        Typed.day(text(typed, "day")).orElse(java.time.LocalDate.MAX),
                                        text(typed, "document"))))
                        .orElse(new Granting.Refused(Granting.Reason.NO_SUCH_SUBJECT)));
    }

    @PostMapping("/grounds/events")
    @Concerns(value = Thing.SPACE, deed = Deed.KEEP, by = "space")
    @Only(Role.OPERATOR)
    ModelAndView registerEvent(@RequestParam Map<String, String> typed, Actor actor) {
        return after(
                actor,
                typed,
                events.register(
                        actor,
                        Typed.id(text(typed, "space")).orElse(new UUID(0, 0)),
                        text(typed, "name"),
                        Typed.choice(Extent.class, text(typed, "reach")).orElse(Extent.REGIONAL),
                        Typed.day(text(typed, "day")).orElse(java.time.LocalDate.MIN),
                        Typed.fen(text(typed, "sum")).orElse(0L)));
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
                        reach.may(actor, Deed.KEEP, Thing.AWARD, award.id()),
                        reach.may(actor, Deed.HANDLE, Thing.AWARD, award.id()),
                        award,
                        awards.standing(award.id()),
                        awards.instalments(award.id()),
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
        var granting = Typed.id(text(typed, "take"))
                .map(id -> spendings.take(actor, award.id(), id))
                .orElseGet(() -> spendings.spend(
                        actor,
                        award.id(),
                        new Spending(
                                award.id(),
                                Typed.choice(Item.class, text(typed, "item")).orElse(Item.RENT),
                                Typed.day(text(typed, "day")).orElse(java.time.LocalDate.MAX),
                                text(typed, "voucher").toUpperCase(Locale.ROOT),
                                Typed.fen(text(typed, "sum")).orElse(0L),
                                text(typed, "note"))));
        return granting instanceof Granting.Refused(var reason)
                ? use(number, actor, typed, reason)
                : new ModelAndView("redirect:/awards/" + number + "/use");
    }

    @PostMapping("/awards/{number}/use/plan")
    @Concerns(value = Thing.AWARD, deed = Deed.KEEP, by = "number")
    @Only({Role.OPERATOR, Role.FIRM, Role.FOUNDER})
    ModelAndView plan(@PathVariable String number, @RequestParam Map<String, String> typed, Actor actor) {
        var plan = new EnumMap<Item, Long>(Item.class);
        for (var item : Item.values()) {
            var sum = text(typed, "plan." + item.name());
            if (!sum.isEmpty()) {
                // What is no sum counts as none, and the plan is refused as a whole.
                plan.put(item, Typed.fen(sum).orElse(0L));
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
