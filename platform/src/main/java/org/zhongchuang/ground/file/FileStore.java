package org.zhongchuang.ground.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.ground.file.Storing.Reason;
import org.zhongchuang.ground.kernel.Sha256;
import org.zhongchuang.installation.launch.Disk;
import org.zhongchuang.installation.launch.Filling;

/**
 * Keeps files under the hash of what they hold, so that the same content lies there once and a changed byte shows.
 *
 * <p>The content is on the disk before the row that names it is committed: a crash leaves at most a file nobody refers
 * to.
 */
@Service
public class FileStore {

    private static final Logger log = LoggerFactory.getLogger(FileStore.class);

    private static final long MOST_BYTES = 20L << 20;
    /** What one person may hand in within a day. */
    private static final long MOST_BYTES_A_DAY = 500L << 20;

    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Path folder;
    private final Filling filling;

    FileStore(JdbcClient jdbc, Clock clock, FileSettings settings, Filling filling) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.filling = filling;
        this.folder = settings.folder();
    }

    /**
     * Takes in a file.
     *
     * @param name what the sender calls it; folders in it are dropped
     * @param sender the person, or null for a visitor
     */
    @Transactional
    public Storing store(InputStream content, String name, @Nullable UUID sender) {
        return store(content, name, sender, Sniffer::sniff);
    }

    /** Takes in a table: a current Excel file without macros, or lines of text. */
    @Transactional
    public Storing storeTable(InputStream content, String name, @Nullable UUID sender) {
        return store(content, name, sender, Sniffer::sniffTable);
    }

    private Storing store(InputStream content, String name, @Nullable UUID sender, Judge judge) {
        try {
            Files.createDirectories(folder, OWNER_ONLY);
            var received = Files.createTempFile(folder, "received-", "");
            try {
                return judge(received, copy(content, received), name, sender, judge);
            } finally {
                Files.deleteIfExists(received);
            }
        } catch (IOException e) {
            if (Disk.isFull(e)) {
                log.error("文件目录所在的磁盘已满 / the disk of the files is full: {}", folder);
                throw new NoRoom(e);
            }
            throw new UncheckedIOException(e);
        }
    }

    /** Tells what a file is. */
    private interface Judge {

        Sniffer.Verdict of(Path file) throws IOException;
    }

    public Optional<StoredFile> find(UUID id) {
        return jdbc.sql("select id, sha256, name, media_type, bytes from file.stored where id = :id")
                .param("id", id)
                .query(FileStore::row)
                .optional();
    }

    /**
     * Where the content of a file lies.
     *
     * @throws UncheckedIOException caused by a {@link NoSuchFileException} if it is not there
     */
    public Path contentOf(StoredFile file) {
        var place = place(file.sha256());
        if (!Files.exists(place)) {
            throw new UncheckedIOException(new NoSuchFileException(place.toString()));
        }
        return place;
    }

    private static String copy(InputStream content, Path to) throws IOException {
        var digest = Sha256.digest();
        try (var out = new DigestOutputStream(Files.newOutputStream(to), digest)) {
            var left = MOST_BYTES + 1;
            var buffer = new byte[64 << 10];
            for (int read = content.read(buffer); read > 0 && left > 0; read = content.read(buffer)) {
                out.write(buffer, 0, (int) Math.min(read, left));
                left -= read;
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private Storing judge(Path received, String sha256, String name, @Nullable UUID sender, Judge judge)
            throws IOException {
        var bytes = Files.size(received);
        if (bytes == 0) {
            return new Storing.Rejected(Reason.EMPTY);
        }
        if (bytes > MOST_BYTES) {
            return new Storing.Rejected(Reason.TOO_LARGE);
        }
        if (sender != null && bytesOfToday(sender) + bytes > MOST_BYTES_A_DAY) {
            return new Storing.Rejected(Reason.TOO_MUCH_TODAY);
        }
        var verdict = judge.of(received);
        if (verdict.kind().isEmpty()) {
            return new Storing.Rejected(verdict.otherwise());
        }
        var file = new StoredFile(
                UUID.randomUUID(),
                sha256,
                PlainName.of(name, verdict.kind().get()),
                verdict.kind().get(),
                bytes);
        keep(received, sha256);
        jdbc.sql("""
                        insert into file.stored (id, sha256, name, media_type, bytes, stored_by, stored_at)
                        values (:id, :sha256, :name, :kind, :bytes, :by, :at)
                        """)
                .param("id", file.id())
                .param("sha256", sha256)
                .param("name", file.name())
                .param("kind", file.kind().name())
                .param("bytes", bytes)
                .param("by", sender)
                .param("at", Timestamp.from(clock.instant()))
                .update();
        return new Storing.Stored(file);
    }

    private long bytesOfToday(UUID sender) {
        return jdbc.sql(
                        "select coalesce(sum(bytes), 0)::bigint from file.stored where stored_by = :by and stored_at > :since")
                .param("by", sender)
                .param("since", Timestamp.from(clock.instant().minus(Duration.ofDays(1))))
                .query(Long.class)
                .single();
    }

    /**
     * Puts the content in its place, so that a power cut after this does not take it away: content, entry and folder
     * are on the disk before the row that names them is.
     */
    private void keep(Path received, String sha256) throws IOException {
        var shelf = shelf(sha256);
        var place = shelf.resolve(sha256);
        var later = filling.putsOff(place, shelf, folder);
        if (!Files.exists(place)) {
            Files.createDirectories(shelf, OWNER_ONLY);
            if (!later) {
                Disk.syncFile(received);
            }
            Files.move(received, place, StandardCopyOption.ATOMIC_MOVE);
        }
        if (later) {
            return;
        }
        // Also when it lay there already: whoever put it there a moment ago may not have come so far.
        Disk.syncFolder(shelf);
        Disk.syncFolder(folder);
    }

    private Path place(String sha256) {
        return shelf(sha256).resolve(sha256);
    }

    private Path shelf(String sha256) {
        return folder.resolve(sha256.substring(0, 2));
    }

    private static StoredFile row(ResultSet row, int number) throws SQLException {
        return new StoredFile(
                row.getObject("id", UUID.class),
                row.getString("sha256"),
                row.getString("name"),
                MediaKind.valueOf(row.getString("media_type")),
                row.getLong("bytes"));
    }
}
