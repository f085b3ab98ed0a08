package org.zhongchuang.law.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;
import org.zhongchuang.ground.sheet.Pdf;

/** Files of every kind, made for tests. */
final class Made {

    private static final int LINE = 28;

    private Made() {}

    static byte[] docx(Consumer<XWPFDocument> written) {
        try (var document = new XWPFDocument();
                var out = new ByteArrayOutputStream()) {
            written.accept(document);
            document.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] docx(String text) {
        return docx(document -> text.lines()
                .forEach(line -> document.createParagraph().createRun().setText(line)));
    }

    /** A list of Word's own with two levels; the format and the text of each, one after the other. */
    static BigInteger numbering(XWPFDocument document, String... levels) {
        var list = CTAbstractNum.Factory.newInstance();
        list.setAbstractNumId(BigInteger.ZERO);
        for (int i = 0; i < levels.length / 2; i++) {
            var level = list.addNewLvl();
            level.setIlvl(BigInteger.valueOf(i));
            level.addNewStart().setVal(BigInteger.ONE);
            level.addNewNumFmt().setVal(STNumberFormat.Enum.forString(levels[2 * i]));
            level.addNewLvlText().setVal(levels[2 * i + 1]);
        }
        var numbering = document.createNumbering();
        return numbering.addNum(numbering.addAbstractNum(new XWPFAbstractNum(list)));
    }

    static void numbered(XWPFDocument document, BigInteger list, int level, String text) {
        var paragraph = document.createParagraph();
        paragraph.setNumID(list);
        paragraph.setNumILvl(BigInteger.valueOf(level));
        paragraph.createRun().setText(text);
    }

    /** Printed on paper of A4 with the fonts of the product, each paragraph indented, pages with numbers. */
    static byte[] pdf(String text) {
        var body = text.lines()
                .filter(line -> !line.isBlank())
                .map(line -> "<p>" + line.strip().replace("&", "&amp;").replace("<", "&lt;") + "</p>")
                .collect(Collectors.joining());
        try (var out = new ByteArrayOutputStream()) {
            Pdf.write(
                    "<html><head><style>@page { size: A4; @bottom-center { font-family: 'Noto'; content: '- ' counter(page) ' -' } }"
                            + " body { font-family: 'Noto'; font-size: 16pt; line-height: 28pt }"
                            + " p { text-indent: 2em; margin: 0 }</style></head><body>" + body + "</body></html>",
                    Map.of(),
                    out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An OFD with twenty lines of text on each page, as programs write it: a text object for each line. */
    static byte[] ofd(String text) {
        var lines = text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .flatMap(line -> Arrays.stream(("　　" + line).split("(?<=\\G.{" + LINE + "})")))
                .toList();
        var parts = new LinkedHashMap<String, String>();
        parts.put(
                "OFD.xml",
                "<ofd:OFD xmlns:ofd=\"http://www.ofdspec.org/2016\"><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>");
        var pages = new StringBuilder();
        for (int page = 0; page * 20 < lines.size(); page++) {
            pages.append("<ofd:Page ID=\"%d\" BaseLoc=\"Pages/Page_%d/Content.xml\"/>".formatted(page + 1, page));
            parts.put(
                    "Doc_0/Pages/Page_%d/Content.xml".formatted(page),
                    page(lines.subList(page * 20, Math.min(lines.size(), page * 20 + 20)), page + 1));
        }
        parts.put(
                "Doc_0/Document.xml",
                "<ofd:Document xmlns:ofd=\"http://www.ofdspec.org/2016\"><ofd:Pages>" + pages
                        + "</ofd:Pages></ofd:Document>");
        return zip(parts);
    }

    private static String page(List<String> lines, int number) {
        var objects = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            var bare = lines.get(i).strip();
            var indent = lines.get(i).length() - bare.length();
            objects.append(object(20 + indent * 5.6, 30 + i * 10, bare));
        }
        objects.append(object(100, 280, "- " + number + " -"));
        return "<ofd:Page xmlns:ofd=\"http://www.ofdspec.org/2016\"><ofd:Content><ofd:Layer>" + objects
                + "</ofd:Layer></ofd:Content></ofd:Page>";
    }

    private static String object(double x, double y, String text) {
        return "<ofd:TextObject Boundary=\"%s %s %s 6\" Size=\"5.6\"><ofd:TextCode X=\"0\" Y=\"4.9\">%s</ofd:TextCode></ofd:TextObject>"
                .formatted(x, y, text.length() * 5.6, text.replace("&", "&amp;").replace("<", "&lt;"));
    }

    static byte[] zip(Map<String, String> parts) {
        try (var out = new ByteArrayOutputStream()) {
            try (var zip = new ZipOutputStream(out)) {
                for (var part : parts.entrySet()) {
                    zip.putNextEntry(new ZipEntry(part.getKey()));
                    zip.write(part.getValue().getBytes(UTF_8));
                }
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
