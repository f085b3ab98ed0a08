package org.zhongchuang.outside.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhongchuang.PlainBrowser;
import org.zhongchuang.ground.access.Accounts;
import org.zhongchuang.ground.audit.RecordedActs;
import org.zhongchuang.ground.audit.VerifySeals;
import org.zhongchuang.ground.desk.DeskCards;
import org.zhongchuang.ground.kernel.Sha256;
import org.zhongchuang.money.ledger.VerifyLedger;

/** What a demonstration has lived through when it opens its doors. */
class LivedCityTests {

    private static final int SPACES = 40;

    @TempDir
    private static Path folder;

    private static @Nullable LivedCity two;

    @BeforeAll
    static void live() {
        two = LivedCity.fill(folder.resolve("two"), "policies", SPACES, 2);
    }

    @AfterAll
    static void close() {
        city().close();
    }

    private static LivedCity city() {
        return Objects.requireNonNull(two);
    }

    @Test
    void itsDoorsOpenInTheSpringOf2018AndEveryDayBeforeWentWell() {
        assertThat(city().owner()
                        .sql("select max(decided_on) from award.award")
                        .query(LocalDate.class)
                        .single())
                .isBetween(LocalDate.of(2018, 3, 1), LocalDate.of(2018, 3, 15));
        assertThat(city().count("select count(*) from calendar.work_failure")).isZero();
    }

    @Test
    void mostOfWhatWasGrantedHasBeenPaid() {
        var granted = city().count("select count(*) from award.award");
        assertThat(granted).isGreaterThan(100);
        assertThat(city().count("select count(distinct award) from payment.payment where state = 'ARRIVED'"))
                .isGreaterThan(granted * 3 / 4);
        assertThat(city().count("select count(*) from payment.batch where state = 'SETTLED'"))
                .isGreaterThan(15);
        assertThat(city().count("select count(distinct programme) from award.award"))
                .isGreaterThan(7);
    }

    @Test
    void whatCameBackFromTheBankWasPaidToAnotherAccount() {
        assertThat(city().count("select count(*) from payment.payment where state = 'BOUNCED'"))
                .isPositive();
        assertThat(city().count("""
                        select count(*) from payment.payment p where p.state = 'BOUNCED' and p.settled_on < date '2018-01-15'
                           and not exists (select 1 from payment.payment n where n.award = p.award and n.instalment = p.instalment
                                            and n.attempt > p.attempt and n.state = 'ARRIVED' and n.account <> p.account)
                        """)).isZero();
    }

    @Test
    void moneyThatWasPaidWronglyCameBackOrIsArguedAbout() {
        assertThat(city().owner()
                        .sql("select distinct state from recovery.claim")
                        .query(String.class)
                        .list())
                .contains("SETTLED", "APPEALED", "DROPPED", "PROPOSED");
        assertThat(city().count("select count(*) from payment.payment where state = 'OFFSET'"))
                .isPositive();
    }

    @Test
    void makingApprovingAndSendingWereDifferentPeople() {
        assertThat(city().count("""
                        select count(*) from payment.batch where made_by in (first_by, second_by, sent_by) or sent_by in (first_by, second_by)
                        """)).isZero();
    }

    @Test
    void theYearIsClosedAndNoBudgetIsOverspentOrUntouched() {
        assertThat(city().count("select count(*) from ledger.closing where year = 2017 and closed_on is null"))
                .isZero();
        assertThat(city().count("select count(*) from ledger.closing where year = 2017"))
                .isEqualTo(10);
        assertThat(city().count("""
                        select count(*) from ledger.account a join ledger.balance b on b.account = a.id where a.kind = 'BUDGET' and b.fen < 0
                        """)).isZero();
        assertThat(city().count("""
                        select count(distinct (a.payer, a.programme)) from ledger.account a join ledger.balance b on b.account = a.id
                         where a.kind = 'PAID' and a.year = 2018 and b.fen > 0
                        """)).isGreaterThan(4);
    }

