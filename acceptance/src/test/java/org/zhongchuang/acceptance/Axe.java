package org.zhongchuang.acceptance;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** What axe finds on a page by WCAG 2.1 A and AA. */
final class Axe {

    /** Axe itself, which the library carries. */
    private static final String AXE = script();

    /**
     * Only what is wrong is told: to describe every element that is right takes longer than to look. Nothing is loaded
     * for the two rules about films and turned screens, of which there are none.
     */
    private static final String RUN = """
            async () => {
              const found = await axe.run(document, {
                runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] },
                resultTypes: ['violations'],
                preload: false
              });
              return found.violations.map(one => one.id + ': ' + one.help + ' ' + one.nodes[0].html);
            }
            """;

    private Axe() {}

    private static String script() {
        try (var script = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> violations(Page page) {
        page.evaluate(AXE);
        return ((List<?>) page.evaluate(RUN))
                .stream().map(one -> page.url() + " " + one).toList();
    }
}
