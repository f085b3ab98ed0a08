package org.zhongchuang.installation.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** The folder of a PostgreSQL server's data: how it is made, what starts a server on it, and what that writes there. */
final class Cluster {

    private Cluster() {}

    /**
     * Makes it unless it is there. It is made beside its place and then renamed, so that a half-made one is never taken
     * for a whole one.
     */
    static void make(Path cluster, PostgresBinaries binaries, String superuser, Path passwordFile) throws IOException {
        if (Files.isDirectory(cluster)) {
            return;
        }
        var making = cluster.resolveSibling("cluster.making");
        PostgresBinaries.deleteTree(making);
        var options = new ArrayList<>(List.of("-D", making.toString(), "-U", superuser));
        options.addAll(List.of("--pwfile", passwordFile.toString()));
        // Without a UTF-8 locale, trigrams of Chinese text are silently empty.
        options.addAll(List.of("-A", "scram-sha-256", "-E", "UTF8", "--locale=C.UTF-8", "--data-checksums"));
        if (binaries.version() >= 17) {
            options.addAll(List.of("--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
        }
        options.add("--no-instructions");
        binaries.run("initdb", options.toArray(String[]::new));
        Files.move(making, cluster, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The command line that starts a server on it, in a session of its own. */
    static List<String> command(Path cluster, PostgresBinaries binaries, int port) {
        var command = new ArrayList<String>();
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            // A Ctrl-C in the terminal is for the application, which stops the server when it has let go of it.
            command.add("/usr/bin/setsid");
        }
        command.addAll(binaries.line("postgres", "-D", cluster.toString(), "-p", Integer.toString(port)));
        command.addAll(List.of("-h", "127.0.0.1", "-k", "", "-c", "max_connections=60", "-c", "timezone=UTC"));
        command.addAll(List.of("-c", "shared_buffers=256MB", "-c", "wal_compression=on"));
        // What a file of a thousand rows has changed is known to the planner before the next page asks for it.
        command.addAll(List.of("-c", "autovacuum_naptime=10s"));
        return command;
    }

    /**
     * The lines that a running server has written: its process, the folder, when it began, its port and how far it is.
     */
    static List<String> pidFile(Path cluster) throws IOException {
        try {
            return Files.readAllLines(cluster.resolve("postmaster.pid"));
        } catch (NoSuchFileException _) {
            return List.of();
        }
    }
}
