package org.zhongchuang.money.recovery.web;

import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Concerns;
import org.zhongchuang.ground.access.Deed;
import org.zhongchuang.ground.access.Fresh;
import org.zhongchuang.ground.access.InMenu;
import org.zhongchuang.ground.access.InMenu.Section;
import org.zhongchuang.ground.access.Only;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.kernel.Typed;
import org.zhongchuang.money.award.AwardId;
import org.zhongchuang.money.recovery.Affected;
import org.zhongchuang.money.recovery.Claim;
import org.zhongchuang.money.recovery.Claims;

/** The claims for money back, and the decisions that would be lower today. */
@Controller
public class RecoveryListPages {

    private final Claims claims;
    private final Affected affected;

    RecoveryListPages(Claims claims, Affected affected) {
        this.claims = claims;
        this.affected = affected;
    }

    /** The claims the reader may see. */
    public record ListPage(String show, List<Claim> claims, List<Affected.Decision> affected, boolean refused) {}

    @GetMapping("/recoveries")
    @InMenu(
            value = Section.MONEY,
            zh = "资金追回",
            en = "Recoveries",
            icon = "arrow-back-up",
            place = 60,
            under = "/claims")
    @Only({
        Role.FINANCE_OFFICER,
        Role.CITY_OFFICER,
        Role.COUNTY_OFFICER,
        Role.AUDITOR,
        Role.OPERATOR,
        Role.FIRM,
        Role.FOUNDER
    })
    ModelAndView list(@RequestParam(defaultValue = "") String show, Actor actor) {
        return list(actor, show, false);
    }

    /** All of it, or by itself what a card of the desk counts or what waits to be looked at again. */
    private ModelAndView list(Actor actor, String show, boolean refused) {
        var which = Typed.shown(Claims.Which.class, show, Claims.Which.ALL);
        var again = show.equals("affected");
        var decisions = actor.isApplicant() || which != Claims.Which.ALL
                ? List.<Affected.Decision>of()
                : affected.list(actor).stream()
                        .filter(one -> !again || one.reason().isEmpty())
                        .toList();
        return new ModelAndView(
                "money/recovery/list",
                "page",
                new ListPage(
                        again ? show : which.name().toLowerCase(Locale.ROOT),
                        again ? List.of() : claims.list(actor, which),
                        decisions,
                        refused));
    }

    @PostMapping("/recoveries/keep")
    @Fresh
    @Concerns(value = Thing.AWARD, deed = Deed.HANDLE, by = "award")
    @Only({Role.FINANCE_OFFICER, Role.CITY_OFFICER, Role.COUNTY_OFFICER})
    ModelAndView keep(@RequestParam AwardId award, @RequestParam(defaultValue = "") String reason, Actor actor) {
        return affected.keep(actor, award, reason) ? new ModelAndView("redirect:/recoveries") : list(actor, "", true);
    }
}
