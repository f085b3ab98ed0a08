package org.zhongchuang.ground.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.zhongchuang.ground.file.Storing.Reason;

/** Finds out what a file really is, without trusting its name. Reads a packed file through once, with a bound. */
final class Sniffer {

    private static final long MOST_UNPACKED = 300L << 20;
    /** What stands before is no part of the document: a mark of the encoding, an empty line (ISO 32000-1, H.3). */
    private static final int PDF_BEGINS_WITHIN = 1_024;

    private static final int MOST_ENTRIES = 10_000;
    private static final Set<MediaKind> TABLES = EnumSet.of(MediaKind.EXCEL, MediaKind.OLD_EXCEL);

    /** Either a kind or a reason to reject. */
    record Verdict(Optional<MediaKind> kind, Reason otherwise) {

        static Verdict of(MediaKind kind) {
            return new Verdict(Optional.of(kind), Reason.UNKNOWN_KIND);
        }

        static Verdict rejected(Reason reason) {
            return new Verdict(Optional.empty(), reason);
        }
    }

    private Sniffer() {}

    static Verdict sniff(Path file) throws IOException {
        var verdict = sniffAny(file);
        return verdict.kind().equals(Optional.of(MediaKind.OLD_EXCEL))
                ? Verdict.rejected(Reason.UNKNOWN_KIND)
                : verdict;
    }

    private static Verdict sniffAny(Path file) throws IOException {
        byte[] head;
        try (var in = Files.newInputStream(file)) {
            head = in.readNBytes(PDF_BEGINS_WITHIN);
        }
        if (startsWith(head, 0xFF, 0xD8, 0xFF)) {
            return Verdict.of(MediaKind.JPEG);
        }
        if (startsWith(head, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A)) {
            return Verdict.of(MediaKind.PNG);
        }
        if (startsWith(head, 'P', 'K', 3, 4)) {
            try (var zip = new ZipFile(file.toFile())) {
                return packed(zip);
            } catch (ZipException | IllegalArgumentException _) {
                return Verdict.rejected(Reason.UNKNOWN_KIND);
            }
        }
        if (startsWith(head, 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1)) {
            return compound(file);
        }
        if (new String(head, ISO_8859_1).contains("%PDF-")) {
            return Verdict.of(MediaKind.PDF);
        }
        return Verdict.rejected(Reason.UNKNOWN_KIND);
    }

    /** The kind of file that Office wrote before 2007, and in which it still wraps what has a password. */
    private static Verdict compound(Path file) throws IOException {
        try (var store = new POIFSFileSystem(file.toFile(), true)) {
            var root = store.getRoot();
            if (root.hasEntryCaseInsensitive(Decryptor.DEFAULT_POIFS_ENTRY)) {
                return Verdict.rejected(Reason.LOCKED);
            }
            if (root.hasEntryCaseInsensitive("_VBA_PROJECT_CUR") || root.hasEntryCaseInsensitive("Macros")) {
                return Verdict.rejected(Reason.HAS_MACROS);
            }
            return root.hasEntryCaseInsensitive("Workbook")
                    ? Verdict.of(MediaKind.OLD_EXCEL)
                    : Verdict.rejected(Reason.UNKNOWN_KIND);
        } catch (IOException | RuntimeException _) {
            return Verdict.rejected(Reason.UNKNOWN_KIND);
        }
    }

    static Verdict sniffTable(Path file) throws IOException {
        var verdict = sniffAny(file);
        if (verdict.kind().isPresent()) {
            return TABLES.contains(verdict.kind().get()) ? verdict : Verdict.rejected(Reason.NOT_A_TABLE);
        }
        if (verdict.otherwise() != Reason.UNKNOWN_KIND) {
            return verdict;
        }
        try (var in = Files.newInputStream(file)) {
            var start = in.readNBytes(64 << 10);
            if (startsWith(start, 0xFF, 0xFE) || startsWith(start, 0xFE, 0xFF)) {
                return Verdict.of(MediaKind.TABLE);
            }
            for (var one : start) {
                if (one >= 0 && one < ' ' && one != '\t' && one != '\n' && one != '\r') {
                    return Verdict.rejected(Reason.NOT_A_TABLE);
                }
            }
        }
        return Verdict.of(MediaKind.TABLE);
    }

    private static Verdict packed(ZipFile zip) throws IOException {
        MediaKind kind = null;
        var described = false;
        var isOfd = false;
        var buffer = new byte[64 << 10];
        var unpacked = 0L;
        if (zip.size() > MOST_ENTRIES) {
            return Verdict.rejected(Reason.BOMB);
        }
        for (var entry : Collections.list(zip.entries())) {
            var name = entry.getName().toLowerCase(Locale.ROOT);
            if (name.endsWith("vbaproject.bin")) {
                return Verdict.rejected(Reason.HAS_MACROS);
            }
            isOfd |= name.equals("ofd.xml");
            described |= name.equals("[content_types].xml");
            kind = name.startsWith("word/") ? MediaKind.WORD : kind;
            kind = name.startsWith("xl/") ? MediaKind.EXCEL : kind;
            kind = name.startsWith("ppt/") ? MediaKind.POWERPOINT : kind;
            try (var in = zip.getInputStream(entry)) {
                for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
                    unpacked += read;
                    if (unpacked > MOST_UNPACKED) {
                        return Verdict.rejected(Reason.BOMB);
                    }
                }
            }
        }
        if (isOfd) {
            return Verdict.of(MediaKind.OFD);
        }
        return kind != null && described ? Verdict.of(kind) : Verdict.rejected(Reason.UNKNOWN_KIND);
    }

    private static boolean startsWith(byte[] head, int... magic) {
        var wanted = new byte[magic.length];
        for (int i = 0; i < magic.length; i++) {
            wanted[i] = (byte) magic[i];
        }
        return head.length >= wanted.length && Arrays.equals(head, 0, wanted.length, wanted, 0, wanted.length);
    }
}
