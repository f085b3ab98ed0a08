package org.zhongchuang.outside.dealings;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Area;
import org.zhongchuang.ground.access.Accounts;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.money.ledger.Closing;
import org.zhongchuang.money.ledger.Closings;
import org.zhongchuang.money.payment.BankAccounts;
import org.zhongchuang.outside.city.BudgetStory;
import org.zhongchuang.outside.city.LaterChapter;
import org.zhongchuang.outside.city.Stage;
import org.zhongchuang.outside.city.Turns;

/**
 * The treasuries in the second year: budgets and their year's end, accounts that are confirmed, days of payment. The
 * last, so that who pays finds what the others of the day have left to be paid.
 */
@Component
@Order(5)
class Treasury implements LaterChapter {

    private final Accounts people;
    private final Stage stage;
    private final BudgetStory budgets;
    private final Closings closings;
    private final BankAccounts accounts;
    private final PayingDesk paying;

    Treasury(
            Accounts people,
            Stage stage,
            BudgetStory budgets,
            Closings closings,
            BankAccounts accounts,
            PayingDesk paying) {
        this.people = people;
        this.stage = stage;
        this.budgets = budgets;
        this.closings = closings;
        this.accounts = accounts;
        this.paying = paying;
    }

    @Override
    public void plan(Turns turns, long seed) {
        turns.once(stage.times().day(2, 4, 25), _ -> budgets.supplement());
        turns.once(stage.times().day(3, 1, 9), _ -> budgets.next());
        turns.once(stage.times().day(3, 1, 22), _ -> propose());
        turns.once(stage.times().day(3, 1, 24), _ -> close());
        turns.add(stage.times().day(2, 3, 20), _ -> confirmAccounts());
        turns.add(stage.times().day(2, 3, 28), new PayDay(paying, turns, city(), 12, seed));
        var day = stage.times().day(2, 5, 8);
        for (var county : stage.counties()) {
            turns.add(day, new PayDay(paying, turns, officers("f" + low(county) + "-"), 24, seed));
            day = day.plusDays(2);
        }
    }

    private List<Actor> officers(String logins) {
        return List.of(actor(logins + 1), actor(logins + 2), actor(logins + 3), actor(logins + 4));
    }

    /** Who confirms accounts is the last of them. */
    private List<Actor> city() {
        return List.of(
                actor("finance-officer"),
                actor("finance-officer-2"),
                actor("finance-officer-3"),
                actor("finance-officer-4"));
    }

    private Actor actor(String login) {
        return people.appointmentsOf(login).getFirst();
    }

    /** The year that is closed. */
    private int year() {
        return stage.times().year(2);
    }

    private static String low(Area area) {
        return area.code().toLowerCase(Locale.ROOT);
    }

    private OptionalInt confirmAccounts() {
        var officer = actor("finance-officer-4");
        accounts.waiting(officer).stream()
                .sorted(Comparator.comparing(BankAccounts.BankAccount::organisationName))
                .forEach(one -> accounts.decide(officer, one.id(), true));
        return OptionalInt.of(2);
    }

    private void propose() {
        done(closings.propose(actor("finance-officer"), year()));
        stage.counties().forEach(county -> done(closings.propose(actor("f" + low(county) + "-1"), year())));
    }

    private void close() {
        done(closings.close(
                actor("finance-officer-2"),
                year(),
                "演示财决〔%d〕1号".formatted(stage.times().year(3))));
        stage.counties()
                .forEach(county -> done(closings.close(
                        actor("f" + low(county) + "-2"),
                        year(),
                        "演示财决〔%d〕2号".formatted(stage.times().year(3)))));
    }

    private static void done(Closing.Attempt attempt) {
        if (attempt instanceof Closing.Refused(var reason)) {
            throw new IllegalStateException("the year's end of the demonstration: " + reason);
        }
    }
}
