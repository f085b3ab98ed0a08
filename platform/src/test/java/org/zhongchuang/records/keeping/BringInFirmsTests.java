package org.zhongchuang.records.keeping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhongchuang.Browser;
import org.zhongchuang.TestCity;
import org.zhongchuang.ground.access.Accounts;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.records.keeping.Bringing.Reason;
import org.zhongchuang.records.keeping.FirmRow.State;
import org.zhongchuang.records.registry.CreditCode;
import org.zhongchuang.records.registry.EnterSubject;
import org.zhongchuang.records.registry.Subject;
import org.zhongchuang.records.registry.SubjectKind;
import org.zhongchuang.records.registry.Subjects;
import org.zhongchuang.records.table.Column.Field;

/** Firms and teams that the city knew before come in by a table; nothing is merged or doubled in silence. */
class BringInFirmsTests extends TestCity {

    @Autowired
    private BringInFirms bringing;

    @Autowired
    private FirmTables tables;

    @Autowired
    private EnterSubject entering;

    @Autowired
    private Subjects subjects;

    @Autowired
    private Accounts accounts;

    @LocalServerPort
    private int port;

    private final String mark = UUID.randomUUID().toString().substring(0, 5).toUpperCase(Locale.ROOT);

    private String code(int number) {
        return CreditCode.complete("91", "330402", "MA" + mark + number);
    }

    private Actor officer() {
        return accounts.appointmentsOf("city1").getFirst();
    }

    private UUID send(Actor actor, String... rows) {
        var text = String.join("\n", rows);
        return ((Bringing.Done)
                        bringing.send(actor, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "名单.txt"))
                .table();
    }

    private BringInFirms.Reading read(UUID table) {
        return bringing.read(officer(), tables.find(officer(), table).orElseThrow(), Map.of());
    }

    private List<State> states(UUID table) {
        return read(table).rows().stream().map(FirmRow::state).toList();
    }

    private String[] threeFirms() {
        return new String[] {
            "嘉兴市企业名单",
            "序号\t单位名称\t信用代码\t所在区域\t成立日期",
            "1\t演示·云帆" + mark + "科技有限公司\t" + code(1) + "\t南湖区\t2015年3月1日",
            "2\t演示·麦浪" + mark + "创客团队\t\t秀洲区\t"
        };
    }

    @Test
    void aTableIsReadEnteredAndTakenBackAsAWhole() {
        var table = send(officer(), threeFirms());
        assertThat(states(table)).containsExactly(State.NEW, State.NEW);
        assertThat(subjects.byCode(code(1))).isEmpty();

        assertThat(bringing.keep(officer(), table, Map.of(), Map.of())).isInstanceOf(Bringing.Done.class);

        assertThat(subjects.byCode(code(1)).flatMap(subjects::find)).hasValueSatisfying(one -> {
            assertThat(one.name()).isEqualTo("演示·云帆" + mark + "科技有限公司");
            assertThat(one.area()).isEqualTo("330402");
            assertThat(one.founded()).hasToString("Optional[2015-03-01]");
        });
        assertThat(tables.find(officer(), table).orElseThrow().entered()).isEqualTo(2);
        assertThat(bringing.undo(officer(), table)).isInstanceOf(Bringing.Done.class);
        assertThat(subjects.byCode(code(1))).isEmpty();
        assertThat(bringing.undo(officer(), table)).isEqualTo(Bringing.refused(Reason.NO_SUCH_TABLE));
    }

