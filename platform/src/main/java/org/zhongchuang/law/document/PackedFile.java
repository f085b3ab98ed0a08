package org.zhongchuang.law.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A file that is a package of parts. All of it is unpacked once, with a bound, before anybody builds a tree of it; only
 * what is XML is kept.
 */
final class PackedFile {

    private static final int MOST_PARTS = 5_000;
    private static final int MOST_BYTES = 200 << 20;
    private static final int MOST_BYTES_OF_XML = 6 << 20;

    private final Map<String, byte[]> parts;

    private PackedFile(Map<String, byte[]> parts) {
        this.parts = parts;
    }

    static PackedFile open(byte[] bytes) throws UnreadableDocument {
        var parts = new HashMap<String, byte[]>();
        var all = 0L;
        var ofXml = 0L;
        var count = 0;
        var buffer = new byte[8_192];
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var isXml = entry.getName().toLowerCase(Locale.ROOT).matches(".*\\.(xml|rels)");
                var part = new ByteArrayOutputStream();
                for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                    all += read;
                    ofXml += isXml ? read : 0;
                    if (all > MOST_BYTES || ofXml > MOST_BYTES_OF_XML) {
                        throw UnreadableDocument.tooMuch();
                    }
                    if (isXml) {
                        part.write(buffer, 0, read);
                    }
                }
                count++;
                if (count > MOST_PARTS) {
                    throw UnreadableDocument.tooMuch();
                }
                if (isXml) {
                    parts.put(absolute(entry.getName()), part.toByteArray());
                }
            }
        } catch (IOException | IllegalArgumentException _) {
            throw UnreadableDocument.damaged(".docx/.ofd");
        }
        return new PackedFile(parts);
    }

    boolean has(String part) {
        return parts.containsKey(part);
    }

    /** A part as XML, without types of documents and without entities from elsewhere. */
    Optional<XMLStreamReader> xml(String part) throws XMLStreamException {
        var bytes = parts.get(absolute(part));
        if (bytes == null) {
            return Optional.empty();
        }
        // The platform's own factory: what else lies on the class path decides nothing here.
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return Optional.of(factory.createXMLStreamReader(new ByteArrayInputStream(bytes)));
    }

    private static String absolute(String name) {
        return name.replace('\\', '/').replaceFirst("^/+", "");
    }
}
