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
import org.zhongchuang.engine.Text;
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

    /** One part of the page by itself, as a card of the desk opens it. */
    public enum Part {
        QUEUE("排队待支付", "Queue"),
        ACCOUNTS("待确认的收款账户", "Bank accounts to confirm"),
        MADE("待我审批的批次", "Batches for me to approve"),
        APPROVED("待我送国库的批次", "Batches for me to send"),
        SENT("等待回单的批次", "Batches without their results");

        private final Text label;

        Part(String zh, String en) {
            label = Text.of(zh, en);
        }

        public Text label() {
            return label;
        }
    }

    /** What waits and what went out; {@code chosen} is what the officer chose for a batch that was not made. */
    public record TreasuryPage(
            PolicyPack pack,
            boolean handles,
            @Nullable Part part,
            List<PaymentQueue.Line> queue,
            Optional<Set<UUID>> chosen,
            List<Batch> batches,
            List<BankAccount> accounts,
            Paying.@Nullable Reason refused) {

        public boolean shows(Part... any) {
            return part == null || List.of(any).contains(part);
        }

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
    ModelAndView show(@RequestParam(defaultValue = "") String show, Actor actor) {
        return show(actor, Typed.choice(Part.class, show).orElse(null), Optional.empty(), null);
    }

    private ModelAndView show(
            Actor actor, @Nullable Part part, Optional<Set<UUID>> chosen, Paying.@Nullable Reason refused) {
        var state = Typed.choice(Batch.State.class, part == null ? "" : part.name());
        return new ModelAndView(
                "money/payment/treasury",
                "page",
                new TreasuryPage(
                        policies.current(),
                        payments.handles(actor),
                        part,
                        part == null || part == Part.QUEUE ? queue.lines(actor) : List.of(),
                        chosen,
                        part == Part.QUEUE || part == Part.ACCOUNTS ? List.of() : batches.list(actor, state),
                        part == null || part == Part.ACCOUNTS ? accounts.waiting(actor) : List.of(),
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
            case Paying.Refused(var reason) -> show(actor, null, Optional.of(chosen), reason);
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
                ? show(actor, null, Optional.empty(), reason)
                : new ModelAndView("redirect:/finance/payments");
    }
}
