package org.zhongchuang.outside.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhongchuang.PlainBrowser;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.audit.RecordedActs;
import org.zhongchuang.ground.audit.VerifySeals;
import org.zhongchuang.ground.calendar.DemonstrationTime;
import org.zhongchuang.money.ledger.VerifyLedger;
import org.zhongchuang.procedure.casework.CaseFile;
import org.zhongchuang.procedure.casework.Handling;
import org.zhongchuang.procedure.casework.Ticket;
import org.zhongchuang.records.registry.Builder;
import org.zhongchuang.records.registry.Carrier;
import org.zhongchuang.records.registry.CreditCode;
import org.zhongchuang.records.registry.EnterSubject;
import org.zhongchuang.records.registry.Registering;
import org.zhongchuang.records.registry.Space;
import org.zhongchuang.records.registry.SpaceKind;
import org.zhongchuang.records.registry.SubjectKind;

/** The demonstration is told by what the pack says its programmes are for, in a city of another province as well. */
class SecondCityTests {

    /** As many as a demonstration has; the second city has two districts and fewer of them. */
    private static final int SPACES = 130;

    @TempDir
    private static Path folder;

    private static @Nullable LivedCity yunting;

    @BeforeAll
    static void live() {
        yunting = LivedCity.fill(folder.resolve("yunting"), "cities/yunting", SPACES, 2);
    }

    @AfterAll
    static void close() {
        city().close();
    }

    private static LivedCity city() {
        return Objects.requireNonNull(yunting);
    }

    private static List<String> words(String sql) {
        return city().owner()
                .sql(sql)
                .query((row, _) -> String.valueOf(row.getString(1)))
                .list();
    }

    @Test
    void basesOfItsOwnDistrictsApplyAndCasesLieAtEachStepUpToTheCertificate() {
        assertThat(words("select distinct area from registry.space order by area"))
                .containsExactly("YT-1", "YT-2");
        assertThat(words("select distinct step from casework.case_file where programme = 'base-title'"))
                .contains("DRAFT", "CORRECTION", "NOTICE", "GRANTED");
        assertThat(words("""
                        select distinct step from casework.case_file
                         where programme = 'base-title' and holder is not null and due_on >= date '2020-03-15'
                        """)).contains("ACCEPTANCE", "REVIEW", "NOTICE", "DECISION");
        assertThat(city().count("select count(*) from recognition.recognised_space"))
                .isGreaterThan(10);
    }

    @Test
    void rentMatchGradeAndWhatTwoPayersShareAreGrantedAndPaid() {
        assertThat(words("select distinct programme from award.award order by programme"))
                .containsExactly("award-share", "base-reward", "base-support", "equipment", "firm-rent");
        assertThat(words("""
                        select distinct w.programme from award.award w join payment.payment p on p.award = w.id and p.state = 'ARRIVED'
                         order by w.programme
                        """)).hasSize(5);
        assertThat(words("select distinct payer from award.award where programme = 'base-support'"))
                .containsExactly("YT");
        assertThat(words("""
                        select distinct i.payer from award.award w join award.instalment i on i.award = w.id
                         where w.programme = 'base-support' order by i.payer
                        """)).containsExactly("YT", "YT-1", "YT-2");
    }

    /** Six tenths and four, each from a budget of its own and in batches of its own. */
    @Test
    void aSupportThatTwoPayersShareIsBorneSixToFour() {
        assertThat(city().count("select count(*) from award.award where programme = 'base-support'"))
                .isPositive();
        assertThat(city().count("""
                        select count(*) from award.award w where programme = 'base-support' and
                          (select sum(i.fen) from award.instalment i where i.award = w.id and i.payer = 'YT') <> w.fen * 6 / 10
                           or (select sum(i.fen) from award.instalment i where i.award = w.id) <> w.fen
                        """)).isZero();
        assertThat(words("""
                        select distinct b.payer from award.award w join payment.payment p on p.award = w.id and p.state = 'ARRIVED'
                          join payment.batch b on b.id = p.batch where w.programme = 'base-support' order by b.payer
                        """)).containsExactly("YT", "YT-1", "YT-2");
        assertThat(city().count("""
                        select count(*) from award.award w join award.instalment i on i.award = w.id join payment.payment p
                            on p.award = w.id and p.instalment = i.seq join payment.batch b on b.id = p.batch
                         where w.programme = 'base-support' and b.payer <> i.payer
                        """)).isZero();
        assertThat(city().count("""
                        select count(*) from award.award w join ledger.account a on a.matter = w.id::text and a.kind = 'PAID'
                          join ledger.balance b on b.account = a.id
                         where w.programme = 'base-support' and a.payer <> 'YT' and b.fen > 0
                        """)).isPositive();
    }

