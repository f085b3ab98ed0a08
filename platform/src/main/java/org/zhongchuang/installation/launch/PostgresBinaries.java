package org.zhongchuang.installation.launch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/** The programs of one version of PostgreSQL, unpacked in a folder. */
final class PostgresBinaries {

    private final Path folder;
    private @Nullable Process tool;
    private boolean stopping;

    PostgresBinaries(Path folder) {
        this.folder = folder;
    }

    /** The archive that belongs to this machine. */
    static String archive() {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
        var processor = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        return "postgres-%s-%s.txz".formatted(system, processor);
    }

    /** Unpacks an archive into this folder, wholly or not at all, unless that was done before. */
    void unpack(InputStream archive) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        var making = folder.resolveSibling("bin.making");
        deleteTree(making);
        Files.createDirectories(making);
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(entry, tar, making);
            }
        }
        Files.move(making, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    Path folder() {
        return folder;
    }

    /** The major version, as the folder of their library files says it. */
    int version() {
        try {
            var share = Files.readString(folder.resolve("share/postgresql/postgres.bki"));
            return Integer.parseInt(share.substring("# PostgreSQL ".length(), share.indexOf('\n'))
                    .strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean areThere() {
        return Files.isDirectory(folder);
    }

    /** Whether that program is one of these. */
    boolean contain(String program) {
        return Path.of(program).startsWith(folder);
    }

    /** Runs one of the programs to its end, at most three minutes. What it says is in the exception if it fails. */
    void run(String program, String... arguments) {
        try {
            var output = Files.createTempFile("zhongchuang-", ".out");
            try {
                var process = beginTool(line(program, arguments), output);
                if (!process.waitFor(180, TimeUnit.SECONDS) || process.exitValue() != 0) {
                    throw new IllegalStateException("%s: %s"
                            .formatted(program, Files.readString(output, UTF_8).strip()));
                }
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(program + " was interrupted", e);
        }
    }

    /** Ends a program that still runs, and lets none begin any more. */
    synchronized void stop() {
        stopping = true;
        if (tool != null) {
            tool.descendants().forEach(ProcessHandle::destroyForcibly);
            tool.destroyForcibly();
        }
    }

    /** Begins a program, unless everything is stopping; what it says is added to that file. */
    synchronized Process begin(ProcessBuilder builder, Path output) throws IOException {
        if (stopping) {
            throw new IllegalStateException("stopped while starting");
        }
        // A locale or a setting of PostgreSQL on this machine must not reach the server.
        builder.environment()
                .keySet()
                .removeIf(name -> name.startsWith("LC_") || name.startsWith("LANG") || name.startsWith("PG"));
        return builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                .start();
    }

    /** How a program is called. PostgreSQL refuses root; a user namespace makes root look like nobody to it. */
    List<String> line(String program, String... arguments) {
        var line = new ArrayList<String>();
        if (System.getProperty("user.name").equals("root")) {
            line.addAll(List.of("unshare", "-U", "--"));
        }
        line.add(folder.resolve("bin").resolve(program).toString());
        line.addAll(List.of(arguments));
        return line;
    }

    private synchronized Process beginTool(List<String> line, Path output) throws IOException {
        var process = begin(new ProcessBuilder(line), output);
        tool = process;
        return process;
    }

    static void deleteTree(Path root) throws IOException {
        if (Files.exists(root)) {
            try (var files = Files.walk(root)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path target) throws IOException {
        var file = target.resolve(entry.getName()).normalize();
        if (!file.startsWith(target)) {
            throw new IOException("archive entry outside its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, file);
        Files.setPosixFilePermissions(
                file, PosixFilePermissions.fromString((entry.getMode() & 0100) == 0 ? "rw-r--r--" : "rwxr-xr-x"));
    }
}
