package org.zhongchuang.law.document;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Locale;
import org.zhongchuang.engine.Text;

/**
 * What came of turning the bytes of a file into text. Pages are divided by form feeds and cells of a table by tabs, so
 * that a plain text can be handed on and read again.
 */
public sealed interface DocumentFile {

    record Legible(String text) implements DocumentFile {}

    record Refused(Text why) implements DocumentFile {}

    int MOST_BYTES = 20 << 20;
    int MOST_PAGES = 300;
    int MOST_CHARACTERS = 500_000;

    /** What may be chosen in a form. */
    String ACCEPTED = ".txt,.docx,.pdf,.ofd,text/plain";

    /** Reads by what the bytes are; the name only helps to say what is wrong. */
    static DocumentFile read(byte[] bytes, String name) {
        if (bytes.length == 0) {
            return refused(
                    "文件是空的。请选择含有全文的文件，或者直接粘贴。", "The file is empty. Choose one with the whole document, or paste it.");
        }
        if (bytes.length > MOST_BYTES) {
            return refused("文件超过20MB，不像一份文件的正文。", "The file is larger than 20 MB; that is no document.");
        }
        try {
            var text = textOf(bytes, name.toLowerCase(Locale.ROOT));
            if (text.length() > MOST_CHARACTERS) {
                throw UnreadableDocument.tooMuch();
            }
            return new Legible(text);
        } catch (UnreadableDocument e) {
            return new Refused(e.why());
        }
    }

    private static String textOf(byte[] bytes, String name) throws UnreadableDocument {
        if (startsWith(bytes, 'P', 'K', 3, 4)) {
            return packed(bytes);
        }
        if (startsWith(bytes, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw name.endsWith(".doc") || name.endsWith(".wps")
                    ? new UnreadableDocument(
                            "这是旧格式的Word或WPS文件。请打开后另存为.docx再上传，或者全选、复制、粘贴。",
                            "This is a Word or WPS file of the old kind. Open it, save it as .docx and choose that, or copy and paste the text.")
                    : new UnreadableDocument(
                            "这是旧格式或带密码的Office文件。请打开、去掉密码，另存为.docx再上传。",
                            "This is an Office file of the old kind or one with a password. Open it, take the password away and save it as .docx.");
        }
        if (new String(bytes, 0, Math.min(bytes.length, 1_024), ISO_8859_1).contains("%PDF-")) {
            return PdfFile.read(bytes);
        }
        if (isPicture(bytes)) {
            throw new UnreadableDocument(
                    "这是图片，里面没有文字。请先用文字识别（OCR）软件转成.docx或.txt，核对后再上传。",
                    "This is a picture, without text. Turn it into .docx or .txt with a program that reads pictures (OCR), compare it, and choose that.");
        }
        return PlainText.read(bytes);
    }

    private static String packed(byte[] bytes) throws UnreadableDocument {
        var packed = PackedFile.open(bytes);
        if (packed.has("OFD.xml")) {
            return OfdFile.read(packed);
        }
        if (packed.has("word/document.xml")) {
            return WordFile.read(bytes);
        }
        throw new UnreadableDocument(
                "这个压缩文件不是.docx也不是.ofd。请选择文件本身：.docx、.pdf、.ofd或.txt。",
                "This packed file is neither .docx nor .ofd. Choose the document itself: .docx, .pdf, .ofd or .txt.");
    }

    private static boolean isPicture(byte[] bytes) {
        return startsWith(bytes, 0x89, 'P', 'N', 'G')
                || startsWith(bytes, 0xFF, 0xD8, 0xFF)
                || startsWith(bytes, 'G', 'I', 'F', '8')
                || startsWith(bytes, 'B', 'M')
                || startsWith(bytes, 'I', 'I', '*', 0)
                || startsWith(bytes, 'M', 'M', 0, '*')
                || startsWith(bytes, 'R', 'I', 'F', 'F');
    }

    private static Refused refused(String zh, String en) {
        return new Refused(Text.of(zh, en));
    }

    private static boolean startsWith(byte[] bytes, int... magic) {
        for (int i = 0; i < magic.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
