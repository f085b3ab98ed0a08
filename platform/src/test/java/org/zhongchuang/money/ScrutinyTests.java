package org.zhongchuang.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhongchuang.Browser;
import org.zhongchuang.PlainBrowser;
import org.zhongchuang.government.scrutiny.SettleFindings;
import org.zhongchuang.government.scrutiny.Warnings;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.money.award.Award;
import org.zhongchuang.money.payment.Stop;
import org.zhongchuang.procedure.casework.CaseId;
import org.zhongchuang.procedure.casework.Watcher.Warning;
import org.zhongchuang.records.registry.Space;
import org.zhongchuang.records.registry.SubjectId;

/** What does not fit together is found once, told with evidence, and dismissed with a reason, above a sum by two. */
class ScrutinyTests extends MoneyCity {

    @Autowired
    private Warnings warnings;

    @Autowired
    private SettleFindings settling;

    @LocalServerPort
    private int port;

    private record Filed(Actor operator, Space space, CaseId id) {}

    /** A claim under way of a makerspace. */
    private Filed filed() {
        var operator = newOperator();
        var space = newSpace(operator);
        var match = higherAward(space, AWARD);
        higher.verify(actor("city2"), match, AWARD, "凭证");
        return new Filed(operator, space, published(operator, space, match));
    }

    private List<String> found(CaseId caseFile) {
        warnings.settle();
        return warnings.warnings(caseFile).stream().map(one -> one.what().zh()).toList();
    }

    private List<Warnings.Found> open(String number) {
        return warnings.list(actor("city1"), new Warnings.Query(number), 1_000).found();
    }

    private Warnings.Found open(String number, String what) {
        return open(number).stream()
                .filter(one -> one.what().zh().equals(what))
                .findFirst()
                .orElseThrow();
    }

    private SubjectId firm(String name) {
        var id = new SubjectId(UUID.randomUUID());
        jdbc.sql("""
                        insert into registry.subject (id, kind, name, area, spoken, likeness, listed, created_at)
                        values (:id, 'ENTERPRISE', :name, :area, '', :name, false, now())
                        """)
                .param("id", id.value())
                .param("name", name)
                .param("area", AREA)
                .update();
        return id;
    }

    private void record(SubjectId space, String kind, SubjectId subject, String party, LocalDate day) {
        jdbc.sql("""
                        insert into evidence.entry (space, kind, day, subject, party, title, digest, recorded_at, recorded_by)
                        values (:space, :kind, :day, :subject, :party, '测试', :digest, now(), :person)
                        """)
                .param("space", space.value())
                .param("kind", kind)
                .param("day", day)
                .param("subject", subject.value())
                .param("party", party)
                .param("digest", UUID.randomUUID().toString())
                .param("person", UUID.randomUUID())
                .update();
    }

    private void invoice(CaseId caseFile, String seller, long fen) {
        jdbc.sql("""
                        insert into filing.invoice (id, case_file, kind, seller, number, day, fen, live, added_at)
                        values (gen_random_uuid(), :case, 'rent', :seller, :number, '2016-05-01', :fen, true, now())
                        """)
                .param("case", caseFile.value())
                .param("seller", seller)
                .param(
                        "number",
                        UUID.randomUUID()
                                .toString()
                                .replace("-", "")
                                .substring(0, 16)
                                .toUpperCase(java.util.Locale.ROOT))
                .param("fen", fen)
                .update();
    }

    @Test
    void aCaseWithACostThatItsRulesDoNotKnowIsShownAllTheSame() throws Exception {
        var claim = filed();
        invoice(claim.id(), "演示·从前的出租方", 100_00);
        try (var browser = PlainBrowser.at("http://localhost:" + port)) {
            browser.signsIn("decider1");
            assertThat(browser.opens("/cases/" + file(claim.id()).caseNumber()).body())
                    .contains("其他费用", "演示·从前的出租方");
        }
    }

    @Test
    void twoMakerspacesAtOneAddressAreFoundOnceAndDismissedWithAReason() {
        newSpace(newOperator());
        var claim = filed();
        assertThat(found(claim.id())).contains("两个众创空间登记在同一地址");
        var number = cases.find(claim.id()).orElseThrow().caseNumber();
        var before = open(number).size();
        warnings.settle();
        assertThat(open(number)).hasSize(before);
        var told = open(number, "两个众创空间登记在同一地址").evidence();
        assertThat(told.zh()).contains("：另有");
        assertThat(told.en()).contains(": others there: ").doesNotContain("另有", "{");

        var finding = open(number, "两个众创空间登记在同一地址");
        assertThat(settling.dismiss(actor("city1"), finding.id(), " ")).isFalse();
        assertThat(settling.dismiss(actor("c330411-1"), finding.id(), "与本县无关")).isFalse();
        open(number)
                .forEach(one -> assertThat(settling.dismiss(actor("city1"), one.id(), "楼层不同，现场已核对"))
                        .isTrue());
        assertThat(warnings.warnings(claim.id())).isEmpty();
    }

