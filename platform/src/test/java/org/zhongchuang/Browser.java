package org.zhongchuang;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.zhongchuang.ground.access.Actor;

/** A {@link PlainBrowser} for tests that ask for the status first and sometimes for what was said. */
public final class Browser {

    private final PlainBrowser plain;
    private String body = "";

    public Browser(int port) {
        this.plain = PlainBrowser.at("http://localhost:" + port);
    }

    /** One in which somebody is signed in and acts under that appointment. */
    public static Browser of(int port, Actor actor) {
        var browser = new Browser(port);
        browser.open("/sign-in");
        assertThat(browser.post("/sign-in/as", Map.of("login", actor.login()))).isEqualTo(302);
        browser.open("/verify");
        browser.post("/account/role", Map.of("appointment", actor.appointment().toString()));
        return browser;
    }

    public int open(String path) {
        return answered(plain.opens(path));
    }

    public int post(String path, Map<String, String> form) {
        return answered(plain.posts(path, form));
    }

    /** What the last answer said. */
    public String body() {
        return body;
    }

    private int answered(HttpResponse<String> answer) {
        body = answer.body();
        return answer.statusCode();
    }
}
