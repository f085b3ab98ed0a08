package org.zhongchuang.law.document;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.junit.jupiter.api.Test;

/** Files of every kind that a document arrives in. */
class DocumentFileTests {

    private static String text(byte[] bytes, String name) {
        return DocumentFile.read(bytes, name) instanceof DocumentFile.Legible(String text)
                ? text
                : refusal(bytes, name);
    }

    private static String refusal(byte[] bytes, String name) {
        return DocumentFile.read(bytes, name) instanceof DocumentFile.Refused refused
                ? refused.why().zh()
                : "";
    }

    private static List<String> wordings(String text) {
        return ReadDocument.of(text)
                .all()
                .map(section -> section.id() + " " + section.wording().replaceAll("\\s", ""))
                .toList();
    }

    @Test
    void theSameTextIsReadFromEveryUsualEncoding() {
        for (var charset : new Charset[] {UTF_8, UTF_16, Charset.forName("GBK"), Charset.forName("GB18030")}) {
            assertThat(text(Texts.ARTICLES.getBytes(charset), "a.txt"))
                    .as(charset.name())
                    .isEqualTo(Texts.ARTICLES);
        }
    }

    @Test
    void aDocumentIsTheSameFromWordPdfOfdAndText() {
        var written = wordings(Texts.jiaxing());

        assertThat(wordings(text(Made.docx(Texts.jiaxing()), "a.docx"))).isEqualTo(written);
        assertThat(wordings(text(Made.pdf(Texts.jiaxing()), "a.pdf"))).isEqualTo(written);
        assertThat(wordings(text(Made.ofd(Texts.jiaxing()), "a.ofd"))).isEqualTo(written);
    }

    @Test
    void aTableOfWordIsLinesWithTabsBetweenCells() {
        var bytes = Made.docx(document -> {
            document.createParagraph().createRun().setText("第一条 标准如下：");
            var table = document.createTable(2, 2);
            table.getRow(0).getCell(0).setText("项目");
            table.getRow(0).getCell(1).setText("上限");
            table.getRow(1).getCell(0).setText("检测");
            table.getRow(1).getCell(1).setText("20万元");
        });

        assertThat(text(bytes, "a.docx")).contains("项目\t上限\n检测\t20万元");
    }

    @Test
    void numbersThatWordItselfWritesAreRead() {
        var bytes = Made.docx(document -> {
            var list = Made.numbering(document, "chineseCountingThousand", "%1、", "chineseCounting", "（%2）");
            Made.numbered(document, list, 0, "工作目标");
            Made.numbered(document, list, 1, "加快建设。到2020年100家。");
            Made.numbered(document, list, 1, "加快引育。20家。");
            Made.numbered(document, list, 0, "工作保障");
            Made.numbered(document, list, 1, "加强领导。");
        });

        assertThat(ReadDocument.of(text(bytes, "a.docx")).all().map(Section::id))
                .containsExactly("一", "一(一)", "一(二)", "二", "二(一)");
    }

