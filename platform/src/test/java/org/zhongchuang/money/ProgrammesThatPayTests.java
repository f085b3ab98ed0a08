package org.zhongchuang.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhongchuang.Browser;
import org.zhongchuang.PlainBrowser;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.money.award.Award;
import org.zhongchuang.money.recovery.Claim;
import org.zhongchuang.money.recovery.Recovering;
import org.zhongchuang.procedure.casework.CaseId;
import org.zhongchuang.procedure.casework.Handling;
import org.zhongchuang.procedure.casework.Handling.Reason;
import org.zhongchuang.procedure.casework.Occasion;
import org.zhongchuang.procedure.casework.Outcome.Part;
import org.zhongchuang.procedure.casework.Step;
import org.zhongchuang.procedure.filing.AnswerQuestions;
import org.zhongchuang.procedure.filing.AttachPapers;
import org.zhongchuang.procedure.filing.Combination;
import org.zhongchuang.procedure.filing.Costs;
import org.zhongchuang.procedure.filing.InvoiceFault;
import org.zhongchuang.procedure.filing.Openings;
import org.zhongchuang.procedure.review.EstablishFacts;
import org.zhongchuang.procedure.review.ExpertActs;
import org.zhongchuang.records.registry.CreditCode;
import org.zhongchuang.records.registry.SubjectId;

/** What is particular to single programmes, on the way from claim to money. */
class ProgrammesThatPayTests extends MoneyCity {

    private static final LocalDate SPRING = LocalDate.of(2016, 3, 1);

    @LocalServerPort
    private int port;

    private static final byte[] PDF =
            "%PDF-1.4\n% written by a test\n%%EOF\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    @Autowired
    private AnswerQuestions answers;

    @Autowired
    private AttachPapers attachPapers;

    @Autowired
    private EstablishFacts established;

    @Autowired
    private ExpertActs experts;

    @Autowired
    private Costs costs;

    @Autowired
    private Combination combination;

    @Autowired
    private Openings openings;

    private void attach(Actor actor, CaseId id, String... papers) {
        for (var paper : papers) {
            attachPapers.attach(actor, id, paper, new ByteArrayInputStream(PDF), paper + ".pdf");
        }
    }

    private Step step(CaseId id) {
        return cases.find(id).orElseThrow().step();
    }

    private void establish(CaseId id, String amount) {
        done(established.establish(
                actor("city1"), id, ticket(id), Map.of("proposed_amount", amount, "confirmed_by_department", "true")));
    }

    @Test
    void anInvoiceIsTheSameByItsCodeAndItsNumber() {
        var operator = newOperator();
        var id = done(begin.begin(
                operator, "running-costs", recognisedSpace(operator, SPRING).id(), "2016"));
        var other = newOperator();
        var second = done(begin.begin(
                other, "running-costs", recognisedSpace(other, SPRING).id(), "2016"));

        assertThat(costs.add(operator, id, coded(id, "3300161320", "演示·物业"))).isEmpty();
        jdbc.sql("update filing.invoice set live = true where case_file = :case")
                .param("case", id.value())
                .update();

        assertThat(costs.add(other, second, coded(second, "3300161320", "演示·别家")))
                .containsExactly(InvoiceFault.USED);
        assertThat(costs.add(other, second, coded(second, "", "演示·物业"))).containsExactly(InvoiceFault.USED);
        assertThat(costs.add(other, second, coded(second, "3300161330", "演示·物业")))
                .isEmpty();
        assertThat(costs.add(other, second, coded(second, "", "演示·别家"))).isEmpty();
    }

    @Test
    void anInvoiceIsClaimedOnceAlsoWhereOneOfTwoLeavesItsCodeOut() {
        var operator = newOperator();
        var other = newOperator();
        var first = done(begin.begin(
                operator, "running-costs", recognisedSpace(operator, SPRING).id(), "2016"));
        var second = done(begin.begin(
                other, "running-costs", recognisedSpace(other, SPRING).id(), "2016"));
        var day = LocalDate.of(2016, 5, 2);
        var coded = new Costs.Invoice(first.value(), "rent", "演示·同一家", "3300161350", "87654321", day, Fen.ofYuan(100));
        var plain = new Costs.Invoice(second.value(), "rent", "演示·同一家", "", "87654321", day, Fen.ofYuan(100));
        assertThat(costs.add(operator, first, coded)).isEmpty();
        assertThat(costs.add(operator, first, plain)).containsExactly(InvoiceFault.USED);
        assertThat(costs.add(other, second, plain)).isEmpty();

        claim(first);
        assertThatThrownBy(() -> claim(second)).hasMessageContaining("claimed already");
    }

