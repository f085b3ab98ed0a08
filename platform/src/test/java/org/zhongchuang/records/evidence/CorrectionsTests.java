package org.zhongchuang.records.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.audit.ActsOnRecord;
import org.zhongchuang.ground.audit.InWords;
import org.zhongchuang.ground.audit.RecordedAct;
import org.zhongchuang.records.evidence.Recording.Reason;
import org.zhongchuang.records.registry.SubjectId;
import org.zhongchuang.records.registry.Subjects;
import org.zhongchuang.records.table.Column.Field;
import org.zhongchuang.records.table.RecordKind;

/** A corrected row speaks of the same team as before, and an auditor reads what was corrected. */
class CorrectionsTests extends RecordsOfASpace {

    @Autowired
    private Subjects subjects;

    @Autowired
    private ActsOnRecord record;

    @Autowired
    private InWords words;

    private final String mark = UUID.randomUUID().toString().substring(0, 6);

    private Entry agreement(String name) {
        assertThat(write(RecordKind.AGREEMENTS, Field.SUBJECT, name, Field.DAY, "2016-01-10"))
                .isInstanceOf(Recording.Done.class);
        return all(RecordKind.AGREEMENTS).getLast();
    }

    private static SubjectId whose(Entry entry) {
        return entry.subject().orElseThrow();
    }

    private Entry only() {
        assertThat(all(RecordKind.AGREEMENTS)).hasSize(1);
        return all(RecordKind.AGREEMENTS).getFirst();
    }

    @Test
    void aTeamWithoutACodeIsTheSameAfterAnyCorrectionOfItsRow() {
        var before = agreement("演示·晨曦" + mark + "队");

        assertThat(correct(before, Field.UNTIL, "2016-12-31")).isInstanceOf(Recording.Done.class);
        assertThat(correct(only(), Field.SUBJECT, "演示・晨曦" + mark + "队 ")).isInstanceOf(Recording.Done.class);

        assertThat(whose(only())).isEqualTo(whose(before));
    }

    @Test
    void aCorrectedNameAndACorrectedCodeAreThoseOfTheSameTeamAndItsOtherRowsFollow() {
        var before = agreement("演示·晨希" + mark + "队");
        write(
                RecordKind.FOUNDERS,
                Field.SUBJECT,
                "演示·晨希" + mark + "队",
                Field.PARTY,
                "钱多多",
                Field.CLASS,
                "other",
                Field.DAY,
                "2016-01-10");

        assertThat(correct(before, Field.SUBJECT, "演示·晨曦" + mark + "队")).isInstanceOf(Recording.Done.class);

        assertThat(whose(only())).isEqualTo(whose(before));
        assertThat(only().subjectName()).isEqualTo("演示·晨曦" + mark + "队");
        assertThat(all(RecordKind.FOUNDERS).getFirst().subjectName()).isEqualTo("演示·晨曦" + mark + "队");
    }

    @Test
    void aRowThatMeansAnotherTenantLeavesNobodyBehind() {
        var other = agreement("演示·海豚" + mark + "队");
        var mistaken = agreement("演示·长颈鹿" + mark + "队");

        assertThat(correct(mistaken, Field.SUBJECT, "演示·海豚" + mark + "队", Field.DAY, "2016-02-10"))
                .isInstanceOf(Recording.Done.class);

        assertThat(all(RecordKind.AGREEMENTS))
                .extracting(CorrectionsTests::whose)
                .containsOnly(whose(other));
        assertThat(subjects.find(whose(mistaken))).isEmpty();
    }

