package org.zhongchuang.law.document;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.zhongchuang.ground.kernel.PlainForm;
import org.zhongchuang.law.document.PageLines.Piece;

/** A PDF that holds text. */
final class PdfFile {

    private static final int LEAST_CHARACTERS_OF_A_PAGE = 10;
    private static final int MOST_BYTES_OF_A_PAGE = 30 << 20;
    private static final int MOST_STEPS = 2_000_000;
    private static final int STEPS_OF_A_FORM = 100;
    private static final int BYTES_OF_A_STEP = 64;
    private static final int UNITS = 100;

    private static final String RADICALS = "⺁⺎⺟⺠⺶⺮⻁⻄⻅⻆⻉⻊⻋⻌⻎⻏⻐⻑⻓⻔⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⻳⺼⺫⻞戶";
    private static final String CHARACTERS = "厂兀母民羊竹虎西见角贝足车辶辶阝金長长门雨青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙龟肉网食户";

    private PdfFile() {}

    static String read(byte[] bytes) throws UnreadableDocument {
        try (var pdf = Loader.loadPDF(bytes, "", null, null, IOUtils.createTempFileOnlyStreamCache())) {
            if (pdf.getNumberOfPages() > DocumentFile.MOST_PAGES) {
                throw UnreadableDocument.tooMuch();
            }
            return text(pdf);
        } catch (InvalidPasswordException _) {
            throw new UnreadableDocument(
                    "这个PDF有密码。请去掉密码后再上传。", "This PDF has a password. Take it away and choose the file again.");
        } catch (TooLong _) {
            throw UnreadableDocument.tooMuch();
        } catch (IOException | RuntimeException _) {
            throw UnreadableDocument.damaged(".pdf");
        }
    }

    private static String text(PDDocument pdf) throws IOException, UnreadableDocument {
        var text = new StringBuilder();
        var steps = new AtomicInteger(MOST_STEPS);
        for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
            demandMeasure(pdf.getPage(page - 1));
            var pieces = new Pieces(DocumentFile.MOST_CHARACTERS - text.length(), steps);
            pieces.setStartPage(page);
            pieces.setEndPage(page);
            pieces.writeText(pdf, Writer.nullWriter());
            text.append(page == 1 ? "" : "\f").append(pieces.lines.text());
        }
        if (text.toString().replaceAll("\\s", "").length() < LEAST_CHARACTERS_OF_A_PAGE * pdf.getNumberOfPages()) {
            throw new UnreadableDocument(
                    "这个PDF是扫描件，里面没有文字。请先用文字识别（OCR）软件转成.docx或.txt，核对后再上传。",
                    "This PDF was scanned and holds no text. Turn it into .docx or .txt with a program that reads pictures (OCR), compare it, and choose that.");
        }
        return text.toString();
    }

    /** A page that unpacks to more than any page says is refused before it is read. */
    private static void demandMeasure(PDPage page) throws IOException {
        for (var streams = page.getContentStreams(); streams.hasNext(); ) {
            demandMeasure(streams.next().getCOSObject());
        }
    }

    /** The same for one stream; so many bytes it has. */
    private static long demandMeasure(COSStream stream) throws IOException {
        if (COSName.FLATE_DECODE.equals(stream.getFilters())) {
            var all = 0L;
            var inflater = new Inflater();
            try (var raw = stream.createRawInputStream()) {
                inflater.setInput(raw.readAllBytes());
                var buffer = new byte[1 << 16];
                for (int read = inflater.inflate(buffer); read > 0; read = inflater.inflate(buffer)) {
                    all += read;
                    if (all > MOST_BYTES_OF_A_PAGE) {
                        throw new TooLong();
                    }
                }
            } catch (DataFormatException e) {
                throw new IOException(e);
            } finally {
                inflater.end();
            }
            return all;
        }
        // Packed otherwise, or more than once.
        try (var unpacked = stream.createInputStream()) {
            var all = unpacked.skip(MOST_BYTES_OF_A_PAGE + 1L);
            if (all > MOST_BYTES_OF_A_PAGE) {
                throw new TooLong();
            }
            return all;
        }
    }

    /** More stands in the file than a document has. */
    private static final class TooLong extends IOException {

        private static final long serialVersionUID = 1L;
    }

    /** The characters of one page with their places. */
    private static final class Pieces extends PDFTextStripper {

        private final PageLines lines = new PageLines();
        private final AtomicInteger steps;
        private int left;

        Pieces(int most, AtomicInteger steps) {
            this.left = most;
            this.steps = steps;
            setSuppressDuplicateOverlappingText(true);
        }

        /** Forms that name one another are drawn anew each time they are named, so every step counts. */
        @Override
        protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
            if (steps.decrementAndGet() < 0) {
                throw new TooLong();
            }
            super.processOperator(operator, operands);
        }

        /** What a form says wrongly is passed over, but not that there is too much of it. */
        @Override
        protected void operatorException(Operator operator, List<COSBase> operands, IOException e) throws IOException {
            if (e instanceof TooLong) {
                throw e;
            }
            super.operatorException(operator, operands, e);
        }

        @Override
        public void showForm(PDFormXObject form) throws IOException {
            var bytes = demandMeasure(form.getCOSObject());
            steps.addAndGet(-Math.toIntExact(STEPS_OF_A_FORM + bytes / BYTES_OF_A_STEP));
            super.showForm(form);
        }

        @Override
        protected void writeString(String text, List<TextPosition> positions) throws IOException {
            for (var one : positions) {
                left -= one.getUnicode().length();
                if (left < 0) {
                    throw new TooLong();
                }
                lines.add(new Piece(
                        units(one.getXDirAdj()),
                        units(one.getYDirAdj()),
                        units(one.getWidthDirAdj()),
                        units(Math.max(one.getFontSizeInPt(), 1)),
                        radicalsAsCharacters(one.getUnicode())));
            }
        }

        private static int units(float length) {
            return Math.round(length * UNITS);
        }
    }

    /** Some fonts name the radical, or the older shape, that looks like a character of the text. */
    private static String radicalsAsCharacters(String text) {
        if (text.codePoints().noneMatch(one -> (one >= 0x2E80 && one <= 0x2FDF) || one == '戶')) {
            return text;
        }
        var plain = new StringBuilder();
        PlainForm.narrow(text).chars().forEach(one -> {
            var at = RADICALS.indexOf(one);
            plain.append(at < 0 ? (char) one : CHARACTERS.charAt(at));
        });
        return plain.toString();
    }
}
