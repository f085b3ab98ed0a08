package org.zhongchuang.outside.administration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhongchuang.Browser;
import org.zhongchuang.TestCity;
import org.zhongchuang.ground.access.Accounts;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.outside.administration.Appointing.Reason;
import org.zhongchuang.outside.administration.Appointing.Result;
import org.zhongchuang.outside.administration.Appointment.Sure;
import org.zhongchuang.records.registry.CreditCode;
import org.zhongchuang.records.registry.EnterSubject;
import org.zhongchuang.records.registry.JoinAccount;
import org.zhongchuang.records.registry.Registering;
import org.zhongchuang.records.registry.Subject;
import org.zhongchuang.records.registry.SubjectId;
import org.zhongchuang.records.registry.SubjectKind;
import org.zhongchuang.records.registry.Subjects;

/** An account that an administrator opens acts for somebody in the register, and can apply for something. */
class NewAccountsTests extends TestCity {

    @Autowired
    private Appointing appointing;

    @Autowired
    private JoinAccount joining;

    @Autowired
    private EnterSubject entering;

    @Autowired
    private Subjects subjects;

    @Autowired
    private Accounts accounts;

    @LocalServerPort
    private int port;

    private final String mark = UUID.randomUUID().toString().substring(0, 6);
    private final String code = CreditCode.complete("91", "330402", organisation(mark));

    /** Eight characters that an organisation code may have. */
    private static String organisation(String mark) {
        return "MA" + mark.toUpperCase(java.util.Locale.ROOT);
    }

    private Actor administrator() {
        return accounts.appointmentsOf("administrator").getFirst();
    }

    private Actor officer() {
        return accounts.appointmentsOf("city1").getFirst();
    }

    private SubjectId enter(SubjectKind kind, String name, String code) {
        return ((Registering.Done) entering.enter(officer(), new EnterSubject.Entry(kind, name, "330402", code, null)))
                .subject();
    }

    private Result appoint(String login, String name, String organisation, String code, Role role, Sure... sure) {
        return appointing.appoint(
                administrator(),
                new Appointment(login, name, organisation, code, role, "330402", Optional.empty(), Set.of(sure)));
    }

    private Actor appointed(Result result) {
        assertThat(result).isInstanceOf(Result.Appointed.class);
        return ((Result.Appointed) result).actor();
    }

    private static Registering refused(Registering.Reason reason) {
        return Registering.refused(reason);
    }

    @Test
    void anAccountOfAFirmActsForTheFirmWithItsCodeAndSeesWhatItMayFileFor() {
        var firm = enter(SubjectKind.ENTERPRISE, "演示·新账号企业" + mark, code);

        var actor = appointed(appoint("f" + mark, "演示人", "", " " + code + " ", Role.FIRM));

        assertThat(subjects.actingAs(actor).map(Subject::id)).contains(firm);
        assertThat(actor.unit()).isEqualTo("演示·新账号企业" + mark);
        var browser = Browser.of(port, actor);
        assertThat(browser.open("/directory/mine")).isEqualTo(200);
        assertThat(browser.body()).contains("演示·新账号企业" + mark);
        assertThat(browser.open("/apply")).isEqualTo(200);
        assertThat(browser.body()).contains("申报：演示·新账号企业" + mark).doesNotContain("还不代表登记册");
    }

    @Test
    void aFirmThatTheRegisterDoesNotKnowIsEnteredWithItsCode() {
        var actor = appointed(appoint("f" + mark, "演示人", "演示·没登记过" + mark, code, Role.FIRM));

        assertThat(subjects.actingAs(actor)).hasValueSatisfying(one -> {
            assertThat(one.name()).isEqualTo("演示·没登记过" + mark);
            assertThat(one.code()).contains(code);
            assertThat(one.kind()).isEqualTo(SubjectKind.ENTERPRISE);
        });
    }

    @Test
    void aFirmNeedsItsCodeWhichIsCheckedAndIsNotGivenUnderAnotherName() {
        enter(SubjectKind.ENTERPRISE, "演示·真名" + mark, code);

        assertThat(appoint("f" + mark, "演示人", "演示·没有代码" + mark, "", Role.FIRM))
                .isEqualTo(Result.refused(Reason.CODE_NEEDED));
        assertThat(appoint(
                        "f" + mark,
                        "演示人",
                        "演示·真名" + mark,
                        code.substring(0, 17) + (code.endsWith("1") ? "2" : "1"),
                        Role.FIRM))
                .isEqualTo(Result.refused(Reason.CODE));
        assertThat(appoint("f" + mark, "演示人", "演示·别的名" + mark, code, Role.FIRM))
                .isInstanceOfSatisfying(
                        Result.Refused.class, no -> assertThat(no.reason().zh()).contains("演示·真名" + mark));
    }

    @Test
    void aLoginThatExistsIsToldWithItsNameAndAsksBeforeItGetsAnotherRole() {
        appointed(appoint("m" + mark, "演示甲", "", "", Role.MENTOR));

        assertThat(appoint("m" + mark, "", "", "", Role.RESEARCHER))
                .isInstanceOfSatisfying(Result.Refused.class, no -> {
                    assertThat(no.asks()).contains(Sure.SAME_PERSON);
                    assertThat(no.reason().zh()).contains("m" + mark, "演示甲");
                });
        appointed(appoint("m" + mark, "", "", "", Role.RESEARCHER, Sure.SAME_PERSON));
    }

