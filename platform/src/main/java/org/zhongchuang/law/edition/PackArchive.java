package org.zhongchuang.law.edition;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;
import org.zhongchuang.engine.PackCheck;
import org.zhongchuang.engine.Text;

/** A document as it is handed in: the folder of its pack in one packed file (.zip). */
public final class PackArchive {

    private static final String HEAD = "pack.yaml";
    private static final int MOST_FILES = 2_000;
    private static final int MOST_BYTES = 8 << 20;

    private static final Text CLOSED =
            Text.of("打不开：请上传没有加密的 .zip。", "It cannot be opened: send a .zip without a password.");

    private PackArchive() {}

    /** What is in it. */
    public sealed interface Content {

        /** The text of each file by its path inside the pack. */
        record Files(Map<String, String> texts) implements Content {}

        /** Why there is no reading it. */
        record Refused(Text why) implements Content {}
    }

    /**
     * Reads the files of the one pack that is in it, also those that are called so that nobody reads them, for that is
     * told; letters, pictures and the like are passed over.
     */
    public static Content read(byte[] archive) {
        var texts = new TreeMap<String, String>();
        var files = 0;
        var left = MOST_BYTES;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var bytes = zip.readNBytes(left + 1);
                left -= bytes.length;
                files++;
                if (left < 0 || files > MOST_FILES) {
                    return refused(
                            "压缩包太大：解开以后最多8MB、2000个文件。",
                            "The archive is too large: unpacked at most 8 MB and 2,000 files.");
                }
                var path = entry.getName().replace('\\', '/');
                if (PackCheck.isMeant(path) && !path.startsWith("__MACOSX/")) {
                    texts.put(path, text(bytes));
                }
            }
        } catch (CharacterCodingException _) {
            return refused("有文件不是 UTF-8 编码。", "A file in it is not written in UTF-8.");
        } catch (IOException | IllegalArgumentException _) {
            return new Content.Refused(CLOSED);
        }
        return files == 0 ? new Content.Refused(CLOSED) : ofOnePack(texts);
    }

    private static Content ofOnePack(Map<String, String> texts) {
        var heads = texts.keySet().stream()
                .filter(path -> path.equals(HEAD) || path.endsWith("/" + HEAD))
                .toList();
        if (heads.size() != 1) {
            return heads.isEmpty()
                    ? refused(
                            "里面没有 pack.yaml：请打包政策包的文件夹。",
                            "There is no pack.yaml in it: pack the folder of the policy pack.")
                    : refused(
                            "里面有 " + heads.size() + " 个政策包：请一次上传一份文件。",
                            "There are " + heads.size() + " policy packs in it: send one document at a time.");
        }
        var folder = heads.getFirst().substring(0, heads.getFirst().length() - HEAD.length());
        var outside =
                texts.keySet().stream().filter(path -> !path.startsWith(folder)).findFirst();
        if (outside.isPresent()) {
            return refused(
                    outside.get() + " 不在政策包的文件夹里，不会读它：请放进去，或者不要打包。",
                    outside.get()
                            + " lies outside the folder of the pack and would not be read: put it in, or leave it out.");
        }
        var inside = new TreeMap<String, String>();
        texts.forEach((path, text) -> inside.put(path.substring(folder.length()), text));
        return new Content.Files(inside);
    }

    private static String text(byte[] bytes) throws CharacterCodingException {
        return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }

    private static Content refused(String zh, String en) {
        return new Content.Refused(Text.of(zh, en));
    }
}