    @Test
    void everybodyReadsWhichTreasuryPaysHowMuchOfAnAward() {
        var number = words("""
                        select w.number from award.award w where programme = 'base-support' and w.area = 'YT-1' order by w.number limit 1
                        """).getFirst();

        assertThat(page("/awards/" + number)).contains("data-payer=\"YT\"", "data-payer=\"YT-1\"", "云汀市财政", "江东区财政");
        assertThat(page("/awards?payer=YT-1")).contains(number, "该财政承担的部分");
        assertThat(page("/awards.csv?q=" + number)).containsPattern("云汀市 [0-9.]+；江东区 [0-9.]+");
        assertThat(page("/awards.json?q=" + number)).contains("云汀市财政", "江东区财政");
        assertThat(page("/policies/yunting-2018-7/clauses/第七条")).contains("市财政 60%、所在区财政 40%");
    }

    @Test
    void claimsOfACallAreSettledTogetherAndCutInTheSameProportion() {
        assertThat(words("select state from call.call order by opens_on")).containsExactly("SETTLED", "OPEN");
        assertThat(city().count("select count(*) from call.place")).isGreaterThan(3);
        assertThat(city().count("""
                        select count(*) from call.place p join award.award w on w.case_file = p.case_file
                         where w.fen <> floor(p.asks * 100 * 150000 / p.total)
                        """)).isZero();
        assertThat(city().count("select max(total)::bigint from call.place")).isGreaterThan(150_000);
        assertThat(city().count("select sum(fen) from award.award where programme = 'equipment'"))
                .isLessThanOrEqualTo(15_000_000);
        assertThat(words("""
                        select distinct c.step from casework.case_file c join call.call k on k.programme = c.programme
                         where k.state = 'OPEN' and c.filed_on >= k.opens_on
                        """)).isNotEmpty().doesNotContain("GRANTED", "DECISION");
    }

    @Test
    void itsYearlyEvaluationIsPublishedAndTheNextOneRuns() {
        assertThat(words("select state from assessment.round order by year")).containsExactly("PUBLISHED", "SCORING");
    }

    private static <B> B bean(Class<B> kind) {
        return city().context().getBean(kind);
    }

    private static String page(String address) {
        try (var visitor = PlainBrowser.at("http://localhost:" + city().port())) {
            return visitor.opens(address).body();
        }
    }

    /** Moves the clock on by some days, and says which day it is then. */
    private static LocalDate pass(int days) {
        var day = LocalDate.now(bean(Clock.class)).plusDays(days);
        bean(DemonstrationTime.class).pushTo(day);
        return day;
    }

    private static CaseFile done(Handling handling) {
        assertThat(handling).isInstanceOf(Handling.Done.class);
        return ((Handling.Done) handling).file();
    }

    private static Ticket ticket(CaseFile file) {
        var now = bean(Stage.class).cases().find(file.id()).orElseThrow();
        return new Ticket(now.version(), UUID.randomUUID());
    }

    @Test
    void aBaseIsFiledForReviewedAndDecidedAndItsCertificateIsOfItsOwnCity() {
        var stage = bean(Stage.class);
        var district = stage.counties().getFirst();
        var profile = new Space.Profile(
                "演示·长亭创业基地",
                SpaceKind.in(stage.policies().current()).getLast(),
                Builder.FIRM,
                Carrier.in(stage.policies().current()).getFirst(),
                district.code(),
                "江东区演示路8号",
                LocalDate.of(2018, 1, 8),
                "");
        var story = new Story(stage, stage.cast().operator(9_000, district), profile, Story.Fate.STRAIGHT, 5);
        var steps = new LinkedHashSet<String>();
        for (var next = story.turn(pass(0)); next.isPresent(); ) {
            steps.add(stage.cases().find(story.id).orElseThrow().stepId());
            var day = pass(next.getAsInt());
            steps.add(stage.cases().find(story.id).orElseThrow().stepId());
            next = story.turn(day);
        }
        assertThat(steps).containsExactly("draft", "acceptance", "inspection", "notice", "decision");
        assertThat(stage.cases().find(story.id).orElseThrow().stepId()).isEqualTo("granted");

        var code = words("select code from recognition.recognised_space where name = '演示·长亭创业基地'")
                .getFirst();
        assertThat(code).matches("YT2020-\\w{4}-\\w{4}-\\w{4}");
        assertThat(page("/verify/" + code)).contains("演示·长亭创业基地", "江东区").doesNotContain("嘉兴");
        assertThat(page("/verify")).contains("YT2018-XXXX-XXXX-XXXX");
    }

