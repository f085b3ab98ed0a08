package org.zhongchuang.money;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhongchuang.Browser;
import org.zhongchuang.PlainBrowser;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.kernel.Constraint;
import org.zhongchuang.ground.sheet.CsvTable;
import org.zhongchuang.money.award.Award;
import org.zhongchuang.money.award.Granting;
import org.zhongchuang.money.award.HigherAwards;
import org.zhongchuang.money.award.Spendings;
import org.zhongchuang.money.bank.ResultFile;
import org.zhongchuang.money.bank.ResultFile.Reading;
import org.zhongchuang.money.bank.ResultFile.Result;
import org.zhongchuang.money.ledger.Account;
import org.zhongchuang.money.ledger.Account.Kind;
import org.zhongchuang.money.ledger.Budgets;
import org.zhongchuang.money.ledger.Posting;
import org.zhongchuang.money.ledger.Posting.Act;
import org.zhongchuang.money.offer.Offer;
import org.zhongchuang.money.payment.Batch;
import org.zhongchuang.money.payment.BatchStep;
import org.zhongchuang.money.payment.Paying;
import org.zhongchuang.money.payment.Payment;
import org.zhongchuang.money.payment.PaymentFiles;
import org.zhongchuang.money.recovery.Claim;
import org.zhongchuang.money.recovery.Recovering;
import org.zhongchuang.procedure.casework.CaseId;
import org.zhongchuang.procedure.casework.Handling;
import org.zhongchuang.procedure.casework.Handling.Reason;
import org.zhongchuang.procedure.casework.Outcome.Part;
import org.zhongchuang.procedure.casework.Step;
import org.zhongchuang.procedure.casework.Ticket;

/** Money from budget to beneficiary and back: through the use cases, at once from many sides, and past the code. */
class MoneyTests extends MoneyCity {

    @LocalServerPort
    private int port;

    private static final int CONTENDERS = 100;

    @Test
    void anAwardGoesFromDecisionToTheBeneficiaryAndEachStepShows() {
        var operator = newOperator();
        var award = awarded(operator);
        assertThat(awards.standing(award.id()))
                .isEqualTo(new Award.Standing(AWARD, Fen.ZERO, Fen.ZERO, Fen.ZERO, Fen.ZERO));
        give(operator, "622200000000" + new Random(award.hashCode()).nextInt(1000, 9999));
        var batch = sent();
        assertThat(awards.standing(award.id()))
                .isEqualTo(new Award.Standing(Fen.ZERO, AWARD, Fen.ZERO, Fen.ZERO, Fen.ZERO));
        assertThat(settle(actor("finance-officer"), batch.id(), all(batch, true)))
                .isInstanceOf(Paying.Done.class);
        assertThat(settle(actor("finance-officer"), batch.id(), all(batch, true)))
                .isInstanceOf(Paying.Done.class);
        assertThat(awards.standing(award.id()))
                .isEqualTo(new Award.Standing(Fen.ZERO, Fen.ZERO, AWARD, Fen.ZERO, Fen.ZERO));
        assertThat(batches.find(batch.id()).orElseThrow().state()).isEqualTo(Batch.State.SETTLED);
        booksHold();
    }

    @Test
    void whatBouncesIsPaidAgainOnlyToAnotherAccountAndIsOrderedOnce() {
        var operator = newOperator();
        var award = awarded(operator);
        give(operator, "622211110001");
        var batch = sent();
        settle(actor("finance-officer"), batch.id(), all(batch, false));
        payments.settle();
        assertThat(payments.queue(actor("finance-officer")))
                .noneMatch(one -> one.award().equals(award.id()));
        give(operator, "622211110002");
        while (accounts.of(operator.organisation())
                .getFirst()
                .usableFrom()
                .orElseThrow()
                .isAfter(LocalDate.now(clock))) {
            time.pushTo(LocalDate.now(clock).plusDays(1));
        }
        var again = sent();
        settle(actor("finance-officer"), again.id(), all(again, true));
        assertThat(awards.standing(award.id()))
                .isEqualTo(new Award.Standing(Fen.ZERO, Fen.ZERO, AWARD, Fen.ZERO, Fen.ZERO));
        assertThat(payments.ofAward(award.id()))
                .extracting(one -> one.state())
                .containsExactly(Payment.State.BOUNCED, Payment.State.ARRIVED);
        booksHold();
    }

