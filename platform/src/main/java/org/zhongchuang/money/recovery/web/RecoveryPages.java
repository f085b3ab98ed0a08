package org.zhongchuang.money.recovery.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
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
import org.zhongchuang.ground.access.Fresh;
import org.zhongchuang.ground.access.Only;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.kernel.Typed;
import org.zhongchuang.ground.shell.Act;
import org.zhongchuang.ground.shell.Problem;
import org.zhongchuang.money.recovery.Claim;
import org.zhongchuang.money.recovery.ClaimFile;
import org.zhongchuang.money.recovery.ClaimShares;
import org.zhongchuang.money.recovery.Claims;
import org.zhongchuang.money.recovery.Offsets;
import org.zhongchuang.money.recovery.Recoveries;
import org.zhongchuang.money.recovery.Recovering;
import org.zhongchuang.money.recovery.RepaymentPlans;

/** One claim for money back, with what can be done with it now. */
@Controller
public class RecoveryPages {

    private static final int PARTS = 4;

    private final Recoveries recoveries;
    private final RepaymentPlans plans;
    private final Offsets offsets;
    private final Claims claims;
    private final ClaimShares shares;
    private final ClaimFile file;

    RecoveryPages(
            Recoveries recoveries,
            RepaymentPlans plans,
            Offsets offsets,
            Claims claims,
            ClaimShares shares,
            ClaimFile file) {
        this.shares = shares;
        this.file = file;
        this.recoveries = recoveries;
        this.plans = plans;
        this.offsets = offsets;
        this.claims = claims;
    }

    /** What comes back to one treasury, as it is called. */
    public record Back(Text treasury, ClaimShares.Share share) {}

    /** One claim, and to which treasury how much of it comes back. */
    public record ClaimPage(
            Claim claim,
            List<Back> shares,
            boolean owes,
            boolean handles,
            boolean collects,
            List<Claims.Part> plan,
            Recovering.@Nullable Reason refused) {}

    @GetMapping("/recoveries/{id}")
    @Concerns(value = Thing.RECOVERY, by = "id")
    @Only({
        Role.FINANCE_OFFICER,
        Role.CITY_OFFICER,
        Role.COUNTY_OFFICER,
        Role.AUDITOR,
        Role.OPERATOR,
        Role.FIRM,
        Role.FOUNDER
    })
    ModelAndView claim(@PathVariable String id, Actor actor) {
        return claim(id, actor, null);
    }

    private ModelAndView claim(String id, Actor actor, Recovering.@Nullable Reason refused) {
        var claim = find(id, actor);
        return new ModelAndView(
                "money/recovery/claim",
                "page",
                new ClaimPage(
                        claim,
                        shares.of(claim).stream()
                                .map(one -> new Back(shares.treasury(one), one))
                                .toList(),
                        claims.owes(actor, claim.id()),
                        claims.mayHandle(actor, claim.id()),
                        claims.mayCollect(actor, claim.id()),
                        claims.parts(claim.id()),
                        refused));
    }

    private Claim find(String id, Actor actor) {
        return Typed.id(id)
                .filter(one -> claims.maySee(actor, one))
                .flatMap(claims::find)
                .orElseThrow(() -> Problem.noSuchThing("claim " + id));
    }

    @GetMapping("/recoveries/{id}/file.pdf")
    @Concerns(value = Thing.RECOVERY, by = "id")
    @Only({Role.FINANCE_OFFICER, Role.CITY_OFFICER, Role.COUNTY_OFFICER, Role.AUDITOR})
    void file(@PathVariable String id, Actor actor, HttpServletResponse response) throws IOException {
        var claim = find(id, actor);
        response.setContentType("application/pdf");
        response.setHeader("Content-Disposition", "inline; filename=recovery-" + claim.number() + ".pdf");
        file.write(claim, response.getOutputStream());
    }

    private ModelAndView after(UUID id, Actor actor, Recovering recovering) {
        return recovering instanceof Recovering.Refused refused
                ? claim(id.toString(), actor, refused.reason())
                : new ModelAndView("redirect:/recoveries/" + id);
    }

    @PostMapping("/recoveries/{id}/appeal")
    @Concerns(value = Thing.RECOVERY, deed = Deed.KEEP, by = "id")
    @Only({Role.OPERATOR, Role.FIRM, Role.FOUNDER})
    ModelAndView appeal(@PathVariable UUID id, @RequestParam(defaultValue = "") String grounds, Actor actor) {
        return after(id, actor, recoveries.appeal(actor, id, grounds));
    }

    @PostMapping("/recoveries/{id}")
    @Fresh
    @Concerns(
            value = Thing.RECOVERY,
            deed = {Deed.HANDLE, Deed.SETTLE},
            by = "id")
    @Only({Role.FINANCE_OFFICER, Role.CITY_OFFICER, Role.COUNTY_OFFICER})
    ModelAndView act(
            @PathVariable UUID id,
            @Act({"confirm", "drop", "stand", "repaid", "offset", "plan"}) String act,
            @RequestParam Map<String, String> typed,
            Actor actor) {
        var words = typed.getOrDefault("words", "").strip();
        var recovering = switch (act) {
            case "confirm" -> recoveries.confirm(actor, id, words);
            case "drop" -> recoveries.answer(actor, id, true, words);
            case "stand" -> recoveries.answer(actor, id, false, words);
            case "repaid" ->
                recoveries.repaid(
                        actor, id, Typed.money(typed.getOrDefault("sum", "")).orElse(Fen.ZERO), words);
            case "offset" -> offsets.offset(actor, id);
            default -> plan(actor, id, typed);
        };
        return after(id, actor, recovering);
    }

    private Recovering plan(Actor actor, UUID id, Map<String, String> typed) {
        var parts = new ArrayList<Fen>();
        var days = new ArrayList<LocalDate>();
        for (int i = 1; i <= PARTS; i++) {
            var sum = Typed.money(typed.getOrDefault("part." + i, ""));
            var day = Typed.day(typed.getOrDefault("day." + i, ""));
            if (sum.isPresent() && day.isPresent()) {
                parts.add(sum.get());
                days.add(day.get());
            }
        }
        return plans.plan(actor, id, parts, days);
    }
}