    @Test
    void aSellerWhoIsRelatedToTheClaimantIsFoundAndALargeSumTakesTwoToDismiss() {
        var claim = filed();
        var seller = firm("演示·关联物业" + UUID.randomUUID().toString().substring(0, 6));
        jdbc.sql("""
                        insert into registry.relation (id, kind, source, target, since, basis, recorded_at, recorded_by)
                        values (gen_random_uuid(), 'INVESTS_IN', :seller, :space, '2015-01-01', '测试', now(), :person)
                        """)
                .param("seller", seller.value())
                .param("space", claim.space().id().value())
                .param("person", UUID.randomUUID())
                .update();
        var name = jdbc.sql("select name from registry.subject where id = :id")
                .param("id", seller.value())
                .query(String.class)
                .single();
        invoice(claim.id(), name, 10_000_000_000L);
        assertThat(found(claim.id())).contains("发票销售方与申报单位有关联");

        var finding = open(cases.find(claim.id()).orElseThrow().caseNumber(), "发票销售方与申报单位有关联");
        assertThat(finding.two()).isTrue();
        assertThat(settling.dismiss(actor("city1"), finding.id(), "已核对合同")).isTrue();
        assertThat(warnings.warnings(claim.id())).extracting(Warning::what).isNotEmpty();
        assertThat(settling.dismiss(actor("city1"), finding.id(), "再次核对")).isFalse();
        assertThat(settling.dismiss(actor("city2"), finding.id(), "另一人核对无误")).isTrue();
        assertThat(found(claim.id())).doesNotContain("发票销售方与申报单位有关联");
    }

    @Test
    void nothingIsPaidOfWhatATrueFindingIsAboutUntilAnotherSaysHowItWasDealtWith() {
        var operator = newOperator();
        var award = awarded(operator);
        asOwner().sql("""
                        insert into scrutiny.warning (id, kind, key, case_file, parts, fen, found_at, state, two)
                        values (gen_random_uuid(), 'SAME_PAPER', 'true-' || gen_random_uuid(), :case, array['租赁合同.pdf', 'ZC2016-00001'], 1, now(), 'OPEN', true)
                        """).param("case", award.caseFile().value()).update();
        var finding = open(award.number(), "不同案件使用同一份材料");
        assertThat(finding.awarded()).isTrue();

        assertThat(settling.confirm(actor("city1"), finding.id(), " ")).isFalse();
        assertThat(settling.confirm(actor("c330411-1"), finding.id(), "与本县无关")).isFalse();
        assertThat(settling.confirm(actor("city1"), finding.id(), "两份合同为同一份，已向出租方核实"))
                .isTrue();
        assertThat(payments.held()).containsEntry(award.id(), Stop.FINDING);
        assertThat(warnings.warnings(award.caseFile()))
                .anyMatch(one -> one.address().equals("/warnings?id=" + finding.id()));
        assertThat(settling.dismiss(actor("city2"), finding.id(), "不再核查")).isFalse();
        try (var officer = PlainBrowser.at("http://localhost:" + port).signsIn("city1")) {
            assertThat(officer.opens("/warnings?case=" + award.number()).body())
                    .contains(
                            "属实，待处理",
                            "href=\"/cases/" + award.number() + "\"",
                            "href=\"/awards/" + award.number() + "\"",
                            "/recoveries/new?award=" + award.number());
            assertThat(officer.opens("/recoveries/new?award=" + award.number() + "&ground=FACTS")
                            .statusCode())
                    .isEqualTo(200);
        }

        isToldWhomItConcernsAndNobodyElse(award, operator);
        assertThat(settling.resolve(actor("city1"), finding.id(), "本人认定，本人处理")).isFalse();
        assertThat(settling.resolve(actor("city2"), finding.id(), "已补交真实合同，金额不变"))
                .isTrue();
        assertThat(payments.held()).doesNotContainKey(award.id());
    }

    /** The beneficiary reads that payment is stopped, since when, and whom to ask; what was found they do not. */
    private void isToldWhomItConcernsAndNobodyElse(Award award, Actor operator) {
        var page = "/awards/" + award.number();
        var since = "自" + LocalDate.now(clock).format(DateTimeFormatter.ofPattern("yyyy年M月d日"));
        for (var login : List.of("city1", "finance-officer", "auditor")) {
            var officer = Browser.of(port, actor(login));
            assertThat(officer.open(page)).isEqualTo(200);
            assertThat(officer.body()).as(login).contains("data-stopped", "疑点属实，处理完毕前不支付");
        }
        var beneficiary = Browser.of(port, operator);
        for (var address : List.of(page, page + "/use", "/money")) {
            assertThat(beneficiary.open(address)).isEqualTo(200);
            assertThat(beneficiary.body())
                    .as(address)
                    .contains("这笔资金有情况正在核实处理，处理完毕前暂停支付。", since, "请向")
                    .doesNotContain("疑点属实", "租赁合同.pdf", "登记册的有关内容有更正", "/warnings?case=");
        }
        try (var visitor = PlainBrowser.at("http://localhost:" + port)) {
            assertThat(visitor.opens(page).body()).doesNotContain("data-stopped", "疑点", "暂停支付");
        }
    }

