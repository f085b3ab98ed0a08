package org.zhongchuang.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The document that the first pack is made of, as it was published. */
final class OfficialText {

    private static final Path PUBLISHED = Path.of("../platform/src/test/resources/documents/jiaxing-2015-90.txt");

    private OfficialText() {}

    static String written() {
        try {
            return Files.readString(PUBLISHED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
