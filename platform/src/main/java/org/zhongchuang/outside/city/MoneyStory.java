package org.zhongchuang.outside.city;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.ground.access.Accounts;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.money.award.HigherAwards;
import org.zhongchuang.money.ledger.Budgeting;
import org.zhongchuang.money.ledger.Budgets;
import org.zhongchuang.money.ledger.Budgets.Line;
import org.zhongchuang.money.offer.FindOffers;
import org.zhongchuang.money.payment.BankAccounts;
import org.zhongchuang.money.payment.Payments;
import org.zhongchuang.procedure.casework.CaseId;
import org.zhongchuang.procedure.casework.Handling;
import org.zhongchuang.procedure.casework.Ticket;
import org.zhongchuang.procedure.filing.Costs;
import org.zhongchuang.records.registry.SubjectId;

/** The money of the demonstration's year, played by the officers whose turn it is. */
@Component
class MoneyStory {

    private static final int YEAR = 2017;
    private static final int CLAIMANTS = 3;

    private final Stage stage;
    private final Accounts accounts;
    private final Budgets budgets;
    private final HigherAwards higher;
    private final Purse purse;
    private final Claimants claimants;
    private final List<CaseId> cases = new ArrayList<>();

    MoneyStory(Stage stage, Accounts accounts, Budgets budgets, HigherAwards higher, Purse purse, Claimants claimants) {
        this.stage = stage;
        this.accounts = accounts;
        this.budgets = budgets;
        this.higher = higher;
        this.purse = purse;
        this.claimants = claimants;
    }

    /** What pays out. */
    @Component
    record Purse(BankAccounts accounts, Payments payments, FindOffers offers) {}

    private Actor actor(String login) {
        return accounts.appointmentsOf(login).getFirst();
    }

    /** Three weeks before the city opens its doors: budgets, higher awards, claims up to their public notice. */
    void begin(LocalDate today) {
        var money = List.of(
                new Line(YEAR, "award-match", new Fen(500_000_000), "演示财预〔2017〕1号"),
                new Line(YEAR, "excellent-award", new Fen(200_000_000), "演示财预〔2017〕1号"),
                new Line(YEAR, "event-support", new Fen(100_000_000), "演示财预〔2017〕1号"),
                new Line(YEAR, "start-up-fund", new Fen(300_000_000), "演示财预〔2017〕1号"),
                new Line(YEAR, "graduate-insurance-subsidy", new Fen(50_000_000), "演示财预〔2017〕1号"),
                new Line(YEAR, "job-creation-subsidy", new Fen(50_000_000), "演示财预〔2017〕1号"),
                new Line(YEAR, "business-start-subsidy", new Fen(20_000_000), "演示财预〔2017〕1号"),
                new Line(YEAR, "loan-interest", new Fen(20_000_000), "演示财预〔2017〕1号"));
        set(actor("finance-officer"), actor("finance-officer-2"), money);
        for (var area : stage.policies().current().areas()) {
            if (area.parent() != null) {
                var county = "f" + area.code().toLowerCase(java.util.Locale.ROOT);
                set(
                        actor(county + "-1"),
                        actor(county + "-2"),
                        List.of(
                                new Line(YEAR, "running-costs", new Fen(100_000_000), "演示财预〔2017〕2号"),
                                new Line(YEAR, "award-match", new Fen(50_000_000), "演示财预〔2017〕2号")));
            }
        }
        var spaces = claimants.recognisedBefore(today).stream()
                .filter(one -> one.recognisedOn().getYear() < YEAR)
                .toList();
        for (int i = 0; i < Math.min(CLAIMANTS, spaces.size()); i++) {
            var operator = claimants.operatorOf(spaces.get(i).space());
            award(
                    spaces.get(i).space(),
                    "演示省奖〔2016〕%d号".formatted(i + 1),
                    new Fen(10_000_000).plus(new Fen(5_000_000).times(i)));
            claim(operator, spaces.get(i).space(), i);
        }
        // One more has won an award and has not asked: the city will find out by itself.
        if (spaces.size() > CLAIMANTS) {
            award(spaces.get(CLAIMANTS).space(), "演示省奖〔2016〕9号", new Fen(12_000_000));
        }
    }

    private void award(SubjectId space, String document, Fen fen) {
        higher.record(
                actor("city1"),
                new HigherAwards.Entry(document, "province", "演示·省级众创空间奖励", space, fen, LocalDate.of(2016, 11, 1)));
        higher.list(actor("city2"), "", Optional.empty(), 500).stream()
                .filter(one -> one.document().equals(document))
                .forEach(one -> higher.verify(actor("city2"), one.id(), fen, "演示到账凭证"));
    }