    @Test
    void anOrganisationThatNobodyKnowsIsAskedAboutBeforeItIsMade() {
        var asked = appoint("e" + mark, "演示人", "演示·新院" + mark, "", Role.EXPERT);

        assertThat(asked)
                .isInstanceOfSatisfying(
                        Result.Refused.class, no -> assertThat(no.asks()).contains(Sure.NEW_ORGANISATION));
        assertThat(appoint("e" + mark, "演示人", "演示·新院" + mark, "", Role.EXPERT, Sure.NEW_ORGANISATION))
                .isInstanceOf(Result.Proposed.class);
    }

    @Test
    void peopleWhoActForThemselvesHaveAnOrganisationOfTheirOwn() {
        var one = appointed(appoint("a" + mark, "演示同名", "", "", Role.FOUNDER));
        var other = appointed(appoint("b" + mark, "演示同名", "", "", Role.FOUNDER));

        assertThat(one.organisation()).isNotEqualTo(other.organisation());
    }

    @Test
    void aPersonIsJoinedToTheirEntryAndReleasedFromItAndNobodyElseGetsItMeanwhile() {
        var person = enter(SubjectKind.PERSON, "演示导师" + mark, "");
        var mentor = appointed(appoint("m" + mark, "演示导师" + mark, "", "", Role.MENTOR));
        var other = appointed(appoint("o" + mark, "演示别人", "", "", Role.MENTOR));

        assertThat(Browser.of(port, administrator()).open("/register/" + person + "/account"))
                .isEqualTo(200);
        assertThat(joining.join(administrator(), mentor.person(), person)).isEqualTo(new Registering.Done(person));
        assertThat(subjects.actingAs(mentor).map(Subject::id)).contains(person);
        assertThat(joining.join(administrator(), other.person(), person))
                .isEqualTo(refused(Registering.Reason.ENTRY_OF_ANOTHER));
        var second = enter(SubjectKind.PERSON, "演示导师二" + mark, "");
        assertThat(joining.join(administrator(), mentor.person(), second))
                .isEqualTo(refused(Registering.Reason.ACCOUNT_JOINED));

        assertThat(joining.release(officer(), person)).isEqualTo(new Registering.Done(person));
        assertThat(subjects.actingAs(mentor)).isEmpty();
        assertThat(joining.join(officer(), other.person(), person)).isEqualTo(new Registering.Done(person));
    }

    @Test
    void anAccountWhoseRolesDoNotFitTheKindOfEntryIsNotJoined() {
        var team = enter(SubjectKind.ENTERPRISE, "演示·团队" + mark, "");
        var fund = enter(SubjectKind.FUND, "演示·基金" + mark, "");
        var mentor = appointed(appoint("m" + mark, "演示导师" + mark, "", "", Role.MENTOR));
        var founder = appointed(appoint("h" + mark, "演示创业者", "", "", Role.FOUNDER));

        assertThat(joining.join(administrator(), mentor.person(), team))
                .isEqualTo(refused(Registering.Reason.OTHER_ROLE));
        assertThat(joining.join(administrator(), founder.person(), fund))
                .isEqualTo(refused(Registering.Reason.OTHER_ROLE));
        assertThat(joining.join(administrator(), founder.person(), team)).isEqualTo(new Registering.Done(team));
    }

    @Test
    void theFirmOfAnotherOrganisationIsNotJoinedToAnAccount() {
        var firm = enter(SubjectKind.ENTERPRISE, "演示·有代码" + mark, code);
        appointed(appoint("f" + mark, "演示人", "", code, Role.FIRM));
        var founder = appointed(appoint("g" + mark, "演示创业者", "", "", Role.FOUNDER));

        assertThat(joining.join(administrator(), founder.person(), firm))
                .isEqualTo(refused(Registering.Reason.ENTRY_OF_ANOTHER));
    }

    @Test
    void anOfficerOfAnotherCountyAndOneWhoMeansThemselvesAreRefused() {
        var person = enter(SubjectKind.PERSON, "演示导师" + mark, "");
        var mentor = appointed(appoint("m" + mark, "演示导师" + mark, "", "", Role.MENTOR));
        var elsewhere = accounts.holding(Role.COUNTY_OFFICER, "330481").getFirst();

        assertThat(joining.join(elsewhere, mentor.person(), person))
                .isEqualTo(refused(Registering.Reason.NOT_YOUR_AREA));
        assertThat(joining.join(officer(), officer().person(), person))
                .isEqualTo(refused(Registering.Reason.OWN_ACCOUNT));
    }

    @Test
    void theFormChoosesNoAreaAndNoRoleByItself() {
        var browser = Browser.of(port, administrator());
        browser.open("/administration/people");
        assertThat(browser.body()).contains("请选择区域").contains("请选择身份");

        assertThat(browser.post(
                        "/administration/people",
                        Map.of("login", "c" + mark, "name", "演示人", "organisation", "演示·局", "role", "COUNTY_OFFICER")))
                .isEqualTo(409);
        assertThat(browser.body()).contains(Reason.AREA.text().zh());
    }

    @Test
    void allThatIsWrongIsToldAtOnceEachAtItsField() {
        var browser = Browser.of(port, administrator());
        browser.open("/administration/people");
        assertThat(browser.body()).contains("href=\"#new\"");

        assertThat(browser.post("/administration/people", Map.of("login", "?", "until", "2001-02-30")))
                .isEqualTo(409);
        assertThat(browser.body())
                .contains("login-mistake", "name-mistake", "role-mistake", "area-mistake", "until-mistake")
                .contains("value=\"2001-02-30\"")
                .doesNotContain("终止日期");
    }
}
