package org.zhongchuang;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files of the pack that ships, as a test may change them. */
public final class PackTexts {

    private static final Path JIAXING = Path.of("../policies/jiaxing-2015-90");

    private PackTexts() {}

    public static SortedMap<String, String> jiaxing() {
        try (var files = Files.walk(JIAXING)) {
            var texts = new TreeMap<String, String>();
            for (var file :
                    files.filter(one -> one.toString().endsWith(".yaml")).toList()) {
                texts.put(JIAXING.relativize(file).toString(), Files.readString(file));
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The pack with another formula for the match of awards from above. */
    public static Map<String, String> jiaxingMatching(String formula) {
        var texts = jiaxing();
        texts.computeIfPresent(
                "programmes/award-match.yaml", (_, text) -> text.replace("upstream_amount * match_ratio", formula));
        return texts;
    }

    /**
     * A pack that amends the one that ships from before the cities of tests begin: its own head and what it changes.
     */
    public static Map<String, String> amending(String open, Map<String, String> files) {
        var texts = new TreeMap<>(files);
        texts.put("pack.yaml", """
                pack: test-2016-1
                document:
                  number: 测试办发〔2016〕1号
                  title: { zh: "测试修改", en: "A test of amending" }
                  issuer: { zh: "测试机关", en: "A test authority" }
                  issued: 2016-01-01
                  effectiveFrom: 2016-02-01
                amends: { pack: jiaxing-2015-90, open: %s }
                """.formatted(open));
        return texts;
    }
}
