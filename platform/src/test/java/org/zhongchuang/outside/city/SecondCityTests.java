package org.zhongchuang.outside.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhongchuang.ground.audit.RecordedActs;
import org.zhongchuang.ground.audit.VerifySeals;
import org.zhongchuang.money.ledger.VerifyLedger;

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
        assertThat(city().count("select count(*) from recognition.recognised_space"))
                .isGreaterThan(10);
    }

    @Test
    void rentMatchGradeAndWhatTwoPayersShareAreGrantedAndPaid() {
        assertThat(words("select distinct programme from award.award order by programme"))
                .containsExactly(
                        "award-share", "base-reward", "base-support-city", "base-support-district", "firm-rent");
        assertThat(words("""
                        select distinct w.programme from award.award w join payment.payment p on p.award = w.id and p.state = 'ARRIVED'
                         order by w.programme
                        """)).hasSize(5);
        assertThat(words("select distinct payer from award.award where programme = 'base-support-city'"))
                .containsExactly("YT");
        assertThat(words("select distinct payer from award.award where programme = 'base-support-district'"))
                .containsExactlyInAnyOrder("YT-1", "YT-2");
    }

    @Test
    void aSupportThatTwoPayersShareIsBorneSixToFour() {
        assertThat(city().count("""
                        select count(*) from award.award c join award.award d on d.subject = c.subject and d.matter = c.matter
                         where c.programme = 'base-support-city' and d.programme = 'base-support-district'
                        """)).isPositive();
        assertThat(city().count("""
                        select count(*) from award.award c join award.award d on d.subject = c.subject and d.matter = c.matter
                         where c.programme = 'base-support-city' and d.programme = 'base-support-district' and c.fen * 4 <> d.fen * 6
                        """)).isZero();
    }

    @Test
    void itsYearlyEvaluationIsPublishedAndTheNextOneRuns() {
        assertThat(words("select state from assessment.round order by year")).containsExactly("PUBLISHED", "SCORING");
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
