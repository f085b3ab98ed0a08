package org.zhongchuang.money.offer.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.List;
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
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.engine.Programme;
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
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.money.offer.FindOffers;
import org.zhongchuang.money.offer.Offer;
import org.zhongchuang.money.offer.Offers;
import org.zhongchuang.procedure.casework.Handling;

/** Offers: the list with where each datum stands, and the one click that answers. */
@Controller
public class OfferPages {

    private static final int PAGE = 50;

    private final Offers offers;
    private final FindOffers finding;
    private final Policies policies;

    OfferPages(Offers offers, FindOffers finding, Policies policies) {
        this.offers = offers;
        this.finding = finding;
        this.policies = policies;
    }

    /** What was offered to whom. */
    public record OffersPage(
            PolicyPack pack,
            boolean own,
            Offers.Query query,
            List<Offer> offers,
            Optional<UUID> next,
            Handling.@Nullable Refused refused) {

        /** The programmes of which there can be offers. */
        public List<Programme> programmes() {
            return pack.programmes().values().stream()
                    .filter(Programme::proactive)
                    .toList();
        }

        /** The filters as they stand in the address. */
        public String filters() {
            return "state=%s&programme=%s&q=%s"
                    .formatted(
                            query.state().map(Enum::name).orElse(""),
                            query.programme(),
                            URLEncoder.encode(query.words(), UTF_8));
        }
    }

    @GetMapping("/offers")
    @InMenu(value = Section.BENEFITS, zh = "免申即享", en = "Offers", icon = "circle-check", place = 40)
    @Only({
        Role.OPERATOR,
        Role.FIRM,
        Role.FOUNDER,
        Role.CITY_OFFICER,
        Role.CITY_DECIDER,
        Role.COUNTY_OFFICER,
        Role.FINANCE_OFFICER,
        Role.LEADING_GROUP_OFFICE,
        Role.AUDITOR
    })
    ModelAndView list(@RequestParam Map<String, String> asked, Actor actor) {
        return list(actor, asked, null);
    }

    private ModelAndView list(Actor actor, Map<String, String> asked, Handling.@Nullable Refused refused) {
        var own = actor.isApplicant();
        var query = new Offers.Query(
                Typed.choice(Offer.State.class, asked.getOrDefault("state", "")),
                asked.getOrDefault("programme", ""),
                asked.getOrDefault("q", ""),
                Typed.id(asked.getOrDefault("after", "")));
        var listing = own
                ? new Offers.Listing(
                        offers.mine(actor).stream()
                                .filter(one ->
                                        query.state().isEmpty() || query.state().get() == one.state())
                                .toList(),
                        Optional.empty())
                : offers.list(actor, query, PAGE);
        return new ModelAndView(
                "money/offer/list",
                "page",
                new OffersPage(policies.current(), own, query, listing.offers(), listing.next(), refused));
    }

    /** Runs the rules now instead of tonight. */
    @PostMapping("/offers/run")
    @Only(Role.CITY_OFFICER)
    String run() {
        finding.settle();
        return "redirect:/offers";
    }

    @PostMapping("/offers/{id}")
    @Concerns(value = Thing.OFFER, deed = Deed.KEEP, by = "id")
    @Only({Role.OPERATOR, Role.FIRM, Role.FOUNDER})
    ModelAndView answer(@PathVariable UUID id, @Act({"accept", "decline"}) String act, Actor actor) {
        var yes = act.equals("accept");
        return switch (offers.answer(actor, id, yes)) {
            case Handling.Done(var file) -> new ModelAndView("redirect:/cases/" + file.caseNumber());
            case Handling.Refused refused -> list(actor, Map.of(), yes ? refused : null);
        };
    }
}