    @Test
    void whereOtherRowsStillNameTheTenantTheyAreToBeCorrectedFirst() {
        agreement("演示·海豚" + mark + "队");
        var mistaken = agreement("演示·长颈鹿" + mark + "队");
        write(
                RecordKind.FOUNDERS,
                Field.SUBJECT,
                "演示·长颈鹿" + mark + "队",
                Field.PARTY,
                "钱多多",
                Field.CLASS,
                "other",
                Field.DAY,
                "2016-01-10");

        assertThat(correct(mistaken, Field.SUBJECT, "演示·海豚" + mark + "队", Field.DAY, "2016-02-10"))
                .isEqualTo(Recording.refused(Reason.OTHER_ROWS_NAME_IT));
        assertThat(correct(all(RecordKind.FOUNDERS).getFirst(), Field.SUBJECT, "演示·海豚" + mark + "队"))
                .isInstanceOf(Recording.Done.class);
        assertThat(correct(mistaken, Field.SUBJECT, "演示·海豚" + mark + "队", Field.DAY, "2016-02-10"))
                .isInstanceOf(Recording.Done.class);
    }

    @Test
    void aTenantOfTwoAgreementsKeepsItsNameWhenOneOfThemIsSomebodyElses() {
        var first = agreement("演示·海豚" + mark + "队");
        write(RecordKind.AGREEMENTS, Field.SUBJECT, "演示·海豚" + mark + "队", Field.DAY, "2016-05-10");
        var second = all(RecordKind.AGREEMENTS).getLast();

        assertThat(correct(second, Field.SUBJECT, "演示·长颈鹿" + mark + "队")).isInstanceOf(Recording.Done.class);

        assertThat(all(RecordKind.AGREEMENTS))
                .extracting(Entry::subjectName)
                .containsExactly("演示·海豚" + mark + "队", "演示·长颈鹿" + mark + "队");
        assertThat(whose(all(RecordKind.AGREEMENTS).getFirst())).isEqualTo(whose(first));
    }

    @Test
    void anAuditorFindsWhatWasCorrectedByTheNameBeforeAndAfterAndReadsBoth() {
        var before = agreement("演示·晨希" + mark + "队");
        correct(before, Field.SUBJECT, "演示·晨曦" + mark + "队", Field.UNTIL, "2016-12-31");
        records.takeBack(operator, only().id(), "登记在别处");

        assertThat(told("演示·晨希" + mark + "队")).containsExactly("入驻协议 演示·晨希" + mark + "队");
        assertThat(told("演示·晨曦" + mark + "队"))
                .containsExactlyInAnyOrder(
                        "入驻协议 演示·晨曦" + mark + "队：团队或企业名称 演示·晨希" + mark + "队 → 演示·晨曦" + mark + "队；协议到期 空 → 2016年12月31日",
                        "入驻协议 演示·晨曦" + mark + "队：登记在别处");
    }

    @Test
    void theExportOfTheRecordHasWhatACorrectedRowSaidAndSays() {
        var before = agreement("演示·晨希" + mark + "队");
        correct(before, Field.SUBJECT, "演示·晨曦" + mark + "队");

        assertThat(words.say(found("演示·晨曦" + mark + "队")).stream()
                        .flatMap(one -> one.changed().stream())
                        .map(one -> one.before().zh() + " / " + one.after().zh()))
                .containsExactly("团队或企业名称 演示·晨希" + mark + "队 / 团队或企业名称 演示·晨曦" + mark + "队");
    }

    @Test
    void peopleStandInTheRecordByTheirSurnames() {
        var name = "欧" + mark;
        write(RecordKind.STAFF, Field.PARTY, name, Field.CLASS, "full_time", Field.DAY, "2016-01-01");
        correct(all(RecordKind.STAFF).getFirst(), Field.CLASS, "part_time");

        assertThat(told(name)).contains("运营人员 欧*：类别 专职 → 兼职");
    }

    private List<RecordedAct> found(String thing) {
        return record.page(ActsOnRecord.Question.of("", thing), 0, 100);
    }

    private List<String> told(String thing) {
        var found = found(thing);
        assertThat(found).extracting(RecordedAct::thing).containsOnly(space.toString());
        return words.say(found).stream().map(InWords.Said::detail).map(Text::zh).toList();
    }
}
