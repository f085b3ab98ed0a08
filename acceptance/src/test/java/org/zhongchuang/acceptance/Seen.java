package org.zhongchuang.acceptance;

import java.net.http.HttpResponse;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A page as one reader got it.
 *
 * @param login who read it; empty for a visitor
 * @param language {@code zh} or {@code en}
 * @param kind what pages of one kind share: their address without identifiers and values
 * @param makes what it is made of: each combination of element, classes, attributes and the element around it, once
 */
record Seen(String login, String language, String path, String kind, Document document, Set<String> makes) {

    static Seen of(String login, String language, String path, HttpResponse<String> answer) {
        var document = Jsoup.parse(answer.body());
        return new Seen(login, language, path, kind(path), document, makes(document));
    }

    private static Set<String> makes(Document document) {
        return document.body().getAllElements().stream()
                .filter(element -> element.parent() != null)
                .map(element -> "%s %s %s %s"
                        .formatted(element.parent().tagName(), element.tagName(), element.className(), names(element)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String names(Element element) {
        return element.attributes().asList().stream()
                .map(Attribute::getKey)
                .sorted()
                .collect(Collectors.joining(" "));
    }

    /** Pages of one kind are looked at once: identifiers and values do not make another kind. */
    static String kind(String path) {
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
