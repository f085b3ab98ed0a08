package org.zhongchuang.outside.city;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Area;
import org.zhongchuang.engine.Audience;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.engine.Programme;
import org.zhongchuang.engine.Programme.Payer;
import org.zhongchuang.ground.access.Accounts;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.money.ledger.Budgeting;
import org.zhongchuang.money.ledger.Budgets;
import org.zhongchuang.money.ledger.Budgets.Line;

/** What city and counties set aside for each programme that pays, one officer proposing and a colleague approving. */
@Component
public record BudgetStory(Accounts accounts, Budgets budgets, Stage stage) {

    /**
     * What is set aside for a programme, in yuan: by the city for a year, what is added in spring, and for the year
     * after; by a county for each year.
     */
    private record Sums(int city, int added, int next, int county) {

        static Sums of(Programme programme) {
            var ground = programme.ground();
            if (ground == null) {
                return programme.beneficiary() == Audience.OPERATOR
                        ? new Sums(3_000_000, -500_000, 2_000_000, 1_000_000)
                        : new Sums(500_000, 120_000, 400_000, 1_000_000);
            }
            return switch (ground.from()) {
                case HIGHER_AWARDS -> new Sums(5_000_000, 0, 4_000_000, 500_000);
                case PUBLISHED_GRADES -> new Sums(2_000_000, 1_500_000, 2_500_000, 1_000_000);
                case EVENTS -> new Sums(1_000_000, 800_000, 1_500_000, 1_000_000);
                case HIRED_GRADUATES -> new Sums(500_000, 200_000, 800_000, 1_000_000);
                case YEARS_OF_RECOGNITION, PRIZES -> new Sums(3_000_000, 0, 3_000_000, 1_000_000);
            };
        }
    }

    /** For the second year of the demonstration. */
    void first() {
        both(2, Sums::city);
    }

    /** What grades that were published bring, and what graduates ask for, is more than was thought. */
    public void supplement() {
        city(2, 5, Sums::added);
    }

    /** For the third year. */
    public void next() {
        both(3, Sums::next);
    }

    private void both(int year, ToIntFunction<Sums> sums) {
        city(year, 1, sums);
        for (var county : stage.counties()) {
            set(
                    treasury(county, 1),
                    treasury(county, 2),
                    lines(year, 2, List.of(Payer.COUNTY_OF_SEAT, Payer.LOCAL), Sums::county));
        }
    }

    private void city(int year, int document, ToIntFunction<Sums> sums) {
        set(
                accounts.appointmentsOf("finance-officer").getFirst(),
                accounts.appointmentsOf("finance-officer-2").getFirst(),
                lines(year, document, List.of(Payer.CITY, Payer.LOCAL, Payer.OPEN), sums));
    }

    /** An officer of a county's treasury, counted from 1. */
    private Actor treasury(Area county, int number) {
        return accounts.appointmentsOf("f%s-%d".formatted(county.code().toLowerCase(Locale.ROOT), number))
                .getFirst();
    }

    private List<Line> lines(int year, int document, List<Payer> payers, ToIntFunction<Sums> sums) {
        var number = "演示财预〔%d〕%d号".formatted(stage.times().year(year), document);
        var lines = new ArrayList<Line>();
        for (var programme : stage.purposes().paying()) {
            var yuan = sums.applyAsInt(Sums.of(programme));
            if (programme.payers().stream().anyMatch(one -> payers.contains(one.payer())) && yuan != 0) {
                var fen = Fen.ofYuan(Math.abs(yuan));
                lines.add(new Line(stage.times().year(year), programme.id(), yuan < 0 ? fen.negated() : fen, number));
            }
        }
        return lines;
    }

    private void set(Actor officer, Actor colleague, List<Line> lines) {
        if (lines.isEmpty()) {
            return;
        }
        var set = budgets.propose(officer, lines);
        if (set instanceof Budgeting.Proposed(var id, var _)) {
            set = budgets.approve(colleague, id);
        }
        if (set instanceof Budgeting.Refused(var reason)) {
            throw new IllegalStateException("the demonstration cannot set a budget: " + reason);
        }
    }
}
