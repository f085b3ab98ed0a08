package org.zhongchuang.acceptance;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;

/** What axe finds on a page by WCAG 2.1 A and AA. */
final class Axe {

    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa");

    private Axe() {}

    static List<String> violations(Page page) {
        return new AxeBuilder(page)
                .withTags(RULES).analyze().getViolations().stream()
                        .map(found -> "%s %s: %s %s"
                                .formatted(
                                        page.url(),
                                        found.getId(),
                                        found.getHelp(),
                                        found.getNodes().getFirst().getHtml()))
                        .toList();
    }
}
