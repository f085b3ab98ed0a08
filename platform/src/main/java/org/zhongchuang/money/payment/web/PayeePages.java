package org.zhongchuang.money.payment.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Fresh;
import org.zhongchuang.ground.access.InMenu;
import org.zhongchuang.ground.access.InMenu.Section;
import org.zhongchuang.ground.access.Only;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.money.award.Award;
import org.zhongchuang.money.award.AwardId;
import org.zhongchuang.money.award.Awards;
import org.zhongchuang.money.award.Stops.Stopped;
import org.zhongchuang.money.payment.BankAccounts;
import org.zhongchuang.money.payment.BankAccounts.BankAccount;
import org.zhongchuang.money.payment.Paying;
import org.zhongchuang.money.payment.Payment;
import org.zhongchuang.money.payment.Payments;

/** What a beneficiary sees: each award from approved to arrived, with dates, and the account it goes to. */
@Controller
public class PayeePages {

    private final Awards awards;
    private final Payments payments;
    private final BankAccounts accounts;
    private final Policies policies;

    PayeePages(Awards awards, Payments payments, BankAccounts accounts, Policies policies) {
        this.awards = awards;
        this.payments = payments;
        this.accounts = accounts;
        this.policies = policies;
    }

    /** The beneficiary's money. */
    public record MoneyPage(
            PolicyPack pack,
            List<Award> awards,
            Map<AwardId, List<Payment>> payments,
            Map<AwardId, List<Stopped>> stopped,
            List<BankAccount> accounts,
            boolean bouncedOnly,
            Map<String, String> typed,
            Paying.@Nullable Reason refused) {

        /** Whether a payment came back and nothing was done since: another account is needed. */
        public boolean needsAccount(Payment payment) {
            return payment.state() == Payment.State.BOUNCED
                    && accounts.stream()
                            .allMatch(
                                    one -> one.confirmed() && payment.account().equals(Optional.of(one.id())))
                    && payments.getOrDefault(payment.award(), List.of()).stream()
                            .noneMatch(one -> one.instalment() == payment.instalment()
                                    && one.state() != Payment.State.WITHDRAWN
                                    && (one.state() != Payment.State.BOUNCED || one.attempt() > payment.attempt()));
        }

        /** The awards to show: all of them, or those of which a payment came back and waits for another account. */
        public List<Award> shown() {
            return awards.stream()
                    .filter(one -> !bouncedOnly
                            || payments.getOrDefault(one.id(), List.of()).stream()
                                    .anyMatch(this::needsAccount))
                    .toList();
        }

        /** What is wrong with a field of the account's form. */
        public @Nullable Text mistake(String field) {
            return refused != null && refused.field().equals(field) ? refused.text() : null;
        }

        public String value(String field) {
            return typed.getOrDefault(field, "");
        }
    }

    @GetMapping("/money")
    @InMenu(value = Section.BENEFITS, zh = "我的资金", en = "My money", icon = "wallet", place = 50)
    @Only({Role.OPERATOR, Role.FIRM, Role.FOUNDER})
    ModelAndView show(@RequestParam(defaultValue = "") String show, Actor actor) {
        return show(actor, show.equals("bounced"), Map.of(), null);
    }

    private ModelAndView show(
            Actor actor, boolean bouncedOnly, Map<String, String> typed, Paying.@Nullable Reason refused) {
        var mine = awards.ofOrganisation(actor.organisation());
        return new ModelAndView(
                "money/payment/money",
                "page",
                new MoneyPage(
                        policies.current(),
                        mine,
                        payments.ofAwards(mine),
                        payments.of(mine),
                        accounts.of(actor.organisation()),
                        bouncedOnly,
                        typed,
                        refused));
    }

    @PostMapping("/money/account")
    @Fresh
    @Only({Role.OPERATOR, Role.FIRM, Role.FOUNDER})
    ModelAndView enter(@RequestParam Map<String, String> typed, Actor actor) {
        var paying = accounts.enter(
                actor,
                typed.getOrDefault("holder", "").strip(),
                typed.getOrDefault("bank", "").strip(),
                typed.getOrDefault("account", ""));
        return paying instanceof Paying.Refused(var reason)
                ? show(actor, false, typed, reason)
                : new ModelAndView("redirect:/money");
    }
}
