package org.zhongchuang.ground.identity;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhongchuang.PlainBrowser;
import org.zhongchuang.TestCity;

/** Sessions that another version of the product has written. */
class SessionContentsTests extends TestCity {

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void whatAnotherVersionWroteFailsNoPage() {
        try (var browser = PlainBrowser.at("http://localhost:" + port)) {
            browser.signsIn("op007");
            assertThat(namesOtherwise("op007")).isPositive();
            assertThat(browser.opens("/desk").statusCode()).isEqualTo(200);

            assertThat(cannotBeRead("op007")).isPositive();
            assertThat(browser.opens("/desk").headers().firstValue("Location").orElse(""))
                    .contains("/sign-in");
            browser.signsIn("op007");
            assertThat(browser.opens("/desk").statusCode()).isEqualTo(200);
        }
    }

    private int cannotBeRead(String login) {
        return jdbc.sql("""
                        update spring_session_attributes set attribute_bytes = '\\x00'
                         where session_primary_id in (select primary_id from spring_session where principal_name = :login)
                        """).param("login", login).update();
    }

    /** Gives the classes of what a person's sessions hold names that this version does not know. */
    private int namesOtherwise(String login) {
        record Held(String session, String name, String content) {}
        var changed = 0;
        for (var held : jdbc.sql("""
                        select session_primary_id, attribute_name, attribute_bytes
                          from spring_session_attributes
                         where session_primary_id in (select primary_id from spring_session where principal_name = :login)
                        """)
                .param("login", login)
                .query((row, _) ->
                        new Held(row.getString(1), row.getString(2), new String(row.getBytes(3), ISO_8859_1)))
                .list()) {
            var content = held.content().replace("zhongchuang.ground", "zhongchuang.before");
            changed += jdbc.sql(
                            "update spring_session_attributes set attribute_bytes = :content where session_primary_id = :session and attribute_name = :name and attribute_bytes <> :content")
                    .param("content", content.getBytes(ISO_8859_1))
                    .param("session", held.session())
                    .param("name", held.name())
                    .update();
        }
        return changed;
    }
}
