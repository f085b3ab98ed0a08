package org.zhongchuang.procedure.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhongchuang.Browser;
import org.zhongchuang.TestCity;
import org.zhongchuang.ground.access.Accounts;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.procedure.casework.CaseFacts;
import org.zhongchuang.procedure.casework.Handling;
import org.zhongchuang.records.evidence.KeepRecords;
import org.zhongchuang.records.evidence.Recording;
import org.zhongchuang.records.registry.Builder;
import org.zhongchuang.records.registry.Carrier;
import org.zhongchuang.records.registry.CreditCode;
import org.zhongchuang.records.registry.EnterSubject;
import org.zhongchuang.records.registry.Kinds;
import org.zhongchuang.records.registry.Registering;
import org.zhongchuang.records.registry.Space;
import org.zhongchuang.records.registry.Spaces;
import org.zhongchuang.records.registry.SubjectKind;
import org.zhongchuang.records.table.Column.Field;
import org.zhongchuang.records.table.RecordKind;

/** A draft says what the registers and the records say on the day it is opened. */
class ReadAnewTests extends TestCity {

    @Autowired
    private Accounts accounts;

    @Autowired
    private EnterSubject entering;

    @Autowired
    private KeepRecords records;

    @Autowired
    private Spaces spaces;

    @Autowired
    private BeginCase begin;

    @Autowired
    private AnswerQuestions answers;

    @Autowired
    private CaseFacts facts;

    @Autowired
    private Clock clock;

    @LocalServerPort
    private int port;

    @Test
    void aTenancyThatIsRecordedAfterTheDraftWasBegunIsInItWhenItIsOpened() {
        var mark = UUID.randomUUID().toString().substring(0, 6).toUpperCase(java.util.Locale.ROOT);
        var code = CreditCode.complete("91", "330402", "MA" + mark);
        var officer = accounts.appointmentsOf("city1").getFirst();
        var founded = LocalDate.now(clock).minusMonths(6);
        var entry = new EnterSubject.Entry(SubjectKind.ENTERPRISE, "演示·后来入驻" + mark, "330402", code, founded);
        var firm = ((Registering.Done) entering.enter(officer, entry)).subject();
        var organisation = accounts.addOrganisation("演示·后来入驻" + mark, java.util.Optional.of(code), "330402");
        var actor = accounts.appoint(
                accounts.addPerson("late" + mark.toLowerCase(java.util.Locale.ROOT), "演示人"),
                Role.FIRM,
                "330402",
                organisation);
        var matter =
                begin.occasions("graduate-insurance-subsidy", firm).getFirst().matter();
        var draft = ((Handling.Done) begin.begin(actor, "graduate-insurance-subsidy", firm, matter)).file();
        assertThat(facts.answers(draft.id())).containsEntry("resident_in_space", "false");
        answers.answer(actor, draft.id(), Map.of("small_micro", "true"));
        var firmsPage = Browser.of(port, actor);
        firmsPage.open("/applications/" + draft.id());
        assertThat(firmsPage.body()).as("it is told who can mend it").contains("请先由您所在的众创空间或科技部门登记");

        var operator = accounts.appointmentsOf("op010").getFirst();
        var profile = new Space.Profile(
                "演示·新空间" + mark,
                Kinds.MAKER,
                Builder.FIRM,
                Carrier.OTHER,
                operator.area(),
                "测试路1号",
                LocalDate.of(2015, 1, 1),
                "");
        var space = spaces.register(operator, profile).id();
        assertThat(records.write(
                        operator,
                        space,
                        RecordKind.AGREEMENTS,
                        Map.of(
                                Field.SUBJECT,
                                "演示·后来入驻" + mark,
                                Field.CODE,
                                code,
                                Field.DAY,
                                founded.plusDays(10).toString())))
                .isInstanceOf(Recording.Done.class);

        assertThat(firmsPage.open("/applications/" + draft.id())).isEqualTo(200);
        assertThat(firmsPage.body()).doesNotContain("请先由您所在的众创空间或科技部门登记");
        assertThat(facts.answers(draft.id()))
                .containsEntry("resident_in_space", "true")
                .containsEntry("small_micro", "true");
    }
}