    @Test
    void aHolderIsOneLineOfVisibleCharactersAndNeverAFormulaForTheTreasury() {
        var operator = newOperator();
        var formula = "=HYPERLINK(\"http://evil.test/?x\",\"退款\")";
        for (var name : List.of(formula + "\n公司", "演示\t户名", "演示\u202E户名", "演示户名\u0000", "户", "名".repeat(81))) {
            assertThat(accounts.enter(operator, name, "演示银行", "622255550001"))
                    .as(name)
                    .isEqualTo(new Paying.Refused(Paying.Reason.NO_HOLDER));
            assertThat(accounts.enter(operator, "演示户名", name, "622255550001"))
                    .as(name)
                    .isEqualTo(new Paying.Refused(Paying.Reason.NO_BANK));
        }
        assertThat(accounts.of(operator.organisation())).isEmpty();

        awarded(operator);
        give(operator, formula, "622255550001");
        var batch = sent();
        var out = new StringWriter();
        try (var table = CsvTable.to(out, PaymentFiles.COLUMNS)) {
            files.csv(batch, payments.ofBatch(batch.id()), table);
        }
        assertThat(out.toString()).contains("\"'=HYPERLINK(").doesNotContain("\"=HYPERLINK(", ",=HYPERLINK(");
    }

    @Test
    void aReplacedAccountIsNotPaidToBeforeItsWaitingTimeIsOver() {
        var operator = newOperator();
        give(operator, "622233330001");
        awarded(operator);
        give(operator, "622233330002");
        payments.settle();
        var paid = makeBatch.make(actor("finance-officer"));
        assertThat(paid instanceof Paying.Done(var id) ? payments.ofBatch(id) : List.<Payment>of())
                .noneMatch(one -> one.name().equals("演示·资金测试空间") && one.tail().equals("0002"));
    }

    @Test
    void makingApprovingAndSendingTakeDifferentPeopleInCodeAndInTheSchema() {
        var operator = newOperator();
        awarded(operator);
        give(operator, "622244440001");
        payments.settle();
        var id = ((Paying.Done) makeBatch.make(actor("finance-officer"))).id();
        assertThat(approve(actor("finance-officer"), id)).isEqualTo(new Paying.Refused(Paying.Reason.SAME_PERSON));
        approve(actor("finance-officer-2"), id);
        approve(actor("finance-officer-3"), id);
        assertThat(send(actor("finance-officer-2"), id)).isEqualTo(new Paying.Refused(Paying.Reason.SAME_PERSON));
        assertThatThrownBy(() -> jdbc.sql(
                                "update payment.batch set state = 'SENT', sent_by = made_by, sent_at = now(), sha256 = 'x' where id = :id")
                        .param("id", id)
                        .update())
                .isInstanceOf(DataAccessException.class);
        drop(actor("finance-officer"), id);
    }

    @Test
    void anOldPageMovesNoBatchAndWhoGivesOneUpSaysWhy() {
        awarded(newOperatorWithAccount());
        payments.settle();
        var id = ((Paying.Done) makeBatch.make(actor("finance-officer"))).id();
        var read = batches.find(id).orElseThrow().version();
        assertThat(batches.approve(actor("finance-officer-2"), id, read)).isInstanceOf(Paying.Done.class);
        assertThat(batches.drop(actor("finance-officer-3"), id, read, "不再需要"))
                .isEqualTo(new Paying.Refused(Paying.Reason.STALE));
        assertThat(batches.approve(actor("finance-officer-3"), id, read))
                .isEqualTo(new Paying.Refused(Paying.Reason.STALE));
        assertThat(batches.drop(actor("finance-officer-3"), id, read + 1, " "))
                .isEqualTo(new Paying.Refused(Paying.Reason.NO_REASON));
        assertThat(batches.drop(actor("finance-officer-3"), id, read + 1, "户名有误"))
                .isInstanceOf(Paying.Done.class);

        assertThat(batches.history(id))
                .extracting(BatchStep::what, BatchStep::who, BatchStep::words)
                .containsExactly(
                        tuple(BatchStep.What.MADE, actor("finance-officer").name(), ""),
                        tuple(BatchStep.What.FIRST, actor("finance-officer-2").name(), ""),
                        tuple(BatchStep.What.DROPPED, actor("finance-officer-3").name(), "户名有误"));
    }

