package org.zhongchuang.ground.sheet;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.openxml4j.util.ZipSecureFile;

/**
 * How much a packed spreadsheet may hold. The library builds the table of contents, the relations and the properties of
 * a package as whole trees, so these are looked at before it is asked to open anything.
 */
final class PackageBounds {

    private static final long MOST_BYTES = 300L << 20;
    private static final long MOST_BYTES_OF_A_TREE = 1L << 20;
    private static final int MOST_PARTS = 10_000;
    private static final int MOST_BYTES_BETWEEN_BRACKETS = 1 << 20;

    private static final String CONTENTS = "[Content_Types].xml";
    private static final String PROPERTIES = "core-properties";

    static {
        // How far a part may swell is bounded absolutely, here and where a file is taken in: a table of many equal rows
        // shrinks further than the ratio that the library takes for an attack.
        ZipSecureFile.setMinInflateRatio(0);
        ZipSecureFile.setMaxEntrySize(MOST_BYTES);
        ZipSecureFile.setMaxFileCount(MOST_PARTS);
    }

    private PackageBounds() {}

    /** Refuses a package of which the library would build trees beyond measure. */
    static void check(Path file) throws IOException, XMLStreamException {
        try (var zip = new ZipFile(file.toFile())) {
            for (var part : Collections.list(zip.entries())) {
                var name = part.getName().toLowerCase(Locale.ROOT);
                if (name.endsWith(".rels") || name.equalsIgnoreCase(CONTENTS)) {
                    checkTree(zip, part);
                }
            }
            var contents = zip.getEntry(CONTENTS);
            if (contents != null) {
                checkProperties(zip, contents);
            }
        }
    }

    private static void checkProperties(ZipFile zip, ZipEntry contents) throws IOException, XMLStreamException {
        try (var xml = new SheetXml(zip.getInputStream(contents))) {
            while (xml.nextElement()) {
                var type = xml.attribute("ContentType");
                if (type == null || !type.toLowerCase(Locale.ROOT).contains(PROPERTIES)) {
                    continue;
                }
                var named = xml.attribute("PartName");
                if (named == null) {
                    throw new TooMuch();
                }
                for (var part : Collections.list(zip.entries())) {
                    if (named.equalsIgnoreCase("/" + part.getName())) {
                        checkTree(zip, part);
                    }
                }
            }
        }
    }

    private static void checkTree(ZipFile zip, ZipEntry part) throws IOException {
        try (var in = zip.getInputStream(part)) {
            if (in.skip(MOST_BYTES_OF_A_TREE) == MOST_BYTES_OF_A_TREE && in.read() >= 0) {
                throw new TooMuch();
            }
        }
    }

    /** A part that ends with an error when it, or one tag or text of it, is longer than it may be. */
    static InputStream bounded(InputStream part) {
        return new Bounded(part);
    }

    /** More was in a part than a table needs. */
    static final class TooMuch extends IOException {

        private static final long serialVersionUID = 1L;
    }

    private static final class Bounded extends FilterInputStream {

        private long bytes;
        private int sinceBracket;

        Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            var read = super.read(into, offset, length);
            for (int i = 0; i < read; i++) {
                var one = into[offset + i];
                sinceBracket = one == '<' || one == '>' ? 0 : sinceBracket + 1;
                if (sinceBracket > MOST_BYTES_BETWEEN_BRACKETS) {
                    throw new TooMuch();
                }
            }
            bytes += Math.max(read, 0);
            if (bytes > MOST_BYTES) {
                throw new TooMuch();
            }
            return read;
        }
    }
}
