package org.zhongchuang.procedure.call;

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
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhongchuang.PlainBrowser;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.calendar.DemonstrationTime;
import org.zhongchuang.ground.kernel.FormId;
import org.zhongchuang.outside.city.LivedCity;
import org.zhongchuang.outside.city.Stage;
import org.zhongchuang.procedure.call.Calling.Reason;
import org.zhongchuang.procedure.casework.Amounts;
import org.zhongchuang.procedure.casework.CaseFile;
import org.zhongchuang.procedure.casework.CaseId;
import org.zhongchuang.procedure.casework.Handling;
import org.zhongchuang.procedure.casework.Ticket;
import org.zhongchuang.records.registry.CreditCode;
import org.zhongchuang.records.registry.EnterSubject;
import org.zhongchuang.records.registry.Registering;
import org.zhongchuang.records.registry.SubjectKind;

/** Claims that are judged together are taken between two days, settled at once, and only then published and decided. */
class CallTests {

    private static final String PROGRAMME = "equipment";
    private static final String RENT = "rent-in-calls";

    @TempDir
    private static Path folder;

    private static @Nullable LivedCity yunting;

    private static int firms;

    /** The second city, which takes claims for rent in calls too, though each is judged by itself. */
    @BeforeAll
    static void live() throws IOException {
        var pack = LivedCity.copiedPack(folder.resolve("packs"));
        for (var file : List.of("programmes/%s.yaml", "cases/%s.yaml")) {
            var rent = Files.readString(pack.resolve(file.formatted("firm-rent")))
                    .replace("firm-rent", RENT)
                    .replace("payer: county_of_seat", "payer: county_of_seat\ncall: {}");
            Files.writeString(pack.resolve(file.formatted(RENT)), rent);
        }
        yunting = LivedCity.untold(folder.resolve("data"), folder.resolve("packs"));
    }

    @AfterAll
    static void close() {
        city().close();
    }

    private static LivedCity city() {
        return Objects.requireNonNull(yunting);
    }

    private static <B> B bean(Class<B> kind) {
        return city().context().getBean(kind);
    }

    private static Stage stage() {
        return bean(Stage.class);
    }

    private static LocalDate today() {
        return LocalDate.now(bean(Clock.class));
    }

    private static void pass(int days) {
        bean(DemonstrationTime.class).pushTo(today().plusDays(days));
    }

    private static Actor officer() {
        return stage().cast().officer(Role.CITY_OFFICER, "", 0);
    }

    private static Calling open(Actor actor, LocalDate opens, LocalDate closes) {
        return open(actor, PROGRAMME, opens, closes);
    }

    private static Calling open(Actor actor, String programme, LocalDate opens, LocalDate closes) {
        return bean(HoldCall.class)
                .open(
                        actor,
                        FormId.fresh(),
                        programme,
                        Optional.of(opens),
                        Optional.of(closes),
                        "演示批次〔%d〕%d号".formatted(opens.getYear(), 1 + Math.abs(opens.hashCode() % 90)));
    }

    /** A call that takes claims from today on; whatever another test has left open is over by then. */
    private static CallId opened(int days) {
        while (!bean(Calls.class).all(PROGRAMME, false).stream()
                .allMatch(one ->
                        one.state() != Announced.State.OPEN || one.closesOn().isBefore(today()))) {
            pass(30);
        }
        return done(open(officer(), today(), today().plusDays(days)));
    }

    private static CallId done(Calling calling) {
        assertThat(calling).isInstanceOf(Calling.Done.class);
        return ((Calling.Done) calling).call();
    }

    private static CaseFile done(Handling handling) {
        assertThat(handling).isInstanceOf(Handling.Done.class);
        return ((Handling.Done) handling).file();
    }

    private static CaseFile now(CaseId id) {
        return stage().cases().find(id).orElseThrow();
    }

    private static Ticket ticket(CaseId id) {
        return new Ticket(now(id).version(), UUID.randomUUID());
    }

