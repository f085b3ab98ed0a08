package org.zhongchuang.ground.file;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhongchuang.ground.kernel.Sha256;

/** Finds rows whose file is missing or changed, and files that no row names. */
public final class VerifyFiles {

    private static final int PORTION = 1_000;

    private final JdbcClient jdbc;
    private final Path folder;

    public VerifyFiles(JdbcClient jdbc, Path folder) {
        this.jdbc = jdbc;
        this.folder = folder;
    }

    /**
     * What was found, by hash.
     *
     * @param rows how many different contents the rows name
     * @param unclaimed harmless: of acts that were broken off, or under way just now
     */
    public record Report(long rows, List<String> missing, List<String> changed, List<String> unclaimed) {

        public boolean isSound() {
            return missing.isEmpty() && changed.isEmpty();
        }
    }

    public Report verify() {
        var missing = new ArrayList<String>();
        var changed = new ArrayList<String>();
        var rows = 0L;
        // The folder first: what is stored meanwhile has a row by then.
        var lying = unclaimed();
        for (var portion = after(""); !portion.isEmpty(); portion = after(portion.getLast())) {
            for (var hash : portion) {
                rows++;
                lying.remove(hash);
                var file = folder.resolve(hash.substring(0, 2)).resolve(hash);
                if (!Files.exists(file)) {
                    missing.add(hash);
                } else if (!hashOf(file).equals(hash)) {
                    changed.add(hash);
                }
            }
        }
        return new Report(rows, missing, changed, lying.stream().sorted().toList());
    }

    private List<String> after(String last) {
        return jdbc.sql("select distinct sha256 from file.stored where sha256 > :last order by sha256 limit :most")
                .param("last", last)
                .param("most", PORTION)
                .query((row, _) -> row.getString("sha256"))
                .list();
    }

    private java.util.Set<String> unclaimed() {
        var found = new java.util.HashSet<String>();
        if (Files.isDirectory(folder)) {
            try (var paths = Files.walk(folder, 2)) {
                paths.filter(Files::isRegularFile)
                        .forEach(file -> found.add(file.getFileName().toString()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return found;
    }

    private static String hashOf(Path file) {
        var digest = Sha256.digest();
        try (var out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            Files.copy(file, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
