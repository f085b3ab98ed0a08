package org.zhongchuang.installation.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL of our own, from the binaries in the class path, with durable settings, under one data folder.
 *
 * <p>After a crash of the application it adopts the server that is still running; after a crash of the server it starts
 * it again and lets it recover. A half-made cluster cannot be mistaken for a whole one: it is made beside its place and
 * then renamed. Whoever holds the {@link DataFolder} may supervise and stop the server; nobody else may.
 */
public final class BundledPostgres implements DatabaseWatch {

    private static final Logger log = LoggerFactory.getLogger(BundledPostgres.class);
    private static final String VERSION = "18.6";

    /** The role that the cluster is made by. Its superuser: for starting and stopping, never for the application. */
    private static final String USER = "zhongchuang";

    private static final Duration START_PATIENCE = Duration.ofMinutes(2);
    private static final Duration ZOMBIE_PATIENCE = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofMillis(200);

    private final Path folder;
    private final Path cluster;
    private final ServerLog said;
    private final PostgresBinaries binaries;
    private final ServerProcesses processes;
    private final Secrets secrets;

    private int port;
    private boolean adopted;
    private volatile boolean stopping;
    private volatile boolean down;
    private volatile @Nullable ProcessHandle postmaster;
    private @Nullable Thread watch;
    private boolean isLogUnbounded;

    private BundledPostgres(Path data, Secrets secrets, PostgresBinaries binaries) {
        this.folder = data.resolve("postgres");
        this.cluster = folder.resolve("cluster");
        this.said = new ServerLog(folder.resolve("postgres.log"));
        this.binaries = binaries;
        this.processes = new ServerProcesses(binaries);
        this.secrets = secrets;
    }

    /** The server of that data folder, not started yet. */
    static BundledPostgres of(Path data, Secrets secrets) {
        return new BundledPostgres(
                data, secrets, new PostgresBinaries(data.resolve("postgres").resolve("bin-" + VERSION)));
    }

    /** A server of another version, from binaries that are unpacked already. */
    static BundledPostgres of(Path data, Secrets secrets, PostgresBinaries binaries) {
        return new BundledPostgres(data, secrets, binaries);
    }

    /** Starts the server of that data folder, or adopts the one that already runs there. */
    public static BundledPostgres start(Path data, Secrets secrets) {
        var server = of(data, secrets);
        server.start();
        return server;
    }

    /** Whether there is a database in that data folder, whole and not half filled. */
    public static boolean isThere(Path data) {
        return Files.exists(data.resolve("postgres/cluster/PG_VERSION")) && !Files.exists(data.resolve("filling"));
    }

    /** The major version of the server that comes with this product; another one does not read its data. */
    public static int majorVersion() {
        return Integer.parseInt(VERSION.substring(0, VERSION.indexOf('.')));
    }

    /** Whether somebody else had started it. */
    public boolean isAdopted() {
        return adopted;
    }

    public String url() {
        return "jdbc:postgresql://127.0.0.1:%d/postgres?reWriteBatchedInserts=true".formatted(port);
    }

    /** The superuser. */
    public String user() {
        return USER;
    }

    public String password() {
        return secrets.databasePassword();
    }

    Login superuser() {
        return new Login(USER, password());
    }

    Path cluster() {
        return cluster;
    }

    @Override
    public boolean isDown() {
        return down;
    }

