package org.zhongchuang.money.recovery.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Concerns;
import org.zhongchuang.ground.access.Deed;
import org.zhongchuang.ground.access.Fresh;
import org.zhongchuang.ground.access.Only;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.kernel.Typed;
import org.zhongchuang.ground.shell.Problem;
import org.zhongchuang.money.award.Award;
import org.zhongchuang.money.award.Awards;
import org.zhongchuang.money.recovery.Claim.Ground;
import org.zhongchuang.money.recovery.ProposeRecovery;
import org.zhongchuang.money.recovery.Recovering;

/** Proposing to take money back. */
@Controller
public class ProposeRecoveryPages {

    private final Awards awards;
    private final ProposeRecovery proposing;

    ProposeRecoveryPages(Awards awards, ProposeRecovery proposing) {
        this.awards = awards;
        this.proposing = proposing;
    }

    /** Proposing a claim. */
    public record NewPage(
            Award award, Award.Standing standing, Map<String, String> typed, Recovering.@Nullable Refused refused) {

        public String value(String field) {
            return typed.getOrDefault(field, "");
        }
    }

    @GetMapping("/recoveries/new")
    @Concerns(value = Thing.AWARD, deed = Deed.HANDLE, by = "award")
    @Only({Role.FINANCE_OFFICER, Role.CITY_OFFICER, Role.COUNTY_OFFICER})
    ModelAndView form(@RequestParam Map<String, String> asked, Actor actor) {
        return form(asked.getOrDefault("award", ""), asked, null, actor);
    }

    private ModelAndView form(
            String number, Map<String, String> typed, Recovering.@Nullable Refused refused, Actor actor) {
        var award = awards.byNumber(number)
                .filter(one -> awards.mayClaimBack(actor, one))
                .orElseThrow(() -> Problem.noSuchThing("award " + number));
        return new ModelAndView(
                "money/recovery/new", "page", new NewPage(award, awards.standing(award.id()), typed, refused));
    }

    @PostMapping("/recoveries/new")
    @Fresh
    @Concerns(value = Thing.AWARD, deed = Deed.HANDLE, by = "award")
    @Only({Role.FINANCE_OFFICER, Role.CITY_OFFICER, Role.COUNTY_OFFICER})
    ModelAndView propose(@RequestParam Map<String, String> typed, Actor actor) {
        var number = typed.getOrDefault("award", "");
        var award = awards.byNumber(number).orElseThrow(() -> Problem.noSuchThing("award " + number));
        var recovering = Typed.choice(Ground.class, typed.getOrDefault("ground", ""))
                .map(ground -> proposing.propose(
                        actor,
                        award.id(),
                        Typed.money(typed.getOrDefault("sum", "")).orElse(Fen.ZERO),
                        ground,
                        typed.getOrDefault("reasons", "")))
                .orElse(new Recovering.Refused(Recovering.Reason.NO_GROUND));
        return switch (recovering) {
            case Recovering.Done(var id) -> new ModelAndView("redirect:/recoveries/" + id);
            case Recovering.Refused refused -> form(number, typed, refused, actor);
        };
    }
}
