package org.zhongchuang.installation.launch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * What the bundled server says. The server keeps the file open and adds to its end, so a file that has become too large
 * is copied aside and emptied in its place; what is said in that very moment may be lost. Two files at most, each a
 * little over {@link #MOST_BYTES}.
 */
record ServerLog(Path file) {

    static final long MOST_BYTES = 20L << 20;

    /** The one before, with everything up to the last emptying. */
    Path older() {
        return file.resolveSibling(file.getFileName() + ".1");
    }

    /** Empties the file if it has become too large. */
    void bound() throws IOException {
        try {
            if (Files.size(file) <= MOST_BYTES) {
                return;
            }
        } catch (NoSuchFileException _) {
            return;
        }
        Files.copy(file, older(), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(0);
        }
    }

    /** What was said last: the reason where a start failed. */
    String lastWords() throws IOException {
        var lines = Files.readAllLines(file, UTF_8);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
    }
}
