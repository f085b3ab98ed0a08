package org.zhongchuang.installation.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.zhongchuang.TestCity;
import org.zhongchuang.ground.file.FileStore;
import org.zhongchuang.ground.file.Storing;
import org.zhongchuang.ground.file.VerifyFiles;
import org.zhongchuang.installation.keys.KnownKeys;
import org.zhongchuang.installation.keys.Purpose;
import org.zhongchuang.installation.launch.BundledPostgres;
import org.zhongchuang.installation.launch.Secrets;
import org.zhongchuang.money.ledger.VerifyLedger;

/** A city that is backed up while it lives, destroyed in mind, and restored in another place. */
class BackupTests extends TestCity {

    private static final char[] PASSPHRASE = "众创 correct horse 电池".toCharArray();

    @Autowired
    private FileStore files;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private KnownKeys known;

    @Value("${zhongchuang.data}")
    private Path data;

    @TempDir
    private Path place;

    @Test
    void aCityThatIsWrittenToAllTheTimeComesBackWhole() throws Exception {
        var acknowledged = ConcurrentHashMap.<UUID>newKeySet();
        var stopped = new AtomicBoolean();
        var begun = new CountDownLatch(40);
        var backup = place.resolve("city.backup");
        Set<UUID> before;
        try (var writers = Executors.newFixedThreadPool(4)) {
            for (int writer = 0; writer < 4; writer++) {
                writers.execute(() -> {
                    while (!stopped.get()) {
                        acknowledged.add(store("written while it is backed up " + UUID.randomUUID()));
                        begun.countDown();
                    }
                });
            }
            begun.await();
            before = Set.copyOf(acknowledged);
            keep(backup, Optional.of(PASSPHRASE));
            stopped.set(true);
        }

        var restored = place.resolve("restored city 恢复");
        var found = new RestoreBackup(backup, PASSPHRASE::clone).restore(restored, _ -> {});

        assertThat(found.about().postgres()).isEqualTo(BundledPostgres.majorVersion());
        assertThat(found.about().migration()).isNotEmpty();
        var server = BundledPostgres.start(restored, new Secrets(restored));
        try {
            var there = JdbcClient.create(new DriverManagerDataSource(server.url(), server.user(), server.password()));
            var rows = there.sql("select id from file.stored").query(UUID.class).list().stream()
                    .collect(Collectors.toSet());
            assertThat(rows).containsAll(before);
            var report = new VerifyFiles(there, restored.resolve("files")).verify();
            assertThat(report.missing()).isEmpty();
            assertThat(report.changed()).isEmpty();
            assertThat(new VerifyLedger(there).verify().fault()).isEmpty();
            assertThat(new VerifyLedger(there).verify().postings())
                    .isEqualTo(new VerifyLedger(jdbc).verify().postings());
            assertThat(there.sql("select count(*) from casework.case_file")
                            .query(Long.class)
                            .single())
                    .isEqualTo(jdbc.sql("select count(*) from casework.case_file")
                            .query(Long.class)
                            .single());
            assertThat(new KnownKeys(there).of(Purpose.PERSONAL_DATA)).isEqualTo(known.of(Purpose.PERSONAL_DATA));
        } finally {
            server.stop();
        }
        assertThat(new Secrets(restored).all()).isEqualTo(new Secrets(data).all());
    }

    @Test
    void anOpenBackupHoldsWhatItsManifestSays() throws IOException {
        store("open");
        var backup = place.resolve("open.tar.gz");

        var kept = keep(backup, Optional.empty());

        assertThat(new RestoreBackup(backup, PASSPHRASE::clone).check(_ -> {}).entries())
                .isEqualTo(kept.entries());
        assertThat(place.toFile().list()).containsExactly("open.tar.gz");
    }

