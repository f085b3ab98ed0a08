package org.zhongchuang.acceptance;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import org.jsoup.nodes.Document;

/** One reader who follows every link, without a browser, and opens one page of each kind. */
final class Crawl {

    private static final Set<String> FILES = Set.of(".xlsx", ".pdf", "/files/", ".csv", ".xml", ".json");

    private final String login;
    private final String language;
    private final Writer reader;
    private final Queue<String> waiting = new ArrayDeque<>();
    private final Set<String> kinds = new HashSet<>();

    /** Every page that was opened. */
    final List<Seen> pages = new ArrayList<>();

    /** Every address that did not answer as it should. */
    final List<String> problems = new ArrayList<>();

    Crawl(HttpClient http, RunningCity city, String login, String language) {
        this.login = login;
        this.language = language;
        this.reader = new Writer(http, city, login);
    }

    Crawl run() throws InterruptedException {
        waiting.addAll(List.of("/", "/sign-in", "/verify/JX2016-XXXX-XXXX-XXXX", "/no-such-page"));
        if (!login.isEmpty()) {
            reader.signsIn();
            waiting.addAll(List.of("/desk", "/account"));
        }
        reader.reads(language);
        while (!waiting.isEmpty()) {
            var path = waiting.remove();
            if (kinds.add(Seen.kind(path))) {
                open(path);
            }
        }
        return this;
    }

    boolean isOf(String reader, String itsLanguage) {
        return login.equals(reader) && language.equals(itsLanguage);
    }

    private void open(String path) throws InterruptedException {
        var answer = reader.looksAt(path);
        var status = answer.map(HttpResponse::statusCode).orElse(0);
        if (status == 302) {
            answer.flatMap(got -> got.headers().firstValue("Location"))
                    .map(address -> address.replaceFirst("https?://[^/]+", ""))
                    .ifPresent(waiting::add);
        } else if (status == 200 || (status == 404 && path.startsWith("/no-such"))) {
            answer.filter(Crawl::isPage).ifPresent(page -> read(Seen.of(login, language, path, page)));
        } else {
            problems.add(path + " answered " + status);
        }
    }

    private static boolean isPage(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html");
    }

    private void read(Seen page) {
        pages.add(page);
        problems.addAll(Soundness.problems(page));
        waiting.addAll(links(page.document()));
    }

    private static List<String> links(Document document) {
        return document.select("a[href^=/]").eachAttr("href").stream()
                .map(href -> href.replaceAll("#.*", ""))
                .filter(href -> FILES.stream().noneMatch(href::contains))
                .filter(href -> !href.matches(".*[?&](lang|size|contrast|menu)=.*"))
                .toList();
    }
}
