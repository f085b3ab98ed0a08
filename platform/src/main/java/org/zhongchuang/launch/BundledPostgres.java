package org.zhongchuang.launch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * A PostgreSQL of our own, from the binaries in the class path, with durable settings, under one data folder.
 *
 * <p>After a crash of the application it adopts the server that is still running; after a crash of the server it lets
 * it recover. A half-made cluster cannot be mistaken for a whole one: it is made beside its place and then renamed.
 */
public final class BundledPostgres {

    private static final String VERSION = "18.6";
    private static final String USER = "zhongchuang";
    private static final Duration ZOMBIE_PATIENCE = Duration.ofSeconds(60);

    private final Path binaries;
    private final Path cluster;
    private final Path log;
    private final String password;
    private final int port;
    private final boolean adopted;

    private BundledPostgres(Path binaries, Path cluster, Path log, String password, int port, boolean adopted) {
        this.binaries = binaries;
        this.cluster = cluster;
        this.log = log;
        this.password = password;
        this.port = port;
        this.adopted = adopted;
    }

    /** Starts the server of that data folder, or adopts the one that already runs there. */
    public static BundledPostgres start(Path data, Secrets secrets) {
        try {
            var folder = data.resolve("postgres");
            Files.createDirectories(folder);
            var binaries = unpacked(folder);
            var password = secrets.databasePassword();
            if (Files.exists(data.resolve("filling"))) {
                // A demonstration broke off while it was being filled: nobody has used it, so it begins anew.
                discard(folder.resolve("cluster"), binaries);
                Files.delete(data.resolve("filling"));
            }
            var cluster = initialised(folder, binaries, secrets);
            var log = folder.resolve("postgres.log");
            var adopted = runningPort(cluster, binaries);
            if (adopted.isPresent()) {
                return new BundledPostgres(binaries, cluster, log, password, adopted.get(), true);
            }
            var server = new BundledPostgres(binaries, cluster, log, password, freePort(), false);
            server.launch();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether there is a database in that data folder, whole and not half filled. */
    public static boolean isThere(Path data) {
        return Files.exists(data.resolve("postgres/cluster/PG_VERSION")) && !Files.exists(data.resolve("filling"));
    }

    /** Whether somebody else had started it. */
    public boolean isAdopted() {
        return adopted;
    }

    public String url() {
        return "jdbc:postgresql://127.0.0.1:%d/postgres?reWriteBatchedInserts=true".formatted(port);
    }

    public String user() {
        return USER;
    }

    public String password() {
        return password;
    }

    /** Stops the server cleanly: no new work, open transactions rolled back, everything flushed. */
    public void stop() {
        run(binaries, "pg_ctl", "-D", cluster.toString(), "-m", "fast", "-w", "stop");
    }

    private static void discard(Path cluster, Path binaries) throws IOException {
        if (Files.exists(cluster) && runningPort(cluster, binaries).isPresent()) {
            run(binaries, "pg_ctl", "-D", cluster.toString(), "-m", "immediate", "-w", "stop");
        }
        deleteTree(cluster);
    }

    private void launch() {
        var settings =
                "-p %d -h 127.0.0.1 -k '' -c max_connections=60 -c timezone=UTC -c shared_buffers=256MB -c wal_compression=on"
                        .formatted(port);
        run(
                binaries,
                "pg_ctl",
                "-D",
                cluster.toString(),
                "-l",
                log.toString(),
                "-w",
                "-t",
                "120",
                "-o",
                settings,
                "start");
    }

    private static Path unpacked(Path folder) throws IOException {
        var target = folder.resolve("bin-" + VERSION);
        if (Files.isDirectory(target)) {
            return target;
        }
        var making = folder.resolve("bin.making");
        deleteTree(making);
        Files.createDirectories(making);
        var archive = "/postgres-%s.txz".formatted(platform());
        try (var packed = BundledPostgres.class.getResourceAsStream(archive)) {
            if (packed == null) {
                throw new IOException("no PostgreSQL binaries for this platform: " + archive);
            }
            unpack(packed, making);
        }
        Files.move(making, target, StandardCopyOption.ATOMIC_MOVE);
        return target;
    }

    private static String platform() {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
        var processor = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        return system + "-" + processor;
    }

    private static void unpack(InputStream packed, Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var file = target.resolve(entry.getName()).normalize();
                if (!file.startsWith(target)) {
                    throw new IOException("archive entry outside its folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else if (entry.isSymbolicLink()) {
                    Files.createDirectories(file.getParent());
                    Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                } else {
                    Files.createDirectories(file.getParent());
                    Files.copy(tar, file);
                    Files.setPosixFilePermissions(
                            file,
                            PosixFilePermissions.fromString((entry.getMode() & 0100) == 0 ? "rw-r--r--" : "rwxr-xr-x"));
                }
            }
        }
    }

    private static Path initialised(Path folder, Path binaries, Secrets secrets) throws IOException {
        var cluster = folder.resolve("cluster");
        if (Files.isDirectory(cluster)) {
            return cluster;
        }
        var making = folder.resolve("cluster.making");
        deleteTree(making);
        run(
                binaries,
                "initdb",
                "-D",
                making.toString(),
                "-U",
                USER,
                "--pwfile",
                secrets.databasePasswordFile().toString(),
                "-A",
                "scram-sha-256",
                "-E",
                "UTF8",
                // Without a UTF-8 locale, trigrams of Chinese text are silently empty.
                "--locale=C.UTF-8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--data-checksums",
                "--no-instructions");
        Files.move(making, cluster, StandardCopyOption.ATOMIC_MOVE);
        return cluster;
    }

    /** The port of a server that is alive in that cluster. Waits while a killed one has not been reaped yet. */
    private static Optional<Integer> runningPort(Path cluster, Path binaries) throws IOException {
        var pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        var lines = Files.readAllLines(pidFile);
        if (lines.size() < 8) {
            return Optional.empty();
        }
        var pid = lines.get(0).strip();
        waitWhileZombie(pid);
        var executable = ProcessHandle.of(Long.parseLong(pid))
                .flatMap(process -> process.info().command());
        return executable
                .filter(command -> Path.of(command).startsWith(binaries))
                .map(_ -> Integer.parseInt(lines.get(3).strip()));
    }

    /** PostgreSQL takes an unreaped process for a living one and refuses to start beside it. */
    private static void waitWhileZombie(String pid) throws IOException {
        var deadline = System.nanoTime() + ZOMBIE_PATIENCE.toNanos();
        var status = Path.of("/proc", pid, "stat");
        while (System.nanoTime() < deadline && isZombie(status)) {
            try {
                TimeUnit.MILLISECONDS.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static boolean isZombie(Path status) throws IOException {
        try {
            return Files.exists(status) && Files.readString(status).contains(") Z ");
        } catch (java.nio.file.NoSuchFileException _) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void run(Path binaries, String program, String... arguments) {
        var command = new ArrayList<>(asOrdinaryUser());
        command.add(binaries.resolve("bin").resolve(program).toString());
        command.addAll(Arrays.asList(arguments));
        try {
            var output = Files.createTempFile("zhongchuang-", ".out");
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            // A locale or a PG setting of the machine must not reach the server.
            builder.environment()
                    .keySet()
                    .removeIf(name -> name.startsWith("LC_") || name.startsWith("LANG") || name.startsWith("PG"));
            var process = builder.start();
            if (!process.waitFor(180, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException("%s: %s"
                        .formatted(program, Files.readString(output, UTF_8).strip()));
            }
            Files.deleteIfExists(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(program + " was interrupted", e);
        }
    }

    /** PostgreSQL refuses to run as root; a user namespace makes root look like nobody to it. */
    private static List<String> asOrdinaryUser() {
        return System.getProperty("user.name").equals("root") ? List.of("unshare", "-U", "--") : List.of();
    }

    private static void deleteTree(Path root) throws IOException {
        if (Files.exists(root)) {
            try (var files = Files.walk(root)) {
                for (var file :
                        files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
