package org.zhongchuang.acceptance;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * What can be said of a page by its text alone: whether it names itself and its fields, whether what refers to
 * something finds it, and whether it has anything that the content policy would not run.
 */
final class Soundness {

    private static final String FIELDS =
            "input:not([type=hidden]):not([type=submit]):not([type=button]), select, textarea";

    private static final List<String> REFERENCES =
            List.of("for", "aria-labelledby", "aria-describedby", "aria-controls", "list", "form");

    private Soundness() {}

    static List<String> problems(Seen page) {
        var document = page.document();
        return Stream.of(
                        naming(document, page.language()),
                        doubled(document),
                        lost(document),
                        unnamed(document),
                        unrun(document),
                        unsafe(document),
                        leaked(document))
                .flatMap(problem -> problem)
                .map(problem -> page.path() + ": " + problem)
                .toList();
    }

    private static Stream<String> naming(Document document, String language) {
        return Stream.of(
                        document.title().isBlank() ? "has no title" : "",
                        document.select("html").attr("lang").startsWith(language) ? "" : "is not in " + language,
                        document.select("h1").size() == 1
                                ? ""
                                : "has " + document.select("h1").size() + " main headings")
                .filter(problem -> !problem.isEmpty());
    }

    private static Stream<String> doubled(Document document) {
        return document.select("[id]").eachAttr("id").stream()
                .collect(Collectors.groupingBy(id -> id, Collectors.counting()))
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue() > 1)
                .map(Map.Entry::getKey)
                .map(id -> "has the id %s more than once".formatted(id));
    }

    private static Stream<String> lost(Document document) {
        return REFERENCES.stream()
                .flatMap(reference -> document.select("[" + reference + "]").eachAttr(reference).stream()
                        .flatMap(ids -> Stream.of(ids.split(" ")))
                        .filter(id -> document.getElementById(id) == null)
                        .map(id -> "%s refers to %s, which is not there".formatted(reference, id)));
    }

    private static Stream<String> unnamed(Document document) {
        var fields = document.select(FIELDS).stream().filter(field -> !isNamed(document, field));
        var pictures = document.select("img:not([alt])").stream();
        var doors = document.select("a[href], button").stream()
                .filter(door -> door.text().isBlank()
                        && door.attr("aria-label").isBlank()
                        && door.select("img[alt], svg[aria-label], svg title").isEmpty());
        return Stream.of(fields, pictures, doors)
                .flatMap(elements -> elements)
                .map(element -> "has no name for " + element.shallowClone().outerHtml());
    }

    private static boolean isNamed(Document document, Element field) {
        return field.hasAttr("aria-label")
                || field.hasAttr("aria-labelledby")
                || field.closest("label") != null
                || (field.hasAttr("id")
                        && document.select("label[for]").eachAttr("for").contains(field.id()));
    }

    /** What the content policy would not run: style and script in the page itself. */
    private static Stream<String> unrun(Document document) {
        var inline = document.select("script:not([src])").stream()
                .filter(script -> !script.attr("type").equals("application/json"));
        var styled = document.select("[style], style").stream();
        var handled = document.getAllElements().stream()
                .filter(element -> element.attributes().asList().stream()
                        .anyMatch(attribute -> attribute.getKey().startsWith("on")));
        return Stream.of(inline, styled, handled)
                .flatMap(elements -> elements)
                .map(element -> "has what the policy does not run: "
                        + element.shallowClone().outerHtml());
    }

    private static Stream<String> unsafe(Document document) {
        return document.select("form[method=post]").stream()
                .filter(form -> form.select("input[name=_csrf]").isEmpty())
                .map(form -> "has a form without its token: " + form.attr("action"));
    }

    private static Stream<String> leaked(Document document) {
        return document.body().getAllElements().stream()
                .flatMap(element -> element.textNodes().stream())
                .map(TextNode::text)
                .map(String::strip)
                .filter(text -> text.equals("null") || text.startsWith("Optional["))
                .map(text -> "shows " + text);
    }
}
