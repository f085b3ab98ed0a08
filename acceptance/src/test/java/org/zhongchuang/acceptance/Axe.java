package org.zhongchuang.acceptance;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;

/** What axe finds on a page by WCAG 2.1 A and AA. */
final class Axe {

    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa");

    private Axe() {}

    static List<String> violations(Page page) {
        // Without frames there is nothing to put together in a second page, which would be opened each time.
        return new AxeBuilder(page)
                .setLegacyMode(true).withTags(RULES).analyze().getViolations().stream()
                        .map(found -> "%s %s: %s %s"
                                .formatted(
                                        page.url(),
                                        found.getId(),
                                        found.getHelp(),
                                        found.getNodes().getFirst().getHtml()))
                        .toList();
    }
}
