package org.zhongchuang.ground.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.zhongchuang.ground.file.Storing.Reason;

/** Finds out what a file really is, without trusting its name. Reads a packed file through once, with a bound. */
final class Sniffer {

    private static final long MOST_UNPACKED = 300L << 20;
    private static final int MOST_ENTRIES = 10_000;

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
        byte[] head;
        try (var in = Files.newInputStream(file)) {
            head = in.readNBytes(8);
        }
        if (startsWith(head, '%', 'P', 'D', 'F', '-')) {
            return Verdict.of(MediaKind.PDF);
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
        return Verdict.rejected(Reason.UNKNOWN_KIND);
    }

    static Verdict sniffTable(Path file) throws IOException {
        var verdict = sniff(file);
        if (verdict.kind().isPresent()) {
            return verdict.kind().get() == MediaKind.EXCEL ? verdict : Verdict.rejected(Reason.NOT_A_TABLE);
        }
        if (verdict.otherwise() != Reason.UNKNOWN_KIND) {
            return verdict;
        }
        try (var in = Files.newInputStream(file)) {
            for (var one : in.readNBytes(64 << 10)) {
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
