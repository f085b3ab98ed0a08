package org.zhongchuang.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.zhongchuang.Newcomer;
import org.zhongchuang.TestCity;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.ground.access.Accounts;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.calendar.DemonstrationTime;
import org.zhongchuang.ground.kernel.PlainForm;
import org.zhongchuang.money.award.Award;
import org.zhongchuang.money.award.Awards;
import org.zhongchuang.money.award.Granting;
import org.zhongchuang.money.award.HigherAwards;
import org.zhongchuang.money.award.Spendings;
import org.zhongchuang.money.bank.ResultFile.Result;
import org.zhongchuang.money.ledger.Budgeting;
import org.zhongchuang.money.ledger.Budgets;
import org.zhongchuang.money.ledger.Ledger;
import org.zhongchuang.money.ledger.VerifyLedger;
import org.zhongchuang.money.offer.FindOffers;
import org.zhongchuang.money.offer.Offers;
import org.zhongchuang.money.payment.BankAccounts;
import org.zhongchuang.money.payment.BankResults;
import org.zhongchuang.money.payment.Batch;
import org.zhongchuang.money.payment.MakeBatch;
import org.zhongchuang.money.payment.Paying;
import org.zhongchuang.money.payment.PaymentBatches;
import org.zhongchuang.money.payment.PaymentFiles;
import org.zhongchuang.money.payment.Payments;
import org.zhongchuang.money.recovery.Claims;
import org.zhongchuang.money.recovery.ProposeRecovery;
import org.zhongchuang.money.recovery.Recoveries;
import org.zhongchuang.procedure.casework.CaseFile;
import org.zhongchuang.procedure.casework.CaseId;
import org.zhongchuang.procedure.casework.Handling;
import org.zhongchuang.procedure.casework.Step;
import org.zhongchuang.procedure.casework.Ticket;
import org.zhongchuang.procedure.decision.DecideCase;
import org.zhongchuang.procedure.filing.BeginCase;
import org.zhongchuang.procedure.filing.FileCase;
import org.zhongchuang.procedure.inbox.Cases;
import org.zhongchuang.procedure.review.CityActs;
import org.zhongchuang.procedure.review.CountyActs;
import org.zhongchuang.procedure.review.NoticeActs;
import org.zhongchuang.records.registry.Builder;
import org.zhongchuang.records.registry.Carrier;
import org.zhongchuang.records.registry.Kinds;
import org.zhongchuang.records.registry.Space;
import org.zhongchuang.records.registry.Spaces;

/** A city with what it takes to move money through it. */
abstract class MoneyCity extends TestCity {

    static final String CITY = "330400";
    static final String AREA = "330402";
    static final Fen AWARD = Fen.ofYuan(200_000);
    static final Fen HALF = Fen.ofYuan(100_000);
    static final Fen QUARTER = Fen.ofYuan(50_000);

    @Autowired
    Accounts people;

    @Autowired
    Spaces spaces;

    @Autowired
    HigherAwards higher;

    @Autowired
    BeginCase begin;

    @Autowired
    FileCase filing;

    @Autowired
    CountyActs county;

    @Autowired
    CityActs city;

    @Autowired
    NoticeActs noticeActs;

    @Autowired
    DecideCase decide;

    @Autowired
    Cases cases;

    @Autowired
    Awards awards;

    @Autowired
    Spendings spendings;

    @Autowired
    Budgets budgets;

    @Autowired
    Ledger ledger;

    @Autowired
    VerifyLedger verifying;

    @Autowired
    Payments payments;

    @Autowired
    PaymentBatches batches;

    @Autowired
    MakeBatch makeBatch;

    @Autowired
    BankResults bankResults;

    @Autowired
    PaymentFiles files;

    @Autowired
    BankAccounts accounts;

    @Autowired
    Offers offers;

    @Autowired
    FindOffers finding;

    @Autowired
    Recoveries recoveries;

    @Autowired
    ProposeRecovery proposeRecovery;

    @Autowired
    Claims claims;

    @Autowired
    DemonstrationTime time;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    LocalDate day = LocalDate.EPOCH;

    @Autowired
    PlatformTransactionManager manager;

    /** The city's clock is shared: who pushes it sets it back. */
    @BeforeEach
    void rememberTheDay() {
        day = LocalDate.now(clock);
    }

    @AfterEach
    void setTheClockBack() {
        time.setTo(day, LocalTime.of(9, 0));
    }

    Actor actor(String login) {
        return people.appointmentsOf(login).getFirst();
    }

    Actor newOperator() {
        return Newcomer.in(Role.OPERATOR, AREA, people);
    }

    Space newSpace(Actor operator) {
        return spaces.register(
                operator,
                new Space.Profile(
                        "演示·资金测试空间",
                        Kinds.MAKER,
                        Builder.FIRM,
                        Carrier.OTHER,
                        AREA,
                        "测试路二号",
                        LocalDate.of(2015, 1, 1),
                        ""));
    }

    /** A makerspace that was recognised on that day. */
    Space recognisedSpace(Actor operator, LocalDate since) {
        var space = newSpace(operator);
        var file = done(begin.begin(operator, "space-recognition", space.id(), ""));
        jdbc.sql("""
                        insert into recognition.recognised_space
                               (code, case_file, space, name, operator, operator_name, kind, area, address, opened_on, document, recognised_on, status)
                        values (:code, :case, :space, '演示·资金测试空间', :operator, '演示', 'MAKER', :area, '测试路二号', '2015-01-01', '测试文1号', :since, 'ACTIVE')
                        """)
                .param("code", PlainForm.ofCode("JX2016-T-" + UUID.randomUUID()))
                .param("case", file.value())
                .param("space", space.id().value())
                .param("operator", operator.organisation().value())
                .param("area", AREA)
                .param("since", since)
                .update();
        return space;
    }

