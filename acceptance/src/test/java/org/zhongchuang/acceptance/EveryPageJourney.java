package org.zhongchuang.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Follows every link as every role in both languages: each page answers, breaks no rule of the content policy, is no
 * wider than its window, and axe finds nothing in anything that no page before was made of. With {@code PICTURES} set
 * it leaves a picture of each at three widths.
 */
class EveryPageJourney extends CityJourney {

    /** Kinds of pages and makes of elements that axe has seen, by language. */
    private static final Set<String> LOOKED_AT = new HashSet<>();

    private static final List<Integer> WIDTHS = List.of(1440, 768, 390);

    static Stream<Arguments> readers() {
        var inChinese = Stream.of(
                "",
                "op001",
                "op002",
                "op003",
                "c330402-1",
                "city1",
                "decider1",
                "expert01",
                "auditor",
                "finance-officer",
                "firm",
                "labour-officer",
                "administrator");
        var inEnglish = Stream.of("", "op001", "op002", "city1");
        return Stream.concat(
                inChinese.map(login -> Arguments.of(login, "zh")), inEnglish.map(login -> Arguments.of(login, "en")));
    }

    @ParameterizedTest(name = "as \"{0}\" in {1}")
    @MethodSource("readers")
    void everyPageIsSoundAndAccessible(String login, String language) {
        var page = reader(login, language);
        var problems = new ArrayList<String>();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("404")) {
                problems.add(page.url() + " console: " + message.text());
            }
        });
        var seen = new HashSet<String>();
        var waiting = new ArrayDeque<>(List.of("/", "/sign-in", "/verify/JX2016-XXXX-XXXX-XXXX", "/no-such-page"));
        if (!login.isEmpty()) {
            waiting.addAll(List.of("/desk", "/account"));
        }
        while (!waiting.isEmpty()) {
            var path = waiting.poll();
            if (seen.add(kind(path))) {
                var response = page.navigate(city.at(path));
                check(page, path, language, response, problems);
                if (System.getenv("PICTURES") != null) {
                    picture(page, login + "-" + language + "-" + kind(path));
                }
                links(page).forEach(waiting::add);
            }
        }
        page.context().close();

        assertThat(problems).isEmpty();
        assertThat(seen).hasSizeGreaterThan(8);
    }

    private Page reader(String login, String language) {
        var page = login.isEmpty()
                ? browser.visitor(1440, 900)
                : Visitor.signedIn(browser, city, login).page();
        page.context().addCookies(List.of(new Cookie("lang", language).setUrl(city.at("/"))));
        return page;
    }

    private static void check(Page page, String path, String language, Response response, List<String> problems) {
        var status = Optional.ofNullable(response).map(Response::status).orElse(0);
        if (status != 200 && !(status == 404 && path.startsWith("/no-such"))) {
            problems.add(path + " answered " + status);
        }
        if (page.evaluate("document.contentType").equals("text/plain")) {
            return;
        }
        var made = Stream.concat(Stream.of(kind(path)), makes(page).stream()).map(make -> language + " " + make);
        if (LOOKED_AT.addAll(made.toList())) {
            problems.addAll(Axe.violations(page));
        }
        var overflow = (boolean) page.evaluate("document.documentElement.scrollWidth > window.innerWidth + 1");
        if (overflow) {
            problems.add(path + " is wider than the window");
        }
    }

    /** What a page is made of: each combination of element, classes, attributes and the element around it, once. */
    @SuppressWarnings("unchecked") // The script gives back a list of strings.
    private static List<String> makes(Page page) {
        return (List<String>) page.evaluate("""
                () => [...new Set([...document.querySelectorAll('body *')].map(e =>
                    [e.parentElement.tagName, e.tagName, e.className, ...e.getAttributeNames().sort()].join(' ')))]
                """);
    }

    private static void picture(Page page, String name) {
        for (var width : WIDTHS) {
            page.setViewportSize(width, 900);
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of(
                            "target/pictures/%s-%d.png".formatted(name.replaceAll("[^\\w\\p{IsHan}-]+", "_"), width))));
        }
        page.setViewportSize(1440, 900);
    }

    @SuppressWarnings("unchecked") // The script gives back a list of strings.
    private static List<String> links(Page page) {
        var found = (List<String>) page.evaluate(
                "() => [...document.querySelectorAll('a[href^=\"/\"]')].map(link => link.getAttribute('href'))");
        return found.stream()
                .map(href -> href.replaceAll("#.*", ""))
                .filter(href -> !href.contains(".xlsx")
                        && !href.contains(".pdf")
                        && !href.contains("/files/")
                        && !href.contains(".csv")
                        && !href.contains(".xml")
                        && !href.contains(".json"))
                .filter(href -> !href.matches(".*[?&](lang|size|contrast)=.*"))
                .toList();
    }

    /** Pages of one kind are looked at once: identifiers and values do not make another kind. */
    private static String kind(String path) {
        return path.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "N")
                .replaceAll("JX\\d{4}(-\\w{4}){3}", "CODE")
                .replaceAll("ZC\\d{4}-\\d{5}", "CASE")
                .replaceAll("clauses/(?!五\\(二\\)).*", "clauses/C")
                .replaceAll("clauses/%E4%BA%94.*", "clauses/五(二)")
                .replaceAll("audit/\\d+", "audit/N")
                .replaceAll("parameters/.*", "parameters/P")
                .replaceAll("calculators/(?!deadlines).*", "calculators/C")
                .replaceAll("figures/[a-z_]+", "figures/F")
                .replaceAll("records/(?!agreements)[a-z]+", "records/K")
                .replaceAll("&(area|trait|after|q)=[^&]*", "")
                .replaceAll("(?<!kind)=[^&]*", "=V");
    }
}