    private static Actor firm() {
        var number = ++firms;
        var district = stage().counties().getLast().code();
        var name = "演示·批次企业%02d".formatted(number);
        var code = CreditCode.complete("91", stage().cast().codeOf(0), "MAWCL%03d".formatted(number));
        assertThat(bean(EnterSubject.class)
                        .enter(officer(), new EnterSubject.Entry(SubjectKind.ENTERPRISE, name, district, code, null)))
                .isInstanceOf(Registering.Done.class);
        return stage().cast()
                .applicant(
                        "call%02d".formatted(number),
                        "批次%02d（演示）".formatted(number),
                        Role.FIRM,
                        district,
                        name,
                        Optional.of(code));
    }

    private static Handling begin(Actor firm) {
        return begin(firm, PROGRAMME);
    }

    private static Handling begin(Actor firm, String programme) {
        var begin = stage().applicants().begin();
        var subject = begin.applicants(firm).getFirst().subject();
        return begin.begin(
                firm,
                programme,
                subject,
                begin.occasions(programme, subject).stream()
                        .findFirst()
                        .map(one -> one.matter())
                        .orElse(""));
    }

    private static CaseId filed(Actor firm, String paid) {
        return filed(firm, PROGRAMME, Map.of("equipment_paid", paid));
    }

    private static CaseId filed(Actor firm, String programme, Map<String, String> answers) {
        var file = done(begin(firm, programme));
        stage().applicants().answers().answer(firm, file.id(), answers);
        stage().applicants().attach(firm, file.id(), "payments", "发票-演示.pdf");
        done(stage().applicants().filing().file(firm, file.id(), ticket(file.id()), true));
        return file.id();
    }

    private static Actor district(int number) {
        return stage().cast()
                .officer(Role.COUNTY_OFFICER, stage().counties().getLast().code(), number);
    }

    private static void reviewed(CaseId id) {
        done(stage().offices().county().accept(district(0), id, ticket(id)));
        done(stage().offices().county().recommend(district(0), id, ticket(id), "属实（演示）。"));
    }

    private static Handling publish(CaseId id) {
        return stage().offices().notices().publish(officer(), id, ticket(id));
    }

    private static Calling settle(CallId call) {
        return bean(SettleCall.class).settle(officer(), call);
    }

    private static Fen amount(CaseId id) {
        return bean(Amounts.class).of(now(id)).orElseThrow();
    }

    @Test
    void nobodyFilesWhileNoCallIsOpen() {
        var firm = firm();
        opened(3);
        var begun = done(begin(firm));
        pass(5);

        assertThat(begin(firm())).isEqualTo(Handling.refused(Handling.Reason.NO_OPEN_CALL));
        stage().applicants().answers().answer(firm, begun.id(), Map.of("equipment_paid", "1000"));
        stage().applicants().attach(firm, begun.id(), "payments", "发票-演示.pdf");
        assertThat(stage().applicants().filing().file(firm, begun.id(), ticket(begun.id()), true))
                .isEqualTo(Handling.refused(Handling.Reason.NO_OPEN_CALL));
    }

    @Test
    void claimsWaitUntilTheirCallIsSettledAndAreThenCutInTheSameProportion() {
        var call = opened(10);
        var claims = List.of(
                filed(firm(), "250000"), filed(firm(), "200000.55"), filed(firm(), "600000"), filed(firm(), "240000"));
        claims.forEach(CallTests::reviewed);
        assertThat(publish(claims.getFirst())).isEqualTo(Handling.refused(Handling.Reason.CALL_NOT_SETTLED));
        assertThat(now(claims.getFirst()).dueOn()).isNull();
        assertThat(settle(call)).isEqualTo(Calling.refused(Reason.NOT_CLOSED));
        pass(11);

        done(settle(call));

        assertThat(claims.stream().map(CallTests::amount))
                .containsExactly(new Fen(3_989_359L), new Fen(3_191_496L), new Fen(3_989_359L), new Fen(3_829_784L));
        assertThat(now(claims.getFirst()).dueOn()).isNotNull();
        done(publish(claims.getFirst()));
        pass(15);
        // What it comes to is known; the city of this test has set nothing aside for it.
        var decider = stage().cast().officer(Role.CITY_DECIDER, "", 0);
        assertThat(stage().offices()
                        .deciders()
                        .grant()
                        .grant(
                                decider,
                                claims.getFirst(),
                                ticket(claims.getFirst()),
                                "演示云工信〔2018〕31号",
                                "YT",
                                List.of()))
                .isEqualTo(Handling.refused(Handling.Reason.NO_BUDGET));
    }

