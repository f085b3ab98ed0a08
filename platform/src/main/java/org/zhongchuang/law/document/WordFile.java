package org.zhongchuang.law.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFSDT;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;

/** A Word document of today, .docx: its paragraphs with the numbers that Word writes before them, and its tables. */
final class WordFile {

    private WordFile() {}

    static String read(byte[] bytes) throws UnreadableDocument {
        try (var document = new XWPFDocument(new ByteArrayInputStream(bytes))) {
            var numbers = new WordNumbers(document);
            var text = new StringBuilder();
            for (var element : document.getBodyElements()) {
                text.append(lines(element, numbers)).append('\n');
                if (text.length() > DocumentFile.MOST_CHARACTERS) {
                    throw UnreadableDocument.tooMuch();
                }
            }
            return text.toString();
        } catch (IOException | RuntimeException _) {
            throw UnreadableDocument.damaged(".docx");
        }
    }

    private static String lines(IBodyElement element, WordNumbers numbers) {
        return switch (element) {
            case XWPFParagraph paragraph -> numbers.before(paragraph) + paragraph.getParagraphText();
            case XWPFTable table -> table.getRows().stream().map(WordFile::row).collect(Collectors.joining("\n"));
            case XWPFSDT control -> control.getContent().getText();
            default -> "";
        };
    }

    private static String row(XWPFTableRow row) {
        return row.getTableCells().stream()
                .map(cell -> cell.getText().replaceAll("\\s+", " ").strip())
                .collect(Collectors.joining("\t"));
    }
}