    @Test
    void whatCannotBeReadIsRefusedWithAdvice() throws IOException {
        assertThat(refusal(new byte[0], "a.txt")).contains("空");
        assertThat(refusal(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1}, "a.doc"))
                .contains("另存为.docx");
        assertThat(refusal(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10}, "a.png"))
                .contains("图片", "OCR");
        assertThat(refusal(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 1}, "a.jpg"))
                .contains("图片");
        assertThat(refusal(Made.zip(Map.of("xl/workbook.xml", "<a/>")), "a.xlsx"))
                .contains(".docx");
        assertThat(refusal(new byte[] {'P', 'K', 3, 4, 20}, "a.docx")).isNotEmpty();
        assertThat(refusal("%PDF-1.7 and nothing more".getBytes(UTF_8), "a.pdf"))
                .contains("损坏");
        assertThat(refusal(new byte[] {0, 1, 2, 3, 4, 5}, "a.txt")).contains("UTF-8");
        assertThat(refusal(pdf(new PDPage(), false), "a.pdf")).contains("扫描件", "OCR");
        assertThat(refusal(pdf(new PDPage(), true), "a.pdf")).contains("密码");
    }

    private static byte[] pdf(PDPage page, boolean locked) throws IOException {
        try (var pdf = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            pdf.addPage(page);
            if (locked) {
                pdf.protect(new StandardProtectionPolicy("owner", "reader", new AccessPermission()));
            }
            pdf.save(out);
            return out.toByteArray();
        }
    }

    @Test
    void whatIsTooLargeIsRefusedBeforeItIsUnpacked() throws IOException {
        assertThat(refusal(new byte[DocumentFile.MOST_BYTES + 1], "a.txt")).contains("20MB");
        assertThat(refusal("字".repeat(DocumentFile.MOST_CHARACTERS + 1).getBytes(UTF_8), "a.txt"))
                .contains("太大");
        assertThat(refusal(bomb("word/document.xml"), "a.docx")).contains("太大");
        assertThat(refusal(bomb("OFD.xml"), "a.ofd")).contains("太大");
        try (var pdf = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            for (int page = 0; page <= DocumentFile.MOST_PAGES; page++) {
                pdf.addPage(new PDPage());
            }
            pdf.save(out);
            assertThat(refusal(out.toByteArray(), "a.pdf")).contains("太大");
        }
    }

    @Test
    void aPdfWhoseFormsNameOneAnotherAgainAndAgainIsRefusedSoon() throws IOException {
        assertThat(refusal(nested("/Next Do ".repeat(10)), "a.pdf")).contains("太大");
        assertThat(refusal(nested(" ".repeat(8 << 20) + "/Next Do ".repeat(4)), "a.pdf"))
                .contains("太大");
    }

    /** A page with forms of which each names the next. */
    private static byte[] nested(String content) throws IOException {
        try (var pdf = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            var page = new PDPage();
            pdf.addPage(page);
            var within = new PDResources();
            for (int depth = 0; depth < 12; depth++) {
                var form = new PDFormXObject(pdf);
                form.setBBox(PDRectangle.A4);
                form.setResources(within);
                try (var stream = form.getContentStream().createOutputStream(COSName.FLATE_DECODE)) {
                    stream.write((depth == 0 ? "" : content).getBytes(UTF_8));
                }
                within = new PDResources();
                within.put(COSName.getPDFName("Next"), form);
            }
            page.setResources(within);
            var drawn = new PDStream(pdf);
            try (var stream = drawn.createOutputStream(COSName.FLATE_DECODE)) {
                stream.write("/Next Do".getBytes(UTF_8));
            }
            page.setContents(drawn);
            pdf.save(out);
            return out.toByteArray();
        }
    }

    private static byte[] bomb(String part) throws IOException {
        try (var out = new ByteArrayOutputStream()) {
            try (var zip = new ZipOutputStream(out)) {
                zip.putNextEntry(new ZipEntry(part));
                var blank = new byte[1 << 20];
                Arrays.fill(blank, (byte) ' ');
                for (int i = 0; i < 60; i++) {
                    zip.write(blank);
                }
            }
            return out.toByteArray();
        }
    }

    @Test
    void anOfdTakesNothingFromElsewhere() {
        var parts = new LinkedHashMap<String, String>();
        parts.put("OFD.xml", "<OFD><DocBody><DocRoot>Doc_0/Document.xml</DocRoot></DocBody></OFD>");
        parts.put("Doc_0/Document.xml", "<Document><Pages><Page BaseLoc=\"Page.xml\"/></Pages></Document>");
        parts.put(
                "Doc_0/Page.xml",
                "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><Page><TextObject Boundary=\"0 0 9 9\" Size=\"5\"><TextCode X=\"0\" Y=\"5\">&x;</TextCode></TextObject></Page>");

        assertThat(refusal(Made.zip(parts), "a.ofd")).isNotEmpty();
    }

    @Test
    void bytesWithoutSenseNeverBreakTheReader() {
        var random = new Random(90);
        var begins = List.of(
                new byte[0],
                "%PDF-1.4\n".getBytes(UTF_8),
                Made.docx("一、标题"),
                Made.ofd("一、标题"),
                "一、标题\n（一）二〇".getBytes(UTF_8));
        for (int trial = 0; trial < 400; trial++) {
            var begin = begins.get(trial % begins.size());
            var bytes = Arrays.copyOf(begin, begin.length + random.nextInt(200));
            for (int change = 0; change < 5 && bytes.length > 4; change++) {
                bytes[4 + random.nextInt(bytes.length - 4)] = (byte) random.nextInt(256);
            }
            if (DocumentFile.read(bytes, "a") instanceof DocumentFile.Legible(String text)) {
                assertThat(ReadDocument.of(text)).isNotNull();
            }
        }
    }
}
