package org.zhongchuang.ground.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.zhongchuang.TestCity;
import org.zhongchuang.ground.access.Accounts;
import org.zhongchuang.ground.audit.Act.Group;
import org.zhongchuang.ground.audit.ActsOnRecord.Question;
import org.zhongchuang.law.policy.Policies;

/** The record as auditors, administrators and everybody else read it. */
class AuditPageTests extends TestCity {

    private static final Set<Group> ALL = EnumSet.allOf(Group.class);

    @Autowired
    private ActsOnRecord record;

    @Autowired
    private RecentSignIns signIns;

    @Autowired
    private AuditLog log;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Sealing sealing;

    @Autowired
    private Policies policies;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionOperations transactions;

    @LocalServerPort
    private int port;

    @BeforeEach
    void seal() {
        sealing.settle();
    }

    @Test
    void everyFilterFindsWhatItAsksForAndNothingElse() {
        // The number of a case that came to an award names that too.
        var sample = record.page(ask("", "", Optional.of(Group.CASE), "", ""), 0, 500).stream()
                .filter(one -> jdbc.sql("select not exists (select 1 from award.award where number = :number)")
                        .param("number", one.thing())
                        .query(Boolean.class)
                        .single())
                .findFirst()
                .orElseThrow();

        assertThat(record.page(ask(sample.login(), "", Optional.empty(), "", ""), 0, 50))
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.login()).isEqualTo(sample.login()));
        assertThat(record.page(ask("", sample.act(), Optional.empty(), "", ""), 0, 50))
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.act()).isEqualTo(sample.act()));
        assertThat(record.page(ask("", "", Optional.empty(), sample.thing(), ""), 0, 50))
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.thing()).isEqualTo(sample.thing()));
        assertThat(record.page(ask("", "", Optional.empty(), "", sample.unit()), 0, 50))
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.unit()).isEqualTo(sample.unit()));
        assertThat(record.page(ask("", "", Optional.of(Group.MONEY), "", ""), 0, 50))
                .isNotEmpty()
                .allSatisfy(one ->
                        assertThat(Acts.of(one.act()).orElseThrow().group()).isEqualTo(Group.MONEY));
        assertThat(record.page(ask("nobody-of-that-name", "", Optional.empty(), "", ""), 0, 50))
                .isEmpty();
    }

    @Test
    void pagesOfFiftyMakeTheWholeRecordOnceAndInOrder() {
        var question = ask("", "", Optional.of(Group.REGISTER), "", "");
        var whole = record.page(question, 0, 100_000).stream()
                .map(RecordedAct::number)
                .toList();
        var paged = new java.util.ArrayList<Long>();
        for (var page = record.page(question, 0, 50); !page.isEmpty(); ) {
            page.forEach(one -> paged.add(one.number()));
            page = record.page(question, page.getLast().number(), 50);
        }

        assertThat(paged).isEqualTo(whole).doesNotHaveDuplicates();
        assertThat(jdbc.sql("select count(*) from audit.entry where act = any (:acts)")
                        .param("acts", question.acts().toArray(String[]::new))
                        .query(Integer.class)
                        .single())
                .isEqualTo(whole.size());
    }

    @Test
    void anAuditorReadsSentencesAndFollowsAProof() throws Exception {
        try (var auditor = Caller.as(port, "auditor")) {
            var page = auditor.open("/audit?group=CASE").body();
            assertThat(page).contains("予以受理").doesNotContain(">case.");
            assertThat(auditor.open("/audit?group=CASE&lang=en").body()).contains("accepted an application");
            assertThat(auditor.open("/audit?person=nobody-there&lang=zh").body())
                    .contains("没有符合条件的记录");

            var number = first("data-row.*?/audit/([0-9]+)", page);
            assertThat(auditor.open("/audit/" + number).body()).contains("data-proof=\"holds\"");
            assertThat(auditor.open("/audit/" + number + "/proof.json").body()).contains("\"path\"");
            assertThat(auditor.open("/audit/999999999").statusCode()).isEqualTo(404);
            assertThat(auditor.open("/audit.xlsx?group=SIGN_IN").statusCode()).isEqualTo(200);
        }
        assertThat(record.page(ask("auditor", "export", Optional.empty(), "/audit.xlsx", ""), 0, 1))
                .first()
                .satisfies(one -> assertThat(one.detail()).matches("rows=[0-9]+ group=SIGN_IN"));
    }

    @Test
    void anAuditorReadsRolesAndAreasByTheirNames() throws Exception {
        var city = accounts.appointmentsOf("city1").getFirst();
        log.record(city, "session.role", "COUNTY_OFFICER", "330402");

        try (var auditor = Caller.as(port, "auditor")) {
            assertThat(auditor.open("/audit?act=session.role&person=city1&lang=zh")
                            .body())
                    .contains("县（市、区）科技部门", "南湖区")
                    .doesNotContain("COUNTY_OFFICER", "330402");
            assertThat(auditor.open("/audit?act=session.role&person=city1&lang=en")
                            .body())
                    .contains("County science officer", "Nanhu");
        }
    }

    @Test
    void aParameterStandsInWordsAndActsAreGrouped() throws Exception {
        var officer = accounts.appointmentsOf("city1").getFirst();
        log.record(officer, "parameter.propose", "start_subsidy", "6000 2018-01-01");

        try (var auditor = Caller.as(port, "auditor")) {
            var page = auditor.open("/audit?thing=start_subsidy&lang=zh").body();
            var name = java.util.Objects.requireNonNull(
                            policies.current().parameters().get("start_subsidy"))
                    .means();
            assertThat(page)
                    .contains("href=\"/parameters/start_subsidy\">" + name.zh(), "<optgroup label=\"政策与数值\">")
                    .doesNotContain(">start_subsidy");
            assertThat(record.page(ask("", "parameter.propose", Optional.empty(), name.zh(), ""), 0, 50))
                    .extracting(RecordedAct::thing)
                    .contains("start_subsidy");
        }
    }

    @Test
    void aNameLeadsOnlyWhereItsReaderMayGoAndAnIdIsShownAsTheName() throws Exception {
        var firm = jdbc.sql(
                        "select id::text id, name from registry.subject where kind = 'ENTERPRISE' and listed limit 1")
                .query((row, _) -> List.of(row.getString("id"), row.getString("name")))
                .single();
        var officer = accounts.appointmentsOf("city1").getFirst();
        log.record(officer, "register.record", firm.getFirst(), "");

        try (var auditor = Caller.as(port, "auditor")) {
            var page = auditor.open("/audit?act=register.record&thing=" + firm.getFirst())
                    .body();
            assertThat(page)
                    .contains("data-row", "value=\"" + firm.getLast())
                    .doesNotContain("value=\"" + firm.getFirst());
            for (var found = Pattern.compile("href=\"(/register/[^\"]+)\"").matcher(page); found.find(); ) {
                assertThat(auditor.open(found.group(1)).statusCode())
                        .as(found.group(1))
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void aLastDayBeforeTheFirstIsToldAtItsField() throws Exception {
        try (var auditor = Caller.as(port, "auditor")) {
            var backwards = auditor.open("/audit.xlsx?from=2017-05-02&to=2017-05-01");
            assertThat(backwards.headers().firstValue("Location"))
                    .hasValueSatisfying(to -> assertThat(to).contains("/audit?"));
            assertThat(auditor.open("/audit?from=2017-05-02&to=2017-05-01&lang=zh")
                            .body())
                    .contains("id=\"to-mistake\"", "value=\"2017-05-01\"")
                    .doesNotContain("没有符合条件的记录");
        }
    }

    @Test
    void anAdministratorReadsAboutDoorsAndNotAboutCases() throws Exception {
        var administrator = accounts.onePerRole().stream()
                .filter(one -> one.role() == org.zhongchuang.ground.access.Role.ADMINISTRATOR)
                .findFirst()
                .orElseThrow();
        var ofACase =
                record.page(ask("", "", Optional.of(Group.CASE), "", ""), 0, 1).getFirst();
        try (var caller = Caller.as(port, administrator.login())) {
            assertThat(caller.open("/audit").body()).contains("sign-in.demonstration");
            assertThat(caller.open("/audit?group=CASE").body()).contains("没有符合条件的记录");
            assertThat(caller.open("/audit?act=case.FILED").body()).contains("没有符合条件的记录");
            assertThat(caller.open("/audit/" + ofACase.number()).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void anybodyKeepsTheHeads() throws Exception {
        try (var visitor = new Caller(port)) {
            assertThat(visitor.open("/log/heads").body()).contains("data-log=\"audit\"", "data-log=\"ledger\"");
            assertThat(visitor.open("/log/heads.json").body()).contains("\"signature\"");
            assertThat(visitor.open("/audit").statusCode()).isEqualTo(302);
        }
    }

    @Test
    void somebodySeesTheirOwnSignInsAndNobodyElses() throws Exception {
        try (var caller = Caller.as(port, "city1")) {
            caller.open("/desk");
        }
        var city = accounts.appointmentsOf("city1").getFirst();

        assertThat(signIns.of(city, 5))
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.act().login()).isEqualTo("city1"));
    }

    /**
     * Every question of the page is answered by an index that gives the newest first, without looking at the others.
     */
    @Test
    void noFilterReadsTheWholeRecord() {
        for (var condition : List.of(
                "person = '00000000-0000-0000-0000-000000000001'",
                "act = 'case.FILED'",
                "subject = 'x'",
                "unit = 'x'",
                "source = '0123456789abcdef'",
                "true")) {
            var plan = transactions.execute(_ -> {
                jdbc.sql("set local enable_seqscan = off").update();
                return String.join(
                        "\n",
                        jdbc.sql(
                                        "explain select * from audit.entry where " + condition
                                                + " and at >= '2016-01-01' and (at, id) < ('2018-01-01', 5) order by at desc, id desc limit 51")
                                .query(String.class)
                                .list());
            });
            assertThat(plan).as(condition).contains("entry_by_").doesNotContain("Seq Scan");
        }
    }

    private static Question ask(String person, String act, Optional<Group> group, String thing, String unit) {
        return new Question(person, act, group, thing, unit, "", Optional.empty(), Optional.empty(), ALL);
    }

    private static String first(String pattern, String text) {
        var found = Pattern.compile(pattern, Pattern.DOTALL).matcher(text);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
