package org.zhongchuang.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The packs of this repository, as text. */
public final class Packs {

    private static final Path JIAXING = Path.of("../policies/jiaxing-2015-90");

    private Packs() {}

    public static Map<String, String> jiaxing() {
        try (var files = Files.walk(JIAXING)) {
            var texts = new TreeMap<String, String>();
            for (var file :
                    files.filter(path -> path.toString().endsWith(".yaml")).toList()) {
                texts.put(JIAXING.relativize(file).toString(), Files.readString(file));
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
