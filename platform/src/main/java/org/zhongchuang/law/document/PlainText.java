package org.zhongchuang.law.document;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A plain text in UTF-8, UTF-16 with a mark, or GBK/GB18030. */
final class PlainText {

    private static final int MOST_BYTES = 2 << 20;

    private PlainText() {}

    static String read(byte[] bytes) throws UnreadableDocument {
        if (bytes.length > MOST_BYTES) {
            throw new UnreadableDocument(
                    "文本文件超过2MB，不像一份文件的正文。", "The text file is larger than 2 MB; that is no document.");
        }
        var marked = bytes.length > 1
                && ((bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE)
                        || (bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF));
        return (marked
                        ? decoded(bytes, StandardCharsets.UTF_16)
                        : decoded(bytes, StandardCharsets.UTF_8).or(() -> decoded(bytes, Charset.forName("GB18030"))))
                .orElseThrow(() -> new UnreadableDocument(
                        "无法识别文字编码。请另存为UTF-8或GBK编码的纯文本。",
                        "The encoding is not recognised. Save the file as plain text in UTF-8 or GBK."));
    }

    private static Optional<String> decoded(byte[] bytes, Charset charset) {
        try {
            var text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.chars().anyMatch(PlainText::isNoText) ? Optional.empty() : Optional.of(text);
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }

    /** Controls other than the ends of cells, lines and pages. */
    private static boolean isNoText(int one) {
        return one < ' ' && one != '\n' && one != '\r' && one != '\t' && one != 11 && one != 12;
    }
}