    private Actor newOperatorWithAccount() {
        var operator = newOperator();
        give(operator, "622244440009");
        return operator;
    }

    @Test
    void whoeverMakesTheSecondBatchIsToldThatNothingWaitsOrThatAccountsAreMissing() {
        var officer = actor("f330482-1");
        var first = makeBatch.make(officer);
        var waiting = jdbc.sql("""
                        select count(*) from payment.payment p join award.award w on w.id = p.award where p.state = 'QUEUED' and w.payer = '330482'
                        """).query(Long.class).single();

        assertThat(makeBatch.make(officer))
                .isEqualTo(new Paying.Refused(
                        waiting == 0 ? Paying.Reason.NOTHING_QUEUED : Paying.Reason.NO_USABLE_ACCOUNT));
        if (first instanceof Paying.Done(var batch)) {
            drop(officer, batch);
        }
    }

    @Test
    void whatCannotBeClaimedIsToldAsWhatItIs() {
        var operator = newOperator();
        var space = newSpace(operator).id();

        assertThat(begin.begin(operator, "no-such-programme", space, ""))
                .isEqualTo(new Handling.Refused(Reason.NO_SUCH_PROGRAMME));
        assertThat(begin.begin(operator, "award-match", newSpace(newOperator()).id(), ""))
                .isEqualTo(new Handling.Refused(Reason.NOT_YOUR_SUBJECT));
    }

    @Test
    void aMatchNeverExceedsWhatHasArrivedFromAboveAndIsGivenOnce() {
        var operator = newOperator();
        var space = newSpace(operator);
        var match = higherAward(space, AWARD);
        assertThat(begin.begin(operator, "award-match", space.id(), match.toString()))
                .isEqualTo(new Handling.Refused(Reason.NO_GROUND));
        assertThat(higher.verify(actor("city1"), match, AWARD, "凭证"))
                .isEqualTo(new Granting.Refused(Granting.Reason.SAME_PERSON));
        higher.verify(actor("city2"), match, AWARD, "凭证");
        var id = published(operator, space, match);
        assertThat(decide.grant(actor("decider1"), id, ticket(id), "测试文〔2017〕1号", CITY, List.of()))
                .isInstanceOf(Handling.Refused.class);
        waitOut(id);
        fund("award-match", AWARD);
        assertThat(decide.grant(actor("decider1"), id, ticket(id), "测试文〔2017〕1号", "", List.of()))
                .isEqualTo(new Handling.Refused(Reason.NO_PAYER));
        done(decide.grant(actor("decider1"), id, ticket(id), "测试文〔2017〕1号", CITY, List.of()));
        assertThat(begin.begin(operator, "award-match", space.id(), match.toString()))
                .isInstanceOf(Handling.Refused.class);
        assertThat(higher.withdraw(actor("city2"), match, "上级撤回"))
                .isEqualTo(new Granting.Refused(Granting.Reason.MATCHED_ALREADY));
        assertThat(higher.record(
                        actor("city1"),
                        new HigherAwards.Entry(
                                higher.find(match).orElseThrow().document(),
                                "province",
                                "再一次",
                                space.id(),
                                new Fen(5),
                                LocalDate.of(2016, 5, 1))))
                .isEqualTo(new Granting.Refused(Granting.Reason.HIGHER_RECORDED));
        booksHold();
    }