    @Test
    void theKindsOfMakerspaceAreItsOwnAtTheFormAndInTheRegisters() {
        assertThat(words("select distinct kind from registry.space order by kind"))
                .containsExactly("GENERAL", "INDUSTRY");
        try (var operator = PlainBrowser.at("http://localhost:" + city().port()).signsIn("op001")) {
            assertThat(operator.opens("/applications/new").body())
                    .contains("value=\"GENERAL\"", "综合型", "value=\"INDUSTRY\"", "产业型")
                    .doesNotContain("\"MAKER\"", "创客型");
            var foreign = Map.of(
                    "request", UUID.randomUUID().toString(),
                    "name", "演示·长亭创业园",
                    "openedOn", "2018-01-08",
                    "kind", "MAKER",
                    "builder", "FIRM",
                    "carrier", "MARKET",
                    "area", "YT-1",
                    "address", "江东区演示路9号");
            assertThat(operator.posts("/applications/new", foreign).body())
                    .as("a kind of another city")
                    .contains("请选择一项");
        }
        assertThat(words("select name from registry.space where name = '演示·长亭创业园'"))
                .isEmpty();

        assertThat(page("/register/spaces"))
                .contains("<option value=\"general\"", "<option value=\"industry\"", "<th scope=\"col\">综合型</th>")
                .doesNotContain("value=\"maker\"");
        assertThat(page("/register/spaces?kind=industry"))
                .contains("<td data-label=\"类型\">产业型</td>")
                .doesNotContain("<td data-label=\"类型\">综合型</td>");
        assertThat(page("/directory?kind=space"))
                .contains("type:industry", "产业型")
                .doesNotContain("type:maker");
        assertThat(page("/assessments/"
                        + words("select min(year) from assessment.round").getFirst()))
                .contains("?kind=general", "?kind=industry", "data-code=")
                .doesNotContain("?kind=maker");
    }

    @Test
    void aTableOfExistingMakerspacesIsReadByTheKindsOfItsOwnCity() {
        try (var officer = PlainBrowser.at("http://localhost:" + city().port()).signsIn("city1")) {
            assertThat(officer.opens("/register/existing").body()).contains("综合型", "产业型");
            assertThat(officer.posts("/register/existing", Map.of("table", existing("产业")))
                            .body())
                    .contains("确认登记 1 家", "产业型");
            assertThat(officer.posts("/register/existing", Map.of("table", existing("创客孵化类")))
                            .body())
                    .contains("类型应为：综合型、产业型")
                    .doesNotContain("确认登记");
        }
    }

    private static String existing(String kind) {
        return "名称\t运营单位\t信用代码\t区域\t类型\t地址\t成立日期\t文号\t认定时间\n"
                + String.join(
                        "\t",
                        "演示·旧基地",
                        "旧基地运营（演示）",
                        CreditCode.complete("91", bean(Stage.class).cast().codeOf(0), "MAJ00001"),
                        "江东区",
                        kind,
                        "演示路1号",
                        "2017-05-01",
                        "演示云经〔2018〕3号",
                        "2018-06-01")
                + "\n";
    }

    @Test
    void aFirmsRentIsFiledForDecidedAndAwardedByAnArticleOfItsOwnDocument() {
        var stage = bean(Stage.class);
        var district = stage.counties().getLast().code();
        var code = CreditCode.complete("91", stage.cast().codeOf(0), "MAWLK001");
        assertThat(bean(EnterSubject.class)
                        .enter(
                                stage.cast().officer(Role.CITY_OFFICER, "", 0),
                                new EnterSubject.Entry(SubjectKind.ENTERPRISE, "演示·长亭纺织科技", district, code, null)))
                .isInstanceOf(Registering.Done.class);
        var firm = stage.cast().applicant("rentfirm", "长亭（演示）", Role.FIRM, district, "演示·长亭纺织科技", Optional.of(code));
        var begin = stage.applicants().begin();
        var subject = begin.applicants(firm).getFirst().subject();
        var file = done(begin.begin(firm, "firm-rent", subject, ""));
        stage.applicants().answers().answer(firm, file.id(), Map.of("months_in_base", "8", "yearly_rent", "50000"));
        stage.applicants().attach(firm, file.id(), "payments", "发票-演示.pdf");
        done(stage.applicants().filing().file(firm, file.id(), ticket(file), true));
        done(stage.offices()
                .county()
                .accept(stage.cast().officer(Role.COUNTY_OFFICER, district, 0), file.id(), ticket(file)));
        done(stage.offices()
                .notices()
                .publish(stage.cast().officer(Role.COUNTY_OFFICER, district, 1), file.id(), ticket(file)));
        pass(12);
        var granted = done(stage.offices()
                .deciders()
                .grant()
                .grant(
                        stage.cast().officer(Role.CITY_DECIDER, "", 0),
                        file.id(),
                        ticket(file),
                        "演示云工信〔2020〕8号",
                        district,
                        List.of()));

        assertThat(page("/awards/" + granted.number()))
                .contains("15,000.00", "第六条", "演示·长亭纺织科技", "演示云工信〔2020〕8号")
                .doesNotContain("嘉");
    }

    @Test
    void nothingFailedAndBooksAndSealsHold() {
        assertThat(city().count("select count(*) from calendar.work_failure")).isZero();
        assertThat(city().context().getBean(VerifyLedger.class).verify().fault())
                .isEmpty();
        assertThat(new VerifySeals(city().owner())
                        .verify(new RecordedActs(city().owner()), List.of())
                        .fault())
                .isEmpty();
    }
}
