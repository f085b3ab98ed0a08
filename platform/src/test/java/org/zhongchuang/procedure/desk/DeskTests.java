package org.zhongchuang.procedure.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.HtmlUtils;
import org.zhongchuang.Browser;
import org.zhongchuang.Newcomer;
import org.zhongchuang.TestCity;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.ground.access.Accounts;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.audit.LastVisit;
import org.zhongchuang.ground.desk.DeskFigure;
import org.zhongchuang.ground.desk.DeskFigure.Count;
import org.zhongchuang.ground.desk.DeskFigure.Sum;
import org.zhongchuang.ground.desk.News;
import org.zhongchuang.ground.desk.WholeDesk;
import org.zhongchuang.money.ledger.Execution;

/** A desk tells its owner what others did, and the figures they answer for. */
class DeskTests extends TestCity {

    private static final Pattern LINK = Pattern.compile("<a [^>]*href=\"([^\"]+)\"");
    private static final Instant LONG_AGO = Instant.parse("2015-01-01T00:00:00Z");

    @Autowired
    private WholeDesk desk;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Execution execution;

    @Autowired
    private LastVisit visits;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @LocalServerPort
    private int port;

    private Actor actor(String login) {
        return accounts.appointmentsOf(login).getFirst();
    }

    private Optional<DeskFigure> figure(Actor actor, String id) {
        return desk.figures(actor).stream().filter(one -> one.id().equals(id)).findFirst();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void nobodysDeskIsEmpty(Role role) {
        var browser = Browser.of(port, owner(role));

        assertThat(browser.open("/desk")).isEqualTo(200);
        assertThat(browser.body()).containsAnyOf("data-figure=", "data-card=", "data-row", "href=\"/apply\"");
        assertThat(browser.body()).contains("class=\"often");
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void everyLinkOfADeskOpensForItsOwner(Role role) {
        var browser = Browser.of(port, owner(role));
        browser.open("/desk");
        var links = LINK.matcher(browser.body())
                .results()
                .map(found -> HtmlUtils.htmlUnescape(found.group(1)).replaceFirst("#.*", ""))
                .filter(link -> link.startsWith("/") && !link.startsWith("/assets") && !link.startsWith("/vendor"))
                .distinct()
                .toList();

        assertThat(links).isNotEmpty();
        for (var link : links) {
            assertThat(browser.open(link)).as("%s opens %s", role, link).isIn(200, 302);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"RESEARCHER", "MENTOR", "SERVICE_PROVIDER", "INVESTOR", "INSTITUTION"})
    void whoCannotApplyIsNotToldThatTheyCan(Role role) {
        var browser = Browser.of(port, owner(role));
        browser.open("/desk");

        assertThat(browser.open("/apply")).isEqualTo(403);
        browser.open("/desk");
        assertThat(browser.body()).doesNotContain(">可以办<").contains("政策里与我有关的");
    }

    @ParameterizedTest
    @EnumSource(names = {"TAX_OFFICER", "MARKET_OFFICER", "DEPARTMENT_REPORTER", "SERVICE_PROVIDER"})
    void aRoleToWhichThePolicyGivesNoStepIsToldSo(Role role) {
        var browser = Browser.of(port, owner(role));
        browser.open("/desk");

        assertThat(browser.body()).contains("data-no-steps");
    }

    @ParameterizedTest
    @EnumSource(names = {"COUNTY_OFFICER", "CITY_OFFICER", "CITY_DECIDER", "LABOUR_OFFICER", "EXPERT", "AUDITOR"})
    void aRoleWithAStepOrCasesToWatchIsNotToldThatItHasNone(Role role) {
        var browser = Browser.of(port, owner(role));
        browser.open("/desk");

        assertThat(browser.body()).doesNotContain("data-no-steps");
    }

    private Actor owner(Role role) {
        var login = jdbc.sql("""
                        select p.login from access.public_person p join access.public_appointment a on a.person = p.id
                         where a.role = :role order by p.login limit 1
                        """).param("role", role.name()).query(String.class).single();
        return accounts.appointmentsOf(login).stream()
                .filter(one -> one.is(role))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anOfficerReadsWhatOthersDidWithTheCasesThatTheyWorkedOn() {
        var officer = actor("city1");

        var news = desk.news(officer, LONG_AGO, 50);

        assertThat(news).isNotEmpty();
        for (var one : news) {
            if (one.address().startsWith("/cases/")) {
                var number = one.address().substring("/cases/".length());
                assertThat(acts(number, officer)).as(number).isPositive();
            }
        }
    }

    private long acts(String number, Actor actor) {
        return jdbc.sql("""
                        select count(*) from casework.public_event v join casework.public_case_file c on c.id = v.case_file
                         where c.number = :number and v.person = :person
                        """)
                .param("number", number)
                .param("person", actor.person().value())
                .query(Long.class)
                .single();
    }

    @Test
    void anApplicantReadsOfTheirOwnCasesOnlyAndNothingOfBefore() {
        var owner = actor("op004");

        var news = desk.news(owner, LONG_AGO, 50).stream()
                .map(News::address)
                .filter(one -> one.startsWith("/cases/"))
                .toList();

        assertThat(news)
                .isNotEmpty()
                .allSatisfy(address -> assertThat(
                                jdbc.sql("select operator from casework.public_case_file where number = :number")
                                        .param("number", address.substring("/cases/".length()))
                                        .query(java.util.UUID.class)
                                        .single())
                        .isEqualTo(owner.organisation().value()));
        assertThat(desk.news(owner, clock.instant(), 50))
                .extracting(News::address)
                .noneMatch(address -> address.startsWith("/cases/"));
    }

    @Test
    void publicNoticesAreOneLineAmongTheNews() {
        var owner = actor("op004");

        var notices = desk.news(owner, LONG_AGO, 1_000).stream()
                .filter(one -> one.address().startsWith("/notices"))
                .toList();

        var open = jdbc.sql("select count(*) from notice.public_notice where state = 'OPEN'")
                .query(Long.class)
                .single();
        assertThat(notices).hasSize(open == 0 ? 0 : 1);
        if (open > 1) {
            assertThat(notices.getFirst().what().zh()).startsWith(open + " 项");
        }
    }

    @Test
    void anExpertDoesNotReadWhatOthersThought() {
        assertThat(desk.news(actor("expert01"), LONG_AGO, 50))
                .extracting(News::address)
                .noneMatch(address -> address.startsWith("/cases/"));
    }

    @Test
    void theBudgetOnADeskIsTheBudgetOfTheBooks() {
        var officer = actor("finance-officer");
        var year = LocalDate.now(clock).getYear();

        var drawn = figure(officer, "budget").orElseThrow();

        var lines = execution.of(year, officer.area(), "");
        assertThat(drawn.rows())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(lines)
                        .extracting(Execution.Line::budget)
                        .contains(((Sum) row.values().getFirst()).fen()));
        assertThat(drawn.rows().stream()
                        .map(row -> ((Sum) row.values().getFirst()).fen())
                        .reduce(Fen.ZERO, Fen::plus))
                .isEqualTo(lines.stream()
                        .map(Execution.Line::budget)
                        .sorted(java.util.Comparator.reverseOrder())
                        .limit(6)
                        .reduce(Fen.ZERO, Fen::plus));
    }

    @Test
    void aCountySeesTheCasesOfItsOwnAreaByMonth() {
        var officer = actor("c330402-1");

        var drawn = figure(officer, "cases").orElseThrow();

        var filed = jdbc.sql("""
                        select count(*) from casework.public_case_file
                         where area = :area and filed_on < cast(date_trunc('month', cast(:today as date)) + interval '1 month' as date) and filed_on >= cast(date_trunc('month', cast(:today as date)) - interval '11 months' as date)
                        """)
                .param("area", officer.area())
                .param("today", LocalDate.now(clock))
                .query(Long.class)
                .single();
        assertThat(drawn.rows()).hasSize(12);
        assertThat(drawn.rows().stream()
                        .mapToLong(row -> ((Count) row.values().getFirst()).many())
                        .sum())
                .isEqualTo(filed);
        assertThat(figure(actor("op004"), "cases")).isEmpty();
    }

    @Test
    void thePresentVisitIsNotTheLastOne() {
        var owner = Newcomer.in(Role.OPERATOR, "330402", accounts);
        var longest = clock.instant().minus(Duration.ofDays(30));
        assertThat(visits.before(owner)).isBetween(longest.minusSeconds(60), longest.plusSeconds(60));

        Browser.of(port, owner);

        assertThat(visits.before(owner)).isBetween(longest.minusSeconds(60), longest.plusSeconds(60));
    }
}
