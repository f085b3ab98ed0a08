package org.zhongchuang.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A day that only a test can set: the product is started under {@code libfaketime}, which gives it and its database
 * another time than the machine's, read anew from a file every second. The product knows nothing of it.
 */
final class FakedTime {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final Path LIBRARIES = Path.of("/usr/lib");

    private final Path file;
    private Duration ahead = Duration.ZERO;

    private FakedTime(Path file) {
        this.file = file;
    }

    /** From nine in the morning of that day on. */
    static FakedTime from(LocalDate day) {
        try {
            var time = new FakedTime(Files.createTempFile("faked-", ".time"));
            time.moveTo(day);
            return time;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** It is nine in the morning of that day, a moment later at the latest. */
    void moveTo(LocalDate day) {
        var to = day.atTime(LocalTime.of(9, 0)).atZone(ZONE).toInstant();
        setAhead(Duration.ofSeconds(Duration.between(Instant.now(), to).toSeconds()));
    }

    /** So much of it goes by at once. */
    void goBy(Duration some) {
        setAhead(ahead.plus(some));
    }

    private void setAhead(Duration to) {
        ahead = to;
        try {
            // The library must never read half of it.
            var next = Files.writeString(
                    file.resolveSibling(file.getFileName() + ".next"), "%+d".formatted(ahead.toSeconds()));
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Instant now() {
        return Instant.now().plus(ahead);
    }

    /**
     * What a process is started with to live in this time. How long something takes stays what it is, also for who
     * waits: without the last of these, waits of a Java machine end at once and begin again.
     */
    Map<String, String> environment() {
        return Map.of(
                "LD_PRELOAD",
                library().toString(),
                "FAKETIME_TIMESTAMP_FILE",
                file.toString(),
                "FAKETIME_CACHE_DURATION",
                "1",
                "FAKETIME_DONT_FAKE_MONOTONIC",
                "1",
                "FAKETIME_FORCE_MONOTONIC_FIX",
                "0");
    }

    void delete() {
        Folders.delete(file);
    }

    private static Path library() {
        try (Stream<Path> found =
                Files.find(LIBRARIES, 3, (path, _) -> path.endsWith(Path.of("faketime", "libfaketimeMT.so.1")))) {
            return found.findFirst()
                    .orElseThrow(() -> new IllegalStateException("no libfaketime found; install libfaketime"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