    /** Starts the server, or adopts the one that already runs. */
    synchronized void start() {
        try {
            DataFolder.makeClosed(folder);
            if (!binaries.areThere()) {
                try (var packed = BundledPostgres.class.getResourceAsStream("/" + PostgresBinaries.archive())) {
                    if (packed == null) {
                        throw new IOException(
                                "no PostgreSQL binaries for this platform: " + PostgresBinaries.archive());
                    }
                    binaries.unpack(packed);
                }
            }
            Cluster.make(cluster, binaries, USER, secrets.databasePasswordFile());
            var running = running();
            adopted = running.isPresent();
            if (adopted) {
                postmaster = running.get();
                port = Integer.parseInt(Cluster.pidFile(cluster).get(3).strip());
            } else {
                port = freePort();
                launch();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From now on a server that ends without having been asked to is started again. */
    synchronized void supervise() {
        if (watch == null) {
            watch = Thread.ofPlatform().daemon().name("postgres-watch").start(this::keepAlive);
        }
    }

    /** Stops the server cleanly: no new work, open transactions rolled back, everything flushed. At most a minute. */
    public void stop() {
        stopping = true;
        ProcessHandle running;
        synchronized (binaries) {
            binaries.stop();
            running = postmaster;
        }
        if (running == null || !running.isAlive()) {
            return;
        }
        var stopped = new PostgresBinaries(binaries.folder());
        try {
            stopped.run("pg_ctl", "-D", cluster.toString(), "-m", "fast", "-w", "-t", "30", "stop");
        } catch (IllegalStateException _) {
            running.destroyForcibly();
        }
    }

    private void keepAlive() {
        try {
            while (!stopping) {
                TimeUnit.NANOSECONDS.sleep(LOOK.toNanos());
                if (!stopping && !ServerProcesses.isAlive(postmaster)) {
                    down = true;
                    startAgain();
                }
                boundLog();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** A log that cannot be shortened is no reason to leave the server alone. */
    private void boundLog() {
        try {
            said.bound();
        } catch (IOException e) {
            if (!isLogUnbounded) {
                log.warn("数据库日志未能截短 / the log of PostgreSQL could not be shortened: {}", e.toString());
            }
            isLogUnbounded = true;
        }
    }

    private void startAgain() throws InterruptedException {
        log.error("数据库意外停止，正在重新启动 / PostgreSQL has ended unexpectedly and is started again");
        while (!stopping) {
            try {
                running();
                launch();
                down = false;
                log.warn("数据库已恢复 / PostgreSQL is back");
                Statistics.renew(() -> superuser().connect(url()));
                return;
            } catch (IOException | IllegalStateException e) {
                log.error("数据库未能启动，稍后再试 / PostgreSQL did not start, another try follows: {}", e.getMessage());
                TimeUnit.SECONDS.sleep(1);
            }
        }
    }

    /** Starts the server as a process of this one, in a session of its own, and waits until it takes connections. */
    private void launch() throws IOException {
        processes.endOrphans(cluster);
        Process process;
        synchronized (binaries) {
            process = binaries.begin(new ProcessBuilder(Cluster.command(cluster, binaries, port)), said.file());
            postmaster = process.toHandle();
        }
        var deadline = System.nanoTime() + START_PATIENCE.toNanos();
        while (!isReady(process.pid())) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException("postgres: " + said.lastWords());
            }
            pause(20);
        }
    }

    private boolean isReady(long pid) throws IOException {
        var lines = Cluster.pidFile(cluster);
        return lines.size() >= 8
                && lines.get(0).strip().equals(Long.toString(pid))
                && lines.get(7).strip().equals("ready");
    }

    /** The server that is alive in the cluster. Waits while a killed one has not been reaped yet. */
    private Optional<ProcessHandle> running() throws IOException {
        var lines = Cluster.pidFile(cluster);
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        var pid = Long.parseLong(lines.getFirst().strip());
        waitWhileZombie(pid);
        return ProcessHandle.of(pid).filter(processes::isOne).filter(_ -> lines.size() >= 8);
    }

    /**
     * PostgreSQL takes an unreaped process for a living one and refuses to start beside it. When every process of the
     * killed server is gone, its mark is taken away; until then, and at most a minute, one waits.
     */
    private void waitWhileZombie(long pid) throws IOException {
        var deadline = System.nanoTime() + ZOMBIE_PATIENCE.toNanos();
        while (ServerProcesses.isZombie(pid) && System.nanoTime() < deadline && !stopping) {
            if (processes.all().findAny().isEmpty()) {
                Files.deleteIfExists(cluster.resolve("postmaster.pid"));
                return;
            }
            pause(100);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void pause(long milliseconds) {
        try {
            TimeUnit.MILLISECONDS.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while PostgreSQL was starting", e);
        }
    }
}