    @Test
    void aGrantInPartsIsPaidPartByPartAsItsMilestonesAreMet() {
        var operator = newOperator();
        var space = newSpace(operator);
        var match = higherAward(space, AWARD);
        higher.verify(actor("city2"), match, AWARD, "凭证");
        var id = published(operator, space, match);
        waitOut(id);
        fund("award-match", AWARD);
        assertThat(decide.grant(
                        actor("decider1"),
                        id,
                        ticket(id),
                        "测试文〔2017〕1号",
                        CITY,
                        List.of(new Part(HALF, ""), new Part(HALF, ""))))
                .isEqualTo(new Handling.Refused(Reason.PARTS_DIFFER));
        done(decide.grant(
                actor("decider1"),
                id,
                ticket(id),
                "测试文〔2017〕1号",
                CITY,
                List.of(new Part(QUARTER, ""), new Part(QUARTER.times(3), "验收合格"))));
        var award = awards.byNumber(cases.find(id).orElseThrow().caseNumber()).orElseThrow();
        payments.settle();
        assertThat(payments.ofAward(award.id())).hasSize(1);
        assertThatThrownBy(() -> jdbc.sql(
                                "insert into payment.payment values (gen_random_uuid(), :award, 2, 1, :fen, null, null, 'QUEUED', now())")
                        .param("award", award.id().value())
                        .param("fen", QUARTER.times(3).value())
                        .update())
                .isInstanceOf(DataAccessException.class);
        assertThat(awards.meet(actor("city1"), award.id(), 2)).isTrue();
        payments.settle();
        assertThat(payments.ofAward(award.id())).hasSize(2);
    }

    @Test
    void withoutEnoughBudgetNothingIsDecided() {
        var operator = newOperator();
        var space = newSpace(operator);
        var match = higherAward(space, Fen.ofYuan(900_000_000));
        higher.verify(actor("city2"), match, Fen.ofYuan(900_000_000), "凭证");
        var id = published(operator, space, match);
        waitOut(id);
        assertThat(decide.grant(actor("decider1"), id, ticket(id), "测试文〔2017〕1号", CITY, List.of()))
                .isEqualTo(new Handling.Refused(Reason.NO_BUDGET));
        assertThat(cases.find(id).orElseThrow().step()).isEqualTo(Step.DECISION);
        booksHold();
    }

    @Test
    void ofManyWhoWantTheLastOfABudgetExactlyOneGetsIt() throws Exception {
        var operator = newOperator();
        var ids = new ArrayList<CaseId>();
        for (int i = 0; i < CONTENDERS; i++) {
            var space = newSpace(operator);
            var match = higherAward(space, AWARD);
            higher.verify(actor("city2"), match, AWARD, "凭证");
            ids.add(published(operator, space, match));
        }
        ids.forEach(this::waitOut);
        var budget = new Account(Kind.BUDGET, AREA, LocalDate.now(clock).getYear(), "award-match", "");
        var left = ledger.balance(budget).value();
        budget(
                "f330402-1",
                List.of(new Budgets.Line(
                        LocalDate.now(clock).getYear(),
                        "award-match",
                        new Fen(AWARD.value() - left % AWARD.value()),
                        "测试财" + UUID.randomUUID().toString().substring(0, 8))));
        var room = ledger.balance(budget).value() / AWARD.value();
        // Leave exactly one award's worth.
        if (room > 1) {
            budget(
                    "f330402-1",
                    List.of(new Budgets.Line(
                            LocalDate.now(clock).getYear(),
                            "award-match",
                            AWARD.times(1 - room),
                            "测试减" + UUID.randomUUID().toString().substring(0, 8))));
        }
        var tickets = ids.stream().collect(java.util.stream.Collectors.toMap(id -> id, this::ticket));
        var outcomes = atOnce(ids.stream()
                .<Callable<Boolean>>map(id -> () -> decide.grant(
                                actor("decider1"),
                                id,
                                Objects.requireNonNull(tickets.get(id)),
                                "测试文〔2017〕1号",
                                AREA,
                                List.of())
                        instanceof Handling.Done)
                .toList());
        assertThat(Collections.frequency(outcomes, true)).isOne();
        assertThat(ledger.balance(budget)).isEqualTo(Fen.ZERO);
        booksHold();
    }

