package org.zhongchuang.offer.web;

import java.util.List;
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
import org.zhongchuang.casework.Handling;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.offer.Offer;
import org.zhongchuang.offer.Offers;
import org.zhongchuang.policy.Policies;

/** Offers: the list with where each datum stands, and the one click that answers. */
@Controller
public class OfferPages {

    private final Offers offers;
    private final Policies policies;

    OfferPages(Offers offers, Policies policies) {
        this.offers = offers;
        this.policies = policies;
    }

    /** What was offered to whom. */
    public record OffersPage(PolicyPack pack, boolean own, List<Offer> offers, Handling.@Nullable Reason refused) {}

    @GetMapping("/offers")
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
    ModelAndView list(Actor actor) {
        return list(actor, null);
    }

    private ModelAndView list(Actor actor, Handling.@Nullable Reason refused) {
        var own = actor.role().isApplicant();
        return new ModelAndView(
                "offer/list",
                "page",
                new OffersPage(policies.current(), own, own ? offers.mine(actor) : offers.list(actor), refused));
    }

    /** Runs the rules now instead of tonight. */
    @PostMapping("/offers/run")
    @Only(Role.CITY_OFFICER)
    ModelAndView run(Actor actor) {
        offers.settle();
        return list(actor, null);
    }

    @PostMapping("/offers/{id}")
    @Only({Role.OPERATOR, Role.FIRM, Role.FOUNDER})
    ModelAndView answer(@PathVariable UUID id, @RequestParam(defaultValue = "") String act, Actor actor) {
        var yes = act.equals("accept");
        return switch (offers.answer(actor, id, yes)) {
            case Handling.Done(var file) -> new ModelAndView("redirect:/cases/" + file.caseNumber());
            case Handling.Refused(var reason) -> list(actor, yes ? reason : null);
        };
    }
}
