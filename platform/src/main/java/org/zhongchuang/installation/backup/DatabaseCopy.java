package org.zhongchuang.installation.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Copies the cluster of a running PostgreSQL, by the documented low-level way: begin, copy, end, and the write-ahead
 * log in between. While it is copied everybody goes on writing; what the copy becomes is the database at its end.
 */
final class DatabaseCopy {

    private static final String CLUSTER = "postgres/cluster/";

    /** What a server makes anew when it starts. Their folders have to be there, empty. */
    private static final Set<String> EMPTIED = Set.of(
            "pg_wal",
            "pg_replslot",
            "pg_dynshmem",
            "pg_notify",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans");

    private static final Set<String> LEFT_OUT = Set.of(
            "postmaster.pid",
            "postmaster.opts",
            "backup_label",
            "backup_label.old",
            "tablespace_map",
            "postgresql.auto.conf.tmp");

    private static final Pattern START_FILE = Pattern.compile("START WAL LOCATION: \\S+ \\(file ([0-9A-F]{24})\\)");
    private static final Pattern SEGMENT = Pattern.compile("[0-9A-F]{24}|[0-9A-F]{8}\\.history");

    private final Path cluster;
    private final Connection connection;

    /** @param connection of the superuser; the backup belongs to it and ends with it */
    DatabaseCopy(Path cluster, Connection connection) {
        this.cluster = cluster;
        this.connection = connection;
    }

    /** Copies everything; returns the position in the log that it was copied up to. */
    String into(ArchiveWriter archive) throws IOException, SQLException {
        // The slot keeps the server from recycling the log that the copy needs. It goes with the connection.
        ask("select pg_create_physical_replication_slot('zhongchuang_backup_' || pg_backend_pid(), true, true)");
        ask("select pg_backup_start('zhongchuang', true)");
        archive.folder("postgres");
        archive.folder("postgres/cluster");
        copy(archive, cluster);
        // Last, as pg_basebackup does: it says from where the log is read again.
        archive.file(CLUSTER + "global/pg_control", cluster.resolve("global/pg_control"));
        String end;
        String label;
        String last;
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select lsn::text, labelfile, pg_walfile_name(lsn) segment from pg_backup_stop(false)")) {
            row.next();
            end = row.getString("lsn");
            label = row.getString("labelfile");
            last = row.getString("segment");
        }
        archive.text(CLUSTER + "backup_label", label.getBytes(UTF_8));
        var first = START_FILE.matcher(label);
        if (!first.find()) {
            throw new IOException("backup_label without a start: " + label);
        }
        for (var segment : segments(first.group(1), last)) {
            archive.file(
                    CLUSTER + "pg_wal/" + segment, cluster.resolve("pg_wal").resolve(segment));
        }
        return end;
    }

    private void copy(ArchiveWriter archive, Path folder) throws IOException {
        for (var path : sorted(folder)) {
            var inside = cluster.relativize(path).toString();
            if (LEFT_OUT.contains(inside) || isTemporary(path.getFileName().toString())) {
                continue;
            }
            if (Files.isDirectory(path)) {
                archive.folder(CLUSTER + inside);
                if (inside.equals("pg_wal")) {
                    archive.folder(CLUSTER + "pg_wal/archive_status");
                } else if (!EMPTIED.contains(inside)) {
                    copy(archive, path);
                }
            } else if (!inside.equals("global/pg_control")) {
                archive.file(CLUSTER + inside, path);
            }
        }
    }

    private static boolean isTemporary(String name) {
        return name.startsWith("pgsql_tmp") || name.startsWith("pg_internal.init") || name.matches("t\\d+_\\d+.*");
    }

    private static List<Path> sorted(Path folder) throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.sorted().toList();
        }
    }

    private List<String> segments(String first, String last) throws IOException {
        return sorted(cluster.resolve("pg_wal")).stream()
                .map(path -> path.getFileName().toString())
                .filter(name -> SEGMENT.matcher(name).matches())
                .filter(name -> name.endsWith(".history") || (name.compareTo(first) >= 0 && name.compareTo(last) <= 0))
                .toList();
    }

    private void ask(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
