package org.zhongchuang.money.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Bounds;
import org.zhongchuang.ground.access.Deed;
import org.zhongchuang.ground.access.OrganisationId;
import org.zhongchuang.ground.access.Reach;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.calendar.DueWork;
import org.zhongchuang.law.policy.Procedures;
import org.zhongchuang.money.award.Award;
import org.zhongchuang.money.award.AwardId;
import org.zhongchuang.money.award.Stops;
import org.zhongchuang.money.payment.Payment.State;
import org.zhongchuang.procedure.casework.CaseId;
import org.zhongchuang.procedure.casework.Watcher;

/** All payments, from the queue of ripe instalments on. */
@Service
public class Payments implements DueWork, Stops {

    private static final String SELECT = """
            select p.*, w.number, w.name, w.payer, w.nth, coalesce(b.holder, '') holder, coalesce(b.bank, '') bank, coalesce(b.tail, '') tail, t.sent_at
              from payment.payment p join award.public_part w on w.award = p.award and w.seq = p.instalment
              left join payment.bank_account b on b.id = p.account left join payment.batch t on t.id = p.batch
            """;

    private final Reach reach;
    private final JdbcClient jdbc;
    private final List<Watcher> watchers;
    private final Procedures procedures;
    private final Clock clock;

    Payments(Reach reach, JdbcClient jdbc, List<Watcher> watchers, Procedures procedures, Clock clock) {
        this.procedures = procedures;
        this.watchers = watchers;
        this.reach = reach;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public About about() {
        return new About(
                "payment-queue",
                Text.of("到期款项排队", "Payments that are ripe"),
                Text.of(
                        "条件已满足的各期款项进入待付队列；退回的款项在换了账户后重新排队。",
                        "Each instalment whose conditions are met joins the queue of payments, and so does one that bounced once there is another account."));
    }

    /** Queues each ripe instalment that nothing was paid on yet, and what bounced once there is another account. */
    @Override
    @Transactional
    public void settle() {
        jdbc.sql("""
                        insert into payment.payment (id, award, instalment, attempt, fen, state, queued_at)
                        select gen_random_uuid(), i.award, i.seq, 1 + coalesce((select max(attempt) from payment.payment p where p.award = i.award and p.instalment = i.seq), 0),
                               i.fen, 'QUEUED', :now
                          from award.public_instalment i join award.public_award w on w.id = i.award
                         where (i.milestone = '' or i.met_on is not null)
                           and not exists (select 1 from payment.payment p where p.award = i.award and p.instalment = i.seq and p.state not in ('BOUNCED', 'WITHDRAWN'))
                           and (select coalesce(sum(b.fen), 0) from ledger.public_account a join ledger.public_balance b on b.account = a.id
                                 where a.matter = i.award::text and a.payer = i.payer and a.kind in ('COMMITTED', 'PAYABLE')) >= i.fen
                           and not exists (select 1 from payment.payment p join payment.bank_account k on k.organisation = w.organisation and k.state = 'CONFIRMED'
                                            where p.award = i.award and p.instalment = i.seq and p.state = 'BOUNCED' and p.account = k.id)
                        on conflict do nothing
                        """).param("now", Timestamp.from(clock.instant())).update();
    }

    @Override
    public Optional<LocalDate> nextDue() {
        return Optional.empty();
    }

    /** Stops the payment of an award until it is freed of that ground; it stays in the queue. */
    @Transactional
    public void hold(AwardId award, Stop ground, String reason) {
        jdbc.sql("""
                        insert into payment.hold (award, ground, reason, since)
                        values (:award, :ground, :reason, :today) on conflict (award, ground) do update set reason = excluded.reason
                        """)
                .param("award", award.value())
                .param("ground", ground.name())
                .param("reason", reason)
                .param("today", LocalDate.now(clock))
                .update();
    }

    @Transactional
    public void free(AwardId award, Stop ground) {
        jdbc.sql("delete from payment.hold where award = :award and ground = :ground")
                .param("award", award.value())
                .param("ground", ground.name())
                .update();
    }

    @Override
    public Map<AwardId, List<Stopped>> of(List<Award> awards) {
        var asked = awards.stream().collect(Collectors.toMap(Award::id, Function.identity()));
        var stopped = new HashMap<AwardId, List<Stopped>>();
        record Held(AwardId award, Stop ground, LocalDate since) {}
        jdbc.sql("select award, ground, since from payment.hold where award = any (:awards) order by ground")
                .param("awards", ids(awards))
                .query((row, _) -> new Held(
                        new AwardId(row.getObject("award", UUID.class)),
                        Stop.valueOf(row.getString("ground")),
                        row.getObject("since", LocalDate.class)))
                .list()
                .forEach(held -> {
                    var award = Objects.requireNonNull(asked.get(held.award()));
                    var ground = held.ground();
                    stopped.computeIfAbsent(award.id(), _ -> new ArrayList<>())
                            .add(new Stopped(
                                    ground.label(),
                                    ground.told(),
                                    held.since(),
                                    procedures.taking(award.programme(), award.edition(), award.area()),
                                    ground.address(award.number())));
                });
        return stopped;
    }

    private static UUID[] ids(List<Award> awards) {
        return awards.stream().map(one -> one.id().value()).toArray(UUID[]::new);
    }

    /**
     * The awards that are held, with the ground; a finding that is true goes before a decision that is judged again.
     */
    public Map<AwardId, Stop> held() {
        var held = new HashMap<AwardId, Stop>();
        jdbc.sql("select award, ground from payment.hold order by ground").query(row -> {
            held.putIfAbsent(new AwardId(row.getObject("award", UUID.class)), Stop.valueOf(row.getString("ground")));
        });
        return held;
    }

    /** Something found that does not fit together about what a payment is for, and that nobody has cleared. */
    public record Doubt(Payment payment, Watcher.Warning warning) {}

    /** What stands against payments: it stops none of them, and whoever approves them knows of it. */
    public List<Doubt> doubts(List<Payment> asked) {
        var cases = new HashMap<UUID, CaseId>();
        jdbc.sql("select id, case_file from award.public_award where id = any (:awards)")
                .param("awards", asked.stream().map(one -> one.award().value()).toArray(UUID[]::new))
                .query(row -> {
                    cases.put(row.getObject("id", UUID.class), new CaseId(row.getObject("case_file", UUID.class)));
                });
        var found = watchers.stream().map(one -> one.warnings(cases.values())).toList();
        return asked.stream()
                .flatMap(one -> found.stream()
                        .flatMap(all -> all.getOrDefault(cases.get(one.award().value()), List.of()).stream())
                        .map(warning -> new Doubt(one, warning)))
                .toList();
    }

    /**
     * The first payments of awards to an organisation that wait for that treasury and come to no more than {@code most}
     * each, the oldest first; they are held until the transaction ends.
     */
    public List<Payment> waiting(OrganisationId organisation, String payer, Fen most) {
        return jdbc.sql(SELECT + """
                         where w.organisation = :organisation and w.payer = :payer and p.state = 'QUEUED' and p.attempt = 1 and p.fen <= :most
                         order by p.queued_at, p.id for update of p
                        """)
                .param("organisation", organisation.value())
                .param("payer", payer)
                .param("most", most.value())
                .query(Payments::row)
                .list();
    }

    /** Writes down what came of a payment. */
    void settled(UUID payment, State state, String reason) {
        jdbc.sql("update payment.payment set state = :state, settled_on = :today, reason = :reason where id = :id")
                .param("state", state.name())
                .param("today", LocalDate.now(clock))
                .param("reason", reason)
                .param("id", payment)
                .update();
    }

    /** Takes the payment out of the queue that was to replace one which arrived after all. */
    void withdraw(Payment arrived) {
        ofAward(arrived.award()).stream()
                .filter(one -> one.instalment() == arrived.instalment() && one.state() == State.QUEUED)
                .forEach(one -> settled(one.id(), State.WITHDRAWN, ""));
    }

    /** Settles a payment by what its receiver owes, as that document says. */
    public void offset(UUID payment, String document) {
        settled(payment, State.OFFSET, document);
    }

    /** Whether somebody pays at all. */
    public boolean handles(Actor actor) {
        return reach.may(actor, Deed.HANDLE, Thing.BATCH);
    }

    /** Whether a batch is the actor's to approve, send and settle. */
    public boolean handles(Actor actor, UUID batch) {
        return reach.may(actor, Deed.HANDLE, Thing.BATCH, batch);
    }

    public boolean sees(Actor actor, UUID batch) {
        return reach.may(actor, Deed.SEE, Thing.BATCH, batch);
    }

    Bounds bounds(Actor actor) {
        return reach.bounds(actor, Thing.BATCH);
    }

    /** What the actor's treasury could pay now, the oldest first. */
    public List<Payment> queue(Actor actor) {
        return jdbc.sql(SELECT + """
                         where p.state = 'QUEUED' and w.payer = :ownTreasury order by p.queued_at, p.id limit 900
                        """)
                .params(reach.bounds(actor, Deed.HANDLE, Thing.BATCH).parameters())
                .query(Payments::row)
                .list();
    }

    /** What was put into a batch, whatever became of it since; a dropped batch keeps its lines. */
    public List<Payment> ofBatch(UUID batch) {
        return jdbc.sql("""
                        select p.*, w.number, w.name, w.payer, w.nth, b.holder, b.bank, b.tail, t.sent_at
                          from payment.batch_line l join payment.batch t on t.id = l.batch join payment.bank_account b on b.id = l.account
                          join payment.payment p on p.id = l.payment join award.public_part w on w.award = p.award and w.seq = p.instalment
                         where l.batch = :batch order by w.number, p.instalment, p.attempt
                        """).param("batch", batch).query(Payments::row).list();
    }

    public List<Payment> ofAward(AwardId award) {
        return jdbc.sql(SELECT + " where p.award = :award order by p.instalment, p.attempt")
                .param("award", award.value())
                .query(Payments::row)
                .list();
    }

    /** The payments of each of several awards; an award without any has an empty list. */
    public Map<AwardId, List<Payment>> ofAwards(List<Award> awards) {
        var found = new HashMap<AwardId, List<Payment>>();
        awards.forEach(one -> found.put(one.id(), new ArrayList<>()));
        jdbc.sql(SELECT + " where p.award = any (:awards) order by p.award, p.instalment, p.attempt")
                .param("awards", ids(awards))
                .query(Payments::row)
                .list()
                .forEach(one -> Objects.requireNonNull(found.get(one.award())).add(one));
        return found;
    }

    static Payment row(ResultSet row, int number) throws SQLException {
        return new Payment(
                row.getObject("id", UUID.class),
                new AwardId(row.getObject("award", UUID.class)),
                row.getString("number"),
                row.getString("name"),
                row.getString("payer"),
                row.getInt("nth"),
                row.getInt("instalment"),
                row.getInt("attempt"),
                new Fen(row.getLong("fen")),
                State.valueOf(row.getString("state")),
                Optional.ofNullable(row.getObject("account", UUID.class)),
                row.getString("holder"),
                row.getString("bank"),
                row.getString("tail"),
                Optional.ofNullable(row.getObject("batch", UUID.class)),
                row.getTimestamp("queued_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("sent_at")).map(Timestamp::toInstant),
                Optional.ofNullable(row.getObject("settled_on", LocalDate.class)),
                row.getString("reason"));
    }
}
