package org.zhongchuang.money.award.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Concerns;
import org.zhongchuang.ground.access.Deed;
import org.zhongchuang.ground.access.InMenu;
import org.zhongchuang.ground.access.InMenu.Section;
import org.zhongchuang.ground.access.Only;
import org.zhongchuang.ground.access.Reach;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.kernel.Typed;
import org.zhongchuang.ground.shell.Act;
import org.zhongchuang.money.award.EventsAndPrizes;
import org.zhongchuang.money.award.EventsAndPrizes.Event;
import org.zhongchuang.money.award.EventsAndPrizes.Extent;
import org.zhongchuang.money.award.EventsAndPrizes.Prize;
import org.zhongchuang.money.award.EventsAndPrizes.Recorded;
import org.zhongchuang.money.award.Granting;
import org.zhongchuang.money.award.HigherAward;
import org.zhongchuang.money.award.HigherAwards;
import org.zhongchuang.records.registry.Space;
import org.zhongchuang.records.registry.Spaces;
import org.zhongchuang.records.registry.SubjectId;
import org.zhongchuang.records.registry.Subjects;

/** Grounds for awards: what offices record and what operators register. */
@Controller
public class GroundPages {

    /** How many higher awards a page of the list holds. */
    private static final int PAGE = 100;

    private final Reach reach;
    private final HigherAwards higher;
    private final EventsAndPrizes events;
    private final Spaces spaces;
    private final Subjects subjects;

    GroundPages(Reach reach, HigherAwards higher, EventsAndPrizes events, Spaces spaces, Subjects subjects) {
        this.reach = reach;
        this.higher = higher;
        this.events = events;
        this.spaces = spaces;
        this.subjects = subjects;
    }

    /**
     * Grounds for awards; {@code next} is empty on the last page.
     *
     * @param registers whether the reader registers events
     * @param records whether the reader records awards and prizes
     * @param watches whether the reader sees awards from above at all
     * @param verifies whether the reader confirms what has arrived
     * @param withdraws whether the reader notes that an award was withdrawn above
     * @param sent the form that was sent and refused, if one was
     */
    public record GroundsPage(
            List<HigherAward> higher,
            boolean toVerify,
            String words,
            String next,
            List<Event> events,
            List<Space> spaces,
            boolean registers,
            boolean records,
            boolean watches,
            boolean verifies,
            boolean withdraws,
            List<Recorded> prizes,
            Sent sent) {

        /** What was typed into a field of that form, if that is the form that was refused. */
        public String value(String form, String field) {
            return sent.form().equals(form) ? sent.typed().getOrDefault(field, "") : "";
        }

        /** Why that form was refused, where it is one of these reasons. */
        public @Nullable Text mistake(String form, Granting.Reason... reasons) {
            var refused = sent.refused();
            return refused != null
                            && sent.form().equals(form)
                            && List.of(reasons).contains(refused)
                    ? refused.text()
                    : null;
        }
    }

    /**
     * A form that was sent and refused.
     *
     * @param form which of the forms of the page it is
     */
    public record Sent(String form, Map<String, String> typed, Granting.@Nullable Reason refused) {}

    @GetMapping("/grounds")
    @InMenu(value = Section.MONEY, zh = "上级奖励与赛事", en = "Higher awards, events", icon = "award", place = 50)
    @Only({Role.CITY_OFFICER, Role.COUNTY_OFFICER, Role.FINANCE_OFFICER, Role.AUDITOR, Role.OPERATOR})
    ModelAndView grounds(
            @RequestParam(defaultValue = "") String show,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String after,
            Actor actor) {
        return grounds(actor, show.equals("to_verify"), q, after, new Sent("", Map.of(), null));
    }

