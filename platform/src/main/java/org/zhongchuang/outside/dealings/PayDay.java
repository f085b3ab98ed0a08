package org.zhongchuang.outside.dealings;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.UUID;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.money.bank.ResultFile.Result;
import org.zhongchuang.money.payment.Batch;
import org.zhongchuang.money.payment.Paying;
import org.zhongchuang.money.payment.Payment;
import org.zhongchuang.outside.city.Tale;
import org.zhongchuang.outside.city.Turns;

/**
 * How one treasury pays, again and again: one of its officers makes a batch, others approve it, another sends it, and
 * some days later the bank says what came of it. Now and then a payment comes back, and its receiver gives another
 * account.
 */
final class PayDay implements Tale {

    private static final UUID NONE = new UUID(0, 0);
    private static final int BOUNCES = 24;

    private final PayingDesk desk;
    private final Turns turns;
    private final List<Actor> officers;
    private final int every;
    private final Random random;
    private UUID batch = NONE;

    PayDay(PayingDesk desk, Turns turns, List<Actor> officers, int every, long seed) {
        this.desk = desk;
        this.turns = turns;
        this.officers = officers;
        this.every = every;
        this.random = new Random(seed ^ officers.getFirst().area().hashCode());
    }

    @Override
    public OptionalInt turn(LocalDate today) {
        if (batch.equals(NONE)) {
            return OptionalInt.of(make());
        }
        var now = desk.batches().find(batch).orElseThrow();
        return OptionalInt.of(
                switch (now.state()) {
                    case MADE -> {
                        var approver = now.firstBy().isEmpty() ? 1 : 2;
                        done(desk.batches().approve(officers.get(approver), batch, now.version()));
                        yield 1;
                    }
                    case APPROVED -> {
                        done(desk.batches().send(officers.getLast(), batch, now.version()));
                        yield 2;
                    }
                    case SENT -> {
                        settle(now, today);
                        yield every;
                    }
                    case SETTLED, DROPPED -> every;
                });
    }

    private int make() {
        if (desk.making().make(officers.getFirst()) instanceof Paying.Done(var id)) {
            batch = id;
            return 1;
        }
        return every / 2;
    }

    private void settle(Batch sent, LocalDate today) {
        var results = new ArrayList<Result>();
        for (var payment : desk.payments().ofBatch(sent.id())) {
            var arrives = payment.attempt() > 1 || random.nextInt(BOUNCES) > 0;
            results.add(new Result(payment.id(), arrives, payment.fen(), arrives ? "" : "账号与户名不符（演示）"));
            if (!arrives) {
                comesBack(payment, today);
            }
        }
        done(desk.results().settle(officers.getFirst(), sent.id(), sent.version(), results));
        batch = NONE;
    }

    private void comesBack(Payment payment, LocalDate today) {
        var organisation = desk.awards().find(payment.award()).orElseThrow().organisation();
        var number = "6228%012d".formatted(random.nextLong(1_000_000_000_000L));
        turns.once(today.plusDays(4), _ -> desk.beneficiaries().giveAnother(organisation, number));
    }

    private static void done(Paying paying) {
        if (paying instanceof Paying.Refused(var reason)) {
            throw new IllegalStateException("a payment of the demonstration: " + reason);
        }
    }
}