    @Test
    void oneMatchClaimedAndDecidedByManyAtOnceIsOneCaseAndOneDecision() throws Exception {
        var operator = newOperator();
        var space = newSpace(operator);
        var match = higherAward(space, AWARD);
        higher.verify(actor("city2"), match, AWARD, "凭证");
        fund("award-match", AWARD);
        var begun = atOnce(Collections.nCopies(
                20, () -> begin.begin(operator, "award-match", space.id(), match.toString()) instanceof Handling.Done));
        assertThat(Collections.frequency(begun, true)).isOne();
        var id = new CaseId(jdbc.sql("select id from casework.case_file where space = :space")
                .param("space", space.id().value())
                .query(UUID.class)
                .single());
        var draft = ticket(id);
        var moved = atOnce(List.of(
                () -> filing.file(operator, id, draft, true) instanceof Handling.Done,
                () -> filing.withdraw(operator, id, new Ticket(draft.version(), UUID.randomUUID()))
                        instanceof Handling.Done));
        assertThat(Collections.frequency(moved, true)).isOne();

        var other = newSpace(operator);
        var second = higherAward(other, AWARD);
        higher.verify(actor("city2"), second, AWARD, "凭证");
        var ready = published(operator, other, second);
        waitOut(ready);
        var version = ticket(ready).version();
        var decided = atOnce(List.of(
                () -> decide.grant(
                                actor("decider1"),
                                ready,
                                new Ticket(version, UUID.randomUUID()),
                                "测试文〔2017〕1号",
                                CITY,
                                List.of())
                        instanceof Handling.Done,
                () -> decide.grant(
                                actor("decider2"),
                                ready,
                                new Ticket(version, UUID.randomUUID()),
                                "测试文〔2017〕1号",
                                CITY,
                                List.of())
                        instanceof Handling.Done));
        assertThat(Collections.frequency(decided, true)).isOne();
        booksHold();
    }

    @Test
    void oneBatchSentTwiceAtOnceIsSentOnceAndApprovingAndDroppingExcludeEachOther() throws Exception {
        var operator = newOperator();
        var award = awarded(operator);
        give(operator, "622255550001");
        payments.settle();
        var id = ((Paying.Done) makeBatch.make(actor("finance-officer"))).id();
        approve(actor("finance-officer-2"), id);
        approve(actor("finance-officer-3"), id);
        var outcomes = atOnce(List.of(
                () -> send(actor("finance-officer-4"), id) instanceof Paying.Done,
                () -> send(actor("finance-officer-4"), id) instanceof Paying.Done,
                () -> drop(actor("finance-officer"), id) instanceof Paying.Done));
        assertThat(Collections.frequency(outcomes, true)).isOne();
        var standing = awards.standing(award.id());
        assertThat(standing.committed().plus(standing.payable())).isEqualTo(AWARD);
        booksHold();
    }

    @Test
    void theSchemaItselfRefusesEveryWayAroundTheRules() {
        for (var attack : List.of(
                "insert into ledger.posting (key, act, day, at, note, leaf) values ('x-1', 'PAID', current_date, now(), '', '');"
                        + "insert into ledger.entry select p.id, 1, (select min(id) from ledger.account), 1 from ledger.posting p where p.key = 'x-1'",
                "insert into ledger.entry select min(p.id), 99, (select min(id) from ledger.account), 1 from ledger.posting p",
                "update ledger.balance set fen = fen + 1",
                "delete from ledger.entry",
                "update ledger.posting set note = 'x'",
                "truncate ledger.sealed",
                "update award.award set fen = fen - 1",
                "select ledger.post(array['x-2'], array['PAID'], array[null::uuid], array[current_date], array[''], now(), null, array[1,1], array['PAYABLE','PAID'], array['330400','330400'], array[2017,2017], array['award-match','award-match'], array['',''], array[-1::bigint,1])",
                "select ledger.post(array['x-3'], array['BUDGETED'], array[null::uuid], array[current_date], array[''], now(), null, array[1,1], array['APPROPRIATION','PAID'], array['330400','330400'], array[2017,2017], array['award-match','award-match'], array['',''], array[-1::bigint,1])",
                "select ledger.post(array['x-4'], array['BUDGETED'], array[null::uuid], array[current_date], array[''], now(), null, array[1,1], array['APPROPRIATION','BUDGET'], array['330400','330400'], array[2017,2017], array['award-match','award-match'], array['',''], array[-1::bigint,2])",
                "select ledger.post(array['x-5'], array['CUT'], array[null::uuid], array[current_date], array[''], now(), null, array[1,1], array['BUDGET','APPROPRIATION'], array['330400','330400'], array[2017,2017], array['award-match','award-match'], array['',''], array[-900000000000000::bigint,900000000000000])")) {
            assertThatThrownBy(() -> attackAsOwner(attack)).as(attack).isInstanceOf(DataAccessException.class);
        }
        booksHold();
    }

