package org.zhongchuang.outside.administration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhongchuang.PlainBrowser;
import org.zhongchuang.TestCity;
import org.zhongchuang.ground.access.Accounts;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.desk.DeskCard;
import org.zhongchuang.outside.administration.Appointing.Reason;
import org.zhongchuang.outside.administration.Appointing.Result;
import org.zhongchuang.outside.administration.Countersigning.Decision;

/** Giving people their accounts and appointments; the demonstration has two administrators. */
class AppointingTests extends TestCity {

    @Autowired
    private Appointing appointing;

    @Autowired
    private ClosingAccounts closing;

    @Autowired
    private AppointFirst appointFirst;

    @Autowired
    private Countersigning countersigning;

    @Autowired
    private FirstAdministrator first;

    @Autowired
    private Accounts accounts;

    @LocalServerPort
    private int port;

    @Autowired
    private AppointmentsAtDesk desk;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private final String login = "a" + UUID.randomUUID().toString().substring(0, 8);

    private Actor administrator() {
        return accounts.appointmentsOf("administrator").getFirst();
    }

    private Actor secondAdministrator() {
        return accounts.appointmentsOf("administrator-2").getFirst();
    }

    private Result appoint(Role role) {
        return appoint(role, "演示人");
    }

    private Result appoint(Role role, String name) {
        return appointing.appoint(administrator(), new Appointment(login, name, "演示·新单位", role, "330402"));
    }

    private Proposal proposal() {
        return countersigning.open().stream()
                .filter(one -> one.login().equals(login))
                .findFirst()
                .orElseThrow();
    }

    private static Result refused(Reason reason) {
        return Result.refused(reason);
    }

    @Test
    void aNewPersonGetsAnAccountWithALinkAndAKnownOneAnotherRole() {
        assertThat(appoint(Role.MENTOR))
                .isInstanceOfSatisfying(
                        Result.Appointed.class, made -> assertThat(made.link()).isPresent());
        assertThat(appoint(Role.INVESTOR))
                .isInstanceOfSatisfying(
                        Result.Appointed.class, made -> assertThat(made.link()).isEmpty());

        assertThat(accounts.appointmentsOf(login))
                .extracting(Actor::role)
                .containsExactlyInAnyOrder(Role.MENTOR, Role.INVESTOR);
    }

    @Test
    void ofManyWhoAppointTheSamePersonAtOnceTheOthersAreToldThatTheyHoldItAlready() throws Exception {
        try (var threads = Executors.newFixedThreadPool(4)) {
            var came = threads.invokeAll(Collections.nCopies(4, () -> appoint(Role.MENTOR)));

            var refusals = new ArrayList<Result>();
            for (var one : came) {
                if (one.get() instanceof Result.Refused refused) {
                    refusals.add(refused);
                }
            }
            assertThat(refusals).hasSize(3).containsOnly(refused(Reason.HELD_ALREADY));
        }
    }

    @Test
    void whatIsGivenAndEndedTwiceInOneDayEndsTwice() {
        for (int time = 0; time < 3; time++) {
            var appointed = ((Result.Appointed) appoint(Role.MENTOR)).actor();
            assertThat(closing.endAppointment(administrator(), appointed.appointment()))
                    .isEmpty();
        }

        assertThat(accounts.appointmentsOf(login)).isEmpty();
    }

    @Test
    void theSameAppointmentTwiceAndALoginOfSomebodyElseAreRefused() {
        appoint(Role.MENTOR);

        assertThat(appoint(Role.MENTOR)).isEqualTo(refused(Reason.HELD_ALREADY));
        assertThat(appoint(Role.INVESTOR, "另一个人")).isEqualTo(refused(Reason.OTHER_NAME));
    }

    @Test
    void aCountyOfficerIsAppointedForACounty() {
        var whole = new Appointment(login, "演示人", "演示·新单位", Role.COUNTY_OFFICER, "330400");

        assertThat(appointing.appoint(administrator(), whole)).isEqualTo(refused(Reason.COUNTY));
    }