    private void claim(Actor operator, SubjectId space, int number) {
        var match = stage.applicants()
                .begin()
                .occasions("award-match", space)
                .getFirst()
                .matter();
        var id = done(stage.applicants().begin().begin(operator, "award-match", space, match));
        done(stage.applicants().filing().file(operator, id, ticket(id), true));
        county(id, false);
        done(stage.offices().notices().publish(stage.cast().reviewer(new java.util.Random(number)), id, ticket(id)));
        cases.add(id);
        var costs2016 = done(stage.applicants().begin().begin(operator, "running-costs", space, "2016"));
        stage.applicants().answers().answer(operator, costs2016, Map.of("rent_area", "800"));
        for (int month = 1; month <= 4; month++) {
            stage.applicants()
                    .costs()
                    .add(
                            operator,
                            costs2016,
                            new Costs.Invoice(
                                    costs2016.value(),
                                    "rent",
                                    "演示·物业公司",
                                    "",
                                    "2016%02d%04d".formatted(month * 3, number + 1),
                                    LocalDate.of(2016, month * 3, 20),
                                    new Fen(6_000_000)));
        }
        List.of("lease", "payments")
                .forEach(paper -> stage.applicants().attach(operator, costs2016, paper, paper + "-演示.pdf"));
        done(stage.applicants().filing().file(operator, costs2016, ticket(costs2016), true));
        county(costs2016, true);
        cases.add(costs2016);
    }

    /** Accepts and recommends by one officer; publishes by another where the county does so itself. */
    private void county(CaseId id, boolean publishes) {
        var file = stage.cases().find(id).orElseThrow();
        var pair = stage.cast().pair(file.area(), new java.util.Random(1));
        done(stage.offices().county().accept(pair.get(0), id, ticket(id)));
        done(stage.offices().county().recommend(pair.get(0), id, ticket(id), "核对无误（演示）。"));
        if (publishes) {
            done(stage.offices().notices().publish(pair.get(1), id, ticket(id)));
        }
    }

    /** The day the city opens its doors: decisions, accounts, a queue to pay, and an offer that waits. */
    void end() {
        for (var id : cases) {
            var file = stage.cases().find(id).orElseThrow();
            var match = file.programme().equals("award-match");
            var decider = match
                    ? stage.cast().decider(new java.util.Random(1))
                    : stage.cast().pair(file.area(), new java.util.Random(1)).get(1);
            var city = stage.policies().current().areas().getFirst().code();
            done(stage.offices()
                    .deciders()
                    .grant()
                    .grant(decider, id, ticket(id), "演示科财〔2017〕%d号".formatted(cases.indexOf(id) + 1), city, List.of()));
            var operator = claimants.operatorOf(file.subject());
            if (purse.accounts().of(operator.organisation()).isEmpty()) {
                purse.accounts()
                        .enter(operator, operator.unit(), "演示银行嘉兴支行", "62220000%08d".formatted(cases.indexOf(id) + 1));
                purse.accounts()
                        .of(operator.organisation())
                        .forEach(one -> purse.accounts().decide(actor("finance-officer-4"), one.id(), true));
            }
        }
        purse.payments().settle();
        purse.offers().settle();
        graduates();
    }

    /**
     * A graduate's firm has asked for the subsidy for the jobs that it created; the labour office has it on its desk.
     */
    private void graduates() {
        var firm = actor("firm");
        var subject = stage.applicants().begin().applicants(firm).getFirst().subject();
        var id = done(stage.applicants().begin().begin(firm, "job-creation-subsidy", subject, ""));
        stage.applicants().answers().answer(firm, id, Map.of("insured_employees", "5", "year_of_business", "1"));
        stage.applicants().attach(firm, id, "contracts", "劳动合同和参保证明-演示.pdf");
        done(stage.applicants().filing().file(firm, id, ticket(id), true));
    }

    private Ticket ticket(CaseId id) {
        return new Ticket(stage.cases().find(id).orElseThrow().version(), UUID.randomUUID());
    }

    /** One officer proposes a budget, a colleague approves it. */
    private void set(Actor officer, Actor colleague, List<Line> lines) {
        var set = budgets.propose(officer, lines);
        if (set instanceof Budgeting.Proposed(var id, var _)) {
            set = budgets.approve(colleague, id);
        }
        if (set instanceof Budgeting.Refused(var reason)) {
            throw new IllegalStateException("the demonstration cannot set a budget: " + reason);
        }
    }

    private static CaseId done(Handling handling) {
        return switch (handling) {
            case Handling.Done(var file) -> file.id();
            case Handling.Refused(var reason) ->
                throw new IllegalStateException("the money of the demonstration: " + reason);
        };
    }
}
