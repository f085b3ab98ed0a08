package org.zhongchuang.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.money.award.Award;
import org.zhongchuang.money.ledger.Account;
import org.zhongchuang.money.ledger.Account.Kind;
import org.zhongchuang.money.ledger.Budgeting;
import org.zhongchuang.money.ledger.Budgets;
import org.zhongchuang.money.ledger.Closing;
import org.zhongchuang.money.ledger.Closing.Reason;
import org.zhongchuang.money.ledger.Closings;
import org.zhongchuang.money.payment.Paying;

/** The end of a budget year: by two, once, to the fen, and nothing new afterwards. */
class YearEndTests extends MoneyCity {

    /** The minute hand's lock: while a test holds it, nothing falls due on a day that is not the city's. */
    private static final long MINUTE_HAND = 20_151_201;

    @Autowired
    private Closings closings;

    private Budgeting budget(String login, int year, String programme, Fen fen) {
        return budget(
                login,
                List.of(new Budgets.Line(
                        year,
                        programme,
                        fen,
                        "测试年财" + UUID.randomUUID().toString().substring(0, 8))));
    }

    private Closing.Attempt refused(Reason reason) {
        return new Closing.Refused(reason);
    }

    private static Closing done(Closing.Attempt attempt) {
        assertThat(attempt).isInstanceOf(Closing.Done.class);
        return ((Closing.Done) attempt).closing();
    }

    @Test
    void aYearIsClosedByTwoOnceItIsOverAndTakesNothingNew() {
        Actor first = actor("f330411-1");
        Actor second = actor("f330411-2");
        assertThat(closings.propose(first, 2017)).isEqualTo(refused(Reason.YEAR_RUNS));
        assertThat(closings.propose(first, 2016)).isEqualTo(refused(Reason.NO_BOOKS));
        budget("f330411-1", 2016, "running-costs", new Fen(70_000));
        assertThat(closings.close(second, 2016, "测试结〔2017〕1号")).isEqualTo(refused(Reason.NOT_PROPOSED));
        done(closings.propose(first, 2016));
        assertThat(closings.close(first, 2016, "测试结〔2017〕1号")).isEqualTo(refused(Reason.SAME_PERSON));
        assertThat(closings.close(second, 2016, "结")).isEqualTo(refused(Reason.NOT_COMPLETE));

        var closed = done(closings.close(second, 2016, "测试结〔2017〕1号"));

        assertThat(closed.lines())
                .containsExactly(
                        new Closing.Line("running-costs", new Fen(70_000), Fen.ZERO, Fen.ZERO, new Fen(70_000)));
        assertThat(closings.close(second, 2016, "测试结〔2017〕2号")).isEqualTo(refused(Reason.CLOSED_ALREADY));
        assertThat(budget("f330411-1", 2016, "running-costs", new Fen(1)))
                .isEqualTo(Budgeting.refused(Budgeting.Reason.YEAR_CLOSED));
        for (var attack : List.of(
                "update ledger.closing set closed_on = null, closed_by = null, document = null where payer = '330411'",
                "delete from ledger.closing where payer = '330411'",
                "update ledger.closing_line set lapsed = 0, carried = 70000 where payer = '330411'",
                "insert into ledger.closing_line values ('330411', 2016, 'award-match', 10, 1, 1, 1)",
                "insert into ledger.closing values ('330421', 2017, gen_random_uuid(), '2017-03-01', gen_random_uuid(), '2017-12-31', '测试早结')")) {
            assertThatThrownBy(() -> attackAsOwner(attack)).as(attack).isInstanceOf(DataAccessException.class);
        }
        booksHold();
    }

    @Test
    void aYearIsNotClosedOverWhatIsLeftOfItsBudgets() {
        budget("f330421-1", 2016, "running-costs", new Fen(5_000));
        done(closings.propose(actor("f330421-1"), 2016));
        assertThatThrownBy(() -> jdbc.sql("""
                                update ledger.closing set closed_by = gen_random_uuid(), closed_on = '2017-02-01', document = '绕过账目'
                                 where payer = '330421' and year = 2016
                                """).update()).isInstanceOf(DataAccessException.class);
    }

    @Test
    void whatWasPromisedIsCarriedOverAndStillPaidFromTheSameYear() {
        var operator = newOperator();
        var award = awarded(operator);
        give(operator, "622277770001");
        new TransactionTemplate(manager).executeWithoutResult(status -> {
            jdbc.sql("select pg_advisory_xact_lock(:lock)")
                    .param("lock", MINUTE_HAND)
                    .query((row, _) -> true)
                    .single();
            time.setTo(LocalDate.of(2018, 1, 5), LocalTime.of(9, 0));
            done(closings.propose(actor("finance-officer"), 2017));
            var closed = done(closings.close(actor("finance-officer-2"), 2017, "测试结〔2018〕1号"));
            var match = closed.lines().stream()
                    .filter(line -> line.programme().equals("award-match"))
                    .findFirst()
                    .orElseThrow();
            assertThat(match.carried()).isGreaterThanOrEqualTo(AWARD);
            assertThat(closed.lines())
                    .allSatisfy(
                            line -> assertThat(line.paid().plus(line.carried()).plus(line.lapsed()))
                                    .isEqualTo(line.budget()));
            assertThat(ledger.balance(new Account(Kind.BUDGET, CITY, 2017, "award-match", "")))
                    .isEqualTo(Fen.ZERO);

            payments.settle();
            var made = (Paying.Done) makeBatch.make(actor("finance-officer"));
            approve(actor("finance-officer-2"), made.id());
            approve(actor("finance-officer-3"), made.id());
            send(actor("finance-officer-4"), made.id());
            var batch = batches.find(made.id()).orElseThrow();
            settle(actor("finance-officer"), made.id(), all(batch, true));
            assertThat(awards.standing(award.id()))
                    .isEqualTo(new Award.Standing(Fen.ZERO, Fen.ZERO, AWARD, Fen.ZERO, Fen.ZERO));
            booksHold();
            // The city of all tests lives in 2017.
            status.setRollbackOnly();
        });
    }

    @Test
    void aBudgetThatComesWhileAYearIsClosedIsInTheClosingOrRefused() throws Exception {
        budget("f330424-1", 2016, "running-costs", new Fen(9_000));
        done(closings.propose(actor("f330424-1"), 2016));
        var outcomes = atOnce(List.of(
                () -> closings.close(actor("f330424-2"), 2016, "测试结〔2017〕9号") instanceof Closing.Done,
                () -> budget("f330424-1", 2016, "running-costs", new Fen(1_000)) instanceof Budgeting.Done));
        var closing = closings.of("330424", 2016);
        if (!closing.isClosed()) {
            closing = done(closings.close(actor("f330424-2"), 2016, "测试结〔2017〕9号"));
        }
        assertThat(closing.lines().getFirst().lapsed()).isEqualTo(new Fen(outcomes.get(1) ? 10_000 : 9_000));
        booksHold();
    }
}
