package org.zhongchuang.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every role follows every link in both languages without a browser: each page answers and is sound. A browser then
 * looks at one page of each kind in each language and width, between wide and narrow in large type and high contrast:
 * it breaks no rule of the content policy, is no wider than its window, and axe finds nothing, on a phone in Chinese.
 * With {@code PICTURES} set it leaves a picture of each.
 */
class EveryPageJourney extends CityJourney {

    private static final int WIDE = 1440;
    private static final int MIDDLE = 768;
    private static final int NARROW = 390;

    /** The page as it comes for whoever chose large type and high contrast. */
    private static final String LARGE_AND_PLAIN =
            "document.documentElement.classList.add('large-type', 'high-contrast')";

    private final List<Crawl> crawls = new ArrayList<>();

    /** What the browser found in the language and width that it looks at now. */
    private final List<String> problems = new ArrayList<>();

    /** A window for each reader in each language, opened when it is first needed. */
    private final Map<String, Page> windows = new HashMap<>();

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

    @BeforeAll
    void everybodyFollowsEveryLink() throws Exception {
        try (var http = HttpClient.newHttpClient();
                var hands = Executors.newFixedThreadPool(2)) {
            var begun = readers()
                    .map(Arguments::get)
                    .map(reader -> new Crawl(http, city, (String) reader[0], (String) reader[1]))
                    .map(crawl -> hands.submit(crawl::run))
                    .toList();
            for (var crawl : begun) {
                crawls.add(crawl.get());
            }
        }
    }

    @ParameterizedTest(name = "as \"{0}\" in {1}")
    @MethodSource("readers")
    void everyLinkLeadsToASoundPage(String login, String language) {
        var crawl = crawls.stream()
                .filter(one -> one.isOf(login, language))
                .findFirst()
                .orElseThrow();

        assertThat(crawl.problems).isEmpty();
        assertThat(crawl.pages).hasSizeGreaterThan(8);
    }

    @Test
    void theChecksFindWhatIsWrong() {
        var page = Jsoup.parse("""
                <html lang="en"><body><h2 id="a" style="color:red">A</h2><p id="a" aria-describedby="none">null</p>
                <form method="post" action="/act"><input name="day"><button onclick="act()"></button></form></body></html>
                """);
        var seen = new Seen("", "zh", "/page", "/page", page, Set.of());

        assertThat(Soundness.problems(seen))
                .containsExactlyInAnyOrder(
                        "/page: has no title",
                        "/page: is not in zh",
                        "/page: has 0 main headings",
                        "/page: has the id a more than once",
                        "/page: aria-describedby refers to none, which is not there",
                        "/page: has no name for <input name=\"day\">",
                        "/page: has no name for <button onclick=\"act()\"></button>",
                        "/page: has what the policy does not run: <h2 id=\"a\" style=\"color:red\"></h2>",
                        "/page: has what the policy does not run: <button onclick=\"act()\"></button>",
                        "/page: has a form without its token: /act",
                        "/page: shows null");
    }

    @ParameterizedTest(name = "in {0}")
    @ValueSource(strings = {"zh", "en"})
    void aBrowserFindsNothingThatKeepsAnybodyOut(String language) {
        var kinds = oneOfEachKind(language);
        problems.clear();
        kinds.forEach(seen -> look(seen, WIDE, NARROW, MIDDLE));

        assertThat(problems).isEmpty();
        assertThat(kinds).hasSizeGreaterThan(60);
    }

    @Test
    void norOnAnyPageThatHasSomethingOfItsOwn() {
        problems.clear();
        whatElseThereIs(oneOfEachKind("zh"), "zh").forEach(seen -> look(seen, WIDE));

        assertThat(problems).isEmpty();
    }

    @Test
    void axeFindsWhatKeepsSomebodyOut() {
        var page = browser.visitor(WIDE, 900);
        page.setContent("<html><body><img src='a.png'><input name='day'></body></html>");

        assertThat(Axe.violations(page)).hasSizeGreaterThan(2).anyMatch(one -> one.contains("image-alt"));
    }

    private void look(Seen seen, int... widths) {
        var window = window(seen);
        window.setViewportSize(WIDE, 900);
        window.navigate(city.at(seen.path()));
        for (var width : widths) {
            window.setViewportSize(width, 900);
            if (width == MIDDLE) {
                window.evaluate(LARGE_AND_PLAIN);
            }
            lookAgain(window, seen, width);
        }
    }

    private void lookAgain(Page window, Seen seen, int width) {
        // A narrow page has the same parts in both languages; how long words are shows in its width.
        if (width != NARROW || seen.language().equals("zh")) {
            problems.addAll(Axe.violations(window));
        }
        if ((boolean) window.evaluate("document.documentElement.scrollWidth > window.innerWidth + 1")) {
            problems.add("%s is wider than %d pixels in %s".formatted(seen.path(), width, seen.language()));
        }
        picture(window, seen, width);
    }

    /** Of each kind the page that is made of most. */
    private List<Seen> oneOfEachKind(String language) {
        var kinds = new HashSet<String>();
        return pages(language).filter(page -> kinds.add(page.kind())).toList();
    }

    /** Each page that has something which none before it has, and which no page of these has. */
    private List<Seen> whatElseThereIs(List<Seen> looked, String language) {
        Set<String> makes = new HashSet<>();
        looked.forEach(page -> makes.addAll(page.makes()));
        return pages(language).filter(page -> makes.addAll(page.makes())).toList();
    }

    /** All pages in a language, those made of most first. */
    private Stream<Seen> pages(String language) {
        return crawls.stream()
                .flatMap(crawl -> crawl.pages.stream())
                .filter(page -> page.language().equals(language))
                .sorted(Comparator.comparingInt((Seen page) -> -page.makes().size()));
    }

    private Page window(Seen seen) {
        return windows.computeIfAbsent(seen.login() + " " + seen.language(), _ -> {
            var page = seen.login().isEmpty()
                    ? browser.visitor(WIDE, 900)
                    : Visitor.signedIn(browser, city, seen.login()).page();
            page.context().addCookies(List.of(new Cookie("lang", seen.language()).setUrl(city.at("/"))));
            page.onConsoleMessage(message -> {
                if (message.type().equals("error") && !message.text().contains("404")) {
                    problems.add(page.url() + " console: " + message.text());
                }
            });
            return page;
        });
    }

    private static void picture(Page page, Seen seen, int width) {
        if (System.getenv("PICTURES") != null) {
            var name = "%s-%s-%s-%d".formatted(seen.login(), seen.language(), seen.kind(), width);
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of("target/pictures/%s.png".formatted(name.replaceAll("[^\\w\\p{IsHan}-]+", "_")))));
        }
    }
}