    CaseFile file(CaseId id) {
        return cases.find(id).orElseThrow();
    }

    Ticket ticket(CaseId id) {
        return new Ticket(file(id).version(), UUID.randomUUID());
    }

    static CaseId done(Handling handling) {
        assertThat(handling).isInstanceOf(Handling.Done.class);
        return ((Handling.Done) handling).file().id();
    }

    UUID higherAward(Space space, Fen fen) {
        var document = "测试省奖" + UUID.randomUUID().toString().substring(0, 8);
        var recorded = higher.record(
                actor("city1"),
                new HigherAwards.Entry(document, "province", "测试奖励", space.id(), fen, LocalDate.of(2016, 5, 1)));
        return ((Granting.Done) recorded).id();
    }

    /** A match filed and accepted, its notice published. */
    CaseId published(Actor operator, Space space, UUID match) {
        var id = done(begin.begin(operator, "award-match", space.id(), match.toString()));
        done(filing.file(operator, id, ticket(id), true));
        done(county.accept(actor("c330402-1"), id, ticket(id)));
        done(county.recommend(actor("c330402-1"), id, ticket(id), "同意"));
        done(noticeActs.publish(actor("city1"), id, ticket(id)));
        return id;
    }

    void waitOut(CaseId id) {
        while (cases.find(id).orElseThrow().step() == Step.NOTICE) {
            time.pushTo(LocalDate.now(clock).plusDays(1));
        }
    }

    Award awarded(Actor operator) {
        var space = newSpace(operator);
        var match = higherAward(space, AWARD);
        higher.verify(actor("city2"), match, AWARD, "凭证一");
        var id = published(operator, space, match);
        waitOut(id);
        fund("award-match", AWARD);
        done(decide.grant(actor("decider1"), id, ticket(id), "测试文〔2017〕1号", CITY, List.of()));
        return awards.byNumber(cases.find(id).orElseThrow().caseNumber()).orElseThrow();
    }

    void fund(String programme, Fen fen) {
        var year = LocalDate.now(clock).getYear();
        budget(
                "finance-officer",
                List.of(new Budgets.Line(
                        year,
                        programme,
                        fen,
                        "测试财" + UUID.randomUUID().toString().substring(0, 8))));
    }

    /** The colleague of an officer approves what they propose. */
    Budgeting budget(String login, List<Budgets.Line> lines) {
        var colleague = login.equals("finance-officer") ? "finance-officer-2" : login.replaceFirst("-1$", "-2");
        return switch (budgets.propose(actor(login), lines)) {
            case Budgeting.Proposed(var id, var many) when many > 0 -> budgets.approve(actor(colleague), id);
            case Budgeting.Proposed _ -> new Budgeting.Done(0);
            case Budgeting other -> other;
        };
    }

    void give(Actor operator, String number) {
        give(operator, "演示户名", number);
    }

    void give(Actor operator, String holder, String number) {
        accounts.enter(operator, holder, "演示银行", number);
        accounts.of(operator.organisation()).stream()
                .filter(one -> !one.confirmed())
                .forEach(one -> accounts.decide(actor("finance-officer-4"), one.id(), true));
    }

    private int version(UUID batch) {
        return batches.find(batch).orElseThrow().version();
    }

    Paying approve(Actor officer, UUID batch) {
        return batches.approve(officer, batch, version(batch));
    }

    Paying send(Actor officer, UUID batch) {
        return batches.send(officer, batch, version(batch));
    }

    Paying drop(Actor officer, UUID batch) {
        return batches.drop(officer, batch, version(batch), "测试撤销");
    }

    Paying settle(Actor officer, UUID batch, List<Result> results) {
        return bankResults.settle(officer, batch, version(batch), results);
    }

    Batch sent() {
        payments.settle();
        var made = (Paying.Done) makeBatch.make(actor("finance-officer"));
        approve(actor("finance-officer-2"), made.id());
        approve(actor("finance-officer-3"), made.id());
        assertThat(send(actor("finance-officer-4"), made.id())).isInstanceOf(Paying.Done.class);
        return batches.find(made.id()).orElseThrow();
    }

    List<Result> all(Batch batch, boolean arrived) {
        return payments.ofBatch(batch.id()).stream()
                .map(one -> new Result(one.id(), arrived, one.fen(), arrived ? "" : "账号有误"))
                .toList();
    }

    void booksHold() {
        var report = verifying.verify();
        assertThat(report.fault()).isEmpty();
    }

    static List<Boolean> atOnce(List<Callable<Boolean>> acts) throws Exception {
        var barrier = new CyclicBarrier(acts.size());
        try (var executor = Executors.newFixedThreadPool(acts.size())) {
            var futures = executor.invokeAll(acts.stream()
                    .<Callable<Boolean>>map(act -> () -> {
                        barrier.await();
                        return act.call();
                    })
                    .toList());
            var outcomes = new ArrayList<Boolean>();
            for (var future : futures) {
                outcomes.add(future.get());
            }
            return outcomes;
        }
    }
}
