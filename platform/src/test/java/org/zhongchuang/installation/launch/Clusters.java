package org.zhongchuang.installation.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.zip.ZipFile;
import org.flywaydb.core.Flyway;

/** Servers for tests of the start: of any version, with or without what an earlier start has left. */
final class Clusters {

    private Clusters() {}

    /** A folder that goes when the tests have ended. */
    static Path folder() {
        try {
            var folder = Files.createTempDirectory("zhongchuang-launch-");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder)));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path folder) {
        try {
            PostgresBinaries.deleteTree(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A fresh server of that major version, started. Its binaries are copied to {@code target/postgres} by the build.
     */
    static BundledPostgres ofVersion(int version) throws IOException {
        var data = folder();
        var binaries = new PostgresBinaries(data.resolve("binaries"));
        try (var jars = Files.newDirectoryStream(Path.of("target/postgres"), "*-" + version + ".*.jar");
                var jar = new ZipFile(jars.iterator().next().toFile())) {
            binaries.unpack(jar.getInputStream(jar.getEntry(PostgresBinaries.archive())));
        }
        var server = BundledPostgres.of(data, new Secrets(data), binaries);
        server.start();
        return server;
    }

    /** Brings a database up to that version of its history, or to the newest. */
    static void migrate(String url, Login owner, String application, String version) {
        new Rights(application)
                .migrate(Flyway.configure()
                        .dataSource(url, owner.name(), owner.password())
                        .locations("classpath:db/migration")
                        .schemas("public")
                        .target(version)
                        .load());
    }

    static void run(String url, Login login, String sql) {
        try (var connection = login.connect(url)) {
            Roles.execute(connection, sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    static List<String> ask(String url, Login login, String sql) {
        try (var connection = login.connect(url)) {
            return Roles.words(connection, sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Why each of these was refused; one that was carried out fails the test. */
    static List<String> refusals(String url, Login login, List<String> attacks) throws SQLException {
        var refusals = new ArrayList<String>();
        for (var attack : attacks) {
            try (var connection = login.connect(url)) {
                Roles.execute(connection, attack);
                throw new AssertionError("nobody refused: " + attack);
            } catch (SQLException e) {
                refusals.add(String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT));
            }
        }
        return refusals;
    }

    /** Everything in a folder, with what it weighs. */
    static List<String> contents(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file + " " + file.toFile().length())
                    .sorted()
                    .toList();
        }
    }

    /** The processes of servers below that folder. */
    static List<ProcessHandle> servers(Path folder) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .command()
                        .filter(command -> Path.of(command).startsWith(folder))
                        .isPresent())
                .toList();
    }

    /** Looks again and again, at most two minutes. */
    static void await(BooleanSupplier condition) throws InterruptedException {
        var deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }
}