    @Test
    void anEndedAppointmentOpensNothingAnyMore() {
        var appointed = ((Result.Appointed) appoint(Role.MENTOR)).actor();

        assertThat(closing.endAppointment(administrator(), appointed.appointment()))
                .isEmpty();

        assertThat(accounts.appointmentsOf(login)).isEmpty();
    }

    private Result appointUntil(Role role, LocalDate last) {
        var until = Optional.of(last);
        return appointing.appoint(
                administrator(),
                new Appointment(login, "演示人", "演示·新单位", "", role, "330402", until, Set.of(Appointment.Sure.values())));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    @Test
    void anAppointmentUntilADayEndsByItselfAfterIt() {
        var appointed = ((Result.Appointed) appointUntil(Role.MENTOR, today().plusDays(3))).actor();

        assertThat(accounts.lastDay(appointed.appointment())).contains(today().plusDays(3));
        assertThat(people.person(appointed.person()).orElseThrow().lastDay(appointed))
                .contains(today().plusDays(3));
        // As it stands on the day after its last.
        jdbc.sql("update access.appointment set since = since - 4, until = until - 4 where id = :id")
                .param("id", appointed.appointment())
                .update();
        assertThat(accounts.appointmentsOf(login)).isEmpty();
        assertThat(appointUntil(Role.RESEARCHER, today().minusDays(1))).isEqualTo(refused(Reason.LAST_DAY));
        assertThat(appointUntil(Role.AUDITOR, today().minusDays(1))).isEqualTo(refused(Reason.LAST_DAY));
    }

    @Test
    void theLastDayIsLaidDownAndChangedLaterAndSaysWhatItWas() {
        var appointed = ((Result.Appointed) appoint(Role.MENTOR)).actor();
        var last = today().plusDays(10);

        assertThat(closing.endOn(administrator(), appointed.appointment(), Optional.of(today().minusDays(1))))
                .contains(ClosingAccounts.Reason.LAST_DAY);
        assertThat(closing.endOn(administrator(), appointed.appointment(), Optional.of(last)))
                .isEmpty();
        assertThat(jdbc.sql(
                                "select detail from audit.entry where act = 'access.appointment-until' and subject = :login")
                        .param("login", login)
                        .query(String.class)
                        .list())
                .containsExactly("MENTOR 330402 | open → " + last);
        assertThat(closing.endOn(administrator(), appointed.appointment(), Optional.empty()))
                .isEmpty();
        assertThat(accounts.lastDay(appointed.appointment())).isEmpty();
        assertThat(closing.endOn(administrator(), administrator().appointment(), Optional.of(last)))
                .contains(ClosingAccounts.Reason.OWN_APPOINTMENT);
    }

    @Test
    void aDayThatCannotBeTheLastIsToldAtItsFieldAndStays() {
        var appointed = ((Result.Appointed) appoint(Role.MENTOR)).actor();
        try (var browser = PlainBrowser.at("http://localhost:" + port)) {
            browser.signsIn("administrator");
            var answer = browser.posts(
                    "/administration/appointments/" + appointed.appointment() + "/until",
                    Map.of("person", appointed.person().toString(), "until", "2001-02-03"));

            assertThat(answer.statusCode()).isEqualTo(409);
            assertThat(answer.body()).contains("不早于今天", "value=\"2001-02-03\"", "-mistake\"");
        }
    }

    @Test
    void anOfficialRoleUntilADayLastsLongerOnlyOnceASecondAdministratorConfirmsIt() {
        appointUntil(Role.AUDITOR, today().plusDays(5));
        countersigning.decide(secondAdministrator(), proposal().id(), Decision.CONFIRM);
        var held = accounts.appointmentsOf(login).getFirst();
        assertThat(accounts.lastDay(held.appointment())).contains(today().plusDays(5));

        assertThat(closing.endOn(administrator(), held.appointment(), Optional.of(today().plusDays(6))))
                .contains(ClosingAccounts.Reason.LONGER);
        assertThat(closing.endOn(administrator(), held.appointment(), Optional.empty()))
                .contains(ClosingAccounts.Reason.LONGER);
        assertThat(closing.endOn(administrator(), held.appointment(), Optional.of(today().plusDays(2))))
                .isEmpty();
        assertThat(appointUntil(Role.AUDITOR, today().plusDays(1))).isEqualTo(refused(Reason.HELD_ALREADY));

        assertThat(appointUntil(Role.AUDITOR, today().plusDays(30))).isInstanceOf(Result.Proposed.class);
        assertThat(accounts.lastDay(held.appointment())).contains(today().plusDays(2));
        countersigning.decide(secondAdministrator(), proposal().id(), Decision.CONFIRM);
        assertThat(accounts.appointmentsOf(login)).containsExactly(held);
        assertThat(accounts.lastDay(held.appointment())).contains(today().plusDays(30));
    }

    @Test
    void whoseRoleEndsSoonAndTheAdministratorsAreTold() {
        var appointed = ((Result.Appointed) appointUntil(Role.MENTOR, today().plusDays(14))).actor();

        assertThat(desk.cardsFor(appointed).map(one -> one.words().zh()))
                .anySatisfy(words -> assertThat(words).contains("到", "为止"));
        assertThat(desk.cardsFor(administrator()).map(DeskCard::address))
                .contains("/administration/people?state=ENDING");
        assertThat(people.search("", Optional.empty(), People.State.ENDING, ""))
                .extracting(People.Person::login)
                .contains(login);
        closing.endOn(administrator(), appointed.appointment(), Optional.of(today().plusDays(15)));
        assertThat(desk.cardsFor(appointed)).isEmpty();
    }

    @Test
    void theDemonstrationShowsBothAdministrators() {
        assertThat(accounts.onePerRole()).extracting(Actor::login).contains("administrator", "administrator-2");
    }

    @Test
    void nobodyAppointsHimselfOrEndsWhatHeActsIn() {
        var me = administrator();
        var mine = new Appointment(me.login(), me.name(), "演示·新单位", Role.AUDITOR, "330400");

        assertThat(appointing.appoint(me, mine)).isEqualTo(refused(Reason.HIMSELF));
        assertThat(closing.endAppointment(me, me.appointment())).contains(ClosingAccounts.Reason.OWN_APPOINTMENT);
    }

    @Test
    void anOfficialRoleCountsOnceASecondAdministratorConfirmsIt() {
        assertThat(appoint(Role.AUDITOR)).isInstanceOf(Result.Proposed.class);
        assertThat(appoint(Role.AUDITOR)).isEqualTo(refused(Reason.PROPOSED_ALREADY));
        assertThat(accounts.appointmentsOf(login)).isEmpty();
        var id = proposal().id();

        assertThat(countersigning.decide(administrator(), id, Decision.CONFIRM)).contains(Countersigning.Reason.OWN);
        assertThat(countersigning.decide(administrator(), id, Decision.CARRY_OUT))
                .contains(Countersigning.Reason.TOO_EARLY);
        assertThat(accounts.appointmentsOf(login)).isEmpty();

        assertThat(countersigning.decide(secondAdministrator(), id, Decision.CONFIRM))
                .isEqualTo(Optional.empty());
        assertThat(accounts.appointmentsOf(login)).extracting(Actor::role).containsExactly(Role.AUDITOR);
        assertThat(countersigning.decide(secondAdministrator(), id, Decision.CONFIRM))
                .contains(Countersigning.Reason.DECIDED);
    }

    @Test
    void whoConfirmsReadsWhoWasAppointedAndThePersonsPageSaysByWhom() {
        appointUntil(Role.AUDITOR, today().plusDays(5));
        try (var browser = PlainBrowser.at("http://localhost:" + port)) {
            browser.signsIn("administrator-2");
            var id = proposal().id();
            var person = proposal().person();

            browser.posts("/administration/proposals/" + id, Map.of("act", "confirm"));
            assertThat(browser.opens("/administration/people?lang=zh&decided=" + id)
                            .body())
                    .contains("已确认", "/administration/people/" + person + "/link\"", "接着：")
                    .doesNotContain("已办理。");
            assertThat(browser.posts("/administration/people/" + person + "/link", Map.of())
                            .body())
                    .as("the link is made from there at once")
                    .contains("data-link");
            assertThat(browser.opens("/administration/people/" + person).body())
                    .contains("提出 " + administrator().name() + "，确认 "
                            + secondAdministrator().name());
        }
    }

    @Test
    void aRoleThatTakesOneAdministratorSaysWhoGaveItAndWhoMaySignInIsSaid() {
        var appointed = ((Result.Appointed) appoint(Role.MENTOR)).actor();
        try (var browser = PlainBrowser.at("http://localhost:" + port)) {
            browser.signsIn("administrator");
            assertThat(browser.opens("/administration/people/" + appointed.person() + "?lang=zh")
                            .body())
                    .contains("任命 " + administrator().name());
            assertThat(browser.opens("/administration/people?q=city1&lang=zh").body())
                    .contains("<span class=\"chip\">可以登录</span>");
        }
    }

    @Test
    void whatWaitedBeyondItsLastDayIsNotConfirmedAnyMore() {
        appointUntil(Role.AUDITOR, today().plusDays(5));
        var id = proposal().id();
        jdbc.sql("update administration.proposal set until = :day where id = :id")
                .param("day", today().minusDays(1))
                .param("id", id)
                .update();

        assertThat(countersigning.decide(secondAdministrator(), id, Decision.CONFIRM))
                .contains(Countersigning.Reason.PAST);
        assertThat(accounts.appointmentsOf(login)).isEmpty();
        assertThat(countersigning.decide(secondAdministrator(), id, Decision.REJECT))
                .isEmpty();
    }

    @Test
    void whoRejectsThatARoleLastsLongerLeavesTheDayThatItHad() {
        appointUntil(Role.AUDITOR, today().plusDays(5));
        countersigning.decide(secondAdministrator(), proposal().id(), Decision.CONFIRM);
        var held = accounts.appointmentsOf(login).getFirst();
        appointUntil(Role.AUDITOR, today().plusDays(30));
        var id = proposal().id();
        jdbc.sql("update administration.proposal set proposed_at = proposed_at - interval '4 days' where id = :id")
                .param("id", id)
                .update();
        assertThat(countersigning.decide(administrator(), id, Decision.CARRY_OUT))
                .isEmpty();
        assertThat(accounts.lastDay(held.appointment())).contains(today().plusDays(30));

        assertThat(countersigning.decide(secondAdministrator(), id, Decision.REJECT))
                .isEmpty();
        assertThat(accounts.appointmentsOf(login)).containsExactly(held);
        assertThat(accounts.lastDay(held.appointment())).contains(today().plusDays(5));
    }

    @Test
    void whoRejectsThatARoleLastsLongerRevivesNoRoleThatEndedMeanwhile() {
        appointUntil(Role.AUDITOR, today().plusDays(5));
        countersigning.decide(secondAdministrator(), proposal().id(), Decision.CONFIRM);
        var held = accounts.appointmentsOf(login).getFirst();
        appointUntil(Role.AUDITOR, today().plusDays(30));
        var id = proposal().id();
        jdbc.sql("update administration.proposal set proposed_at = proposed_at - interval '4 days' where id = :id")
                .param("id", id)
                .update();
        countersigning.decide(administrator(), id, Decision.CARRY_OUT);
        accounts.end(held.appointment());

        countersigning.decide(secondAdministrator(), id, Decision.REJECT);

        assertThat(accounts.appointmentsOf(login)).isEmpty();
    }

    @Test
    void whatIsRejectedNeverCounts() {
        appoint(Role.FINANCE_OFFICER);

        assertThat(countersigning.decide(secondAdministrator(), proposal().id(), Decision.REJECT))
                .isEmpty();

        assertThat(accounts.appointmentsOf(login)).isEmpty();
        assertThat(countersigning.open()).extracting(Proposal::login).doesNotContain(login);
    }

    @Test
    void theLinkOfTheFirstAdministratorIsDeadOnceThereIsOne() {
        assertThat(first.admits("anything")).isFalse();
        assertThat(appointFirst.appoint(
                        new Appointment(login, "另一人", "演示·单位", Role.ADMINISTRATOR, "330400"), "long-enough-1"))
                .isEqualTo(refused(Reason.FIRST_TAKEN));
    }
}