    private void claim(CaseId id) {
        jdbc.sql("update filing.invoice set live = true where case_file = :case")
                .param("case", id.value())
                .update();
    }

    private static Costs.Invoice coded(CaseId id, String code, String seller) {
        return new Costs.Invoice(
                id.value(), "rent", seller, code, "12345678", LocalDate.of(2016, 5, 1), Fen.ofYuan(1_000));
    }

    @Test
    void anInvoiceInTheFormIsAddedOnceAlsoWhereFilingIsRefused() {
        var operator = newOperator();
        var id = done(begin.begin(
                operator, "running-costs", recognisedSpace(operator, SPRING).id(), "2016"));
        var browser = Browser.of(port, operator);
        var page = "/applications/" + id;
        browser.open(page);
        var form = new HashMap<>(Map.of("version", "" + file(id).version(), "kind", "rent", "number", "87654321"));
        form.putAll(Map.of("seller", "演示·物业一", "day", "2016-05-01", "sum", "1200"));
        form.put("request", UUID.randomUUID().toString());

        browser.post(page + "/file", form);

        assertThat(browser.body()).contains("data-refused").doesNotContain("value=\"87654321\"");
        assertThat(costs.of(id)).hasSize(1);
    }

    @Test
    void eachMistakeInAnInvoiceStandsAtItsField() {
        var operator = newOperator();
        var id = done(begin.begin(
                operator, "running-costs", recognisedSpace(operator, SPRING).id(), "2016"));
        var browser = Browser.of(port, operator);
        var page = "/applications/" + id;
        browser.open(page);

        browser.post(
                page + "/invoices",
                Map.of("kind", "rent", "code", "33", "number", "No.1", "seller", "演", "day", "", "sum", "很多"));

        assertThat(browser.body())
                .contains("id=\"code-mistake\"", "id=\"number-mistake\"", "id=\"seller-mistake\"")
                .contains("id=\"day-mistake\"", "id=\"sum-mistake\"", "<title>有误：");
        assertThat(browser.post(
                        page + "/invoices",
                        Map.of(
                                "kind",
                                "rent",
                                "number",
                                "８７６５４３２３",
                                "seller",
                                "演示·物业",
                                "day",
                                "2016-05-01",
                                "sum",
                                "１．２万元")))
                .isEqualTo(302);
        assertThat(costs.of(id).getFirst().fen()).isEqualTo(Fen.ofYuan(12_000));
        assertThat(costs.of(id).getFirst().number()).isEqualTo("87654323");
    }

    @Test
    void runningCostsAreOfferedFromTheYearOfRecognitionOn() {
        var operator = newOperator();
        var unknown = newSpace(operator);
        var late = recognisedSpace(operator, LocalDate.of(2017, 2, 27));
        var since2015 = recognisedSpace(operator, LocalDate.of(2015, 11, 2));

        assertThat(begin.occasions("running-costs", unknown.id())).isEmpty();
        assertThat(begin.occasions("running-costs", late.id())).isEmpty();
        assertThat(begin.occasions("running-costs", since2015.id()))
                .extracting(Occasion::matter)
                .containsExactly("2015", "2016");
        assertThat(begin.begin(operator, "running-costs", late.id(), "2016"))
                .isEqualTo(new Handling.Refused(Reason.NO_GROUND));
    }

    @Test
    void anInvoiceOfAnotherYearIsNoCostOfTheYearThatIsClaimed() {
        var operator = newOperator();
        var space = recognisedSpace(operator, SPRING);
        var id = done(begin.begin(operator, "running-costs", space.id(), "2016"));

        assertThat(costs.add(operator, id, rent(id, "2015010199", LocalDate.of(2015, 1, 1))))
                .contains(InvoiceFault.OTHER_YEAR);
        assertThat(costs.add(operator, id, rent(id, "2016123199", LocalDate.of(2016, 12, 31))))
                .isEmpty();
        assertThat(costs.of(id)).hasSize(1);
    }

    private void anOpinionBeingTypedStaysWhenTheFactsAreEstablished(CaseId id) {
        var file = cases.find(id).orElseThrow();
        try (var browser = PlainBrowser.at("http://localhost:" + port).signsIn("city1")) {
            var typed = Map.of(
                    "version", String.valueOf(file.version()),
                    "request", UUID.randomUUID().toString(),
                    "proposed_amount", "400000",
                    "confirmed_by_department", "true",
                    "opinion", "材料齐全，拟同意");
            assertThat(browser.posts("/cases/" + file.caseNumber() + "/establish", typed)
                            .body())
                    .contains("data-saved", "材料齐全，拟同意</textarea>", "value=\"400000\"");
        }
        assertThat(step(id)).as("the case waits for the opinion").isEqualTo(file.step());
    }

