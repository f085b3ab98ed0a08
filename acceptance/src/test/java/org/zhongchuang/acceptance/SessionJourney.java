package org.zhongchuang.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What happens around a session: passkeys, wrong passwords, an end in the middle of a form, switching roles, a page
 * gone stale.
 */
class SessionJourney extends CityJourney {

    @Test
    void aPasskeyReplacesThePassword() {
        var visitor = Visitor.signedIn(browser, city, "op010");
        var devices = visitor.page().context().newCDPSession(visitor.page());
        devices.send("WebAuthn.enable");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        var device = new JsonObject();
        device.add("options", options);
        devices.send("WebAuthn.addVirtualAuthenticator", device);

        visitor.open("/account");
        visitor.page().click("[data-passkey=register]");
        visitor.page()
                .waitForCondition(() -> visitor.page()
                        .locator("[data-passkey-message]")
                        .innerText()
                        .contains("已添加"));
        visitor.page().locator(".who summary").click();
        visitor.page().locator("form[action='/sign-out'] button").click();
        visitor.open("/sign-in");
        visitor.page().click("[data-passkey=sign-in]");
        visitor.page().waitForURL("**/desk");

        visitor.sees("葛夏海（演示）");
    }

    @Test
    void fiveWrongPasswordsMakeEvenTheRightOneWaitAndSaySo() {
        var visitor = new Visitor(browser.visitor(1280, 900), city);
        for (int attempt = 0; attempt < 5; attempt++) {
            visitor.open("/sign-in").fill(Map.of("login", "op011", "password", "wrong"));
            visitor.page().click("main form[action='/sign-in'] button.btn-primary");
            visitor.sees("账号或密码不对");
        }

        visitor.open("/sign-in").fill(Map.of("login", "op011", "password", "demo"));
        visitor.page().click("main form[action='/sign-in'] button.btn-primary");

        visitor.sees("这个账号从您所在的网络输错密码的次数太多").findsItAccessible();
    }

    @Test
    void aFormWhoseSessionEndedIsKeptAndSentAfterSigningIn() {
        var visitor = Visitor.signedIn(browser, city, "op012");
        visitor.open("/applications/new")
                .fill(Map.of("name", "演示·不会丢的空间", "openedOn", "2015-09-01", "address", "南湖区测试路2号"))
                .choose("kind", "MAKER")
                .choose("builder", "FIRM")
                .choose("carrier", "OTHER")
                .choose("area", "330402");
        visitor.page()
                .context()
                .clearCookies(new com.microsoft.playwright.BrowserContext.ClearCookiesOptions().setName("SESSION"));
        visitor.page().locator("form:has(#name) button").click();
        visitor.sees("您刚才填写的内容还在");

        visitor.fill(Map.of("login", "op012", "password", "demo"));
        visitor.page().click("main form[action='/sign-in'] button.btn-primary");
        assertThat(visitor.findsItAccessible().page().inputValue("textarea[name=name]"))
                .isEqualTo("演示·不会丢的空间");
        visitor.page().locator("form:has(textarea) button.btn-primary").click();
        visitor.page().waitForURL("**/applications/*-*");

        visitor.sees("演示·不会丢的空间");
    }

    @Test
    void onePersonActsInOneOfSeveralRoles() {
        var visitor = Visitor.signedIn(browser, city, "city1");
        visitor.page().locator(".who summary").click();
        visitor.page().locator(".who-choice:has-text('领导小组办公室')").click();
        visitor.page().waitForURL("**/desk");

        assertThat(visitor.page().locator(".who-role").innerText()).isEqualTo("领导小组办公室");
    }

    @Test
    void ofTwoOfficersWhoActAtOnceOneWinsAndTheOtherIsTold() {
        var first = Visitor.signedIn(browser, city, "city1");
        var second = Visitor.signedIn(browser, city, "city2");
        first.open("/inbox");
        var path = first.page().locator("[data-row] a").first().getAttribute("href");
        second.open(path);
        first.open(path).send("/take").sees("您已认领");

        second.send("/take");

        second.sees("别人刚刚办理了这个申报件");
        assertThat(second.page().locator("[data-refused='CHANGED_MEANWHILE']").count())
                .isEqualTo(1);
    }

    @Test
    void anUploadThatIsFarTooLargeIsAnsweredAndNothingIsLost() throws Exception {
        var visitor = new Visitor(browser.visitor(1280, 900), city).open("/notices?show=all");
        var notice = visitor.page().locator("[data-row] a").first().getAttribute("href");
        var csrf = visitor.open(notice).page().context().cookies().stream()
                .filter(cookie -> cookie.name.equals("XSRF-TOKEN"))
                .map(cookie -> cookie.value)
                .findFirst()
                .orElse("");
        var body = new byte[30 << 20];
        var head = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n%PDF-";
        System.arraycopy(head.getBytes(java.nio.charset.StandardCharsets.US_ASCII), 0, body, 0, head.length());
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(
                    HttpRequest.newBuilder(URI.create(city.at(notice + "/objections")))
                            .header("Content-Type", "multipart/form-data; boundary=x")
                            .header("Cookie", "XSRF-TOKEN=" + csrf)
                            .header("X-XSRF-TOKEN", csrf)
                            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.body()).contains("文件太大");
        }
    }
}
