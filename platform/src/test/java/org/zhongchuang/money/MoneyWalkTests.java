package org.zhongchuang.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhongchuang.Newcomer;
import org.zhongchuang.TestCity;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.ground.access.Accounts;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.calendar.DemonstrationTime;
import org.zhongchuang.money.award.AwardId;
import org.zhongchuang.money.award.Granting;
import org.zhongchuang.money.award.HigherAwards;
import org.zhongchuang.money.bank.ResultFile.Result;
import org.zhongchuang.money.ledger.Budgeting;
import org.zhongchuang.money.ledger.Budgets;
import org.zhongchuang.money.ledger.VerifyLedger;
import org.zhongchuang.money.payment.BankAccounts;
import org.zhongchuang.money.payment.BankResults;
import org.zhongchuang.money.payment.MakeBatch;
import org.zhongchuang.money.payment.PaymentBatches;
import org.zhongchuang.money.payment.Payments;
import org.zhongchuang.money.recovery.Claim;
import org.zhongchuang.money.recovery.Claims;
import org.zhongchuang.money.recovery.Offsets;
import org.zhongchuang.money.recovery.ProposeRecovery;
import org.zhongchuang.money.recovery.Recoveries;
import org.zhongchuang.procedure.casework.CaseFile;
import org.zhongchuang.procedure.casework.CaseId;
import org.zhongchuang.procedure.casework.Handling;
import org.zhongchuang.procedure.casework.Ticket;
import org.zhongchuang.procedure.decision.DecideCase;
import org.zhongchuang.procedure.filing.BeginCase;
import org.zhongchuang.procedure.filing.FileCase;
import org.zhongchuang.procedure.inbox.Cases;
import org.zhongchuang.procedure.review.CountyActs;
import org.zhongchuang.procedure.review.NoticeActs;
import org.zhongchuang.records.registry.Builder;
import org.zhongchuang.records.registry.Carrier;
import org.zhongchuang.records.registry.Kinds;
import org.zhongchuang.records.registry.Space;
import org.zhongchuang.records.registry.Spaces;

/** Everybody does anything in any order: no order leads to a payment past the notice, and the sums always hold. */
class MoneyWalkTests extends TestCity {

    private static final String CITY = "330400";
    private static final String AREA = "330402";
    private static final int STEPS = 3_000;

    @Autowired
    private Accounts people;

    @Autowired
    private Spaces spaces;

    @Autowired
    private HigherAwards higher;

    @Autowired
    private BeginCase begin;

    @Autowired
    private FileCase filing;

    @Autowired
    private CountyActs county;

    @Autowired
    private NoticeActs noticeActs;

    @Autowired
    private DecideCase decide;

    @Autowired
    private Cases cases;

    @Autowired
    private Budgets budgets;

    @Autowired
    private VerifyLedger verifying;

    @Autowired
    private Payments payments;

    @Autowired
    private PaymentBatches batches;

    @Autowired
    private MakeBatch makeBatch;

    @Autowired
    private BankResults bankResults;

    @Autowired
    private BankAccounts accounts;

    @Autowired
    private Recoveries recoveries;

    @Autowired
    private ProposeRecovery proposeRecovery;

    @Autowired
    private Offsets offsets;

    @Autowired
    private Claims claims;

    @Autowired
    private DemonstrationTime time;

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcClient jdbc;

    private LocalDate day = LocalDate.EPOCH;

    private final List<Actor> operators = new ArrayList<>();
    private final List<Space> owned = new ArrayList<>();
    private final List<CaseId> known = new ArrayList<>();
    private Random random = new Random(0);

    /** The city's clock is shared: who pushes it sets it back. */
    @BeforeEach
    void rememberTheDay() {
        day = LocalDate.now(clock);
    }

    @AfterEach
    void setTheClockBack() {
        time.setTo(day, LocalTime.of(9, 0));
    }

    private Actor anybody() {
        var logins = List.of(
                "city1",
                "city2",
                "city3",
                "c330402-1",
                "c330402-2",
                "c330402-3",
                "decider1",
                "decider2",
                "finance-officer",
                "finance-officer-2",
                "finance-officer-3",
                "finance-officer-4",
                "f330402-1",
                "f330402-2",
                "f330402-3",
                "expert01",
                "auditor");
        return random.nextInt(8) == 0
                ? operators.get(random.nextInt(operators.size()))
                : people.appointmentsOf(logins.get(random.nextInt(logins.size())))
                        .getFirst();
    }

    /** Mostly somebody whose turn it may be, sometimes anybody. */
    private Actor likely(String... logins) {
        return random.nextInt(4) == 0
                ? anybody()
                : people.appointmentsOf(logins[random.nextInt(logins.length)]).getFirst();
    }

    private Actor treasury(org.zhongchuang.money.payment.Batch batch) {
        return batch.payer().equals(CITY)
                ? likely("finance-officer", "finance-officer-2", "finance-officer-3", "finance-officer-4")
                : likely("f330402-1", "f330402-2", "f330402-3");
    }

