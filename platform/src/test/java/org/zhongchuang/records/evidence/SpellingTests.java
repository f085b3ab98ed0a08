package org.zhongchuang.records.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.kernel.FormId;
import org.zhongchuang.records.directory.Directory;
import org.zhongchuang.records.directory.Directory.Query;
import org.zhongchuang.records.evidence.Recording.Reason;
import org.zhongchuang.records.registry.CreditCode;
import org.zhongchuang.records.registry.EnterSubject;
import org.zhongchuang.records.registry.Registering;
import org.zhongchuang.records.registry.SubjectKind;
import org.zhongchuang.records.registry.Subjects;
import org.zhongchuang.records.table.Column.Field;
import org.zhongchuang.records.table.RecordKind;

/** One person or firm in several spellings is one, wherever it is entered, counted, compared or sought. */
class SpellingTests extends RecordsOfASpace {

    @Autowired
    private EnterSubject enterSubject;

    @Autowired
    private Subjects subjects;

    @Autowired
    private Directory directory;

    private Actor officer() {
        return accounts.appointmentsOf("city1").stream()
                .filter(one -> one.role() == Role.CITY_OFFICER)
                .findFirst()
                .orElseThrow();
    }

    private Registering enter(SubjectKind kind, String name, String number) {
        return enterSubject.enter(officer(), new EnterSubject.Entry(kind, name, "330402", number, null));
    }

    @Test
    void aPersonIsRecognisedByAnIdentityNumberInAnySpelling() {
        assertThat(enter(SubjectKind.PERSON, "测试人甲（演示）", "33040219900101006X")).isInstanceOf(Registering.Done.class);

        for (var same : List.of(
                "33040219900101006x", "33040219900101006Ｘ", "330402 19900101 006X", "33040219900101006X\u200B")) {
            assertThat(enter(SubjectKind.PERSON, "测试人甲（演示）", same))
                    .as(same)
                    .isEqualTo(new Registering.Refused(Registering.Reason.CODE_TAKEN));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"91330402 MA28A1B212", "'91330402MA28A1B212", "91330402\u200BMA28A1B212", "９１３３０４０２MA28A1B212"})
    void aFirmIsTheSameAtEveryDoorHoweverItsCodeIsPasted(String pasted) {
        var first = write(RecordKind.AGREEMENTS, Field.SUBJECT, "演示·码上", Field.CODE, pasted, Field.DAY, "2016-03-01");

        assertThat(first).isInstanceOf(Recording.Done.class);
        assertThat(all(RecordKind.AGREEMENTS).getFirst().subjectCode()).isEqualTo("91330402MA28A1B212");
        assertThat(enter(SubjectKind.ENTERPRISE, "演示·码上", pasted))
                .isEqualTo(new Registering.Refused(Registering.Reason.CODE_TAKEN));
        assertThat(subjects.byCode(pasted)).isPresent();
        assertThat(directory
                        .facets(new Query(SubjectKind.ENTERPRISE, pasted, null, List.of(), ""))
                        .total())
                .isEqualTo(1);
    }

    @Test
    void mentorsInTwoSpellingsAreCountedOnce() {
        var batch = sent(RecordKind.MENTORS, table("names-spaces-dots.xlsx"), "导师.xlsx");
        imports.accept(operator, batch.id(), true, "");

        assertThat(figure("mentors", 2016)).isEqualByComparingTo("3");
        assertThat(all(RecordKind.MENTORS)).extracting(Entry::party).doesNotContain("王 五");
    }

    @Test
    void aFirmWithTheOtherBracketsIsTheTenantThatIsThere() {
        var first = sent(RecordKind.AGREEMENTS, table("firm-brackets-1-agreements.xlsx"), "一.xlsx");
        imports.accept(operator, first.id(), true, "");
        var before = figure("tenants", 2016);
        var second = sent(RecordKind.AGREEMENTS, table("firm-brackets-2-same-firm-half-width.xlsx"), "二.xlsx");
        imports.accept(operator, second.id(), true, "");

        assertThat(figure("tenants", 2016)).isEqualByComparingTo(before);
        var tenant = all(RecordKind.AGREEMENTS).getFirst().subjectName();
        assertThat(write(
                        RecordKind.FOUNDERS,
                        Field.SUBJECT,
                        tenant.replace("（", " (").replace("）", ")"),
                        Field.PARTY,
                        "创始人（演示）",
                        Field.CLASS,
                        "student",
                        Field.DAY,
                        "2016-05-01"))
                .isInstanceOf(Recording.Done.class);
    }

    @Test
    void theSameRowInAnotherSpellingIsTheSameRow() {
        assertThat(write(RecordKind.MENTORS, Field.PARTY, "张三", Field.CLASS, "full_time", Field.DAY, "2016-01-01"))
                .isInstanceOf(Recording.Done.class);
        assertThat(write(RecordKind.MENTORS, Field.PARTY, "张　三", Field.CLASS, "full_time", Field.DAY, "2016-01-01"))
                .isEqualTo(Recording.refused(Reason.SAME_ROW));
    }

    @Test
    void aFirmThatIsEnteredUnderAnotherSpellingIsAskedAbout() {
        var name = "演示·甲（浙江）" + UUID.randomUUID().toString().substring(0, 6);
        enter(SubjectKind.ENTERPRISE, name, "");

        assertThat(enterSubject.enter(
                        officer(),
                        new EnterSubject.Entry(
                                SubjectKind.ENTERPRISE, name.replace("（", "( ").replace("）", ")"), "330402", "", null),
                        FormId.fresh(),
                        false))
                .isEqualTo(new Registering.Refused(Registering.Reason.SAME_NAME));
    }

    @Test
    void anOldCodeWhoseInnerCheckFailsIsKeptAndASlipIsNot() {
        assertThat(CreditCode.isValid("91350299M00099Q19E")).isFalse();
        assertThat(write(
                        RecordKind.AGREEMENTS,
                        Field.SUBJECT,
                        "演示·旧码",
                        Field.CODE,
                        "91350299M00099Q19E",
                        Field.DAY,
                        "2016-03-01"))
                .isInstanceOf(Recording.Done.class);
        assertThat(write(
                        RecordKind.AGREEMENTS,
                        Field.SUBJECT,
                        "演示·错码",
                        Field.CODE,
                        "91350299M00099Q19F",
                        Field.DAY,
                        "2016-03-01"))
                .isInstanceOfSatisfying(
                        Recording.Mistaken.class,
                        mistaken -> assertThat(mistaken.mistakes().get(Field.CODE))
                                .isNotNull()
                                .satisfies(what -> assertThat(what.zh()).contains("第18位")));
    }
}
