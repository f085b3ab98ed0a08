package org.zhongchuang.outside.dealings;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Area;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.ground.access.Accounts;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.money.ledger.Budgeting;
import org.zhongchuang.money.ledger.Budgets;
import org.zhongchuang.money.ledger.Budgets.Line;
import org.zhongchuang.money.ledger.Closing;
import org.zhongchuang.money.ledger.Closings;
import org.zhongchuang.money.payment.BankAccounts;
import org.zhongchuang.outside.city.LaterChapter;
import org.zhongchuang.outside.city.Turns;

/**
 * The treasuries in the second year: budgets and their year's end, accounts that are confirmed, days of payment. The
 * last, so that who pays finds what the others of the day have left to be paid.
 */
@Component
@Order(4)
class Treasury implements LaterChapter {

    private static final int CLOSED = 2017;
    private static final int YEAR = 2018;

    private final Accounts people;
    private final Policies policies;
    private final Budgets budgets;
    private final Closings closings;
    private final BankAccounts accounts;
    private final PayingDesk paying;

    Treasury(
            Accounts people,
            Policies policies,
            Budgets budgets,
            Closings closings,
            BankAccounts accounts,
            PayingDesk paying) {
        this.people = people;
        this.policies = policies;
        this.budgets = budgets;
        this.closings = closings;
        this.accounts = accounts;
        this.paying = paying;
    }

    @Override
    public void plan(Turns turns, long seed) {
        turns.once(LocalDate.of(CLOSED, 4, 25), _ -> supplement());
        turns.once(LocalDate.of(YEAR, 1, 9), _ -> nextYear());
        turns.once(LocalDate.of(YEAR, 1, 22), _ -> propose());
        turns.once(LocalDate.of(YEAR, 1, 24), _ -> close());
        turns.add(LocalDate.of(CLOSED, 3, 20), _ -> confirmAccounts());
        turns.add(LocalDate.of(CLOSED, 3, 28), new PayDay(paying, turns, city(), 12, seed));
        var day = LocalDate.of(CLOSED, 5, 8);
        for (var county : counties()) {
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

    private List<Area> counties() {
        return policies.current().areas().stream()
                .filter(area -> area.parent() != null)
                .toList();
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

    /** What grades that were published bring, and what graduates ask for, is more than was thought. */
    private void supplement() {
        set(
                actor("finance-officer"),
                actor("finance-officer-2"),
                List.of(
                        line(CLOSED, "excellent-award", 1_500_000, "演示财预〔2017〕5号"),
                        line(CLOSED, "event-support", 800_000, "演示财预〔2017〕5号"),
                        line(CLOSED, "business-start-subsidy", 120_000, "演示财预〔2017〕5号"),
                        line(CLOSED, "graduate-insurance-subsidy", 200_000, "演示财预〔2017〕5号"),
                        line(CLOSED, "start-up-fund", -500_000, "演示财预〔2017〕5号")));
    }

    private void nextYear() {
        var document = "演示财预〔2018〕1号";
        set(
                actor("finance-officer"),
                actor("finance-officer-2"),
                List.of(
                        line(YEAR, "award-match", 4_000_000, document),
                        line(YEAR, "excellent-award", 2_500_000, document),
                        line(YEAR, "event-support", 1_500_000, document),
                        line(YEAR, "start-up-fund", 2_000_000, document),
                        line(YEAR, "graduate-insurance-subsidy", 800_000, document),
                        line(YEAR, "job-creation-subsidy", 400_000, document),
                        line(YEAR, "business-start-subsidy", 300_000, document),
                        line(YEAR, "loan-interest", 300_000, document)));
        for (var county : counties()) {
            set(
                    actor("f" + low(county) + "-1"),
                    actor("f" + low(county) + "-2"),
                    List.of(
                            line(YEAR, "running-costs", 1_000_000, "演示财预〔2018〕2号"),
                            line(YEAR, "award-match", 500_000, "演示财预〔2018〕2号")));
        }
    }

    private static Line line(int year, String programme, int yuan, String document) {
        var fen = Fen.ofYuan(Math.abs(yuan));
        return new Line(year, programme, yuan < 0 ? fen.negated() : fen, document);
    }

    /** One officer proposes a budget, a colleague approves it. */
    private void set(Actor officer, Actor colleague, List<Line> lines) {
        var set = budgets.propose(officer, lines);
        if (set instanceof Budgeting.Proposed(var id, var _)) {
            set = budgets.approve(colleague, id);
        }
        if (set instanceof Budgeting.Refused(var reason)) {
            throw new IllegalStateException("a budget of the demonstration: " + reason);
        }
    }

    private void propose() {
        done(closings.propose(actor("finance-officer"), CLOSED));
        counties().forEach(county -> done(closings.propose(actor("f" + low(county) + "-1"), CLOSED)));
    }

    private void close() {
        done(closings.close(actor("finance-officer-2"), CLOSED, "演示财决〔2018〕1号"));
        counties().forEach(county -> done(closings.close(actor("f" + low(county) + "-2"), CLOSED, "演示财决〔2018〕2号")));
    }

    private static void done(Closing.Attempt attempt) {
        if (attempt instanceof Closing.Refused(var reason)) {
            throw new IllegalStateException("the year's end of the demonstration: " + reason);
        }
    }
}
