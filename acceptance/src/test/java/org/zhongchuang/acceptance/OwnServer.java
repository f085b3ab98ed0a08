package org.zhongchuang.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A PostgreSQL of a city's own, from the binaries that a bundled one has unpacked. */
final class OwnServer implements AutoCloseable {

    private final Path binaries;
    private final Path cluster;
    private final int port;

    private OwnServer(Path binaries, Path cluster, int port) {
        this.binaries = binaries;
        this.cluster = cluster;
        this.port = port;
    }

    /** Makes one and starts it. */
    static OwnServer start(RunningCity bundled) {
        try (var folders = Files.walk(bundled.data().resolve("postgres"), 3)) {
            var initdb = folders.filter(file -> file.endsWith("bin/initdb"))
                    .findFirst()
                    .orElseThrow();
            var folder = Files.createTempDirectory("own-server-");
            var server = new OwnServer(initdb.resolveSibling("."), folder.resolve("cluster"), RunningCity.freePort());
            Files.writeString(folder.resolve("password"), "own");
            server.run(
                    "initdb",
                    "-D",
                    server.cluster.toString(),
                    "-U",
                    "administrator",
                    "--pwfile",
                    folder.resolve("password").toString(),
                    "-A",
                    "scram-sha-256",
                    "-E",
                    "UTF8",
                    "--locale=C.UTF-8",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--no-instructions");
            server.begin();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String address() {
        return "postgresql://administrator:own@127.0.0.1:%d/postgres".formatted(port);
    }

    int port() {
        return port;
    }

    void begin() {
        run(
                "pg_ctl",
                "-D",
                cluster.toString(),
                "-w",
                "-l",
                cluster.resolveSibling("log").toString(),
                "-o",
                "-p %d -h 127.0.0.1 -k ''".formatted(port),
                "start");
    }

    /** Ends it as a power cut would. */
    void kill() {
        try {
            var pid = Long.parseLong(Files.readAllLines(cluster.resolve("postmaster.pid"))
                    .getFirst()
                    .strip());
            ProcessHandle.of(pid).ifPresent(server -> {
                server.destroyForcibly();
                server.onExit().join();
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        run("pg_ctl", "-D", cluster.toString(), "-m", "fast", "-w", "stop");
    }

    private void run(String program, String... arguments) {
        var line = new ArrayList<String>();
        if (System.getProperty("user.name").equals("root")) {
            // PostgreSQL refuses to run as root; in a namespace of its own it does not see that it is.
            line.addAll(List.of("unshare", "-U", "--"));
        }
        line.add(binaries.resolve(program).toString());
        line.addAll(List.of(arguments));
        try {
            var code = new ProcessBuilder(line)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            cluster.resolveSibling("commands").toFile()))
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new IllegalStateException("%s ended with %d: %s"
                        .formatted(program, code, Files.readString(cluster.resolveSibling("commands"))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