    @Test
    void whoLookedAtAFindingIsToldThatAnotherGoesOnAndWhatIsRefusedStaysTyped() throws Exception {
        var award = awarded(newOperator());
        asOwner().sql("""
                        insert into scrutiny.warning (id, kind, key, case_file, parts, fen, found_at, state, two)
                        values (gen_random_uuid(), 'SAME_PAPER', 'two-' || gen_random_uuid(), :case, array['合同.pdf', 'ZC2016-00001'], 1, now(), 'OPEN', true)
                        """).param("case", award.caseFile().value()).update();
        var finding = open(award.number(), "不同案件使用同一份材料");
        var address = "/warnings?id=" + finding.id();
        try (var first = PlainBrowser.at("http://localhost:" + port).signsIn("city1");
                var second = PlainBrowser.at("http://localhost:" + port).signsIn("city2")) {
            assertThat(first.posts("/warnings/" + finding.id(), Map.of("reason", "看"))
                            .body())
                    .contains("没有办理", "value=\"看\"");
            assertThat(settling.dismiss(actor("city1"), finding.id(), "已核对合同")).isTrue();
            assertThat(first.opens(address).body()).contains("您已看过一次").doesNotContain(">消除</button>");
            assertThat(second.opens(address).body())
                    .contains(">消除</button>", "href=\"/warnings\"")
                    .doesNotContain("data-another");
            assertThat(settling.confirm(actor("city1"), finding.id(), "另查，属实")).isTrue();
            assertThat(first.opens(address).body()).contains("您认定了属实").doesNotContain(">处理完毕</button>");
            assertThat(second.opens(address).body()).contains(">处理完毕</button>").doesNotContain("data-another");
        }
    }

    @Test
    void aLinkToAFindingLeadsToThatOneAndNoOtherWhetherItIsSettledOrNot() {
        var award = awarded(newOperator());
        var other = awarded(newOperator());
        for (var one : List.of(award, award, other)) {
            asOwner().sql("""
                            insert into scrutiny.warning (id, kind, key, case_file, parts, fen, found_at, state, two)
                            values (gen_random_uuid(), 'SAME_PAPER', 'link-' || gen_random_uuid(), :case, array['合同' || gen_random_uuid(), 'ZC2016-00001'], 1, now(), 'OPEN', false)
                            """).param("case", one.caseFile().value()).update();
        }
        var found = warnings.warnings(List.of(award.caseFile(), other.caseFile()));
        assertThat(found.get(other.caseFile())).isEqualTo(warnings.warnings(other.caseFile()));

        var papers = found.getOrDefault(award.caseFile(), List.of()).stream()
                .filter(one -> one.what().zh().equals("不同案件使用同一份材料"))
                .toList();
        assertThat(papers).hasSize(2);
        var first = papers.getFirst();
        var second = papers.get(1);
        try (var officer = PlainBrowser.at("http://localhost:" + port).signsIn("city1")) {
            assertThat(officer.opens(first.address()).body())
                    .contains(first.evidence().zh(), "data-warning=\"OPEN\"")
                    .doesNotContain(second.evidence().zh());
            var id = UUID.fromString(first.address().replace("/warnings?id=", ""));
            assertThat(settling.dismiss(actor("city1"), id, "两份不同的合同，已核对")).isTrue();
            assertThat(officer.opens(first.address()).body())
                    .contains(first.evidence().zh(), "data-warning=\"DISMISSED\"")
                    .doesNotContain(second.evidence().zh());
        }
        try (var elsewhere = PlainBrowser.at("http://localhost:" + port).signsIn("c330411-1")) {
            assertThat(elsewhere.opens(second.address()).body())
                    .doesNotContain(second.evidence().zh());
        }
    }

    @Test
    void aMentorInTwoMakerspacesOnOneDayIsFound() {
        var claim = filed();
        var elsewhere = newSpace(newOperator());
        var mentor = "演示导师" + UUID.randomUUID().toString().substring(0, 6);
        var team = firm("演示·辅导团队");
        record(claim.space().id(), "SESSIONS", team, mentor, LocalDate.of(2017, 1, 9));
        assertThat(found(claim.id())).doesNotContain("同一导师同一天在两个空间辅导");
        record(elsewhere.id(), "SESSIONS", team, mentor, LocalDate.of(2017, 1, 9));
        assertThat(found(claim.id())).contains("同一导师同一天在两个空间辅导");
    }

    @Test
    void oneAccountOfTwoOrganisationsIsFound() {
        give(newOperator(), "622299910001");
        give(newOperator(), "622299910001");
        warnings.settle();
        assertThat(warnings.list(actor("city1"), new Warnings.Query(""), 10_000).found())
                .anyMatch(one -> one.what().zh().equals("同一银行账号对应多家单位")
                        && one.evidence().zh().contains("0001"));
    }
}