    private static Costs.Invoice rent(CaseId id, String number, LocalDate day) {
        return new Costs.Invoice(id.value(), "rent", "演示·物业", "", number, day, Fen.ofYuan(1_000));
    }

    @Test
    void theStartUpFundIsGrantedFromTheFloorOnInPartsAndLostWithABanAfterDeception() {
        var operator = newOperator();
        var space = newSpace(operator);
        var id = done(begin.begin(operator, "start-up-fund", space.id(), ""));
        assertThat(filing.file(operator, id, ticket(id), true)).isEqualTo(new Handling.Refused(Reason.NOT_COMPLETE));
        attach(operator, id, "proposal", "standing");
        done(filing.file(operator, id, ticket(id), true));
        done(county.accept(actor("city1"), id, ticket(id)));
        assertThat(city.pass(actor("city1"), id, ticket(id), "同意")).isEqualTo(new Handling.Refused(Reason.FACTS_OPEN));
        anOpinionBeingTypedStaysWhenTheFactsAreEstablished(id);
        establish(id, "499999.99");
        done(city.pass(actor("city1"), id, ticket(id), "同意"));
        assertThat(city.hold(actor("city1"), id, ticket(id), "纪要〔2017〕1号", true, "同意"))
                .isEqualTo(new Handling.Refused(Reason.CRITERIA_NOT_MET));
        establish(id, "500000");
        done(city.hold(actor("city1"), id, ticket(id), "纪要〔2017〕1号", true, "同意"));
        done(noticeActs.publish(actor("city1"), id, ticket(id)));
        waitOut(id);
        fund("start-up-fund", Fen.ofYuan(500_000));
        done(decide.grant(
                actor("decider1"),
                id,
                ticket(id),
                "测试科财〔2017〕1号",
                CITY,
                List.of(new Part(Fen.ofYuan(200_000), ""), new Part(Fen.ofYuan(300_000), "运行满一年并验收"))));
        var award = awards.byNumber(cases.find(id).orElseThrow().caseNumber()).orElseThrow();
        give(operator, "622288880001");
        var batch = sent();
        settle(actor("finance-officer"), batch.id(), all(batch, true));
        assertThat(awards.standing(award.id()))
                .isEqualTo(new Award.Standing(new Fen(30_000_000), Fen.ZERO, new Fen(20_000_000), Fen.ZERO, Fen.ZERO));

        var claim = ((Recovering.Done) proposeRecovery.propose(
                        actor("city1"), award.id(), Fen.ofYuan(200_000), Claim.Ground.DECEPTION, "申报时提交的知名机构证明系伪造。"))
                .id();
        assertThat(recoveries.confirm(actor("finance-officer"), claim, "测试追一号")).isInstanceOf(Recovering.Done.class);
        var match = higherAward(space, AWARD);
        higher.verify(actor("city2"), match, AWARD, "凭证");
        var next = begin.begin(operator, "award-match", space.id(), match.toString());
        assertThat(
                        next instanceof Handling.Done(var file)
                                ? filing.file(operator, file.id(), ticket(file.id()), true)
                                : next)
                .isEqualTo(new Handling.Refused(Reason.BANNED));
        booksHold();
    }

    @Test
    void monthsOfInsuranceBeforeAndAfterTheTenancyInTheRegisterDoNotCount() {
        var code = CreditCode.complete("91", AREA, "TESTGR01");
        var login = "g" + UUID.randomUUID().toString().substring(0, 12);
        var firm = people.appoint(
                people.addPerson(login, login, "demo"),
                Role.FIRM,
                AREA,
                people.addOrganisation("演示·" + login, Optional.of(code), AREA));
        var subject = new SubjectId(UUID.randomUUID());
        jdbc.sql("""
                        insert into registry.subject (id, kind, name, area, code, spoken, likeness, listed, created_at)
                        values (:id, 'ENTERPRISE', '演示·社保测试企业', :area, :code, '', '社保测试企业', false, now())
                        """)
                .param("id", subject.value())
                .param("area", AREA)
                .param("code", code)
                .update();
        assertThat(begun(firm, subject)).isNotNull();
        assertThat(combination.of(firm, openings.of(firm))).isEmpty();

        jdbc.sql("""
                        insert into evidence.entry (space, kind, day, until, subject, digest, recorded_at, recorded_by)
                        values (:space, 'AGREEMENTS', '2016-02-01', '2016-06-30', :subject, 'tenancy', now(), :subject)
                        """)
                .param("space", newSpace(newOperator()).id().value())
                .param("subject", subject.value())
                .update();
        var second = begun(firm, subject);
        answers.answer(
                firm,
                second,
                Map.of(
                        "small_micro", "true",
                        "graduate", "true",
                        "hired_on", "2016-01-15",
                        "contributions", "2016-01-20 500.10\n2016-03-20 500.10\n2016-08-20 500.10"));
        assertThat(combination.of(firm, openings.of(firm)))
                .singleElement()
                .satisfies(part -> assertThat(part.alone()).isEqualTo(new Fen(50_010)));
        anAmountThatGivesWaySaysToWhat(firm, second, subject);
    }

