package org.zhongchuang.law.document;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.zhongchuang.law.document.PageLines.Piece;

/**
 * An OFD 版式文件 (GB/T 33190): a package of XML. {@code OFD.xml} names the document, the document its pages in order, and
 * each page says which text stands where.
 */
final class OfdFile {

    private static final int UNITS = 1_000;
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private OfdFile() {}

    static String read(PackedFile ofd) throws UnreadableDocument {
        try {
            var text = new StringBuilder();
            var pages = 0;
            var seen = new HashSet<String>();
            for (var root : values(ofd, "OFD.xml", "DocRoot")) {
                if (!seen.add(root)) {
                    throw UnreadableDocument.tooMuch();
                }
                for (var page : attributes(ofd, root, "Page", "BaseLoc")) {
                    pages++;
                    if (pages > DocumentFile.MOST_PAGES
                            || !seen.add(beside(root, page))
                            || text.length() > DocumentFile.MOST_CHARACTERS) {
                        throw UnreadableDocument.tooMuch();
                    }
                    text.append(pages == 1 ? "" : "\f").append(page(ofd, beside(root, page)));
                }
            }
            if (text.toString().isBlank()) {
                throw new UnreadableDocument(
                        "这个OFD里没有文字，可能是扫描件。请先用文字识别（OCR）软件转成.docx或.txt，核对后再上传。",
                        "This OFD holds no text and was perhaps scanned. Turn it into .docx or .txt with a program that reads pictures (OCR), compare it, and choose that.");
            }
            return text.toString();
        } catch (XMLStreamException | RuntimeException _) {
            throw UnreadableDocument.damaged(".ofd");
        }
    }

    /** The texts of all elements of that name. */
    private static List<String> values(PackedFile ofd, String part, String element) throws XMLStreamException {
        var values = new ArrayList<String>();
        for (var xml : ofd.xml(part).stream().toList()) {
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals(element)) {
                    values.add(xml.getElementText().strip());
                }
            }
        }
        return values;
    }

    private static List<String> attributes(PackedFile ofd, String part, String element, String attribute)
            throws XMLStreamException {
        var values = new ArrayList<String>();
        for (var xml : ofd.xml(part).stream().toList()) {
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals(element)) {
                    Optional.ofNullable(xml.getAttributeValue(null, attribute)).ifPresent(values::add);
                }
            }
        }
        return values;
    }

    /** Places are absolute, or count from the folder of the part that names them. */
    private static String beside(String part, String place) {
        return place.startsWith("/") ? place : part.substring(0, part.lastIndexOf('/') + 1) + place;
    }

    private static String page(PackedFile ofd, String part) throws XMLStreamException {
        var lines = new PageLines();
        var read = ofd.xml(part);
        if (read.isEmpty()) {
            return "";
        }
        var xml = read.get();
        var box = new int[4];
        var size = UNITS;
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "TextObject" -> {
                    box = numbers(xml, "Boundary", 4);
                    size = Math.max(1, numbers(xml, "Size", 1)[0]);
                }
                case "TextCode" -> {
                    var x = box[0] + numbers(xml, "X", 1)[0];
                    var y = box[1] + numbers(xml, "Y", 1)[0];
                    var width = box[2];
                    var text = xml.getElementText().replaceAll("\\R", "");
                    lines.add(new Piece(x, y, Math.max(width, 1), size, text));
                }
                default -> {}
            }
        }
        return lines.text();
    }

    /** An attribute with numbers in millimetres, as many as are wanted; 0 for one that is not there. */
    private static int[] numbers(XMLStreamReader xml, String attribute, int count) {
        var numbers = new int[count];
        var written = xml.getAttributeValue(null, attribute);
        if (written != null) {
            var words = BLANKS.split(written.strip(), -1);
            for (int i = 0; i < Math.min(count, words.length); i++) {
                numbers[i] = Math.round(Float.parseFloat(words[i]) * UNITS);
            }
        }
        return numbers;
    }
}
