package org.zhongchuang.acceptance;

import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** Whole folders, with the rights of what is in them. */
final class Folders {

    private Folders() {}

    /** Copies what is in a folder into another, which is there and empty. */
    static void copy(Path from, Path to) {
        try {
            for (var path : under(from)) {
                if (!path.equals(from)) {
                    Files.copy(path, to.resolve(from.relativize(path).toString()), COPY_ATTRIBUTES);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void delete(Path folder) {
        try {
            for (var path :
                    under(folder).stream().sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> under(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            return paths.toList();
        }
    }
}