    @Test
    void aNameLikeThatOfAnEntryWithAnotherCodeIsAskedAboutAndACodeOnTheRegisterIsToldAndNotEnteredAgain() {
        bringing.keep(officer(), send(officer(), threeFirms()), Map.of(), Map.of());

        var table = send(
                officer(),
                "单位名称\t信用代码\t所在区域",
                "演示·云帆" + mark + "科技有限公司\t" + code(1) + "\t南湖区",
                "演示·云帆" + mark + "科技有限责任公司\t" + code(2) + "\t南湖区",
                "演示·云航" + mark + "科技有限公司\t" + code(3) + "\t南湖区",
                "演示·青禾" + mark + "生物有限公司\t" + code(4) + "\t南湖区");
        assertThat(states(table)).containsExactly(State.KNOWN, State.ASKED, State.ASKED, State.NEW);
        assertThat(bringing.keep(officer(), table, Map.of(), Map.of(3, "another")))
                .isEqualTo(Bringing.refused(Reason.HAS_QUESTIONS));

        assertThat(bringing.keep(officer(), table, Map.of(), Map.of(3, "same", 4, "another")))
                .isInstanceOf(Bringing.Done.class);

        assertThat(subjects.byCode(code(2))).isEmpty();
        assertThat(subjects.byCode(code(3)).flatMap(subjects::find).map(Subject::name))
                .contains("演示·云航" + mark + "科技有限公司");
        assertThat(subjects.byCode(code(4))).isPresent();
    }

    @Test
    void ofTwoRowsOfOneTableThatAreAlikeTheSecondIsAskedAboutAndOfTwoWithOneCodeItIsWrong() {
        var table = send(
                officer(),
                "单位名称\t信用代码\t所在区域",
                "演示·竹影" + mark + "设计有限公司\t" + code(5) + "\t南湖区",
                "演示·竹映" + mark + "设计有限公司\t" + code(6) + "\t南湖区",
                "演示·另一家" + mark + "\t" + code(5) + "\t南湖区");

        assertThat(states(table)).containsExactly(State.NEW, State.ASKED, State.WRONG);
        assertThat(bringing.keep(officer(), table, Map.of(), Map.of(3, "another")))
                .isEqualTo(Bringing.refused(Reason.HAS_MISTAKES));
    }

    @Test
    void aCountyBringsInItsOwnAndSaysWhichColumnIsWhat() {
        var county = accounts.holding(Role.COUNTY_OFFICER, "330402").getFirst();
        var table = send(county, "甲栏\t乙栏", "演示·栏目" + mark + "有限公司\t" + code(7));
        var sent = tables.find(county, table).orElseThrow();

        var said = Map.of(0, Field.SUBJECT, 1, Field.CODE);
        assertThat(bringing.read(county, sent, said).rows())
                .singleElement()
                .satisfies(row -> assertThat(row.state()).isEqualTo(State.NEW));
        var elsewhere = accounts.holding(Role.COUNTY_OFFICER, "330481").getFirst();
        assertThat(tables.find(elsewhere, table)).isEmpty();
        var foreign = send(county, "单位名称\t信用代码\t所在区域", "演示·外区" + mark + "\t" + code(8) + "\t海宁市");
        assertThat(bringing.keep(county, foreign, Map.of(), Map.of())).isEqualTo(Bringing.refused(Reason.HAS_MISTAKES));
    }

    @Test
    void somebodyWhoIsReferredToMeanwhileKeepsTheWholeFromBeingTakenBack() {
        var table = send(officer(), threeFirms());
        bringing.keep(officer(), table, Map.of(), Map.of());
        accounts.addOrganisation("演示·云帆" + mark, java.util.Optional.of(code(1)), "330402");

        assertThat(bringing.undo(officer(), table)).isEqualTo(Bringing.refused(Reason.IN_USE));
        assertThat(subjects.byCode(code(1))).isPresent();
    }

    @Test
    void thePageShowsTheValuesAndTheQuestions() {
        entering.enter(
                officer(),
                new EnterSubject.Entry(SubjectKind.ENTERPRISE, "演示·问话" + mark + "有限公司", "330402", code(9), null));
        var table = send(officer(), "单位名称\t信用代码\t所在区域", "演示·问话" + mark + "\t\t南湖区");
        var browser = Browser.of(port, officer());

        assertThat(browser.open("/register/existing/firms")).isEqualTo(200);
        assertThat(browser.open("/register/existing/firms/" + table)).isEqualTo(200);
        assertThat(browser.body()).contains("data-state=\"ASKED\"", "是同一个，不登记", "是另一个，登记", code(9));
        assertThat(browser.post("/register/existing/firms/" + table, Map.of("act", "keep")))
                .isEqualTo(409);
        assertThat(browser.body()).contains(Reason.HAS_QUESTIONS.text().zh());
    }
}