    @Test
    void theSameKeyIsOnePostingAndWithOtherContentARefusal() {
        var key = "test:" + UUID.randomUUID();
        var budget = new Account(Kind.BUDGET, CITY, 2019, "award-match", "");
        var posting = Posting.move(key, Act.BUDGETED, null, "测试", budget.as(Kind.APPROPRIATION), budget, new Fen(100));
        assertThat(post(posting)).isOne();
        assertThat(post(posting)).isZero();
        assertThat(ledger.balance(budget)).isGreaterThanOrEqualTo(new Fen(100));
        assertThatThrownBy(() -> post(Posting.move(
                        key, Act.BUDGETED, null, "测试", budget.as(Kind.APPROPRIATION), budget, new Fen(101))))
                .isInstanceOfSatisfying(
                        DataIntegrityViolationException.class,
                        broken -> assertThat(Constraint.brokenBy(broken)).contains("a_key_means_one_posting"));
    }

    private int post(Posting posting) {
        return Objects.requireNonNull(
                new TransactionTemplate(manager).execute(_ -> ledger.post(null, List.of(posting))));
    }

    @Test
    void aBalanceHeldInSeveralRowsGivesOutAllOfItAndNotAFenMore() throws Exception {
        var budget = new Account(Kind.BUDGET, CITY, 2030, "test-" + UUID.randomUUID(), "");
        post(Posting.move(
                "t:" + UUID.randomUUID(),
                Act.BUDGETED,
                null,
                "测试",
                budget.as(Kind.APPROPRIATION),
                budget,
                new Fen(100)));
        var outcomes = atOnce(Collections.nCopies(8, () -> {
            var taken = 0;
            for (int i = 0; i < 20; i++) {
                try {
                    taken += post(Posting.move(
                            "t:" + UUID.randomUUID(),
                            Act.CUT,
                            null,
                            "测试",
                            budget,
                            budget.as(Kind.APPROPRIATION),
                            new Fen(1)));
                } catch (DataIntegrityViolationException _) {
                    return taken >= 0;
                }
            }
            return true;
        }));
        assertThat(outcomes).containsOnly(true);
        assertThat(ledger.balance(budget)).isEqualTo(Fen.ZERO);
    }

    @Test
    void anOfferIsFoundByItselfAndNobodyIsPaidWithoutSayingYes() {
        var operator = newOperator();
        var space = newSpace(operator);
        var match = higherAward(space, AWARD);
        higher.verify(actor("city2"), match, AWARD, "凭证");
        finding.settle();
        finding.settle();
        var offer = offers.mine(operator).getFirst();
        assertThat(offers.mine(operator)).hasSize(1);
        assertThat(offer.fen()).isEqualTo(AWARD);
        assertThat(offers.answer(newOperator(), offer.id(), true)).isEqualTo(new Handling.Refused(Reason.NOT_YOURS));
        var id = done(offers.answer(operator, offer.id(), true));
        assertThat(cases.find(id).orElseThrow().step()).isEqualTo(Step.ACCEPTANCE);
        assertThat(offers.answer(operator, offer.id(), true)).isInstanceOf(Handling.Refused.class);
        assertThat(offers.mine(operator).getFirst().state()).isEqualTo(Offer.State.ACCEPTED);
    }

