package org.zhongchuang.ground.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhongchuang.PlainBrowser;
import org.zhongchuang.TestCity;

/** A form that makes something counts once, and what it cannot make is told on its page with what was typed. */
class FormsSentTwiceTests extends TestCity {

    private static final Pattern REQUEST = Pattern.compile("name=\"request\" value=\"([0-9a-f-]{36})\"");

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private PlainBrowser signedIn(String login) {
        return PlainBrowser.at("http://localhost:" + port).signsIn(login);
    }

    private long rows(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    private static Map<String, String> fields(String form) {
        var fields = new HashMap<String, String>();
        for (var field : form.split("&", -1)) {
            fields.put(field.replaceFirst("=.*", ""), field.replaceFirst("[^=]*=", ""));
        }
        return fields;
    }

    private String spaceOf(String login) {
        return jdbc.sql("""
                        select s.id::text from registry.space s join access.appointment a on a.organisation = s.operator
                          join access.person p on p.id = a.person where p.login = :login order by s.created_at, s.id limit 1
                        """).param("login", login).query(String.class).single();
    }

    @ParameterizedTest
    @CsvSource({
        "city1, /register/new, /register/new, registry.subject, kind=fund&name=演示·两次基金&area=330402",
        "city1, /what-if?programme=space-recognition, /what-if, amendment.scenario, name=两次&query=programme=space-recognition",
        "op001, /spaces/{space}/growth, /spaces/{space}/growth, growth.step, "
                + "act=add&programme=state-incubator&criterion=some&what=扩大面积&due=2030-01-01"
    })
    void theSecondTimeMakesNothing(String login, String page, String path, String table, String form) {
        try (var person = signedIn(login)) {
            var space = spaceOf("op001");
            var request =
                    REQUEST.matcher(person.opens(page.replace("{space}", space)).body());
            var fields = fields(form);
            // A space that has all it takes shows no form to plan with.
            fields.put(
                    "request",
                    request.find() ? request.group(1) : UUID.randomUUID().toString());
            var before = rows(table);

            for (int time = 0; time < 3; time++) {
                assertThat(person.posts(path.replace("{space}", space), fields).statusCode())
                        .isEqualTo(302);
            }

            assertThat(rows(table)).isEqualTo(before + 1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/register/new, kind=fund&name=演示·已用编号&area=330402, data-refused=\"FORM_USED\", value=\"演示·已用编号\"",
        "/what-if, name=已用编号&query=programme=space-recognition, has done something else already, 已用编号"
    })
    void aNumberThatDidSomethingElseIsRefusedAndWhatWasTypedStays(
            String path, String form, String words, String typed) {
        try (var officer = signedIn("city1")) {
            var used = UUID.randomUUID().toString();
            officer.posts("/what-if", Map.of("name", "先存", "query", "programme=space-recognition", "request", used));
            var scenarios = rows("amendment.scenario");
            var subjects = rows("registry.subject");
            var fields = fields(form);
            fields.put("request", used);

            var answer = officer.posts(path + "?lang=en", fields);

            assertThat(answer.body()).contains(words, typed);
            assertThat(rows("amendment.scenario")).isEqualTo(scenarios);
            assertThat(rows("registry.subject")).isEqualTo(subjects);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "city1, /register/new, 'kind=dragon&name=演示·龙&area=330402', Choose a kind",
        "city1, /register/new, 'kind=fund&name=演示·日期&area=330402&founded=x', day of founding",
        "city1, /what-if, 'name=&query=programme=space-recognition', 1 to 60",
        "auditor, /samples, 'year=1800&size=10&seed=1', no awards of 1800",
        "auditor, /samples, 'year=2017&size=-1&seed=1', between 1 and 500",
        "auditor, /samples, 'year=x&size=1&seed=1', whole numbers"
    })
    void whatIsNotMadeIsToldOnThePage(String login, String path, String form, String words) {
        try (var person = signedIn(login)) {
            var answer = person.posts(path + "?lang=en", fields(form));

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains(words);
        }
    }

    @Test
    void aFormThatCarriesNoNumberIsANewOne() {
        try (var officer = signedIn("city1")) {
            var before = rows("registry.subject");
            var name = "演示·无号" + UUID.randomUUID().toString().substring(0, 6);

            officer.posts("/register/new", Map.of("kind", "fund", "name", name, "area", "330402"));

            assertThat(rows("registry.subject")).isEqualTo(before + 1);
            assertThat(officer.posts("/register/new", Map.of("kind", "fund", "name", name, "area", "330402"))
                            .body())
                    .contains("data-refused=\"SAME_NAME\"", "name=\"another\"");
        }
    }
}
