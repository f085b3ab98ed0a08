package org.zhongchuang.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** A small pack to begin with: it can be used as it is, and says of each key what it holds. */
public final class PackSkeleton {

    /** Where the schemas lie in the folder of the pack. */
    private static final String SCHEMAS = ".schema/";

    private static final List<String> FILES = List.of(
            "pack.yaml",
            "clauses/1-general.yaml",
            "facts.yaml",
            "parameters/least-area.yaml",
            "parameters/handling-days.yaml",
            "parameters/notice-days.yaml",
            "programmes/space-title.yaml",
            "cases/space-title.yaml");

    private PackSkeleton() {}

    /**
     * The files by path, with the schemas by which an editor completes and checks them.
     *
     * @param pack the id of the pack, and the name of its folder
     * @param words words that only the program knows, as {@link PackSchemas} takes them
     */
    public static Map<String, String> of(String pack, Map<String, List<String>> words) {
        var files = new TreeMap<String, String>();
        for (var file : FILES) {
            var kind = FileKind.of(file).orElseThrow();
            var text = template(file).replace("a-new-pack", pack);
            files.put(
                    file,
                    "# yaml-language-server: $schema=%s%s%s\n"
                                    .formatted(kind.isFolder() ? "../" : "", SCHEMAS, kind.schema())
                            + Commented.of(text, kind.shape()));
        }
        PackSchemas.of(words).forEach((name, text) -> files.put(SCHEMAS + name, text));
        return files;
    }

    private static String template(String file) {
        try (var text = Objects.requireNonNull(PackSkeleton.class.getResourceAsStream("skeleton/" + file), file)) {
            return new String(text.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
