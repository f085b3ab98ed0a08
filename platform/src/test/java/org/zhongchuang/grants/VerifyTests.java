package org.zhongchuang.grants;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhongchuang.Browser;
import org.zhongchuang.TestCity;

/** A genuine certificate is found however its code was typed, and what is no code is shown harmlessly. */
class VerifyTests extends TestCity {

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private String asked(String code) {
        var browser = new Browser(port);
        browser.open("/verify?code=" + URLEncoder.encode(code, StandardCharsets.UTF_8));
        return browser.body();
    }

    @Test
    void aGenuineCodeIsFoundInLowerCaseWithoutHyphensOrInFullWidth() {
        var code = jdbc.sql(
                        "select min(code) from recognition.recognised_space where code ~ '^JX[0-9]{4}(-[0-9A-Z]{4}){3}$'")
                .query(String.class)
                .single();
        var wide = new StringBuilder();
        code.chars().forEach(c -> wide.append((char) (c - '!' + '！')));

        for (var typed : new String[] {
            code, code.toLowerCase(Locale.ROOT), code.replace("-", ""), " " + code.replace("-", " "), wide.toString()
        }) {
            assertThat(asked(typed)).as(typed).contains("data-verified=\"ACTIVE\"");
        }
    }

    @Test
    void whatIsNoCodeIsShortenedAndFreedOfHiddenSigns() {
        var answer = asked("甲".repeat(300) + "\u202e");

        assertThat(answer)
                .contains("data-verified=\"NONE\"")
                .doesNotContain("甲".repeat(41))
                .doesNotContain("\u202e");
    }
}