    @Test
    void nothingIsRestoredOfABackupThatIsDamagedCutOffOrSealedOtherwise() throws IOException {
        var sealed = place.resolve("sealed");
        keep(sealed, Optional.of(PASSPHRASE));
        var open = place.resolve("open");
        keep(open, Optional.empty());

        refused(sealed, "another passphrase", "passphrase");
        for (var backup : new Path[] {sealed, open}) {
            var whole = Files.size(backup);
            for (var at : new long[] {10, 60, whole / 3, whole / 2, whole - 5}) {
                flip(backup, at);
                foundOut(backup, "byte " + at);
                flip(backup, at);
            }
            flip(backup, whole / 2);
            refused(backup, new String(PASSPHRASE), "nothing was restored");
            flip(backup, whole / 2);
            assertThat(new RestoreBackup(backup, PASSPHRASE::clone)
                            .check(_ -> {})
                            .entries())
                    .isPositive();
            for (var length : new long[] {whole - 1, whole / 2, 40, 0}) {
                var cut = Files.copy(backup, place.resolve("cut"));
                try (var file = new RandomAccessFile(cut.toFile(), "rw")) {
                    file.setLength(length);
                }
                foundOut(cut, "cut to " + length);
                Files.delete(cut);
            }
        }
        assertThat(place.toFile().list()).containsExactlyInAnyOrder("sealed", "open");
    }

    /** What a damaged byte in an open backup can make of a name. */
    @ParameterizedTest
    @ValueSource(strings = {"first", ".", "first/inside", "nowhere/inside", "../outside", "long"})
    void aNameThatNobodyWroteIsADamageAndNothingIsRestored(String name) throws IOException {
        var backup = place.resolve("misnamed");
        try (var archive =
                new ArchiveWriter(Files.newOutputStream(backup), Optional.empty(), place.resolve("lines"), _ -> {})) {
            archive.text(About.ENTRY, new About("test", "serve", 0, "1", "now").written());
            archive.text("first", new byte[1]);
            archive.text(name.equals("long") ? "x".repeat(300) : name, new byte[1]);
            archive.finish();
        }

        refused(backup, "", "nothing was restored");
        assertThat(place.toFile().list()).containsExactly("misnamed");
    }

    @Test
    void neitherABackupNorAFolderIsOverwritten() throws IOException {
        var backup = Files.writeString(place.resolve("there"), "precious");
        var folder = Files.createDirectory(place.resolve("folder"));
        Files.writeString(folder.resolve("precious"), "precious");

        assertThatThrownBy(() -> keep(backup, Optional.empty()))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("already");
        assertThatThrownBy(() -> keep(data.resolve("inside"), Optional.empty())).isInstanceOf(BackupRefused.class);
        assertThatThrownBy(() -> new RestoreBackup(backup, PASSPHRASE::clone).restore(folder, _ -> {}))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("holds something");
        assertThatThrownBy(() -> new RestoreBackup(backup, PASSPHRASE::clone).restore(place.resolve("new"), _ -> {}))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("no backup");
        assertThat(backup).hasContent("precious");
        assertThat(folder.resolve("precious")).hasContent("precious");
    }

    private static void foundOut(Path backup, String damage) {
        assertThatThrownBy(() -> new RestoreBackup(backup, PASSPHRASE::clone).check(_ -> {}))
                .as("%s of %s", damage, backup.getFileName())
                .isInstanceOf(BackupRefused.class);
    }

    private void refused(Path backup, String passphrase, String why) {
        assertThatThrownBy(() ->
                        new RestoreBackup(backup, passphrase::toCharArray).restore(place.resolve("restored"), _ -> {}))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining(why);
        assertThat(place.resolve("restored")).doesNotExist();
    }

    private static void flip(Path file, long at) throws IOException {
        try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(at);
            var one = bytes.read();
            bytes.seek(at);
            bytes.write(one ^ 0x10);
        }
    }

    private KeepBackup.Kept keep(Path to, Optional<char[]> passphrase) {
        return new KeepBackup(data, data.resolve("files")).keep(to, passphrase, _ -> {});
    }

    private UUID store(String text) {
        var stored = files.store(new ByteArrayInputStream(("%PDF-1.4\n" + text).getBytes(UTF_8)), "a.pdf", null);
        return ((Storing.Stored) stored).file().id();
    }
}
