package org.zhongchuang.outside.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.ground.access.Accounts;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.calendar.DemonstrationTime;
import org.zhongchuang.money.award.Award;
import org.zhongchuang.money.award.Awards;
import org.zhongchuang.money.bank.ResultFile.Result;
import org.zhongchuang.money.ledger.Account;
import org.zhongchuang.money.ledger.Account.Kind;
import org.zhongchuang.money.ledger.Budgeting;
import org.zhongchuang.money.ledger.Budgets;
import org.zhongchuang.money.ledger.Ledger;
import org.zhongchuang.money.payment.BankAccounts;
import org.zhongchuang.money.payment.BankResults;
import org.zhongchuang.money.payment.MakeBatch;
import org.zhongchuang.money.payment.Paying;
import org.zhongchuang.money.payment.PaymentBatches;
import org.zhongchuang.money.payment.Payments;
import org.zhongchuang.procedure.casework.CaseFile;
import org.zhongchuang.procedure.casework.Handling;
import org.zhongchuang.procedure.casework.Outcome.Part;
import org.zhongchuang.procedure.casework.Ticket;
import org.zhongchuang.records.registry.CreditCode;
import org.zhongchuang.records.registry.EnterSubject;
import org.zhongchuang.records.registry.Registering;
import org.zhongchuang.records.registry.SubjectKind;

/** The second city, in which the city pays 60% of the support for rent and the district the rest. */
abstract class SharedCity {

    static final String CITY = "YT";
    static final String DISTRICT = "YT-1";
    /** 30% of the rent, rounded down to the fen: of 10,000.02 the city pays 6,000.01 and the district 4,000.01. */
    static final String RENT = "33333.41";

    static final List<String> CITY_TREASURY = List.of("finance-officer", "finance-officer-2", "finance-officer-3");
    static final List<String> DISTRICT_TREASURY = List.of("fyt-1-1", "fyt-1-2", "fyt-1-3");
    static final Fen OF_CITY = new Fen(600_001);
    static final Fen OF_DISTRICT = new Fen(400_001);

    @TempDir
    static Path folder;

    private static @Nullable LivedCity yunting;
    private static int firms;

    /** The second city, whose support for rent is shared too, and which says how money is taken back. */
    @BeforeAll
    static void open() throws IOException {
        var pack = LivedCity.copiedPack(folder.resolve("packs"));
        var rent = pack.resolve("programmes/firm-rent.yaml");
        Files.writeString(
                rent,
                Files.readString(rent)
                        .replace(
                                "payer: county_of_seat",
                                "payers: [ { payer: city, share: city_part }, { payer: county_of_seat } ]"));
        Files.writeString(pack.resolve("treasury.yaml"), """
                clause: 第七条-1
                secondApprovalFrom: support_limit
                coolingDays: handling_days
                paymentDays: handling_days
                secondLookFrom: support_limit
                repaymentDays: handling_days
                appealDays: handling_days
                banYears: bar_years
                """);
        yunting = LivedCity.untold(folder.resolve("data"), folder.resolve("packs"));
    }

    @AfterAll
    static void close() {
        city().close();
    }

    static LivedCity city() {
        return Objects.requireNonNull(yunting);
    }

    static <B> B bean(Class<B> kind) {
        return city().context().getBean(kind);
    }

    static Actor actor(String login) {
        return bean(Accounts.class).appointmentsOf(login).getFirst();
    }

    static LocalDate today() {
        return LocalDate.now(bean(Clock.class));
    }

    static void pass(int days) {
        bean(DemonstrationTime.class).pushTo(today().plusDays(days));
    }

    static CaseFile done(Handling handling) {
        assertThat(handling).isInstanceOf(Handling.Done.class);
        return ((Handling.Done) handling).file();
    }

    static Ticket ticket(CaseFile file) {
        return new Ticket(
                bean(Stage.class).cases().find(file.id()).orElseThrow().version(), UUID.randomUUID());
    }

