package org.zhongchuang.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Pulls the plug at random moments under fifty writers: whatever was acknowledged is there once, the books verify, and
 * the city is back.
 *
 * <p>A few points in the test run; {@code acceptance/crash.sh} asks for as many as wanted, of the bundled or of an own
 * database. The seed is printed and can be given.
 */
class CrashUnderLoadJourney {

    private static final int POINTS = Integer.getInteger("crash.points", 3);
    private static final long SEED = Long.getLong("crash.seed", 20_151_201L);
    private static final int FILERS = Integer.getInteger("crash.writers", 50) - 2;
    private static final List<String> OFFICERS =
            List.of("finance-officer", "finance-officer-2", "finance-officer-3", "finance-officer-4");

    private final Random random = new Random(SEED);
    private final List<Double> back = new ArrayList<>();
    private int checked;

    private enum Victim {
        APPLICATION,
        DATABASE
    }

    @Test
    void whatWasAcknowledgedIsThereOnceWhicheverProcessDied() throws Exception {
        try (var city = RunningCity.start()) {
            if (Boolean.getBoolean("crash.own")) {
                try (var server = OwnServer.start(city);
                        var other = RunningCity.start(List.of("--database", server.address()))) {
                    run(other, server);
                }
            } else {
                run(city, null);
            }
        }
        back.sort(null);
        System.out.printf(
                "%d points (seed %d), %d writers, %s: %d acknowledged acts, each there once; books verify; back after %.1f s at the median, %.1f at most, %d times later than 10 s%n",
                POINTS,
                SEED,
                FILERS + 2,
                Boolean.getBoolean("crash.own") ? "own database" : "bundled database",
                checked,
                back.get(back.size() / 2),
                back.getLast(),
                back.stream().filter(seconds -> seconds > 10).count());
        assertThat(checked).isPositive();
    }

    private void run(RunningCity city, @Nullable OwnServer server) throws Exception {
        for (int point = 1; point <= POINTS; point++) {
            var acts = new Acts("断电" + point);
            var victim = Victim.values()[random.nextInt(Victim.values().length)];
            write(city, acts, Duration.ofMillis(500 + random.nextInt(4_000)), () -> kill(city, server, victim));
            var since = System.nanoTime();
            recover(city, server, victim);
            back.add((System.nanoTime() - since) / 1e9);
            var before = checked;
            verify(city, server, acts, "point %d of seed %d (%s)".formatted(point, SEED, victim));
            System.out.printf(
                    "point %d (%s): %d acts, back after %.1f s%n", point, victim, checked - before, back.getLast());
        }
    }

    /** Lets everybody write until the plug is pulled, and waits until all have noticed. */
    private static void write(RunningCity city, Acts acts, Duration until, Runnable plug) throws InterruptedException {
        var over = new AtomicBoolean();
        try (var http = HttpClient.newBuilder()
                        .connectTimeout(Duration.ofSeconds(5))
                        .build();
                var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            var begun = new CountDownLatch(FILERS);
            for (var login : IntStream.rangeClosed(1, FILERS)
                    .mapToObj("op%03d"::formatted)
                    .toList()) {
                var _ = hands.submit(() -> {
                    var writer = new Writer(http, city, login);
                    writer.signsIn();
                    begun.countDown();
                    while (!over.get()) {
                        acts.file(writer);
                    }
                    return null;
                });
            }
            var officers = OFFICERS.stream()
                    .map(login -> new Writer(http, city, login))
                    .toList();
            for (var officer : officers) {
                officer.signsIn();
            }
            var _ = hands.submit(() -> {
                while (!over.get()) {
                    acts.budget(officers.getFirst(), officers.getLast());
                }
                return null;
            });
            var _ = hands.submit(() -> {
                while (!over.get()) {
                    acts.pay(officers);
                }
                return null;
            });
            begun.await(2, TimeUnit.MINUTES);
            TimeUnit.MILLISECONDS.sleep(until.toMillis());
            plug.run();
            over.set(true);
            http.shutdownNow();
        }
    }

    private static void kill(RunningCity city, @Nullable OwnServer server, Victim victim) {
        if (victim == Victim.APPLICATION) {
            city.killApplicationOnly();
        } else if (server != null) {
            server.kill();
        } else {
            city.killDatabaseOnly();
        }
    }

    private static void recover(RunningCity city, @Nullable OwnServer server, Victim victim) {
        if (victim == Victim.APPLICATION) {
            city.restart();
        } else {
            if (server != null) {
                server.begin();
            }
            city.awaitUp();
        }
    }

    private void verify(RunningCity city, @Nullable OwnServer server, Acts acts, String point)
            throws SQLException, IOException {
        try (var database = connect(city, server)) {
            for (var act : acts.take()) {
                try (var question = database.prepareStatement(act.sql())) {
                    question.setString(1, act.value());
                    try (var row = question.executeQuery()) {
                        row.next();
                        assertThat(row.getLong(1))
                                .as("%s: %s %s", point, act.what(), act.value())
                                .isOne();
                    }
                }
                checked++;
            }
            try (var files = database.prepareStatement("select distinct sha256 from file.stored");
                    var row = files.executeQuery()) {
                while (row.next()) {
                    var hash = row.getString(1);
                    assertThat(stored(city, hash))
                            .as("%s: file %s", point, hash)
                            .exists();
                }
            }
            try (var books = database.prepareStatement("select coalesce(sum(fen), 0) from ledger.entry");
                    var row = books.executeQuery()) {
                row.next();
                assertThat(row.getLong(1)).as("%s: the books", point).isZero();
            }
        }
        var words = server == null
                ? new String[] {"verify", "ledger", "--data", city.data().toString()}
                : new String[] {"verify", "ledger", "--database", server.address()};
        assertThat(city.run(words)).as(point).contains("✓");
    }

    private static Path stored(RunningCity city, String hash) {
        return city.data().resolve("files").resolve(hash.substring(0, 2)).resolve(hash);
    }

    private static Connection connect(RunningCity city, @Nullable OwnServer server) throws SQLException, IOException {
        if (server != null) {
            return DriverManager.getConnection(
                    "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(server.port()), "administrator", "own");
        }
        var port = Files.readAllLines(city.data().resolve("postgres/cluster/postmaster.pid"))
                .get(3)
                .strip();
        var password = Files.readString(city.data().resolve("secrets/database-password"))
                .strip();
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%s/postgres".formatted(port), "zhongchuang", password);
    }
}
