package org.zhongchuang.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhongchuang.engine.Language;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.desk.Pile;
import org.zhongchuang.money.award.Award;
import org.zhongchuang.money.bank.Answer.Held;
import org.zhongchuang.money.bank.ResultFile.Result;
import org.zhongchuang.money.payment.Batch;
import org.zhongchuang.money.payment.Bounces;
import org.zhongchuang.money.payment.Paying;
import org.zhongchuang.money.payment.PaymentId;
import org.zhongchuang.money.payment.Stop;
import org.zhongchuang.money.standstill.Standstill;
import org.zhongchuang.money.standstill.Standstill.Why;
import org.zhongchuang.money.standstill.Standstills;
import org.zhongchuang.money.standstill.Standstills.Query;

/** What is stopped stands in one list, with why, since when and whose turn it is, until it goes on. */
class StandstillsTests extends MoneyCity {

    @Autowired
    private Standstills standstills;

    @Autowired
    private Bounces bounces;

    private static String account() {
        return "62227777%04d".formatted(new Random().nextInt(10_000));
    }

    private List<Standstill> of(Actor reader, Award award) {
        return standstills.list(reader, new Query(Optional.empty(), award.number(), false));
    }

    private List<Why> why(Award award) {
        return of(actor("finance-officer"), award).stream()
                .map(Standstill::why)
                .filter(one -> one != Why.LEFT_OUT)
                .toList();
    }

    private void settle(String login, Batch batch, Award award, boolean arrived) {
        var payment = payments.ofAward(award.id()).getFirst();
        settle(
                actor(login),
                batch.id(),
                List.of(new Result(payment.id(), arrived, payment.fen(), arrived ? "" : "账号有误")));
    }

    @Test
    void whatWaitsForAnAccountSaysWhoseTurnItIsUntilItIsPaid() {
        var operator = newOperator();
        var award = awarded(operator);
        payments.settle();
        assertThat(why(award)).containsExactly(Why.ACCOUNT_NEEDED);
        accounts.enter(operator, "演示户名", "演示银行", account());
        assertThat(why(award)).containsExactly(Why.ACCOUNT_TO_CONFIRM);
        give(operator, account());
        assertThat(why(award)).isEmpty();

        var batch = sent();
        settle("finance-officer", batch, award, false);
        assertThat(why(award)).containsExactly(Why.NEW_ACCOUNT_NEEDED);
        accounts.enter(operator, "演示户名", "演示银行", account());
        assertThat(why(award)).containsExactly(Why.NEW_ACCOUNT_TO_CONFIRM);
        give(operator, account());
        payments.settle();
        var cooling = of(actor("finance-officer"), award);
        assertThat(why(award)).containsExactly(Why.ACCOUNT_COOLING);
        time.pushTo(cooling.stream()
                .flatMap(one -> one.until().stream())
                .findFirst()
                .orElseThrow());
        assertThat(why(award)).isEmpty();
    }

    @Test
    void whatTheBankSaysBothWaysIsForWhoHadNoHandInIt() {
        var operator = newOperator();
        var award = awarded(operator);
        give(operator, account());
        var batch = sent();
        settle("finance-officer", batch, award, true);
        settle("finance-officer-3", batch, award, false);
        assertThat(why(award)).containsExactly(Why.BOUNCE_SAID);
        for (var login : List.of("finance-officer", "finance-officer-3")) {
            assertThat(of(actor(login), award)).extracting(Standstill::mine).containsExactly(false);
        }
        assertThat(of(actor("finance-officer-2"), award))
                .extracting(Standstill::mine)
                .containsExactly(true);
        var id = new PaymentId(payments.ofAward(award.id()).getFirst().id());
        bounces.confirm(
                actor("finance-officer-2"),
                batch.id(),
                batches.find(batch.id()).orElseThrow().version(),
                id);
        settle("finance-officer-3", batch, award, true);
        assertThat(why(award)).containsExactlyInAnyOrder(Why.NEW_ACCOUNT_NEEDED, Why.BANK);
        assertThat(of(actor("finance-officer-3"), award)).noneMatch(Standstill::mine);
        assertThat(of(actor("auditor"), award)).hasSize(2).noneMatch(Standstill::mine);
        assertThat(of(actor("finance-officer-2"), award))
                .filteredOn(Standstill::mine)
                .extracting(Standstill::address)
                .containsExactly("/finance/batches/" + batch.id());
        bankResults.clear(
                actor("finance-officer-2"),
                batch.id(),
                batches.find(batch.id()).orElseThrow().version(),
                id,
                Held.ARRIVED,
                "银行书面答复");
        assertThat(why(award)).isEmpty();
    }

    @Test
    void whatIsHeldIsListedForItsTreasuryAndTheAuditorAndCountedAsItIsListed() {
        var operator = newOperator();
        var award = awarded(operator);
        give(operator, account());
        payments.settle();
        payments.hold(award.id(), Stop.FINDING, "重复开票，属实");
        payments.hold(award.id(), Stop.JUDGED, "登记册有更正");
        var lines = of(actor("finance-officer"), award).stream()
                .filter(one -> one.why() != Why.LEFT_OUT)
                .toList();
        assertThat(lines).extracting(Standstill::why).containsExactlyInAnyOrder(Why.FINDING, Why.JUDGED);
        assertThat(lines).extracting(Standstill::fen).containsOnly(AWARD);
        assertThat(lines).extracting(Standstill::detail).contains("重复开票，属实");
        assertThat(of(actor("auditor"), award)).hasSize(2);
        assertThat(of(actor("f330402-1"), award)).isEmpty();
        for (var why : Why.values()) {
            var query = new Query(Optional.of(why), "", false);
            var counted = standstills.counts(actor("auditor"), Query.ALL).getOrDefault(why, Pile.of(0));
            var exported = new ArrayList<Standstill>();
            standstills.export(actor("auditor"), query, exported::add);
            assertThat(exported).as(why.name()).hasSize((int) counted.count());
            assertThat(why.label().in(Language.EN)).isNotBlank();
        }
        payments.free(award.id(), Stop.FINDING);
        payments.free(award.id(), Stop.JUDGED);
        assertThat(why(award)).isEmpty();
    }

    @Test
    void whatDoesNotFitAndWhatWasLeftOutIsListed() {
        var operator = newOperator();
        var award = awarded(operator);
        give(operator, account());
        payments.settle();
        var other = newOperator();
        var taken = awarded(other);
        give(other, account());
        payments.settle();
        var chosen = payments.ofAward(taken.id()).getFirst().id();
        var made = (Paying.Done) makeBatch.make(actor("finance-officer"), Set.of(chosen));
        assertThat(of(actor("finance-officer"), award))
                .extracting(Standstill::why)
                .containsExactly(Why.LEFT_OUT);
        approve(actor("finance-officer-2"), made.id());
        approve(actor("finance-officer-3"), made.id());
        send(actor("finance-officer-4"), made.id());
        settle(
                actor("finance-officer"),
                made.id(),
                List.of(new Result(chosen, true, HALF, ""), new Result(chosen, true, QUARTER, "")));
        assertThat(why(taken)).containsExactly(Why.ANSWER);
        settle("finance-officer", batches.find(made.id()).orElseThrow(), taken, true);
        assertThat(why(taken)).isEmpty();
    }
}
