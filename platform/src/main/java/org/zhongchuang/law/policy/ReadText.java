package org.zhongchuang.law.policy;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.zhongchuang.engine.Text;

/** What came of turning uploaded bytes into text. */
public sealed interface ReadText {

    record Legible(String text) implements ReadText {}

    record Garbled(Text why) implements ReadText {}

    int MOST_BYTES = 1 << 20;

    /** Reads UTF-8, UTF-16 with a mark, or GBK/GB18030; says what to do with anything else. */
    static ReadText from(byte[] bytes) {
        if (bytes.length == 0) {
            return garbled(
                    "文件是空的。请选择含有全文的文本文件，或者直接粘贴。",
                    "The file is empty. Choose a text file with the whole document, or paste it.");
        }
        if (bytes.length > MOST_BYTES) {
            return garbled("文件超过1MB，不像一份文件的正文。", "The file is larger than 1 MB; that is no document's plain text.");
        }
        if (startsWith(bytes, 'P', 'K', 3, 4)
                || startsWith(bytes, 0xD0, 0xCF, 0x11, 0xE0)
                || startsWith(bytes, '%', 'P', 'D', 'F')) {
            return garbled(
                    "这是Word或PDF文件。请打开后全选、复制，粘贴到文本框；或另存为纯文本（.txt）再上传。",
                    "This is a Word or PDF file. Open it, copy everything and paste it here, or save it as plain text (.txt).");
        }
        if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
            return decoded(bytes, StandardCharsets.UTF_16);
        }
        return decoded(bytes, StandardCharsets.UTF_8) instanceof Legible readable
                ? readable
                : decoded(bytes, Charset.forName("GB18030"));
    }

    private static ReadText decoded(byte[] bytes, Charset charset) {
        try {
            var text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            var controls = text.chars()
                    .filter(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != 11 && c != 12)
                    .count();
            if (controls == 0) {
                return new Legible(text);
            }
        } catch (CharacterCodingException _) {
            // Said below, together with text full of control characters.
        }
        return garbled(
                "无法识别文字编码。请另存为UTF-8或GBK编码的纯文本。",
                "The encoding is not recognised. Save the file as plain text in UTF-8 or GBK.");
    }

    private static Garbled garbled(String zh, String en) {
        return new Garbled(Text.of(zh, en));
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
