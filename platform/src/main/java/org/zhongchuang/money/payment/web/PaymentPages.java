package org.zhongchuang.money.payment.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Concerns;
import org.zhongchuang.ground.access.Deed;
import org.zhongchuang.ground.access.Fresh;
import org.zhongchuang.ground.access.InMenu;
import org.zhongchuang.ground.access.InMenu.Section;
import org.zhongchuang.ground.access.Only;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.shell.Act;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.money.award.AwardId;
import org.zhongchuang.money.payment.BankAccounts;
import org.zhongchuang.money.payment.BankAccounts.BankAccount;
import org.zhongchuang.money.payment.Batch;
import org.zhongchuang.money.payment.MakeBatch;
import org.zhongchuang.money.payment.Paying;
import org.zhongchuang.money.payment.Payment;
import org.zhongchuang.money.payment.PaymentBatches;
import org.zhongchuang.money.payment.Payments;

/** The treasury's workplace: the queue, the batches, bank accounts that wait. */
@Controller
public class PaymentPages {

    private final Payments payments;
    private final PaymentBatches batches;
    private final MakeBatch making;
    private final BankAccounts accounts;
    private final Policies policies;

    PaymentPages(
            Payments payments, PaymentBatches batches, MakeBatch making, BankAccounts accounts, Policies policies) {
        this.payments = payments;
        this.batches = batches;
        this.making = making;
        this.accounts = accounts;
        this.policies = policies;
    }

    /** What waits and what went out. */
    public record TreasuryPage(
            PolicyPack pack,
            boolean handles,
            List<Payment> queue,
            Map<AwardId, String> held,
            List<Batch> batches,
            List<BankAccount> accounts,
            Paying.@Nullable Reason refused) {}

    @GetMapping("/finance/payments")
    @InMenu(
            value = Section.MONEY,
            zh = "支付和对账",
            en = "Payments",
            icon = "credit-card",
            place = 20,
            often = {Role.FINANCE_OFFICER},
            under = "/finance/batches")
    @Only({Role.FINANCE_OFFICER, Role.AUDITOR})
    ModelAndView show(Actor actor) {
        return show(actor, null);
    }

    private ModelAndView show(Actor actor, Paying.@Nullable Reason refused) {
        return new ModelAndView(
                "money/payment/treasury",
                "page",
                new TreasuryPage(
                        policies.current(),
                        payments.handles(actor),
                        payments.queue(actor),
                        payments.held(),
                        batches.list(actor),
                        accounts.waiting(actor),
                        refused));
    }

    @PostMapping("/finance/payments")
    @Fresh
    @Only(Role.FINANCE_OFFICER)
    ModelAndView make(Actor actor) {
        payments.settle();
        return switch (making.make(actor)) {
            case Paying.Done(var id) -> new ModelAndView("redirect:/finance/batches/" + id);
            case Paying.Refused(var reason) -> show(actor, reason);
        };
    }

    /** Queues what is ripe now instead of within the minute. */
    @PostMapping("/finance/payments/ripe")
    @Fresh
    @Only(Role.FINANCE_OFFICER)
    ModelAndView queue() {
        payments.settle();
        return new ModelAndView("redirect:/finance/payments");
    }

    @PostMapping("/finance/accounts/{id}")
    @Fresh
    @Concerns(value = Thing.BANK_ACCOUNT, deed = Deed.HANDLE, by = "id")
    @Only(Role.FINANCE_OFFICER)
    ModelAndView decide(@PathVariable UUID id, @Act({"confirm", "refuse"}) String act, Actor actor) {
        return accounts.decide(actor, id, act.equals("confirm")) instanceof Paying.Refused(var reason)
                ? show(actor, reason)
                : new ModelAndView("redirect:/finance/payments");
    }
}
