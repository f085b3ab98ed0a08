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
}