    private <T> Optional<T> any(List<T> all) {
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
    }

    private Ticket ticket(CaseFile file) {
        return new Ticket(random.nextInt(10) == 0 ? file.version() - 1 : file.version(), UUID.randomUUID());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void noOrderOfActsBreaksTheBooks(long seed) {
        random = new Random(seed);
        for (int i = 0; i < 3; i++) {
            var operator = Newcomer.in(Role.OPERATOR, AREA, people);
            operators.add(operator);
            owned.add(spaces.register(
                    operator,
                    new Space.Profile(
                            "演示·随机空间",
                            Kinds.MAKER,
                            Builder.FIRM,
                            Carrier.OTHER,
                            AREA,
                            "测试路三号",
                            LocalDate.of(2015, 1, 1),
                            "")));
        }
        for (int step = 0; step < STEPS; step++) {
            act();
            if (step % 25 == 0) {
                sumsHold(seed, step);
            }
        }
        assertThat(verifying.verify().fault()).as("seed %d", seed).isEmpty();
        assertThat(jdbc.sql("select count(*) from ledger.posting where act = 'PAID'")
                        .query(Integer.class)
                        .single())
                .as("the walk gets as far as a payment")
                .isPositive();
    }

    private List<org.zhongchuang.money.payment.Batch> latest() {
        var all = batches.list(people.appointmentsOf("auditor").getFirst(), Optional.empty());
        return all.subList(0, Math.min(all.size(), 3));
    }

    private void act() {
        var actor = anybody();
        // Few at a time, or none would ever come to its end.
        var file =
                any(known.subList(Math.max(known.size() - 4, 0), known.size())).flatMap(cases::find);
        switch (random.nextInt(21)) {
            case 0 -> fund(actor);
            case 1 -> recordHigher();
            case 2 -> claim();
            case 3 -> file.filter(one -> one.step().isOpen()).ifPresentOrElse(_ -> {}, this::claim);
            case 4 -> file.ifPresent(one -> county.accept(likely("c330402-1", "c330402-2"), one.id(), ticket(one)));
            case 5 ->
                file.ifPresent(one -> county.recommend(likely("c330402-1", "c330402-2"), one.id(), ticket(one), "同意"));
            case 6 -> file.ifPresent(one -> noticeActs.publish(likely("city1", "city2"), one.id(), ticket(one)));
            case 7, 8 ->
                file.ifPresent(one -> decide.grant(
                        likely("decider1", "decider2"),
                        one.id(),
                        ticket(one),
                        "文",
                        random.nextBoolean() ? CITY : AREA,
                        List.of()));
            case 9 -> {
                // Not so far that certificates of the shared city end.
                if (LocalDate.now(clock).isBefore(day.plusDays(120))) {
                    time.pushTo(LocalDate.now(clock).plusDays(1 + random.nextInt(3)));
                }
            }
            case 10 ->
                accounts.enter(operators.get(random.nextInt(3)), "户名", "银行", "62220000" + random.nextInt(1000, 9999));
            case 11 ->
                any(accounts.waiting(people.appointmentsOf("auditor").getFirst()))
                        .ifPresent(one -> accounts.decide(
                                people.appointmentsOf("finance-officer-4").getFirst(),
                                one.id(),
                                random.nextInt(4) > 0));
            case 12 -> payments.settle();
            case 13 -> makeBatch.make(treasurer());
            case 14, 15 -> any(latest()).ifPresent(one -> batches.approve(treasury(one), one.id(), one.version()));
            case 16 -> any(latest()).ifPresent(one -> batches.send(treasury(one), one.id(), one.version()));
            case 17 -> any(latest()).ifPresent(this::settle);
            case 18 ->
                any(latest())
                        .filter(_ -> random.nextInt(5) == 0)
                        .ifPresent(one -> batches.drop(treasury(one), one.id(), one.version(), "随机"));
            case 19 -> propose(actor);
            default -> recover(actor);
        }
    }

    private Actor treasurer() {
        return people.appointmentsOf(random.nextBoolean() ? "finance-officer" : "f330402-1")
                .getFirst();
    }

    private void fund(Actor actor) {
        var officer = actor.role() == Role.FINANCE_OFFICER ? actor : treasurer();
        var set = budgets.propose(
                officer,
                List.of(new Budgets.Line(
                        LocalDate.now(clock).getYear(),
                        "award-match",
                        new Fen(random.nextInt(4) == 0 ? -random.nextInt(1, 500_000) : random.nextInt(1, 3_000_000)),
                        "走" + UUID.randomUUID().toString().substring(0, 12))));
        if (set instanceof Budgeting.Proposed(var id, var _)) {
            assertThat(budgets.approve(officer, id)).isEqualTo(Budgeting.refused(Budgeting.Reason.SAME_PERSON));
            set = budgets.approve(colleague(officer), id);
        }
        if (set instanceof Budgeting.Refused(var reason)) {
            assertThat(reason).isEqualTo(Budgeting.Reason.NOT_ENOUGH);
        }
    }

    private Actor colleague(Actor officer) {
        var treasury = officer.area().equals(CITY) ? "finance-officer" : "f" + officer.area();
        return people.appointmentsOf(treasury + (officer.login().endsWith("-3") ? "-2" : "-3"))
                .getFirst();
    }

    private void recordHigher() {
        var space = owned.get(random.nextInt(owned.size()));
        var fen = random.nextInt(1, 300_000);
        var recorded = higher.record(
                people.appointmentsOf("city1").getFirst(),
                new HigherAwards.Entry(
                        "走" + UUID.randomUUID().toString().substring(0, 12),
                        "state",
                        "奖励",
                        space.id(),
                        new Fen(fen),
                        LocalDate.of(2016, 1, 1)));
        if (recorded instanceof Granting.Done(var id)) {
            higher.verify(anybody(), id, new Fen(random.nextInt(1, fen + 1)), "凭证");
            higher.verify(people.appointmentsOf("city2").getFirst(), id, new Fen(fen), "凭证");
            if (random.nextInt(6) == 0) {
                higher.withdraw(people.appointmentsOf("city2").getFirst(), id, "撤回");
            }
        }
    }

    private void claim() {
        var which = random.nextInt(owned.size());
        var space = owned.get(which);
        var operator = operators.get(which);
        any(begin.occasions("award-match", space.id())).ifPresent(ground -> {
            if (begin.begin(operator, "award-match", space.id(), ground.matter()) instanceof Handling.Done(var file)) {
                known.add(file.id());
                filing.file(operator, file.id(), new Ticket(file.version(), UUID.randomUUID()), true);
            }
        });
    }

    private void settle(org.zhongchuang.money.payment.Batch batch) {
        var results = payments.ofBatch(batch.id()).stream()
                .filter(_ -> random.nextInt(5) > 0)
                .map(one -> new Result(one.id(), random.nextInt(4) > 0, one.fen(), ""))
                .toList();
        bankResults.settle(
                people.appointmentsOf(batch.payer().equals(CITY) ? "finance-officer" : "f330402-1")
                        .getFirst(),
                batch.id(),
                batch.version(),
                results);
    }

    private void propose(Actor actor) {
        any(jdbc.sql("select id from award.award where programme = 'award-match' order by id")
                        .query((row, _) -> new AwardId(row.getObject(1, UUID.class)))
                        .list())
                .ifPresent(award -> proposeRecovery.propose(
                        actor,
                        award,
                        new Fen(random.nextInt(1, 300_000)),
                        Claim.Ground.values().clone()[random.nextInt(4)],
                        "随机行走提出的追回理由文字"));
    }

    private void recover(Actor actor) {
        any(claims.list(people.appointmentsOf("auditor").getFirst(), Claims.Which.ALL))
                .ifPresent(claim -> {
                    switch (random.nextInt(5)) {
                        case 0, 1 -> recoveries.confirm(likely("city2", "finance-officer"), claim.id(), "追文");
                        case 2 ->
                            recoveries.repaid(
                                    actor,
                                    claim.id(),
                                    new Fen(random.nextInt(1, 200_000)),
                                    "HK-" + random.nextInt(1000, 9999));
                        case 3 -> offsets.offset(likely("finance-officer"), claim.id());
                        default -> recoveries.answer(actor, claim.id(), random.nextBoolean(), "答复");
                    }
                });
    }

    private void sumsHold(long seed, int step) {
        var faults = jdbc.sql("""
                        select 'unbalanced' from ledger.entry having coalesce(sum(fen), 0) <> 0
                        union all select 'below its floor' from ledger.balance where not floorless and fen < 0
                        union all select 'paid past its notice' from payment.payment p join award.award w on w.id = p.award
                          where not exists (select 1 from notice.notice n where n.case_file = w.case_file and n.state = 'ENDED')
                        union all select 'more than awarded' from award.award w where w.fen <
                          (select coalesce(sum(b.fen), 0) from ledger.account a join ledger.balance b on b.account = a.id where a.matter = w.id::text and a.kind in ('COMMITTED', 'PAYABLE', 'PAID'))
                        union all select 'matched more than received' from award.higher_award h where h.received <
                          (select coalesce(sum(b.fen), 0) from ledger.account a join ledger.balance b on b.account = a.id where a.matter = h.id::text and a.kind = 'MATCHED')
                        union all select 'arrived is not paid' from award.award w where
                          (select coalesce(sum(p.fen), 0) from payment.payment p where p.award = w.id and p.state in ('ARRIVED', 'OFFSET')) <>
                          (select coalesce(sum(b.fen), 0) from ledger.account a join ledger.balance b on b.account = a.id where a.matter = w.id::text and a.kind = 'PAID')
                        """).query(String.class).list();
        assertThat(faults).as("seed %d, step %d", seed, step).isEmpty();
    }
}