    /** As if the firm had been granted the rival subsidy of the same group: an award of others is lent to it. */
    private void anAmountThatGivesWaySaysToWhat(Actor firm, CaseId draft, SubjectId subject) {
        assertThat(cases.details(firm, draft).orElseThrow().less()).isEmpty();
        var lent = awarded(newOperator());
        lend(lent, "job-creation-subsidy", subject);
        try {
            var details = cases.details(firm, draft).orElseThrow();
            assertThat(details.payable()).contains(Fen.ZERO);
            assertThat(details.less().orElseThrow().zh()).contains("从高不重复", lent.number());
            assertThat(details.less().orElseThrow().en()).contains("not paid twice", lent.number());
        } finally {
            lend(lent, lent.programme(), lent.subject());
        }
    }

    private static void lend(Award award, String programme, SubjectId subject) {
        attackAsOwner("alter table award.award disable trigger user");
        try {
            asOwner()
                    .sql("update award.award set programme = :programme, subject = :subject where id = :id")
                    .param("programme", programme)
                    .param("subject", subject.value())
                    .param("id", award.id().value())
                    .update();
        } finally {
            attackAsOwner("alter table award.award enable trigger user");
        }
    }

    private CaseId begun(Actor firm, SubjectId subject) {
        var matter = begin.occasions("graduate-insurance-subsidy", subject)
                .getFirst()
                .matter();
        return done(begin.begin(firm, "graduate-insurance-subsidy", subject, matter));
    }

    @Test
    void anEventIsSupportedByWhatDrawnExpertsScoreAndNotByWhatAnOfficerSays() {
        var operator = newOperator();
        var space = newSpace(operator);
        jdbc.sql("""
                        insert into award.event values (:id, :space, '演示·测试大赛', 'REGIONAL', :held, 20000000, :registered, :person, now())
                        """)
                .param("id", UUID.randomUUID())
                .param("space", space.id().value())
                .param("held", LocalDate.now(clock).minusDays(10))
                .param("registered", LocalDate.now(clock).minusDays(40))
                .param("person", operator.person().value())
                .update();
        var matter = begin.occasions("event-support", space.id()).getFirst().matter();
        var id = done(begin.begin(operator, "event-support", space.id(), matter));
        attachPapers.attach(operator, id, "accounts", new ByteArrayInputStream(PDF), "a.pdf");
        costs.add(
                operator,
                id,
                new Costs.Invoice(
                        id.value(),
                        "event",
                        "演示·会展",
                        "",
                        "20170301EV",
                        LocalDate.now(clock).minusDays(9),
                        Fen.ofYuan(100_000)));
        done(filing.file(operator, id, ticket(id), true));
        done(county.accept(actor("c330402-1"), id, ticket(id)));
        assertThat(established.factsOf(actor("city1"), file(id))).isEmpty();
        done(city.pass(actor("city1"), id, ticket(id), "登记在前"));
        var drawn = jdbc.sql("""
                        select p.login from review.ballot b join access.person p on p.id = b.expert where b.case_file = :id order by p.login
                        """).param("id", id.value()).query(String.class).list();
        assertThat(drawn).hasSize(3);
        var points = List.of(90, 80, 71);
        assertThat(experts.score(
                        actor(drawn.getFirst()),
                        id,
                        ticket(id),
                        Map.of("influence_score", 101, "scale_score", 60, "effect_score", 100),
                        "意见"))
                .isEqualTo(new Handling.Refused(Reason.SCORE_OUT_OF_BOUNDS));
        for (int i = 0; i < drawn.size(); i++) {
            done(experts.score(
                    actor(drawn.get(i)),
                    id,
                    ticket(id),
                    Map.of("influence_score", points.get(i), "scale_score", 60, "effect_score", 100),
                    "意见"));
        }
        assertThat(step(id)).isEqualTo(Step.MEETING);
        assertThat(jdbc.sql("select value from casework.fact where case_file = :id and fact = 'influence_score'")
                        .param("id", id.value())
                        .query(String.class)
                        .single())
                .isEqualTo("80.33");
    }
}
