package org.zhongchuang.outside.city;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.engine.Ground.Source;
import org.zhongchuang.engine.Programme;
import org.zhongchuang.ground.access.Accounts;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.money.award.HigherAwards;
import org.zhongchuang.money.offer.FindOffers;
import org.zhongchuang.money.payment.BankAccounts;
import org.zhongchuang.money.payment.Payments;
import org.zhongchuang.procedure.casework.CaseFile;
import org.zhongchuang.procedure.casework.CaseId;
import org.zhongchuang.procedure.casework.Handling;
import org.zhongchuang.procedure.casework.Step;
import org.zhongchuang.procedure.casework.Ticket;
import org.zhongchuang.procedure.filing.Costs;
import org.zhongchuang.records.registry.SubjectId;

/** The money of the demonstration's first year, played by the officers whose turn it is. */
@Component
class MoneyStory {

    private static final int CLAIMANTS = 3;
    private static final Fen RENT = new Fen(6_000_000);

    private final Stage stage;
    private final Accounts accounts;
    private final BudgetStory budgets;
    private final HigherAwards higher;
    private final Purse purse;
    private final Claimants claimants;
    private final List<CaseId> cases = new ArrayList<>();

    MoneyStory(
            Stage stage,
            Accounts accounts,
            BudgetStory budgets,
            HigherAwards higher,
            Purse purse,
            Claimants claimants) {
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

    /** Three weeks before the first year ends: budgets, higher awards, claims up to their public notice. */
    void begin(LocalDate today) {
        budgets.first();
        var spaces = claimants.recognisedBefore(today).stream()
                .filter(one -> one.recognisedOn().getYear() == stage.times().year(1))
                .toList();
        for (int i = 0; i < Math.min(CLAIMANTS, spaces.size()); i++) {
            var space = spaces.get(i).space();
            award(space, i + 1, new Fen(10_000_000).plus(new Fen(5_000_000).times(i)));
            claim(claimants.operatorOf(space), space, i);
        }
        // One more has won an award and has not asked: the city will find out by itself.
        if (spaces.size() > CLAIMANTS) {
            award(spaces.get(CLAIMANTS).space(), 9, new Fen(12_000_000));
        }
    }

    private void award(SubjectId space, int number, Fen fen) {
        var document = "演示省奖〔%d〕%d号".formatted(stage.times().year(1), number);
        var granted = stage.times().day(1, 11, 1);
        higher.record(actor("city1"), new HigherAwards.Entry(document, "province", "演示·省级众创空间奖励", space, fen, granted));
        higher.list(actor("city2"), false, "", Optional.empty(), 500).stream()
                .filter(one -> one.document().equals(document))
                .forEach(one -> higher.verify(actor("city2"), one.id(), fen, "演示到账凭证"));
    }

    private void claim(Actor operator, SubjectId space, int number) {
        for (var match : stage.purposes().restingOn(Source.HIGHER_AWARDS)) {
            for (var occasion : stage.applicants().begin().occasions(match.id(), space).stream()
                    .limit(1)
                    .toList()) {
                file(operator, space, match, occasion.matter(), number);
            }
        }
        for (var running : stage.purposes().restingOn(Source.YEARS_OF_RECOGNITION)) {
            file(operator, space, running, String.valueOf(stage.times().year(1)), number);
        }
    }

    private void file(Actor operator, SubjectId space, Programme programme, String matter, int number) {
        var id = done(stage.applicants().begin().begin(operator, programme.id(), space, matter));
        stage.examples()
                .of(programme)
                .ifPresent(example -> stage.applicants().answers().answer(operator, id, example.said()));
        programme.costs().keySet().stream().limit(1).forEach(kind -> paid(operator, id, kind, number));
        for (var paper : programme.filed().evidence()) {
            if (paper.required()) {
                stage.applicants().attach(operator, id, paper.id(), paper.id() + "-演示.pdf");
            }
        }
        done(stage.applicants().filing().file(operator, id, ticket(id), true));
        untilNotice(id, number);
        cases.add(id);
    }

    /** Four invoices of the year that has ended. */
    private void paid(Actor operator, CaseId id, String kind, int number) {
        var programme = now(id).programme();
        var year = stage.times().year(1);
        var which = stage.purposes().restingOn(Source.YEARS_OF_RECOGNITION).stream()
                .map(Programme::id)
                .toList()
                .indexOf(programme);
        for (int month = 3; month <= 12; month += 3) {
            var invoice = "%d%02d%04d".formatted(year, month, which * CLAIMANTS + number + 1);
            var day = LocalDate.of(year, month, 20);
            stage.applicants()
                    .costs()
                    .add(operator, id, new Costs.Invoice(id.value(), kind, "演示·物业公司", "", invoice, day, RENT));
        }
    }

    /** Each office passes it on, until it is published. */
    private void untilNotice(CaseId id, int number) {
        while (now(id).holder() != null && now(id).step() != Step.DECISION) {
            var file = now(id);
            var officer = handler(file, 0, number);
            switch (file.step()) {
                case ACCEPTANCE -> done(stage.offices().county().accept(officer, id, ticket(id)));
                case REVIEW -> done(stage.offices().county().recommend(officer, id, ticket(id), "核对无误（演示）。"));
                case CITY_REVIEW -> done(stage.offices().city().pass(officer, id, ticket(id), "核对无误（演示）。"));
                case NOTICE -> {
                    done(stage.offices().notices().publish(handler(file, 1, number), id, ticket(id)));
                    return;
                }
                default -> {
                    // It waits for somebody whom this story does not tell of.
                    return;
                }
            }
        }
    }

    /** Who handles a case: 0 for the first of an office, 1 for the colleague who publishes and decides. */
    private Actor handler(CaseFile file, int part, int number) {
        var role = Optional.ofNullable(file.holder()).orElse(Role.CITY_OFFICER);
        return role == Role.COUNTY_OFFICER
                ? stage.cast().pair(file.area(), new Random(1)).get(part)
                : stage.cast().handler(role, file.area(), new Random(role == Role.CITY_OFFICER ? number : 1));
    }

    /** The day on which the first year ends: decisions, accounts, a queue to pay, and an offer that waits. */
    void end() {
        var year = stage.times().year(2);
        for (var id : cases) {
            var file = now(id);
            if (file.step() != Step.DECISION) {
                continue;
            }
            var number = cases.indexOf(id) + 1;
            var city = stage.policies().current().areas().getFirst();
            done(stage.offices()
                    .deciders()
                    .grant()
                    .grant(
                            handler(file, 1, number),
                            id,
                            ticket(id),
                            "演示科财〔%d〕%d号".formatted(year, number),
                            city.code(),
                            List.of()));
            var operator = claimants.operatorOf(file.subject());
            if (purse.accounts().of(operator.organisation()).isEmpty()) {
                purse.accounts()
                        .enter(
                                operator,
                                operator.unit(),
                                "演示银行" + city.name().zh() + "支行",
                                "62220000%08d".formatted(number));
                purse.accounts()
                        .of(operator.organisation())
                        .forEach(one -> purse.accounts().decide(actor("finance-officer-4"), one.id(), true));
            }
        }
        purse.payments().settle();
        purse.offers().settle();
        firmAsks();
    }

    /** A firm has asked for what firms are paid; it lies on the desk of the office that takes it in. */
    private void firmAsks() {
        for (var programme : stage.purposes().forFirms().stream().limit(1).toList()) {
            var firm = actor("firm");
            var subject = stage.applicants().begin().applicants(firm).getFirst().subject();
            var id = done(stage.applicants().begin().begin(firm, programme.id(), subject, ""));
            stage.examples()
                    .of(programme)
                    .ifPresent(example -> stage.applicants().answers().answer(firm, id, example.said()));
            for (var paper : programme.filed().evidence()) {
                if (paper.required()) {
                    stage.applicants()
                            .attach(firm, id, paper.id(), paper.label().zh() + "-演示.pdf");
                }
            }
            done(stage.applicants().filing().file(firm, id, ticket(id), true));
        }
    }

    private CaseFile now(CaseId id) {
        return stage.cases().find(id).orElseThrow();
    }

    private Ticket ticket(CaseId id) {
        return new Ticket(now(id).version(), UUID.randomUUID());
    }

    private static CaseId done(Handling handling) {
        return switch (handling) {
            case Handling.Done(var file) -> file.id();
            case Handling.Refused refused ->
                throw new IllegalStateException("the money of the demonstration: " + refused.reason());
        };
    }
}