    @Test
    void aCallIsSettledOnceNoneOfItsClaimsIsUnderReviewAndThoseAdvisedAgainstDoNotCount() {
        var call = opened(5);
        var good = filed(firm(), "100000");
        var bad = filed(firm(), "900000");
        reviewed(good);
        done(stage().offices().county().accept(district(0), bad, ticket(bad)));
        pass(6);
        assertThat(settle(call)).isEqualTo(Calling.refused(Reason.UNDER_REVIEW));
        done(stage().offices().county().adviseAgainst(district(0), bad, ticket(bad), "凭证不实（演示）。"));

        done(settle(call));

        assertThat(amount(good)).isEqualTo(new Fen(2_000_000L));
        assertThat(city().count("select count(*) from call.place where case_file = '" + bad + "'"))
                .isZero();
        assertThat(settle(call)).isEqualTo(Calling.refused(Reason.ENDED));
    }

    @Test
    void ofTwoWhoSettleAtOnceOneDoes() throws Exception {
        var call = opened(2);
        var claim = filed(firm(), "50000");
        reviewed(claim);
        pass(3);
        try (var both = Executors.newFixedThreadPool(2)) {
            var answers = both.invokeAll(List.<Callable<Calling>>of(() -> settle(call), () -> settle(call)));
            assertThat(List.of(answers.getFirst().get(), answers.getLast().get()))
                    .containsExactlyInAnyOrder(new Calling.Done(call), Calling.refused(Reason.ENDED));
        }
        assertThat(city().count("select count(*) from call.place where call = '" + call + "'"))
                .isOne();
    }

    @Test
    void aFirmClaimsOnceInEachCall() {
        var firm = firm();
        opened(2);
        filed(firm, "1000");
        assertThat(begin(firm)).isNotInstanceOf(Handling.Done.class);
        opened(2);

        filed(firm, "2000");
    }

    @Test
    void callsOfAProgrammeFollowEachOther() {
        var call = opened(4);
        var last = today().plusDays(4);

        assertThat(open(officer(), last, last.plusDays(3))).isEqualTo(Calling.refused(Reason.TWO_AT_A_TIME));
        assertThat(open(officer(), last.plusDays(1), last)).isEqualTo(Calling.refused(Reason.NOT_DAYS));
        assertThat(open(officer(), today().minusDays(1), last)).isEqualTo(Calling.refused(Reason.TOO_EARLY));
        assertThat(open(officer(), last.plusYears(9), last.plusYears(9)))
                .isEqualTo(Calling.refused(Reason.NOT_IN_FORCE));
        assertThat(open(district(0), last.plusDays(1), last.plusDays(2))).isEqualTo(Calling.refused(Reason.NOT_YOURS));
        assertThat(bean(HoldCall.class).extend(officer(), call, Optional.of(last)))
                .isEqualTo(Calling.refused(Reason.NOT_LATER));
        done(bean(HoldCall.class).extend(officer(), call, Optional.of(last.plusDays(2))));
        done(bean(HoldCall.class).withdraw(officer(), call));
        assertThat(bean(HoldCall.class).withdraw(officer(), call)).isEqualTo(Calling.refused(Reason.ENDED));
        done(open(officer(), today(), today()));
    }

    @Test
    void aCallWithClaimsIsNotWithdrawn() {
        var call = opened(1);
        filed(firm(), "3000");

        assertThat(bean(HoldCall.class).withdraw(officer(), call)).isEqualTo(Calling.refused(Reason.HAS_CLAIMS));
    }

