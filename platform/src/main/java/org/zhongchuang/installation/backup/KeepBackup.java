package org.zhongchuang.installation.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import org.zhongchuang.installation.launch.BundledPostgres;
import org.zhongchuang.installation.launch.CannotStart;
import org.zhongchuang.installation.launch.DataFolder;
import org.zhongchuang.installation.launch.Disk;
import org.zhongchuang.installation.launch.Secrets;

/**
 * Keeps a backup of an installation: database, files and keys of one moment in one file.
 *
 * <p>The files are copied after the database. A file lies on the disk before the row that names it is committed, and is
 * never changed afterwards: so whatever the copied database names is there to be copied, and what came later is merely
 * a file without a row.
 */
public final class KeepBackup {

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final Path data;
    private final Path files;
    private final Secrets secrets;

    /** @param files where the files of that data folder lie */
    public KeepBackup(Path data, Path files) {
        this.data = data;
        this.files = files;
        this.secrets = new Secrets(data);
    }

    /**
     * What was kept.
     *
     * @param database whether the database is inside; where the city runs its own, it is not
     * @param position up to where in the log of the database, or empty
     * @param bytes before packing
     * @param damaged files whose content no longer has the hash it is kept under
     */
    public record Kept(
            About about,
            boolean database,
            String position,
            long entries,
            long bytes,
            long size,
            List<String> damaged) {}

    /**
     * Writes the backup beside its place and renames it when it is whole and on the disk.
     *
     * @param passphrase seals it; without it the keys lie open in the file
     * @param progress is told how many bytes have been taken in
     * @throws CannotStart if that is no data folder
     * @throws BackupRefused if it cannot be kept; nothing is left behind then
     */
    public Kept keep(Path to, Optional<char[]> passphrase, LongConsumer progress) {
        if (!Files.isDirectory(data.resolve("secrets")) && !BundledPostgres.isThere(data)) {
            throw DataFolder.none(data);
        }
        if (Files.exists(to)) {
            throw new BackupRefused(to + " 已存在，不会覆盖。", to + " is there already and is not overwritten.");
        }
        if (to.startsWith(data) || to.startsWith(files)) {
            throw new BackupRefused("备份不能放在它所备份的目录里。", "A backup does not belong into the folder it is of.");
        }
        try {
            var folder = Optional.ofNullable(to.getParent()).orElseThrow();
            if (!Files.isDirectory(folder)) {
                throw new BackupRefused("没有目录 " + folder + "。", "There is no folder " + folder + ".");
            }
            var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            var making = Files.createTempFile(folder, ".zhongchuang-", ".making", ownerOnly);
            try {
                var kept = write(making, passphrase, progress);
                if (Files.exists(to)) {
                    throw new BackupRefused(to + " 已存在，不会覆盖。", to + " is there already and is not overwritten.");
                }
                Files.move(making, to, StandardCopyOption.ATOMIC_MOVE);
                Disk.syncFolder(folder);
                return kept;
            } finally {
                Files.deleteIfExists(making);
            }
        } catch (IOException e) {
            throw BackupRefused.of(e);
        } catch (UncheckedIOException e) {
            throw BackupRefused.of(java.util.Objects.requireNonNull(e.getCause()));
        } catch (SQLException e) {
            throw new BackupRefused("数据库没有完成备份：" + e.getMessage(), "The database did not finish: " + e.getMessage());
        }
    }

    private Kept write(Path making, Optional<char[]> passphrase, LongConsumer progress)
            throws IOException, SQLException {
        var damaged = new ArrayList<String>();
        var position = "";
        var inside = BundledPostgres.isThere(data);
        About about;
        long entries;
        long bytes;
        var lines = Path.of(making + ".lines");
        try (var archive = new ArchiveWriter(Files.newOutputStream(making), passphrase, lines, progress)) {
            if (inside) {
                // Nobody starts the product on a folder whose server runs for us; where it runs, its server is asked.
                var held = DataFolder.holdIfFree(data);
                try {
                    var server = BundledPostgres.start(data, secrets);
                    try (var connection = DriverManager.getConnection(server.url(), server.user(), server.password())) {
                        about = about(connection);
                        archive.text(About.ENTRY, about.written());
                        position = new DatabaseCopy(data.resolve("postgres/cluster"), connection).into(archive);
                    } finally {
                        if (held.isPresent()) {
                            server.stop();
                        }
                    }
                } finally {
                    held.ifPresent(DataFolder::close);
                }
            } else {
                about = new About(product(), mode(), 0, "", "");
                archive.text(About.ENTRY, about.written());
            }
            copyFiles(archive, damaged);
            copyKeys(archive);
            archive.finish();
            entries = archive.entries();
            bytes = archive.bytes();
        }
        Disk.syncFile(making);
        return new Kept(about, inside, position, entries, bytes, Files.size(making), damaged);
    }

    private About about(Connection connection) throws SQLException, IOException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        select to_char(now() at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI:SS') taken,
                               (select version from public.flyway_schema_history
                                 where success and version is not null order by installed_rank desc limit 1) version
                        """)) {
            row.next();
            return new About(
                    product(),
                    mode(),
                    Integer.parseInt(Files.readString(data.resolve("postgres/cluster/PG_VERSION"))
                            .strip()),
                    Optional.ofNullable(row.getString("version")).orElse(""),
                    row.getString("taken"));
        }
    }

    private static String product() {
        return Optional.ofNullable(KeepBackup.class.getPackage().getImplementationVersion())
                .orElse("development");
    }

    private String mode() throws IOException {
        var mark = data.resolve("mode");
        return Files.exists(mark) ? Files.readString(mark).strip() : "";
    }

    private void copyFiles(ArchiveWriter archive, List<String> damaged) throws IOException {
        archive.folder("files");
        if (!Files.isDirectory(files)) {
            return;
        }
        for (int shelf = 0; shelf < 256; shelf++) {
            var name = "%02x".formatted(shelf);
            var folder = files.resolve(name);
            if (Files.isDirectory(folder)) {
                archive.folder("files/" + name);
                try (var content = Files.newDirectoryStream(folder)) {
                    for (var file : content) {
                        var hash = file.getFileName().toString();
                        if (HASH.matcher(hash).matches()) {
                            archive.file("files/" + name + "/" + hash, file)
                                    .filter(found -> !found.equals(hash))
                                    .ifPresent(_ -> damaged.add(hash));
                        }
                    }
                }
            }
        }
    }

    private void copyKeys(ArchiveWriter archive) throws IOException {
        archive.folder("secrets");
        for (var secret : secrets.all().entrySet()) {
            archive.text("secrets/" + secret.getKey(), secret.getValue().getBytes(UTF_8));
        }
        if (!mode().isEmpty()) {
            archive.text("mode", (mode() + "\n").getBytes(UTF_8));
        }
    }
}
