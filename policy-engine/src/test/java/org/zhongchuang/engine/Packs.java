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
    private static final Path YUNTING = Path.of("../cities/yunting/yunting-2018-7");

    private Packs() {}

    public static Map<String, String> jiaxing() {
        return read(JIAXING);
    }

    /** The pack of the invented city. */
    public static Map<String, String> yunting() {
        return read(YUNTING);
    }

    private static Map<String, String> read(Path folder) {
        try (var files = Files.walk(folder)) {
            var texts = new TreeMap<String, String>();
            for (var file :
                    files.filter(path -> path.toString().endsWith(".yaml")).toList()) {
                texts.put(folder.relativize(file).toString(), Files.readString(file));
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
