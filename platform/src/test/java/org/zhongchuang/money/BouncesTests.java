package org.zhongchuang.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.desk.DeskCards;
import org.zhongchuang.money.award.Award;
import org.zhongchuang.money.bank.Answer;
import org.zhongchuang.money.bank.Answer.Held;
import org.zhongchuang.money.bank.BankAnswers;
import org.zhongchuang.money.bank.ResultFile.Result;
import org.zhongchuang.money.payment.AfterBounce;
import org.zhongchuang.money.payment.Batch;
import org.zhongchuang.money.payment.Bounces;
import org.zhongchuang.money.payment.Paying;
import org.zhongchuang.money.payment.Payment;
import org.zhongchuang.money.payment.PaymentId;
import org.zhongchuang.money.payment.Stop;
import org.zhongchuang.money.recovery.Claim;
import org.zhongchuang.money.recovery.Recovering;

/** Money that comes back from the bank: by whom it is booked, what follows from it, and that it is not claimed back. */
class BouncesTests extends MoneyCity {

    private static final Award.Standing ARRIVED = new Award.Standing(Fen.ZERO, Fen.ZERO, AWARD, Fen.ZERO, Fen.ZERO);
    private static final Award.Standing PROMISED = new Award.Standing(AWARD, Fen.ZERO, Fen.ZERO, Fen.ZERO, Fen.ZERO);

    @Autowired
    private Bounces bounces;

    @Autowired
    private BankAnswers answers;

    @Autowired
    private List<DeskCards> modules;

    /** An award that has arrived, with the batch that paid it. */
    private record Paid(Actor operator, Award award, Batch batch, Payment payment) {}

    private Paid paid() {
        var operator = newOperator();
        var award = awarded(operator);
        give(operator, number());
        var batch = sent();
        settle(actor("finance-officer"), batch.id(), all(batch, true));
        return new Paid(operator, award, batch, payments.ofAward(award.id()).getFirst());
    }

    private static String number() {
        return "62229999%04d".formatted(new Random().nextInt(10_000));
    }

    private static PaymentId id(Paid paid) {
        return new PaymentId(paid.payment().id());
    }

    private int version(Paid paid) {
        return batches.find(paid.batch().id()).orElseThrow().version();
    }

    private Paying say(Paid paid, String login) {
        return bounces.propose(actor(login), paid.batch().id(), version(paid), id(paid), "账号已注销");
    }

    private Paying confirm(Paid paid, String login) {
        return bounces.confirm(actor(login), paid.batch().id(), version(paid), id(paid));
    }

    private Payment.State state(Paid paid) {
        return payments.ofAward(paid.award().id()).getFirst().state();
    }

    @Test
    void aFileOfOnePersonDoesNotTakeAPaidLineBack() {
        var paid = paid();
        settle(actor("finance-officer"), paid.batch().id(), all(paid.batch(), false));
        assertThat(awards.standing(paid.award().id())).isEqualTo(ARRIVED);
        assertThat(state(paid)).isEqualTo(Payment.State.ARRIVED);
        assertThat(bounces.waiting(paid.batch().id())).hasSize(paid.batch().payments());
        settle(actor("finance-officer-3"), paid.batch().id(), all(paid.batch(), false));
        assertThat(bounces.waiting(paid.batch().id())).hasSize(paid.batch().payments());

        assertThat(confirm(paid, "finance-officer")).isEqualTo(new Paying.Refused(Paying.Reason.BOUNCE_BY_ANOTHER));
        assertThat(confirm(paid, "finance-officer-2")).isInstanceOf(Paying.Done.class);
        assertThat(state(paid)).isEqualTo(Payment.State.BOUNCED);
        assertThat(awards.standing(paid.award().id())).isEqualTo(PROMISED);
        booksHold();
    }