    @Test
    void theAssessmentOf2016IsPublishedWithWhatFollowsAndThatOf2017Runs() {
        assertThat(city().owner()
                        .sql("select state from assessment.round order by year")
                        .query(String.class)
                        .list())
                .containsExactly("PUBLISHED", "SCORING");
        assertThat(city().count("select count(*) from award.award where programme = 'excellent-award'"))
                .isPositive();
        assertThat(city().count("select count(*) from assessment.appeal where state <> 'OPEN'"))
                .isEqualTo(2);
    }

    @Test
    void theBooksAndTheSealedLogsVerify() {
        assertThat(city().context().getBean(VerifyLedger.class).verify().fault())
                .isEmpty();
        assertThat(new VerifySeals(city().owner())
                        .verify(new RecordedActs(city().owner()), List.of())
                        .fault())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "op004",
        "firm",
        "founder",
        "city1",
        "decider1",
        "finance-officer",
        "labour-officer",
        "education-officer",
        "investor"
    })
    void somethingLiesOnTheDeskOf(String login) {
        var actor =
                city().context().getBean(Accounts.class).appointmentsOf(login).getFirst();
        assertThat(city().context().getBeansOfType(DeskCards.class).values().stream()
                        .flatMap(cards -> cards.cardsFor(actor)))
                .isNotEmpty();
    }

    @Test
    void anApplicationWaitsInTimeAtEachStepForWhoeverHoldsIt() {
        assertThat(city().owner().sql("""
                        select distinct step from casework.case_file
                         where programme = 'space-recognition' and holder is not null and due_on >= date '2018-03-15'
                        """).query(String.class).list())
                .contains(
                        "ACCEPTANCE",
                        "REVIEW",
                        "SITE_VISIT",
                        "CITY_REVIEW",
                        "EXPERT_SCORING",
                        "MEETING",
                        "NOTICE",
                        "DECISION");
    }

    @Test
    void theDeskOfADeciderLeadsToACaseWithWhatIsToBeDecidedFirst() {
        try (var decider = PlainBrowser.at("http://localhost:" + city().port()).signsIn("decider1")) {
            assertThat(decider.opens("/desk").body()).contains("data-card=\"/inbox?show=waiting\"");
            var number = city().owner()
                    .sql(
                            "select number from casework.case_file where step = 'DECISION' and holder = 'CITY_DECIDER' limit 1")
                    .query(String.class)
                    .single();
            assertThat(decider.opens("/inbox").body()).contains("/cases/" + number);
            var page = decider.opens("/cases/" + number).body();
            assertThat(page.indexOf("<h2"))
                    .as("the act is the first section")
                    .isEqualTo(page.indexOf("<h2 class=\"mt-0\" id=\"act\""));
            assertThat(page).contains("name=\"document\"");
        }
    }

    @Test
    void theSameSeedGivesTheSameCity() {
        try (var again = LivedCity.fill(folder.resolve("again"), "policies", SPACES, 2)) {
            assertThat(again.story().lines())
                    .containsExactlyElementsOf(city().story().lines().toList());
        }
    }

    @Test
    void aCityOfOneYearIsAsItWasBeforeThereWasASecond() {
        try (var year = LivedCity.fill(folder.resolve("one"), "policies", 24, 1)) {
            var cases = year.owner().sql("""
                            select concat_ws('|', number, step, holder, step_since, due_on, area, filed_on) from casework.case_file
                             where programme = 'space-recognition' order by number, step_since, area, space_name
                            """).query(String.class).list();
            assertThat(Sha256.hex(String.join("\n", cases)))
                    .isEqualTo("cd43f7d6a9b38aceeaed9ff27f9b01aec65a4b30cd755551d768bd2e1da848e1");
            assertThat(year.count("select count(*) from award.award")).isEqualTo(6);
            assertThat(year.count("select count(*) from payment.payment where state = 'QUEUED'"))
                    .isEqualTo(6);
        }
    }
}
