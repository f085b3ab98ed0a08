package org.zhongchuang.money.payment.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Common;
import org.zhongchuang.ground.access.Concerns;
import org.zhongchuang.ground.access.Deed;
import org.zhongchuang.ground.access.Fresh;
import org.zhongchuang.ground.access.InMenu;
import org.zhongchuang.ground.access.InMenu.Section;
import org.zhongchuang.ground.access.Only;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.kernel.Typed;
import org.zhongchuang.ground.shell.Act;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.money.payment.BankAccounts;
import org.zhongchuang.money.payment.BankAccounts.BankAccount;
import org.zhongchuang.money.payment.Batch;
import org.zhongchuang.money.payment.MakeBatch;
import org.zhongchuang.money.payment.Paying;
import org.zhongchuang.money.payment.PaymentBatches;
import org.zhongchuang.money.payment.PaymentQueue;
import org.zhongchuang.money.payment.Payments;

/** The treasury's workplace: the queue, the batches, bank accounts that wait. */
@Controller
public class PaymentPages {

    private final Payments payments;
    private final PaymentQueue queue;
    private final PaymentBatches batches;
    private final MakeBatch making;
    private final BankAccounts accounts;
    private final Policies policies;

    PaymentPages(
            Payments payments,
            PaymentQueue queue,
            PaymentBatches batches,
            MakeBatch making,
            BankAccounts accounts,
            Policies policies) {
        this.payments = payments;
        this.queue = queue;
        this.batches = batches;
        this.making = making;
        this.accounts = accounts;
        this.policies = policies;
    }

    /** What waits and what went out; {@code chosen} is what the officer chose for a batch that was not made. */
    public record TreasuryPage(
            PolicyPack pack,
            boolean handles,
            List<PaymentQueue.Line> queue,
            Optional<Set<UUID>> chosen,
            List<Batch> batches,
            List<BankAccount> accounts,
            Paying.@Nullable Reason refused) {

        /** Whether the box of a line is ticked when the page opens. */
        public boolean chosen(PaymentQueue.Line line) {
            return line.payable()
                    && chosen.map(those -> those.contains(line.payment().id())).orElse(line.chosenAtFirst());
        }
    }

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
        return show(actor, Optional.empty(), null);
    }

    private ModelAndView show(Actor actor, Optional<Set<UUID>> chosen, Paying.@Nullable Reason refused) {
        return new ModelAndView(
                "money/payment/treasury",
                "page",
                new TreasuryPage(
                        policies.current(),
                        payments.handles(actor),
                        queue.lines(actor),
                        chosen,
                        batches.list(actor),
                        accounts.waiting(actor),
                        refused));
    }

    @PostMapping("/finance/payments")
    @Fresh
    @Common("a payment of another treasury is none that its officer can put into a batch")
    @Only(Role.FINANCE_OFFICER)
    ModelAndView make(@RequestParam(defaultValue = "") List<String> payment, Actor actor) {
        var chosen = payment.stream().flatMap(one -> Typed.id(one).stream()).collect(Collectors.toUnmodifiableSet());
        return switch (making.make(actor, chosen)) {
            case Paying.Done(var id) -> new ModelAndView("redirect:/finance/batches/" + id);
            case Paying.Refused(var reason) -> show(actor, Optional.of(chosen), reason);
        };
    }

    /** Queues what is ripe now instead of within the minute. */
    @PostMapping("/finance/payments/ripe")
    @Fresh
    @Only(Role.FINANCE_OFFICER)
    ModelAndView lookForRipe() {
        payments.settle();
        return new ModelAndView("redirect:/finance/payments");
    }

    @PostMapping("/finance/accounts/{id}")
    @Fresh
    @Concerns(value = Thing.BANK_ACCOUNT, deed = Deed.HANDLE, by = "id")
    @Only(Role.FINANCE_OFFICER)
    ModelAndView decide(@PathVariable UUID id, @Act({"confirm", "refuse"}) String act, Actor actor) {
        return accounts.decide(actor, id, act.equals("confirm")) instanceof Paying.Refused(var reason)
                ? show(actor, Optional.empty(), reason)
                : new ModelAndView("redirect:/finance/payments");
    }
}