    @Test
    void everybodySeesWhenACallIsOpenAndOnlyOfficersWhoClaimed() {
        var call = opened(6);
        var firm = firm();
        var claim = filed(firm, "3000");
        var number = now(claim).caseNumber();
        try (var visitor = PlainBrowser.at("http://localhost:" + city().port());
                var applicant =
                        PlainBrowser.at("http://localhost:" + city().port()).signsIn(firm.login());
                var other = PlainBrowser.at("http://localhost:" + city().port()).signsIn(firm().login());
                var elsewhere = PlainBrowser.at("http://localhost:" + city().port())
                        .signsIn(stage().cast()
                                .officer(
                                        Role.COUNTY_OFFICER,
                                        stage().counties().getFirst().code(),
                                        0)
                                .login());
                var near = PlainBrowser.at("http://localhost:" + city().port())
                        .signsIn(district(0).login());
                var city = PlainBrowser.at("http://localhost:" + city().port())
                        .signsIn(officer().login())) {
            assertThat(visitor.opens("/calls").body()).contains("设备购置补助", "受理中");
            assertThat(elsewhere.opens("/calls/" + call).body()).doesNotContain(number, firm.unit());
            assertThat(near.opens("/calls/" + call).body()).contains(number);
            assertThat(near.opens("/calls/" + call + "?page=99999999").body()).doesNotContain(number);
            assertThat(visitor.opens("/calls/" + call).body())
                    .contains("data-claims=\"1\"")
                    .doesNotContain(number, firm.unit());
            assertThat(applicant.opens("/calls/" + call).body()).contains(number);
            assertThat(other.opens("/calls/" + call).body()).doesNotContain(number, firm.unit());
            assertThat(city.opens("/calls/" + call).body()).contains(number, firm.unit(), "600.00");
            assertThat(applicant.posts("/calls/" + call + "/settle", Map.of()).statusCode())
                    .isIn(403, 404);
        }
    }

    @Test
    void anOfficerLooksOverWhatFollowsBeforeACallIsSettled() {
        var call = opened(1);
        var claim = filed(firm(), "4000");
        reviewed(claim);
        pass(2);
        try (var city = PlainBrowser.at("http://localhost:" + city().port())
                .signsIn(officer().login())) {
            assertThat(city.opens("/desk").body()).contains("个批次待结算");
            assertThat(city.opens("/calls?show=to_settle").body()).contains(call.toString());
            assertThat(city.posts("/calls/" + call + "/settle", Map.of()).body())
                    .contains("data-look-over", "结算不能撤销");
            assertThat(bean(Calls.class).find(call).orElseThrow().state()).isEqualTo(Announced.State.OPEN);
            city.posts("/calls/" + call + "/settle", Map.of("look", "confirm"));
            assertThat(bean(Calls.class).find(call).orElseThrow().state()).isEqualTo(Announced.State.SETTLED);
            assertThat(city.opens("/calls/" + call).body()).contains("1 / 1", "已结算");
        }
    }

    @Test
    void anOfficerOpensACallByTheFormAndWhatIsWrongIsToldAtItsField() {
        opened(0);
        pass(1);
        var form = UUID.randomUUID().toString();
        var typed = Map.of(
                "request",
                form,
                "programme",
                PROGRAMME,
                "opens",
                today().toString(),
                "closes",
                today().plusDays(1).toString(),
                "document",
                "演示批次〔2018〕77号");
        try (var city = PlainBrowser.at("http://localhost:" + city().port())
                .signsIn(officer().login())) {
            var refused = city.posts(
                    "/calls", Map.of("programme", PROGRAMME, "opens", "很快", "closes", "", "document", "演示批次〔2018〕77号"));
            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(refused.body()).contains("请填写起止日期", "很快", "演示批次〔2018〕77号");
            city.posts("/calls", typed);
            city.posts("/calls", typed);
        }
        assertThat(city().count("select count(*) from call.call where document = '演示批次〔2018〕77号'"))
                .isOne();
        assertThat(bean(Calls.class).find(new CallId(UUID.fromString(form)))).isPresent();
    }

    @Test
    void aCallThatTellsNothingOnlySaysWhenClaimsAreTaken() {
        var call = done(open(officer(), RENT, today(), today().plusDays(3)));
        var claim = filed(firm(), RENT, Map.of("months_in_base", "8", "yearly_rent", "10000"));
        done(stage().offices().county().accept(district(0), claim, ticket(claim)));
        done(stage().offices().notices().publish(district(1), claim, ticket(claim)));
        var last = now(claim).dueOn();
        pass(4);

        done(settle(call));

        assertThat(now(claim).dueOn()).isEqualTo(last);
        assertThat(amount(claim)).isEqualTo(new Fen(300_000L));
        assertThat(begin(firm(), RENT)).isEqualTo(Handling.refused(Handling.Reason.NO_OPEN_CALL));
    }
}
