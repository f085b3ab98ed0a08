package org.zhongchuang.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.FilePayload;
import java.util.Map;

/** Somebody at a browser, doing what people do: sign in, follow, fill in, press. */
record Visitor(Page page, RunningCity city) {

    private static final int THREE_MINUTES = 180_000;

    static Visitor signedIn(Browser browser, RunningCity city, String login) {
        var visitor = new Visitor(browser.visitor(1280, 900), city);
        visitor.open("/sign-in");
        visitor.page.fill("#login", login);
        visitor.page.fill("#password", "demo");
        visitor.page.click("main form[action='/sign-in'] button.btn-primary");
        visitor.page.waitForURL("**/desk");
        return visitor;
    }

    Visitor open(String path) {
        page.navigate(city.at(path));
        return this;
    }

    Visitor fill(String field, String text) {
        page.fill("[id=\"" + field + "\"]", text);
        return this;
    }

    Visitor fill(Map<String, String> fields) {
        fields.forEach(this::fill);
        return this;
    }

    Visitor choose(String field, String value) {
        page.selectOption("[id=\"" + field + "\"]", value);
        return this;
    }

    /** Presses the button of the form that goes to that address. */
    Visitor send(String action) {
        leave(() -> page.locator("form[action$='" + action + "'] button:not([formaction]):not([value='back'])")
                .last()
                .click());
        return this;
    }

    /** Presses what leads to another page. */
    Visitor press(String button) {
        leave(() -> page.locator(button).first().click());
        return this;
    }

    /**
     * Does what leads to another page, and waits for that one for a while: a press that sends nothing leads nowhere.
     */
    private void leave(Runnable act) {
        leave(act, 5);
    }

    private void leave(Runnable act, int seconds) {
        page.evaluate("window.leaves = true");
        act.run();
        for (int i = 0; i < 20 * seconds && !hasLeft(); i++) {
            page.waitForTimeout(50);
        }
        page.waitForLoadState();
    }

    private boolean hasLeft() {
        try {
            return (boolean) page.evaluate("!window.leaves");
        } catch (PlaywrightException _) {
            // The page is going at this moment.
            return false;
        }
    }

    Visitor upload(String evidence, String name, byte[] content) {
        page.setInputFiles("#file-" + evidence, new FilePayload(name, "application/octet-stream", content));
        leave(() -> page.locator("#paper-" + evidence + " button[formaction$='/files']")
                .click());
        return this;
    }

    /** Opens what is folded away. */
    Visitor unfold(String action) {
        page.locator("details:has(form[action$='" + action + "']) > summary").click();
        return this;
    }

    Visitor sees(String text) {
        assertThat(page.locator("body").innerText()).contains(text);
        return this;
    }

    Visitor seesNot(String text) {
        assertThat(page.locator("body").innerText()).doesNotContain(text);
        return this;
    }

    /** Nothing on the page as it stands now keeps anybody out. */
    Visitor findsItAccessible() {
        assertThat(Axe.violations(page)).isEmpty();
        return this;
    }

    String path() {
        return page.url().substring(city.at("").length()).replaceFirst("\\?.*", "");
    }

    /**
     * Pushes the clock of the demonstration and waits until it stands: the page that says how far leads back by itself.
     */
    Visitor pushesTheClock(String by) {
        var bar = page.locator("button[name=by][value=" + by + "]");
        leave(bar::click, 60);
        bar.waitFor(new Locator.WaitForOptions().setTimeout(THREE_MINUTES));
        return this;
    }
}