    @Test
    void moneyClaimedBackComesBackOnceAndAnAppealStopsTheCollecting() {
        var operator = newOperator();
        var award = awarded(operator);
        give(operator, "622266660001");
        var batch = sent();
        settle(actor("finance-officer"), batch.id(), all(batch, true));
        assertThat(proposeRecovery.propose(
                        actor("city1"), award.id(), AWARD.plus(new Fen(1)), Claim.Ground.FACTS, "核查发现奖励金额登记有误，应予更正"))
                .isEqualTo(new Recovering.Refused(Recovering.Reason.MORE_THAN_PAID));
        var id = ((Recovering.Done) proposeRecovery.propose(
                        actor("city1"), award.id(), HALF, Claim.Ground.DECEPTION, "核查发现虚报，应予追回相应部分资金"))
                .id();
        assertThat(proposeRecovery.propose(
                        actor("city1"), award.id(), new Fen(100), Claim.Ground.FACTS, "同一笔资金再提出一次追回，应予指明原件"))
                .isInstanceOfSatisfying(Recovering.Refused.class, refused -> {
                    assertThat(refused.reason()).isEqualTo(Recovering.Reason.OPEN_ALREADY);
                    assertThat(refused.inTheWay().orElseThrow().address()).isEqualTo("/recoveries/" + id);
                });
        assertThat(recoveries.confirm(actor("city1"), id, "测试追〔2017〕1号"))
                .isEqualTo(new Recovering.Refused(Recovering.Reason.SAME_PERSON));
        recoveries.confirm(actor("city2"), id, "测试追〔2017〕1号");
        recoveries.appeal(operator, id, "事实认定有误，请求复核有关材料");
        assertThat(recoveries.repaid(actor("finance-officer"), id, new Fen(100), "HK-0001"))
                .isEqualTo(new Recovering.Refused(Recovering.Reason.WRONG_STATE));
        recoveries.answer(actor("city2"), id, false, "维持");
        recoveries.repaid(actor("finance-officer"), id, new Fen(100), "HK-0001");
        recoveries.repaid(actor("finance-officer"), id, new Fen(100), "HK-0001");
        assertThat(claims.find(id).orElseThrow().due()).isEqualTo(HALF.minus(new Fen(100)));
        recoveries.repaid(actor("finance-officer"), id, HALF.minus(new Fen(100)), "HK-0002");
        assertThat(claims.find(id).orElseThrow().state()).isEqualTo(Claim.State.SETTLED);
        var other = higherAward(spaces.find(award.subject()).orElseThrow(), new Fen(500));
        higher.verify(actor("city2"), other, new Fen(500), "凭证");
        var banned = done(begin.begin(operator, "award-match", award.subject(), other.toString()));
        assertThat(filing.file(operator, banned, ticket(banned), true)).isEqualTo(new Handling.Refused(Reason.BANNED));
        booksHold();
    }

    @Test
    void theRecordOfActsHasThePlanOfAnAwardInPlainFen() {
        var operator = newOperator();
        var award = awarded(operator);
        spendings.plan(
                operator,
                award.id(),
                new TreeMap<>(Map.of(Spendings.Item.RENT, HALF, Spendings.Item.TOOLS, new Fen(5))));
        assertThat(jdbc.sql("select detail from audit.entry where act = 'award.plan' and subject = :award")
                        .param("award", award.id().toString())
                        .query(String.class)
                        .single())
                .isEqualTo("{RENT=10000000, TOOLS=5}");
    }

    @Test
    void noMoreIsSpentThanHasArrivedAndEachVoucherCountsOnce() {
        var operator = newOperator();
        var award = awarded(operator);
        var rent = new Spendings.Spending(
                award.id().value(),
                Spendings.Item.RENT,
                LocalDate.of(2017, 1, 2),
                "PZ" + Math.floorMod(award.hashCode(), 1_000_000),
                AWARD,
                "");
        assertThat(spendings.spend(operator, award.id(), rent))
                .isEqualTo(new Granting.Refused(Granting.Reason.MORE_THAN_PAID));
        give(operator, "622277770001");
        var batch = sent();
        settle(actor("finance-officer"), batch.id(), all(batch, true));
        assertThat(spendings.spend(operator, award.id(), rent)).isInstanceOf(Granting.Done.class);
        assertThat(spendings.spend(operator, award.id(), rent)).isInstanceOf(Granting.Refused.class);
    }

    @Test
    void resultsAreReadFromBothFormatsAndNothingElse() {
        var id = UUID.randomUUID();
        assertThat(ResultFile.read((id + ",到账,12.50,").getBytes(UTF_8)))
                .isEqualTo(new Reading.Said(List.of(new Result(id, true, new Fen(1250), ""))));
        var pain =
                "<Document><TxInfAndSts><OrgnlEndToEndId>%s</OrgnlEndToEndId><TxSts>RJCT</TxSts><StsRsnInf><AddtlInf>账号有误</AddtlInf></StsRsnInf><OrgnlTxRef><Amt><InstdAmt Ccy=\"CNY\">12.50</InstdAmt></Amt></OrgnlTxRef></TxInfAndSts></Document>"
                        .formatted(id.toString().replace("-", ""));
        assertThat(ResultFile.read(pain.getBytes(UTF_8)))
                .isEqualTo(new Reading.Said(List.of(new Result(id, false, new Fen(1250), "账号有误"))));
        for (var bad : List.of(
                "",
                "hello",
                "<a",
                "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>",
                id + ",到账,x,",
                id + ",maybe,1.00,")) {
            assertThat(ResultFile.read(bad.getBytes(UTF_8))).as(bad).isInstanceOf(Reading.Wrong.class);
        }
    }

