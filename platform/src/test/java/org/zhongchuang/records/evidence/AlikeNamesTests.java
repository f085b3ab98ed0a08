package org.zhongchuang.records.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhongchuang.Browser;
import org.zhongchuang.records.evidence.AlikeNames.Candidate;
import org.zhongchuang.records.evidence.AlikeNames.Question;
import org.zhongchuang.records.evidence.Recording.Reason;
import org.zhongchuang.records.registry.Enrolling;
import org.zhongchuang.records.table.Column.Field;
import org.zhongchuang.records.table.RecordKind;

/** Tenants and mentors of a table whose names look like others are asked about, never merged or doubled in silence. */
class AlikeNamesTests extends RecordsOfASpace {

    @Autowired
    private Enrolling enrolling;

    @LocalServerPort
    private int port;

    private final String mark = UUID.randomUUID().toString().substring(0, 6);

    private Question asked(Batch batch) {
        assertThat(imports.questions(batch)).hasSize(1);
        return imports.questions(batch).getFirst();
    }

    private Batch agreements(String name) {
        return sent(RecordKind.AGREEMENTS, "团队或企业名称,入驻日期\n" + name + ",2016-03-01\n");
    }

    @Test
    void aTenantCalledNearlyLikeOneOfTheSpaceIsKeptAsWhatItsSenderSays() {
        write(RecordKind.AGREEMENTS, Field.SUBJECT, "演示·匠云" + mark + "科技有限公司", Field.DAY, "2016-01-01");
        var known = all(RecordKind.AGREEMENTS).getFirst().subject();

        var batch = agreements("演示·匠云" + mark + "科技有限责任公司");
        var question = asked(batch);
        assertThat(question.candidates()).extracting(Candidate::name).containsExactly("演示·匠云" + mark + "科技有限公司");
        assertThat(imports.accept(operator, batch.id(), false, "")).isEqualTo(Recording.refused(Reason.NAMES_UNCLEAR));

        var meant = question.candidates().getFirst().key();
        assertThat(imports.accept(operator, batch.id(), false, "", Map.of(question.key(), meant)))
                .isInstanceOf(Recording.Done.class);
        assertThat(all(RecordKind.AGREEMENTS)).extracting(Entry::subject).containsExactly(known, known);
    }

    @Test
    void aTenantThatIsAnotherOneIsEnteredAnew() {
        write(RecordKind.AGREEMENTS, Field.SUBJECT, "演示·麦浪" + mark + "科技", Field.DAY, "2016-01-01");

        var batch = agreements("演示·麦郎" + mark + "科技");
        assertThat(imports.accept(
                        operator, batch.id(), false, "", Map.of(asked(batch).key(), "another")))
                .isInstanceOf(Recording.Done.class);

        assertThat(all(RecordKind.AGREEMENTS)).extracting(Entry::subject).doesNotHaveDuplicates();
    }

    @Test
    void aTenantThatTheRegisterKnowsFromElsewhereIsNotEnteredTwiceInSilence() {
        var team = enrolling.enrol(
                "演示·青禾" + mark + "团队", "330402", java.util.Optional.empty(), java.util.Optional.empty());

        var batch = agreements("演示·青禾" + mark + "团队");
        assertThat(imports.accept(
                        operator, batch.id(), false, "", Map.of(asked(batch).key(), team.toString())))
                .isInstanceOf(Recording.Done.class);

        assertThat(all(RecordKind.AGREEMENTS).getFirst().subject()).hasToString("Optional[" + team + "]");
    }

    @Test
    void aMentorCalledNearlyLikeAnotherIsOneOrTwoAsItsSenderSays() {
        write(RecordKind.MENTORS, Field.PARTY, "王晓明", Field.CLASS, "full_time", Field.DAY, "2016-01-01");

        var batch = sent(RecordKind.MENTORS, "姓名,类别,聘期自\n王小明,专职,2016-03-01\n李春芳,兼职,2016-03-01\n李春方,兼职,2016-04-01\n");
        var questions = imports.questions(batch);
        assertThat(questions).extracting(Question::name).containsExactly("王小明", "李春方");
        var same = questions.get(0).candidates().getFirst().key();

        assertThat(imports.accept(
                        operator,
                        batch.id(),
                        false,
                        "",
                        Map.of(questions.get(0).key(), same, questions.get(1).key(), "another")))
                .isInstanceOf(Recording.Done.class);

        assertThat(all(RecordKind.MENTORS))
                .extracting(one -> one.text(Field.PARTY))
                .containsExactly("王晓明", "王晓明", "李春芳", "李春方");
    }

    @Test
    void thePageOfTheImportAsks() {
        write(RecordKind.MENTORS, Field.PARTY, "王晓明", Field.CLASS, "full_time", Field.DAY, "2016-01-01");
        var batch = sent(RecordKind.MENTORS, "姓名,类别,聘期自\n王小明,专职,2016-03-01\n");
        var browser = Browser.of(port, operator);

        browser.open("/spaces/" + space + "/imports/" + batch.id());

        assertThat(browser.body()).contains("data-question=\"NAME\" data-name=\"王小明\"", "就是“王晓明”", "是另一个");
    }

    @Test
    void theFormOfOneRowAsksTheSameQuestion() {
        write(RecordKind.AGREEMENTS, Field.SUBJECT, "演示·云帆" + mark + "科技有限公司", Field.DAY, "2016-01-01");
        var known = all(RecordKind.AGREEMENTS).getFirst().subject().orElseThrow();
        var name = "演示·云帆" + mark + "科技有限责任公司";
        var address = "/spaces/" + space + "/records/" + RecordKind.AGREEMENTS.id();
        var browser = Browser.of(port, operator);
        browser.open(address);

        browser.post(address, Map.of("subject", name, "day", "2016-03-01"));
        assertThat(browser.body()).contains("data-question=\"NAME\" data-name=\"" + name + "\"", "是另一个");
        assertThat(all(RecordKind.AGREEMENTS)).hasSize(1);

        var question = new Question(name, java.util.List.of());
        browser.post(address, Map.of("subject", name, "day", "2016-03-01", "name." + question.key(), known.toString()));
        assertThat(all(RecordKind.AGREEMENTS))
                .extracting(one -> one.subject().orElseThrow())
                .containsExactly(known, known);
    }

    @Test
    void aMentorWhoseNameIsCorrectedIsNotAskedWhetherHeIsHimself() {
        write(RecordKind.MENTORS, Field.PARTY, "王小明", Field.CLASS, "full_time", Field.DAY, "2016-01-01");

        assertThat(correct(all(RecordKind.MENTORS).getFirst(), Field.PARTY, "王晓明"))
                .isInstanceOf(Recording.Done.class);

        write(RecordKind.MENTORS, Field.PARTY, "李春芳", Field.CLASS, "full_time", Field.DAY, "2016-01-01");
        assertThat(correct(all(RecordKind.MENTORS).getLast(), Field.PARTY, "王小明"))
                .isInstanceOf(Recording.Asked.class);
    }
}
