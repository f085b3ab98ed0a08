package org.zhongchuang.installation.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;

/**
 * Writes a backup: a tar, packed, sealed on request. The last entry has the hash of every other in the form of
 * {@code sha256sum}, so that an open backup can be unpacked and checked with the tools of any system.
 */
final class ArchiveWriter implements Closeable {

    static final String MANIFEST = "manifest.sha256";

    private final TarArchiveOutputStream tar;
    private final Path lines;
    private final BufferedWriter manifest;
    private final LongConsumer progress;
    private final byte[] buffer = new byte[256 << 10];
    private long entries;
    private long bytes;

    /** @param progress is told how many bytes have been taken in so far */
    ArchiveWriter(OutputStream to, Optional<char[]> passphrase, Path lines, LongConsumer progress) throws IOException {
        OutputStream out = new BufferedOutputStream(to, 1 << 20);
        out = passphrase.isPresent() ? new SealingStream(out, passphrase.get()) : out;
        var quick = new GzipParameters();
        quick.setCompressionLevel(1);
        this.tar = new TarArchiveOutputStream(new GzipCompressorOutputStream(out, quick), "UTF-8");
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
        this.lines = lines;
        this.manifest = Files.newBufferedWriter(lines, UTF_8);
        this.progress = progress;
    }

    void folder(String name) throws IOException {
        tar.putArchiveEntry(new TarArchiveEntry(name + "/"));
        tar.closeArchiveEntry();
    }

    void text(String name, byte[] content) throws IOException {
        add(name, new java.io.ByteArrayInputStream(content), content.length);
    }

    /** Adds a file as long as it is now, and returns its hash; nothing if it has gone meanwhile. */
    Optional<String> file(String name, Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return Optional.of(add(name, in, Files.size(file)));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }

    /**
     * A file of a running database may grow or shrink while it is read: what grows is not taken, what is missing is
     * filled with zeros, and both are put right by the write-ahead log.
     */
    private String add(String name, InputStream in, long size) throws IOException {
        var entry = new TarArchiveEntry(name);
        entry.setSize(size);
        entry.setMode(0600);
        tar.putArchiveEntry(entry);
        var digest = sha256();
        for (long left = size; left > 0; ) {
            var read = in.readNBytes(buffer, 0, (int) Math.min(buffer.length, left));
            if (read == 0) {
                read = (int) Math.min(buffer.length, left);
                java.util.Arrays.fill(buffer, 0, read, (byte) 0);
            }
            tar.write(buffer, 0, read);
            digest.update(buffer, 0, read);
            left -= read;
            bytes += read;
            progress.accept(bytes);
        }
        tar.closeArchiveEntry();
        var hash = HexFormat.of().formatHex(digest.digest());
        manifest.write(line(hash, name));
        entries++;
        return hash;
    }

    static String line(String hash, String name) {
        return hash + "  " + name + "\n";
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Ends the archive with the hashes. What is not ended is no backup. */
    void finish() throws IOException {
        manifest.close();
        var entry = new TarArchiveEntry(MANIFEST);
        entry.setSize(Files.size(lines));
        entry.setMode(0600);
        tar.putArchiveEntry(entry);
        Files.copy(lines, tar);
        tar.closeArchiveEntry();
        tar.finish();
    }

    long entries() {
        return entries;
    }

    long bytes() {
        return bytes;
    }

    @Override
    public void close() throws IOException {
        try (manifest) {
            tar.close();
        } finally {
            Files.deleteIfExists(lines);
        }
    }
}