    @Test
    void resultsAreReadFromASpreadsheetBelowItsTitleToo() throws Exception {
        var id = UUID.randomUUID();
        var out = new ByteArrayOutputStream();
        try (var book = new HSSFWorkbook()) {
            var sheet = book.createSheet();
            sheet.createRow(0).createCell(0).setCellValue("支付结果");
            var headings = sheet.createRow(1);
            headings.createCell(0).setCellValue("笔号");
            headings.createCell(1).setCellValue("结果");
            var row = sheet.createRow(2);
            row.createCell(0).setCellValue(id.toString());
            row.createCell(1).setCellValue("退票");
            row.createCell(2).setCellValue(1234.56);
            row.createCell(3).setCellValue("账号有误");
            book.write(out);
        }

        assertThat(ResultFile.read(out.toByteArray()))
                .isEqualTo(new Reading.Said(List.of(new Result(id, false, new Fen(123_456), "账号有误"))));
    }

    @Test
    void whatIsWrongInAResultIsToldByLineAndColumnWithARightLineBesideIt() {
        var operator = newOperator();
        var award = awarded(operator);
        give(operator, "622299990001");
        payments.settle();
        var made = ((Paying.Done) makeBatch.make(actor("finance-officer"))).id();
        approve(actor("finance-officer-2"), made);
        approve(actor("finance-officer-3"), made);
        send(actor("finance-officer-4"), made);
        var batch = batches.find(made).orElseThrow();
        var id = payments.ofAward(award.id()).getFirst().id();
        try (var officer = PlainBrowser.at("http://localhost:" + port).signsIn("finance-officer")) {
            for (var wrong : Map.of(
                            "笔号,结果,金额\n坏的号,到账,1.00,",
                            "第2行第1列“笔号”写的是“坏的号”",
                            id + ",到了,1.00,",
                            "第1行第2列“结果”写的是“到了”，应为“到账”或“退票”",
                            id + ",到账,,",
                            "第1行第3列“金额”是空的")
                    .entrySet()) {
                var page = officer.uploads(
                                "/finance/batches/" + batch.id() + "/results",
                                Map.of("version", "" + batch.version()),
                                "回单.csv",
                                wrong.getKey().getBytes(UTF_8))
                        .body();
                assertThat(page)
                        .contains("id=\"file-mistake\"", wrong.getValue(), "data-refused=\"NOT_A_RESULT\"")
                        .containsPattern("data-sample>[^<]+,到账,[0-9.]+,");
            }
        }
    }

    @Test
    void theFileForTheBankIsForNobodyBeforeTheBatchIsApprovedAndSent() {
        var operator = newOperator();
        awarded(operator);
        give(operator, "622299990001");
        payments.settle();
        var id = ((Paying.Done) makeBatch.make(actor("finance-officer"))).id();
        var maker = Browser.of(port, actor("finance-officer"));
        for (var name : List.of("pain.001.xml", "payments.csv")) {
            assertThat(maker.open("/finance/batches/" + id + "/" + name))
                    .as(name)
                    .isEqualTo(409);
            assertThat(maker.body()).doesNotContain("622299990001");
        }

        approve(actor("finance-officer-2"), id);
        approve(actor("finance-officer-3"), id);
        assertThat(maker.open("/finance/batches/" + id + "/payments.csv")).isEqualTo(409);
        send(actor("finance-officer-4"), id);
        assertThat(maker.open("/finance/batches/" + id + "/payments.csv")).isEqualTo(200);
        assertThat(maker.body()).contains("622299990001");
    }

    @Test
    void accountNumbersAreNeitherReadableInTheDatabaseNorShown() {
        var operator = newOperator();
        give(operator, "6222888899990001");
        assertThat(accounts.of(operator.organisation()).toString())
                .doesNotContain("6222888899990001")
                .contains("0001");
        assertThat(jdbc.sql(
                                "select count(*) from payment.bank_account where bank_account::text like '%6222888899990001%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
