package org.zhongchuang.award.web;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhongchuang.access.Actor;
import org.zhongchuang.access.Only;
import org.zhongchuang.access.Role;
import org.zhongchuang.award.Award;
import org.zhongchuang.award.Awards;
import org.zhongchuang.award.EventsAndPrizes;
import org.zhongchuang.award.EventsAndPrizes.Event;
import org.zhongchuang.award.EventsAndPrizes.Prize;
import org.zhongchuang.award.EventsAndPrizes.Reach;
import org.zhongchuang.award.Granting;
import org.zhongchuang.award.HigherAwards;
import org.zhongchuang.award.HigherAwards.HigherAward;
import org.zhongchuang.award.Spendings;
import org.zhongchuang.award.Spendings.Item;
import org.zhongchuang.award.Spendings.Spending;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.policy.Policies;
import org.zhongchuang.registry.Space;
import org.zhongchuang.registry.Spaces;
import org.zhongchuang.registry.Subjects;
import org.zhongchuang.shell.Act;
import org.zhongchuang.shell.Problem;
import org.zhongchuang.shell.Typed;

/** What stands behind awards: grounds that offices record, events that operators register, what money was spent on. */
@Controller
public class MoneyPages {

    private final Awards awards;
    private final HigherAwards higher;
    private final EventsAndPrizes events;
    private final Spendings spendings;
    private final Spaces spaces;
    private final Subjects subjects;
    private final Policies policies;

    MoneyPages(
            Awards awards,
            HigherAwards higher,
            EventsAndPrizes events,
            Spendings spendings,
            Spaces spaces,
            Subjects subjects,
            Policies policies) {
        this.awards = awards;
        this.higher = higher;
        this.events = events;
        this.spendings = spendings;
        this.spaces = spaces;
        this.subjects = subjects;
        this.policies = policies;
    }

    /** Grounds for awards. */
    public record GroundsPage(
            Actor actor,
            List<HigherAward> higher,
            List<Event> events,
            List<Space> spaces,
            Map<String, String> typed,
            Granting.@Nullable Reason refused) {

        public String value(String field) {
            return typed.getOrDefault(field, "");
        }
    }

    /** How one award was used. */
    public record UsePage(
            PolicyPack pack,
            Actor actor,
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
    ModelAndView grounds(Actor actor) {
        return grounds(actor, Map.of(), null);
    }

    private ModelAndView grounds(Actor actor, Map<String, String> typed, Granting.@Nullable Reason refused) {
        var operator = actor.role() == Role.OPERATOR;
        return new ModelAndView(
                "award/grounds",
                "page",
                new GroundsPage(
                        actor,
                        operator ? List.of() : higher.all(),
                        events.events(operator ? Optional.of(actor.organisation()) : Optional.empty()),
                        operator ? spaces.ofOperator(actor.organisation()) : List.of(),
                        typed,
                        refused));
    }

    private ModelAndView after(Actor actor, Map<String, String> typed, Granting granting) {
        return granting instanceof Granting.Refused(var reason)
                ? grounds(actor, typed, reason)
                : new ModelAndView("redirect:/grounds");
    }

    /** The entry that an address or a code names. */
    private Optional<UUID> subject(String text) {
        return Typed.id(text.strip().replaceAll(".*/", ""))
                .filter(id -> subjects.find(id).isPresent())
                .or(() -> subjects.byCode(text.strip().toUpperCase(Locale.ROOT)));
    }

    @PostMapping("/grounds/higher")
    @Only({Role.CITY_OFFICER, Role.COUNTY_OFFICER})
    ModelAndView recordHigher(@RequestParam Map<String, String> typed, Actor actor) {
        return after(
                actor,
                typed,
                subject(typed.getOrDefault("subject", ""))
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
    @Only({Role.CITY_OFFICER, Role.COUNTY_OFFICER})
    ModelAndView recordPrize(@RequestParam Map<String, String> typed, Actor actor) {
        var rank = text(typed, "rank");
        return after(
                actor,
                typed,
                subject(typed.getOrDefault("subject", ""))
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
    @Only(Role.OPERATOR)
    ModelAndView registerEvent(@RequestParam Map<String, String> typed, Actor actor) {
        return after(
                actor,
                typed,
                events.register(
                        actor,
                        Typed.id(text(typed, "space")).orElse(new UUID(0, 0)),
                        text(typed, "name"),
                        Typed.choice(Reach.class, text(typed, "reach")).orElse(Reach.REGIONAL),
                        Typed.day(text(typed, "day")).orElse(java.time.LocalDate.MIN),
                        Typed.fen(text(typed, "sum")).orElse(0L)));
    }

    @GetMapping("/awards/{number}/use")
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
                "award/use",
                "page",
                new UsePage(
                        policies.current(),
                        actor,
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
    @Only({Role.COUNTY_OFFICER, Role.CITY_OFFICER})
    ModelAndView meet(@PathVariable String number, @PathVariable int seq, Actor actor) {
        awards.meet(actor, find(number, actor).id(), seq);
        return new ModelAndView("redirect:/awards/" + number + "/use");
    }
}
