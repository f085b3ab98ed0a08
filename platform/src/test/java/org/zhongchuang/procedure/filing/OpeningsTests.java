package org.zhongchuang.procedure.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhongchuang.PlainBrowser;
import org.zhongchuang.TestCity;
import org.zhongchuang.ground.access.Accounts;
import org.zhongchuang.procedure.casework.CaseFiles;
import org.zhongchuang.procedure.casework.CaseId;
import org.zhongchuang.procedure.casework.Handling;
import org.zhongchuang.procedure.casework.Ticket;

/**
 * "What can I get" and "apply" know the same of their reader: what was filed, what was granted, what can be filed now.
 */
class OpeningsTests extends TestCity {

    private static final Pattern PROGRAMME = Pattern.compile("data-programme=\"([^\"]+)\"");

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private CaseFiles files;

    @Autowired
    private FileCase filing;

    @Autowired
    private Accounts accounts;

    @LocalServerPort
    private int port;

    private record Filed(String login, String subject, String number, String programme) {}

    /** An application without grounds of its own that an office has, of somebody who signs in in that role. */
    private Filed filed(String role) {
        return jdbc.sql("""
                        select p.login, c.space::text subject, c.number, c.programme from casework.case_file c
                          join access.appointment a on a.organisation = c.operator and a.role = :role join access.person p on p.id = a.person
                         where c.holder is not null and c.filed_on is not null and c.step <> 'CORRECTION' and c.matter = ''
                         order by c.number limit 1
                        """)
                .param("role", role)
                .query((row, _) -> new Filed(
                        row.getString("login"),
                        row.getString("subject"),
                        row.getString("number"),
                        row.getString("programme")))
                .single();
    }

    @Test
    void whatAnOfficeHasAlreadyIsNamedWithItsStepOnBothPagesAndOfferedOnNeither() {
        var filed = filed("OPERATOR");
        try (var browser = PlainBrowser.at("http://localhost:" + port)) {
            browser.signsIn(filed.login());
            var benefits = section(
                    browser.opens("/benefits?subject=" + filed.subject()).body(), filed.programme());
            var apply = section(browser.opens("/apply").body(), filed.programme());

            for (var page : List.of(benefits, apply)) {
                assertThat(page)
                        .contains("已申报", "<a href=\"/cases/" + filed.number() + "\">" + filed.number() + "</a> · ")
                        .contains("data-not-open=\"UNDER_WAY\"");
            }
            assertThat(benefits).doesNotContain("可以享受", "/apply#p-" + filed.programme());
            assertThat(apply).doesNotContain("value=\"" + filed.subject() + "\"");
        }
    }

    @Test
    void bothPagesSpeakOfTheSameProgrammesToEveryApplicant() {
        for (var login : List.of("op004", "firm", "founder")) {
            try (var browser = PlainBrowser.at("http://localhost:" + port)) {
                browser.signsIn(login);

                assertThat(programmes(browser.opens("/benefits")))
                        .as(login)
                        .isNotEmpty()
                        .isEqualTo(programmes(browser.opens("/apply")));
            }
        }
    }

    @Test
    void aDraftIsGoneOnWithWhereItsProgrammeStandsAndTakesOnlyTheAnswersThatItAsksFor() {
        try (var browser = PlainBrowser.at("http://localhost:" + port)) {
            browser.signsIn("founder");
            var subject = jdbc.sql(
                            "select s.id from registry.subject s join access.person p on p.id = s.account where p.login = 'founder'")
                    .query(UUID.class)
                    .single();
            var draft = begin(browser, "job-creation-subsidy", subject);

            var page = browser.opens("/benefits?insured_employees=4&taxable_income=7")
                    .body();

            assertThat(section(page, "job-creation-subsidy"))
                    .contains(
                            "href=\"/applications/" + draft + "\" data-draft",
                            "name=\"application\" value=\"" + draft + "\"",
                            "name=\"insured_employees\" value=\"4\"")
                    .doesNotContain("taxable_income");
            assertThat(page.split("value=\"" + draft + "\"", -1)).hasSize(2);
            withdraw("founder", draft);
        }
    }

    /** Two claims for graduates of one firm are told apart by whom they are for, wherever the firm sees them. */
    @Test
    void aClaimForAGraduateNamesThemToItsFirmOnTheDeskOnBothPagesAndInTheApplication() {
        var name = "钱" + UUID.randomUUID().toString().substring(0, 8);
        try (var browser = PlainBrowser.at("http://localhost:" + port)) {
            browser.signsIn("firm");
            var subject = jdbc.sql("""
                            select s.id from registry.subject s join access.public_organisation o on o.credit_code = s.code
                              join access.appointment a on a.organisation = o.id join access.person p on p.id = a.person where p.login = 'firm'
                            """).query(UUID.class).single();
            var draft = begin(browser, "graduate-insurance-subsidy", subject);
            try {
                jdbc.sql("insert into casework.fact values (:id, 'hired_on', '2016-05-03', 'DECLARED', current_date)")
                        .param("id", draft.value())
                        .update();
                jdbc.sql("""
                                insert into evidence.entry (space, kind, day, subject, party, title, class, reference, digest, recorded_at, recorded_by)
                                select (select id from registry.space s where not exists (select 1 from evidence.entry e where e.space = s.id) limit 1),
                                       'JOBS', '2016-05-03', :subject, :name, '', 'graduate', '', md5(:name), now(), (select id from access.person limit 1)
                                """).param("subject", subject).param("name", name).update();

                assertThat(browser.opens("/desk").body()).contains("data-hired>" + name);
                for (var page : List.of("/benefits", "/apply")) {
                    assertThat(section(browser.opens(page).body(), "graduate-insurance-subsidy"))
                            .as(page)
                            .contains("data-hired>" + name);
                }
                assertThat(browser.opens("/applications/" + draft).body()).contains("招用的毕业生", name);
            } finally {
                withdraw("firm", draft);
            }
        }
    }

    /** A new application, on the first ground that nothing is open on. */
    private CaseId begin(PlainBrowser browser, String programme, UUID subject) {
        var form = Pattern.compile("name=\"programme\" value=\"" + programme
                        + "\">\\s*<input type=\"hidden\" name=\"subject\" value=\"" + subject
                        + "\">\\s*<input type=\"hidden\" name=\"matter\" value=\"([^\"]*)\">")
                .matcher(browser.opens("/apply").body());
        assertThat(form.find()).as(programme).isTrue();
        var place = browser.posts(
                        "/apply",
                        Map.of(
                                "programme",
                                programme,
                                "subject",
                                subject.toString(),
                                "matter",
                                form.group(1),
                                "another",
                                "yes"))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        return new CaseId(UUID.fromString(place.replaceAll(".*/applications/", "")));
    }

    private void withdraw(String login, CaseId draft) {
        var file = files.find(draft).orElseThrow();
        assertThat(filing.withdraw(
                        accounts.appointmentsOf(login).getFirst(),
                        draft,
                        new Ticket(file.version(), UUID.randomUUID())))
                .isInstanceOf(Handling.Done.class);
    }

    private static Set<String> programmes(HttpResponse<String> page) {
        var programmes = new TreeSet<String>();
        PROGRAMME.matcher(page.body()).results().forEach(one -> programmes.add(one.group(1)));
        return programmes;
    }

    /** What a page says of one programme. */
    private static String section(String page, String programme) {
        var from = page.indexOf("data-programme=\"" + programme + "\"");
        assertThat(from).as(programme).isPositive();
        return page.substring(from, page.indexOf("</section>", from));
    }
}
