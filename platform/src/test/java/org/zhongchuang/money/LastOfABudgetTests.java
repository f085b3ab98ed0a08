package org.zhongchuang.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.money.ledger.Account;
import org.zhongchuang.money.ledger.Account.Kind;
import org.zhongchuang.money.ledger.Budgets;
import org.zhongchuang.procedure.casework.CaseId;
import org.zhongchuang.procedure.casework.Handling;
import org.zhongchuang.procedure.casework.Handling.Reason;
import org.zhongchuang.procedure.casework.Ticket;

/** Two deciders press on twelve cases at once where the budget does for three: granted or refused, never an error. */
class LastOfABudgetTests extends MoneyCity {

    private static final int CASES = 12;
    private static final int LEFT = 3;

    @RepeatedTest(3)
    void whoeverDecidesIsToldGrantedOrNotEnough() throws Exception {
        var operator = newOperator();
        var ids = new ArrayList<CaseId>();
        for (int i = 0; i < CASES; i++) {
            var space = newSpace(operator);
            var match = higherAward(space, AWARD);
            higher.verify(actor("city2"), match, AWARD, "凭证");
            ids.add(published(operator, space, match));
        }
        ids.forEach(this::waitOut);
        leave(AWARD.times(LEFT));

        Map<CaseId, Ticket> tickets = ids.stream().collect(Collectors.toMap(id -> id, this::ticket));
        var refused = Collections.synchronizedList(new ArrayList<Reason>());
        var grants = new ArrayList<Callable<Boolean>>();
        for (var id : ids) {
            for (var decider : List.of("decider1", "decider2")) {
                grants.add(() -> switch (decide.grant(
                        actor(decider), id, Objects.requireNonNull(tickets.get(id)), "测试文〔2017〕1号", AREA, List.of())) {
                    case Handling.Done _ -> true;
                    case Handling.Refused one -> {
                        refused.add(one.reason());
                        yield false;
                    }
                });
            }
        }
        var outcomes = atOnce(grants);

        var granted = jdbc.sql(
                        "select count(*) from decision.decision where outcome = 'GRANTED' and case_file = any (:ids)")
                .param("ids", ids.stream().map(CaseId::value).toArray(UUID[]::new))
                .query(Integer.class)
                .single();
        assertThat(granted).isEqualTo(LEFT);
        assertThat(Collections.frequency(outcomes, false)).isEqualTo(refused.size());
        assertThat(refused).contains(Reason.NO_BUDGET);
        assertThat(ledger.balance(budget())).isEqualTo(Fen.ZERO);
        booksHold();
    }

    /** Brings the budget of the year to exactly that much. */
    private void leave(Fen fen) {
        var now = ledger.balance(budget());
        if (!now.equals(fen)) {
            budget(
                    "f330402-1",
                    List.of(new Budgets.Line(
                            LocalDate.now(clock).getYear(),
                            "award-match",
                            fen.minus(now),
                            "测试留" + UUID.randomUUID().toString().substring(0, 8))));
        }
    }

    private Account budget() {
        return new Account(Kind.BUDGET, AREA, LocalDate.now(clock).getYear(), "award-match", "");
    }
}