    /** Sets aside that much for the support, in the treasury of these officers. */
    static void fund(List<String> treasury, Fen fen) {
        var document = "测试财" + UUID.randomUUID().toString().substring(0, 8);
        var line = new Budgets.Line(today().getYear(), "firm-rent", fen, document);
        var proposed = (Budgeting.Proposed) bean(Budgets.class).propose(actor(treasury.get(0)), List.of(line));
        assertThat(bean(Budgets.class).approve(actor(treasury.get(1)), proposed.id()))
                .isInstanceOf(Budgeting.Done.class);
    }

    static Fen left(String payer) {
        return bean(Ledger.class).balance(new Account(Kind.BUDGET, payer, today().getYear(), "firm-rent", ""));
    }

    /** A firm of its own, and its application when the notice is over. */
    record Filed(Actor firm, CaseFile file) {}

    static Filed filed() {
        var stage = bean(Stage.class);
        var number = ++firms;
        var code = CreditCode.complete("91", stage.cast().codeOf(0), "MAWFD%03d".formatted(number));
        var name = "演示·分担测试企业" + number;
        assertThat(bean(EnterSubject.class)
                        .enter(
                                stage.cast().officer(Role.CITY_OFFICER, "", 0),
                                new EnterSubject.Entry(SubjectKind.ENTERPRISE, name, DISTRICT, code, null)))
                .isInstanceOf(Registering.Done.class);
        var firm = stage.cast().applicant("shared" + number, "分担（演示）", Role.FIRM, DISTRICT, name, Optional.of(code));
        var begin = stage.applicants().begin();
        var file = done(
                begin.begin(firm, "firm-rent", begin.applicants(firm).getFirst().subject(), ""));
        stage.applicants().answers().answer(firm, file.id(), Map.of("months_in_base", "8", "yearly_rent", RENT));
        stage.applicants().attach(firm, file.id(), "payments", "发票-演示.pdf");
        done(stage.applicants().filing().file(firm, file.id(), ticket(file), true));
        var officer = stage.cast().officer(Role.COUNTY_OFFICER, DISTRICT, 0);
        done(stage.offices().county().accept(officer, file.id(), ticket(file)));
        done(stage.offices()
                .notices()
                .publish(stage.cast().officer(Role.COUNTY_OFFICER, DISTRICT, 1), file.id(), ticket(file)));
        pass(12);
        return new Filed(firm, stage.cases().find(file.id()).orElseThrow());
    }

    static Handling grant(Filed filed, List<Part> parts) {
        return bean(Stage.class)
                .offices()
                .deciders()
                .grant()
                .grant(actor("decider1"), filed.file().id(), ticket(filed.file()), "演示云工信〔2018〕8号", "", parts);
    }

    static Award granted(Filed filed, List<Part> parts) {
        fund(CITY_TREASURY, OF_CITY);
        fund(DISTRICT_TREASURY, OF_DISTRICT);
        var file = done(grant(filed, parts));
        return bean(Awards.class).byNumber(file.caseNumber()).orElseThrow();
    }

    static void account(Filed filed) {
        var accounts = bean(BankAccounts.class);
        accounts.enter(filed.firm(), "演示户名", "演示银行", "62220000%04d".formatted(firms) + "0000");
        accounts.of(filed.firm().organisation())
                .forEach(one -> accounts.decide(actor("finance-officer-4"), one.id(), true));
        pass(20);
    }

    /** One treasury pays what it has in its queue; its officers are counted from 1. */
    static UUID pays(List<String> officers) {
        var batches = bean(PaymentBatches.class);
        bean(Payments.class).settle();
        var id = ((Paying.Done) bean(MakeBatch.class).make(actor(officers.get(0)))).id();
        batches.approve(
                actor(officers.get(1)), id, batches.find(id).orElseThrow().version());
        assertThat(batches.send(
                        actor(officers.get(2)),
                        id,
                        batches.find(id).orElseThrow().version()))
                .isInstanceOf(Paying.Done.class);
        var results = bean(Payments.class).ofBatch(id).stream()
                .map(one -> new Result(one.id(), true, one.fen(), ""))
                .toList();
        assertThat(bean(BankResults.class)
                        .settle(
                                actor(officers.get(0)),
                                id,
                                batches.find(id).orElseThrow().version(),
                                results))
                .isInstanceOf(Paying.Done.class);
        return id;
    }
}
