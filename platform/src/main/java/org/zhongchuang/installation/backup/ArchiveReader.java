package org.zhongchuang.installation.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Reads a backup through to its end and compares every entry with the hash it was written with. */
final class ArchiveReader {

    private static final int MOST_ABOUT = 64 << 10;

    /** Takes what is read. */
    interface Taker {

        /** Before anything else: what the backup says of itself. */
        void about(About about);

        void folder(String name) throws IOException;

        OutputStream file(String name) throws IOException;
    }

    private final Path file;
    private final Supplier<char[]> passphrase;

    /** @param passphrase is asked only if the backup is sealed */
    ArchiveReader(Path file, Supplier<char[]> passphrase) {
        this.file = file;
        this.passphrase = passphrase;
    }

    /**
     * Hands everything over and checks it. What was handed over counts only when this has returned.
     *
     * @param lines a place for the hashes that are computed on the way
     * @return how many entries there are
     */
    long read(Taker taker, Path lines, LongConsumer progress) throws IOException {
        var read = 0L;
        var entries = 0L;
        var finished = false;
        var buffer = new byte[256 << 10];
        try (var manifest = Files.newBufferedWriter(lines, UTF_8);
                var packed = new GZIPInputStream(opened(), 1 << 16);
                var tar = new TarArchiveInputStream(packed, "UTF-8")) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var name = entry.getName();
                if (finished) {
                    throw BackupRefused.damaged(name);
                }
                if (name.equals(ArchiveWriter.MANIFEST)) {
                    manifest.flush();
                    compare(tar, lines);
                    finished = true;
                } else if (entry.isDirectory()) {
                    taker.folder(name);
                } else if (entry.isFile()) {
                    var digest = ArchiveWriter.sha256();
                    if (entries == 0) {
                        var about = about(name, tar);
                        digest.update(about);
                        taker.about(About.read(about));
                    } else {
                        try (var out = taker.file(name)) {
                            for (int some = tar.read(buffer); some >= 0; some = tar.read(buffer)) {
                                out.write(buffer, 0, some);
                                digest.update(buffer, 0, some);
                                read += some;
                                progress.accept(read);
                            }
                        }
                    }
                    manifest.write(ArchiveWriter.line(HexFormat.of().formatHex(digest.digest()), name));
                    entries++;
                } else {
                    throw BackupRefused.damaged(name);
                }
            }
            // What is behind the last entry carries no content, but its seal and its checksum count as well.
            packed.transferTo(OutputStream.nullOutputStream());
        }
        if (!finished) {
            throw BackupRefused.damaged(ArchiveWriter.MANIFEST);
        }
        return entries;
    }

    private static byte[] about(String name, InputStream in) throws IOException {
        if (!name.equals(About.ENTRY)) {
            throw BackupRefused.damaged(name);
        }
        return in.readNBytes(MOST_ABOUT);
    }

    private static void compare(InputStream written, Path lines) throws IOException {
        var theirs = new BufferedReader(new InputStreamReader(written, UTF_8));
        try (var ours = Files.newBufferedReader(lines, UTF_8)) {
            for (var line = ours.readLine(); ; line = ours.readLine()) {
                var other = theirs.readLine();
                if (line == null && other == null) {
                    return;
                }
                if (line == null || !line.equals(other)) {
                    throw BackupRefused.damaged(Optional.ofNullable(line)
                            .or(() -> Optional.ofNullable(other))
                            .orElse(""));
                }
            }
        }
    }

    private InputStream opened() throws IOException {
        var in = new BufferedInputStream(Files.newInputStream(file), 1 << 20);
        in.mark(SealingStream.MAGIC.length);
        var head = in.readNBytes(SealingStream.MAGIC.length);
        if (Arrays.equals(head, SealingStream.MAGIC)) {
            return new OpeningStream(in, passphrase.get());
        }
        if (head.length < 2 || head[0] != 0x1F || head[1] != (byte) 0x8B) {
            in.close();
            throw new BackupRefused(file + " 不是备份文件。", file + " is no backup.");
        }
        in.reset();
        return in;
    }
}