    private ModelAndView grounds(Actor actor, boolean toVerify, String words, String after, Sent sent) {
        var found = higher.list(actor, toVerify, words, Typed.id(after), PAGE + 1);
        var more = found.size() > PAGE;
        return new ModelAndView(
                "money/award/grounds",
                "page",
                new GroundsPage(
                        more ? found.subList(0, PAGE) : found,
                        toVerify,
                        words,
                        more ? found.get(PAGE - 1).id().toString() : "",
                        events.events(actor),
                        spaces.ofOperator(actor.organisation()),
                        reach.may(actor, Deed.KEEP, Thing.EVENT),
                        reach.may(actor, Deed.HANDLE, Thing.SUBJECT),
                        reach.may(actor, Deed.SEE, Thing.HIGHER_AWARD),
                        reach.may(actor, Deed.HANDLE, Thing.HIGHER_AWARD),
                        reach.may(actor, Deed.SETTLE, Thing.HIGHER_AWARD),
                        reach.may(actor, Deed.SEE, Thing.HIGHER_AWARD) ? events.prizes(actor) : List.of(),
                        sent));
    }

    private ModelAndView after(Actor actor, String form, Map<String, String> typed, Granting granting) {
        return granting instanceof Granting.Refused(var reason)
                ? grounds(actor, false, "", "", new Sent(form, typed, reason))
                : new ModelAndView("redirect:/grounds");
    }

    @PostMapping("/grounds/higher")
    @Concerns(value = Thing.SUBJECT, deed = Deed.HANDLE, by = "subject")
    @Only({Role.CITY_OFFICER, Role.COUNTY_OFFICER})
    ModelAndView recordHigher(@RequestParam Map<String, String> typed, Actor actor) {
        return after(
                actor,
                "higher",
                typed,
                subjects.named(typed.getOrDefault("subject", ""))
                        .map(subject -> higher.record(
                                actor,
                                new HigherAwards.Entry(
                                        Typed.text(typed, "document"),
                                        Typed.text(typed, "level"),
                                        Typed.text(typed, "title"),
                                        subject,
                                        Typed.money(Typed.text(typed, "sum")).orElse(Fen.ZERO),
                                        Typed.day(Typed.text(typed, "day")).orElse(java.time.LocalDate.MAX))))
                        .orElse(new Granting.Refused(Granting.Reason.NO_SUCH_SUBJECT)));
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
                id.toString(),
                typed,
                act.equals("withdraw")
                        ? higher.withdraw(actor, id, Typed.text(typed, "proof"))
                        : higher.verify(
                                actor,
                                id,
                                Typed.money(Typed.text(typed, "received")).orElse(Fen.ZERO),
                                Typed.text(typed, "proof")));
    }

    @PostMapping("/grounds/prizes")
    @Concerns(value = Thing.SUBJECT, deed = Deed.HANDLE, by = "subject")
    @Only({Role.CITY_OFFICER, Role.COUNTY_OFFICER})
    ModelAndView recordPrize(@RequestParam Map<String, String> typed, Actor actor) {
        var rank = Typed.text(typed, "rank");
        return after(
                actor,
                "prizes",
                typed,
                subjects.named(typed.getOrDefault("subject", ""))
                        .map(subject -> events.record(
                                actor,
                                new Prize(
                                        Typed.text(typed, "competition"),
                                        Typed.text(typed, "level"),
                                        rank.matches("[0-9]{1,2}") ? Integer.parseInt(rank) : 0,
                                        subject,
                                        Typed.day(Typed.text(typed, "day")).orElse(java.time.LocalDate.MAX),
                                        Typed.text(typed, "document"))))
                        .orElse(new Granting.Refused(Granting.Reason.NO_SUCH_SUBJECT)));
    }

    @PostMapping("/grounds/events")
    @Concerns(value = Thing.SPACE, deed = Deed.KEEP, by = "space")
    @Only(Role.OPERATOR)
    ModelAndView registerEvent(@RequestParam Map<String, String> typed, Actor actor) {
        return after(
                actor,
                "events",
                typed,
                Typed.choice(Extent.class, Typed.text(typed, "reach"))
                        .map(extent -> events.register(
                                actor,
                                Typed.id(Typed.text(typed, "space"), SubjectId::new)
                                        .orElse(new SubjectId(new UUID(0, 0))),
                                Typed.text(typed, "name"),
                                extent,
                                Typed.day(Typed.text(typed, "day")).orElse(java.time.LocalDate.MIN),
                                Typed.money(Typed.text(typed, "sum")).orElse(Fen.ZERO)))
                        .orElse(new Granting.Refused(Granting.Reason.NO_CHOICE)));
    }
}