    @Test
    void neitherWhoSaysSoNorWhoMadeTheBatchConfirmsABounce() {
        var paid = paid();
        assertThat(say(paid, "finance-officer-2")).isInstanceOf(Paying.Done.class);
        assertThat(confirm(paid, "finance-officer-2")).isEqualTo(new Paying.Refused(Paying.Reason.BOUNCE_BY_ANOTHER));
        assertThat(confirm(paid, "finance-officer")).isEqualTo(new Paying.Refused(Paying.Reason.BOUNCE_BY_ANOTHER));
        assertThatThrownBy(() -> jdbc.sql("""
                                update payment.bounce set state = 'CONFIRMED', decided_at = now(), decided_by = (select made_by from payment.batch where id = :batch)
                                 where payment = :payment
                                """)
                        .param("batch", paid.batch().id())
                        .param("payment", paid.payment().id())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> jdbc.sql("update payment.payment set state = 'BOUNCED' where id = :payment")
                        .param("payment", paid.payment().id())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThat(bounces.refuse(actor("finance-officer-3"), paid.batch().id(), version(paid), id(paid)))
                .isInstanceOf(Paying.Done.class);
        assertThat(state(paid)).isEqualTo(Payment.State.ARRIVED);
        assertThat(confirm(paid, "finance-officer-3")).isEqualTo(new Paying.Refused(Paying.Reason.NO_BOUNCE));
    }

    @Test
    void afterABounceEachPageSaysWhatComesNextUntilItIsPaidAgain() {
        var paid = paid();
        say(paid, "finance-officer-2");
        confirm(paid, "finance-officer-3");
        assertThat(bounces.next(paid.batch().id())).containsEntry(paid.payment().id(), AfterBounce.NEEDS_ACCOUNT);
        accounts.enter(paid.operator(), "演示户名", "演示银行", number());
        assertThat(bounces.next(paid.batch().id())).containsEntry(paid.payment().id(), AfterBounce.TO_CONFIRM);
        var entered = accounts.of(paid.operator().organisation()).stream()
                .filter(one -> !one.confirmed())
                .findFirst()
                .orElseThrow();
        accounts.decide(actor("finance-officer-4"), entered.id(), true);
        payments.settle();
        assertThat(bounces.next(paid.batch().id())).containsEntry(paid.payment().id(), AfterBounce.QUEUED);
        time.pushTo(accounts.of(paid.operator().organisation())
                .getFirst()
                .usableFrom()
                .orElseThrow());
        var again = sent();
        assertThat(awards.standing(paid.award().id()).payable()).isEqualTo(AWARD);
        settle(actor("finance-officer"), again.id(), all(again, true));
        assertThat(bounces.next(paid.batch().id())).containsEntry(paid.payment().id(), AfterBounce.PAID);
        assertThat(awards.standing(paid.award().id())).isEqualTo(ARRIVED);
        booksHold();
    }

    private List<Answer.Came> latest(Batch batch) {
        return jdbc.sql("select came from bank.answer where file = :file order by line")
                .param("file", answers.of(batch.id()).getFirst().id())
                .query((row, _) -> Answer.Came.valueOf(row.getString("came")))
                .list();
    }

    @Test
    void eachLineOfAFileIsToldAndWhatDoesNotFitIsKeptAndChangesNothing() {
        var operator = newOperator();
        var award = awarded(operator);
        give(operator, number());
        var batch = sent();
        var line = all(batch, true).stream()
                .filter(one -> one.payment()
                        .equals(payments.ofAward(award.id()).getFirst().id()))
                .findFirst()
                .orElseThrow();
        var stranger = new Result(UUID.randomUUID(), true, line.fen(), "");
        var more = new Result(line.payment(), true, line.fen().plus(new Fen(1)), "");
        var bounced = new Result(line.payment(), false, line.fen(), "账号有误");

        assertThat(settle(actor("finance-officer"), batch.id(), List.of(line, bounced, more, stranger)))
                .isInstanceOf(Paying.Done.class);
        assertThat(latest(batch))
                .containsExactly(Answer.Came.BOTH, Answer.Came.BOTH, Answer.Came.OTHER_SUM, Answer.Came.OTHER_PAYMENT);
        assertThat(payments.ofAward(award.id()).getFirst().state()).isEqualTo(Payment.State.SENT);

        settle(actor("finance-officer"), batch.id(), List.of(more, line, line, stranger));
        assertThat(latest(batch))
                .containsExactly(
                        Answer.Came.OTHER_SUM, Answer.Came.ARRIVED, Answer.Came.SAME, Answer.Came.OTHER_PAYMENT);
        assertThat(awards.standing(award.id())).isEqualTo(ARRIVED);
        settle(actor("finance-officer-3"), batch.id(), List.of(bounced));
        assertThat(latest(batch)).containsExactly(Answer.Came.CAME_BACK);
        assertThat(answers.of(batch.id())).hasSize(3);
        assertThatThrownBy(() -> jdbc.sql("update bank.answer set came = 'SAME' where batch = :batch")
                        .param("batch", batch.id())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
        booksHold();
    }

    @Test
    void whatBouncedAndIsThenSaidToHaveArrivedIsNotPaidAgainBeforeAnotherHasAskedTheBank() {
        var operator = newOperator();
        var award = awarded(operator);
        give(operator, number());
        var batch = sent();
        settle(actor("finance-officer"), batch.id(), all(batch, false));
        var payment = new PaymentId(payments.ofAward(award.id()).getFirst().id());
        settle(actor("finance-officer-3"), batch.id(), all(batch, true));

        assertThat(latest(batch)).containsOnly(Answer.Came.ARRIVED_AFTER_ALL);
        assertThat(payments.ofAward(award.id()).getFirst().state()).isEqualTo(Payment.State.BOUNCED);
        assertThat(awards.standing(award.id())).isEqualTo(PROMISED);
        assertThat(payments.held()).containsEntry(award.id(), Stop.BANK);

        for (var login : List.of("finance-officer", "finance-officer-3")) {
            assertThat(clear(login, batch, payment)).isEqualTo(new Paying.Refused(Paying.Reason.CLEARED_BY_ANOTHER));
        }
        assertThat(clear("finance-officer-2", batch, payment)).isInstanceOf(Paying.Done.class);
        assertThat(payments.held()).doesNotContainKey(award.id());
        assertThat(clear("finance-officer-2", batch, payment)).isEqualTo(new Paying.Refused(Paying.Reason.NOT_UNCLEAR));
        for (var other : answers.unclear(batch.id()).keySet()) {
            clear("finance-officer-2", batch, new PaymentId(other));
        }
    }

    @Test
    void whatBouncedAndDidArriveIsBookedByTwoAndNotPaidAgain() {
        var operator = newOperator();
        var award = awarded(operator);
        give(operator, number());
        var batch = sent();
        var id = new PaymentId(payments.ofAward(award.id()).getFirst().id());
        var line = all(batch, true).stream()
                .filter(one -> one.payment().equals(id.value()))
                .toList();
        var back = List.of(new Result(id.value(), false, AWARD, "账号有误"));
        settle(actor("finance-officer"), batch.id(), back);
        accounts.enter(operator, "演示户名", "演示银行", number());
        accounts.of(operator.organisation()).stream()
                .filter(one -> !one.confirmed())
                .forEach(one -> accounts.decide(actor("finance-officer-4"), one.id(), true));
        payments.settle();
        settle(actor("finance-officer-3"), batch.id(), line);
        assertThatThrownBy(() -> jdbc.sql("update payment.payment set state = 'ARRIVED' where id = :id")
                        .param("id", id.value())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("cleared with the bank");
        assertThatThrownBy(() -> jdbc.sql("""
                                update bank.answer set cleared_at = now(), cleared_why = '测试', cleared_as = 'ARRIVED',
                                       cleared_by = (select made_by from payment.batch where id = batch)
                                 where payment = :id and came = 'ARRIVED_AFTER_ALL'
                                """).param("id", id.value()).update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("made the batch");

        for (var login : List.of("finance-officer", "finance-officer-3")) {
            assertThat(clear(login, batch, id, Held.ARRIVED))
                    .isEqualTo(new Paying.Refused(Paying.Reason.CLEARED_BY_ANOTHER));
        }
        assertThat(clear("finance-officer-2", batch, id, Held.ARRIVED)).isInstanceOf(Paying.Done.class);
        assertThat(payments.ofAward(award.id()))
                .extracting(Payment::state)
                .containsExactly(Payment.State.ARRIVED, Payment.State.WITHDRAWN);
        assertThat(awards.standing(award.id())).isEqualTo(ARRIVED);
        assertThat(payments.held()).doesNotContainKey(award.id());
        payments.settle();
        assertThat(payments.ofAward(award.id())).hasSize(2);
        assertThat(answers.of(batch.id()).getFirst().odd().getFirst().text()).isEqualTo(Held.ARRIVED.text());

        settle(actor("finance-officer"), batch.id(), line);
        assertThat(latest(batch)).containsExactly(Answer.Came.SAME);
        settle(actor("finance-officer"), batch.id(), back);
        bounces.confirm(
                actor("finance-officer-2"),
                batch.id(),
                batches.find(batch.id()).orElseThrow().version(),
                id);
        assertThat(awards.standing(award.id())).isEqualTo(PROMISED);
        settle(actor("finance-officer-3"), batch.id(), line);
        clear("finance-officer-2", batch, id, Held.ARRIVED);
        assertThat(awards.standing(award.id())).isEqualTo(ARRIVED);
        booksHold();
    }

    @Test
    void whatIsPaidAnewAlreadyIsNotBookedAsArrivedTwice() {
        var operator = newOperator();
        var award = awarded(operator);
        give(operator, number());
        var batch = sent();
        var id = new PaymentId(payments.ofAward(award.id()).getFirst().id());
        settle(actor("finance-officer"), batch.id(), List.of(new Result(id.value(), false, AWARD, "账号有误")));
        accounts.enter(operator, "演示户名", "演示银行", number());
        accounts.of(operator.organisation()).stream()
                .filter(one -> !one.confirmed())
                .forEach(one -> accounts.decide(actor("finance-officer-4"), one.id(), true));
        time.pushTo(accounts.of(operator.organisation()).getFirst().usableFrom().orElseThrow());
        var again = sent();
        settle(actor("finance-officer"), again.id(), all(again, true));
        settle(actor("finance-officer-3"), batch.id(), List.of(new Result(id.value(), true, AWARD, "")));
        assertThat(clear("finance-officer-2", batch, id, Held.ARRIVED))
                .isEqualTo(new Paying.Refused(Paying.Reason.PAID_ANEW));
        assertThat(clear("finance-officer-2", batch, id, Held.BOUNCED)).isInstanceOf(Paying.Done.class);
        assertThat(awards.standing(award.id())).isEqualTo(ARRIVED);
        booksHold();
    }

    private Paying clear(String login, Batch batch, PaymentId payment) {
        return clear(login, batch, payment, Held.BOUNCED);
    }

    private Paying clear(String login, Batch batch, PaymentId payment, Held held) {
        var version = batches.find(batch.id()).orElseThrow().version();
        return bankResults.clear(actor(login), batch.id(), version, payment, held, "银行书面答复");
    }

    private long waitingFor(Actor actor, String words) {
        return modules.stream()
                .flatMap(one -> one.cardsFor(actor))
                .filter(card -> card.words().zh().equals(words))
                .mapToLong(card -> card.pile().count())
                .sum();
    }

    @Test
    void aBounceIsOnTheDeskOfWhoMayConfirmItAndThenOfThePayee() {
        var toConfirm = "笔退票待确认";
        var toMend = "笔款项退票，请更换收款账户";
        var paid = paid();
        var others = actor("finance-officer-3");
        var own = actor("finance-officer-2");
        var waitingForOthers = waitingFor(others, toConfirm);
        var waitingForOwn = waitingFor(own, toConfirm);
        assertThat(waitingFor(paid.operator(), toMend)).isZero();
        say(paid, own.login());
        assertThat(waitingFor(others, toConfirm)).isEqualTo(waitingForOthers + 1);
        assertThat(waitingFor(own, toConfirm)).isEqualTo(waitingForOwn);
        confirm(paid, others.login());
        assertThat(waitingFor(paid.operator(), toMend)).isEqualTo(1);
        accounts.enter(paid.operator(), "演示户名", "演示银行", number());
        assertThat(waitingFor(paid.operator(), toMend)).isZero();
    }

    @Test
    void whatBouncedIsNotClaimedBackAndWhatIsClaimedBackDoesNotBounce() {
        var paid = paid();
        var claim = ((Recovering.Done) proposeRecovery.propose(
                        actor("city1"), paid.award().id(), AWARD, Claim.Ground.FACTS, "核查发现奖励金额登记有误，应予更正"))
                .id();
        say(paid, "finance-officer-2");
        confirm(paid, "finance-officer-3");
        assertThat(recoveries.confirm(actor("city2"), claim, "测试追〔2017〕7号"))
                .isEqualTo(new Recovering.Refused(Recovering.Reason.MORE_THAN_PAID));
        assertThat(awards.standing(paid.award().id())).isEqualTo(PROMISED);

        var other = paid();
        var second = ((Recovering.Done) proposeRecovery.propose(
                        actor("city1"), other.award().id(), AWARD, Claim.Ground.FACTS, "核查发现奖励金额登记有误，应予更正"))
                .id();
        recoveries.confirm(actor("city2"), second, "测试追〔2017〕8号");
        say(other, "finance-officer-2");
        assertThat(confirm(other, "finance-officer-3")).isEqualTo(new Paying.Refused(Paying.Reason.CLAIMED_BACK));
        assertThat(state(other)).isEqualTo(Payment.State.ARRIVED);
        recoveries.answer(actor("city2"), second, true, "款项已退回，不再追回");
        assertThat(confirm(other, "finance-officer-3")).isInstanceOf(Paying.Done.class);
        assertThat(awards.standing(other.award().id())).isEqualTo(PROMISED);
        booksHold();
    }
}
