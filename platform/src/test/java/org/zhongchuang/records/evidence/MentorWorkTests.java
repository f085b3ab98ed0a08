package org.zhongchuang.records.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhongchuang.Newcomer;
import org.zhongchuang.PlainBrowser;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.records.figure.MentorWork;
import org.zhongchuang.records.table.Column.Field;
import org.zhongchuang.records.table.RecordKind;

/** Mentors read where they are appointed and how often they advised, as makerspaces wrote it down. */
class MentorWorkTests extends RecordsOfASpace {

    @Autowired
    private MentorWork work;

    @LocalServerPort
    private int port;

    private void appointed(Actor mentor) {
        write(RecordKind.AGREEMENTS, Field.SUBJECT, "演示·受辅导团队", Field.DAY, "2016-01-01");
        write(RecordKind.MENTORS, Field.PARTY, mentor.name(), Field.CLASS, "part_time", Field.DAY, "2016-01-01");
    }

    private void advised(Actor mentor, String day) {
        assertThat(write(
                        RecordKind.SESSIONS,
                        Field.SUBJECT,
                        "演示·受辅导团队",
                        Field.PARTY,
                        mentor.name(),
                        Field.DAY,
                        day,
                        Field.QUANTITY,
                        "1.5",
                        Field.TITLE,
                        "商业计划辅导"))
                .isInstanceOf(Recording.Done.class);
    }

    @Test
    void aMentorReadsWhereTheyAreAppointedAndHowOftenTheyAdvisedAndNothingOfWhom() {
        var mentor = Newcomer.in(Role.MENTOR, operator.area(), accounts);
        try (var browser = PlainBrowser.at("http://localhost:" + port).signsIn(mentor.name())) {
            assertThat(browser.opens("/mentoring").body())
                    .contains("还没有众创空间写到您")
                    .doesNotContain("data-sessions");
            appointed(mentor);
            advised(mentor, "2016-03-01");
            advised(mentor, "2016-04-01");

            assertThat(work.of(mentor)).singleElement().satisfies(at -> {
                assertThat(at.space()).isEqualTo(space);
                assertThat(at.since()).contains(LocalDate.of(2016, 1, 1));
                assertThat(at.until()).isEqualTo(Optional.empty());
                assertThat(at.sessions()).isEqualTo(2);
                assertThat(at.hours()).isEqualByComparingTo("3");
                assertThat(at.last()).contains(LocalDate.of(2016, 4, 1));
            });
            assertThat(browser.opens("/mentoring").body())
                    .contains("data-sessions>2<", "data-hours>3<", "/directory/mine")
                    .doesNotContain("受辅导团队", "商业计划辅导");
        }
    }

    @Test
    void whatWasVoidedAndWhatIsOfOthersDoesNotCount() {
        var mentor = Newcomer.in(Role.MENTOR, operator.area(), accounts);
        appointed(mentor);
        advised(mentor, "2016-03-01");
        for (var kind : List.of(RecordKind.MENTORS, RecordKind.SESSIONS)) {
            records.takeBack(operator, all(kind).getFirst().id(), "录入有误");
        }

        assertThat(work.of(mentor)).isEmpty();
        assertThat(work.of(Newcomer.in(Role.MENTOR, operator.area(), accounts))).isEmpty();
    }
}
