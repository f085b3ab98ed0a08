package org.zhongchuang.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * The built application, started as its users start it, on a data folder of its own. Its log is kept in
 * {@code target/cities}; the folder goes when the city is closed.
 */
final class RunningCity implements AutoCloseable {

    private static final Path LOGS = Path.of("target/cities");

    private static final Duration PATIENCE = Duration.ofMinutes(Integer.getInteger("patience.minutes", 10));

    /** The demonstration is filled once in a run; every other city begins with a copy of its folder. */
    private static final class Filled {

        private static final Path DATA = fill();

        private static Path fill() {
            var city = on(newFolder(), demonstration(List.of()), Map.of());
            city.stop();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> Folders.delete(city.data)));
            return city.data;
        }
    }

    private final Path data;
    private final Path log;
    private final int port;
    private final List<String> command;
    private final Map<String, String> environment;
    private Process process;

    private RunningCity(Path data, int port, List<String> command, Map<String, String> environment) {
        this.data = data;
        this.log = LOGS.resolve(data.getFileName() + ".log");
        this.port = port;
        this.command = command;
        this.environment = environment;
        this.process = launch();
    }

    /** Starts a demonstration city and waits until it is ready. */
    static RunningCity start() {
        var data = newFolder();
        Folders.copy(Filled.DATA, data);
        return on(data, demonstration(List.of()), Map.of());
    }

    /** Starts one with more options, on a folder that is empty. */
    static RunningCity start(List<String> more) {
        return on(newFolder(), demonstration(more), Map.of());
    }

    /** Starts the product itself and no demonstration, on an empty folder and in a time of its own. */
    static RunningCity serving(FakedTime time) {
        return on(newFolder(), List.of("serve"), time.environment());
    }

    private static List<String> demonstration(List<String> more) {
        var command = new ArrayList<>(List.of("demo"));
        // Journeys know the dates of the first year.
        if (!more.contains("--size")) {
            command.addAll(List.of("--size", "year"));
        }
        command.addAll(more);
        return command;
    }

    private static RunningCity on(Path data, List<String> command, Map<String, String> environment) {
        try {
            var city = new RunningCity(data, freePort(), command, environment);
            city.awaitReady();
            return city;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path newFolder() {
        try {
            Files.createDirectories(LOGS);
            return Files.createTempDirectory("zhongchuang-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Where it keeps what it keeps. */
    Path data() {
        return data;
    }

    String at(String path) {
        return "http://localhost:" + port + path;
    }

    /** Runs a command of the built application to its end and returns what it printed. */
    String run(String... words) {
        try {
            var line = new ArrayList<String>();
            line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            line.add("-Dstdout.encoding=UTF-8");
            line.add("-XX:TieredStopAtLevel=1");
            line.add("-jar");
            line.add(System.getProperty("application"));
            line.addAll(List.of(words));
            var run = new ProcessBuilder(line).redirectErrorStream(true).start();
            return new String(run.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the process as a power cut would, the database with it. */
    void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        postgres().ifPresent(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        awaitExit();
    }

    /** Ends the application alone; its database is left without a master. */
    void killApplicationOnly() {
        process.destroyForcibly();
        awaitExit();
    }

    /** Ends the bundled database alone. */
    void killDatabaseOnly() {
        postgres().ifPresent(killed -> {
            killed.destroyForcibly();
            killed.onExit().join();
        });
    }

    /**
     * Waits until it says that it is up, on a database that runs: what an old connection still answers is not enough.
     */
    void awaitUp() {
        var bundled = Files.isDirectory(data.resolve("postgres/cluster"));
        awaitReady(() -> !bundled || postgres().filter(ProcessHandle::isAlive).isPresent());
    }

    void restart() {
        process = launch();
        awaitReady();
    }

    @Override
    public void close() {
        stop();
        Folders.delete(data);
    }

    private void stop() {
        process.destroy();
        awaitExit();
    }

    private Optional<ProcessHandle> postgres() {
        try {
            var pid = Files.readAllLines(data.resolve("postgres/cluster/postmaster.pid"));
            return pid.isEmpty()
                    ? Optional.empty()
                    : ProcessHandle.of(Long.parseLong(pid.getFirst().strip()));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process launch() {
        try {
            var line = new ArrayList<String>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "--enable-native-access=ALL-UNNAMED",
                    "-XX:TieredStopAtLevel=1",
                    "-Xmx768m"));
            var cache = System.getProperty("application.cache");
            if (cache != null) {
                line.addAll(List.of("-XX:AOTCache=" + cache, "-XX:+UseCompactObjectHeaders"));
            }
            line.addAll(List.of("-jar", System.getProperty("application")));
            line.addAll(command);
            line.addAll(List.of("--port", Integer.toString(port), "--data", data.toString()));
            var builder = new ProcessBuilder(line);
            builder.environment().putAll(environment);
            // Several cities may run at once, and many writers come from one address.
            builder.environment().put("MANAGEMENT_SERVER_PORT", "0");
            builder.environment().put("ZHONGCHUANG_LIMITS_UPLOAD_MOST", "1000000");
            return builder.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitReady() {
        awaitReady(() -> true);
    }

    private void awaitReady(BooleanSupplier also) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        try (var http = HttpClient.newHttpClient()) {
            while (System.nanoTime() < deadline && process.isAlive()) {
                if (also.getAsBoolean() && isUp(http)) {
                    return;
                }
                TimeUnit.MILLISECONDS.sleep(200);
            }
            process.destroy();
            throw new IllegalStateException("the application did not start:\n" + Files.readString(log));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private boolean isUp(HttpClient http) throws InterruptedException {
        try {
            var answer = http.send(
                    HttpRequest.newBuilder(URI.create(at("/health"))).build(), HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200 && answer.body().equals("UP");
        } catch (IOException _) {
            return false;
        }
    }

    private void awaitExit() {
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the application did not stop");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
