package org.zhongchuang.money.payment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.procedure.casework.Watcher.Warning;

/** The queue of a treasury as whoever makes a batch reads it: what can be paid now, and what stands against it. */
@Service
public class PaymentQueue {

    private final Payments payments;
    private final JdbcClient jdbc;
    private final Clock clock;

    PaymentQueue(Payments payments, JdbcClient jdbc, Clock clock) {
        this.payments = payments;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One payment that waits.
     *
     * @param held why it is stopped; empty where it is not
     * @param account whether its receiver has an account that is usable today
     * @param doubts what was found against it and nobody has cleared
     * @param leftOut the last batch that was made without it while it waited; empty where there is none
     */
    public record Line(Payment payment, Optional<Stop> held, boolean account, List<Warning> doubts, String leftOut) {

        /** Whether it can be put into a batch today. */
        public boolean payable() {
            return held.isEmpty() && account;
        }

        /** Whether it goes into the next batch unless the officer says otherwise: nothing may stand against it. */
        public boolean chosenAtFirst() {
            return payable() && doubts.isEmpty();
        }
    }

    /** What waits for the actor's treasury, the oldest first. */
    public List<Line> lines(Actor actor) {
        var queue = payments.queue(actor);
        var held = payments.held();
        var usable = withAccount(actor);
        var leftOut = leftOut(actor);
        Map<UUID, List<Warning>> doubts = payments.doubts(queue).stream()
                .collect(Collectors.groupingBy(
                        doubt -> doubt.payment().id(),
                        Collectors.mapping(Payments.Doubt::warning, Collectors.toList())));
        return queue.stream()
                .map(one -> new Line(
                        one,
                        Optional.ofNullable(held.get(one.award())),
                        usable.contains(one.id()),
                        doubts.getOrDefault(one.id(), List.of()),
                        leftOut.getOrDefault(one.id(), "")))
                .toList();
    }

    private Set<UUID> withAccount(Actor actor) {
        return new HashSet<>(jdbc.sql("""
                        select p.id from payment.payment p join award.public_part w on w.award = p.award and w.seq = p.instalment
                          join payment.bank_account k on k.organisation = w.organisation and k.state = 'CONFIRMED' and k.usable_from <= :today
                         where p.state = 'QUEUED' and w.payer = :payer
                           and not exists (select 1 from payment.bank_account n where n.organisation = w.organisation and n.state = 'ENTERED')
                        """)
                .param("today", LocalDate.now(clock))
                .param("payer", actor.area())
                .query((row, _) -> row.getObject("id", UUID.class))
                .list());
    }

    private Map<UUID, String> leftOut(Actor actor) {
        var numbers = new HashMap<UUID, String>();
        jdbc.sql("""
                        select distinct on (p.id) p.id, b.number from payment.payment p join award.public_part w on w.award = p.award and w.seq = p.instalment
                          join payment.batch b on b.payer = w.payer and b.made_at > p.queued_at and b.state <> 'DROPPED'
                         where p.state = 'QUEUED' and w.payer = :payer
                           and not exists (select 1 from payment.batch_line l where l.batch = b.id and l.payment = p.id) order by p.id, b.made_at desc
                        """).param("payer", actor.area()).query(row -> {
            numbers.put(row.getObject("id", UUID.class), row.getString("number"));
        });
        return numbers;
    }
}
