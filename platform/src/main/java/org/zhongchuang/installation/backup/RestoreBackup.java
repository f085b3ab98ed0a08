package org.zhongchuang.installation.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.zhongchuang.installation.launch.BundledPostgres;
import org.zhongchuang.installation.launch.Disk;

/**
 * Makes a data folder of a backup, or only checks one. The folder appears when everything has been read, compared with
 * its hash and written to the disk; until then there is none.
 */
public final class RestoreBackup {

    private final Path backup;
    private final Supplier<char[]> passphrase;

    /** @param passphrase is asked only if the backup is sealed */
    public RestoreBackup(Path backup, Supplier<char[]> passphrase) {
        this.backup = backup;
        this.passphrase = passphrase;
    }

    /** What was found in the backup: what it says of itself, and how many entries it has. */
    public record Found(About about, long entries) {}

    /**
     * Reads the whole backup and compares every hash; writes nothing but a list of hashes, which goes again.
     *
     * @throws BackupRefused if it is damaged, or sealed with another passphrase
     */
    public Found check(LongConsumer progress) {
        try {
            var lines = Files.createTempFile("zhongchuang-", ".lines");
            try {
                var onlyLooking = new Writing(null);
                var entries = new ArchiveReader(backup, passphrase).read(onlyLooking, lines, progress);
                return new Found(onlyLooking.about(), entries);
            } finally {
                Files.deleteIfExists(lines);
            }
        } catch (IOException e) {
            throw BackupRefused.of(e);
        }
    }

    /**
     * Makes the folder.
     *
     * @param data must not be there, or be empty
     * @throws BackupRefused if it holds anything, or if the backup is damaged; nothing is left behind then
     */
    public Found restore(Path data, LongConsumer progress) {
        try {
            refuseWhatHoldsAnything(data);
            var parent = Optional.ofNullable(data.getParent()).orElseThrow();
            Files.createDirectories(parent);
            var making = Files.createTempDirectory(parent, "." + data.getFileName() + ".restoring-");
            var lines = Path.of(making + ".lines");
            try {
                var writing = new Writing(making);
                var entries = new ArchiveReader(backup, passphrase).read(writing, lines, progress);
                syncFolders(making);
                Files.move(making, data, StandardCopyOption.ATOMIC_MOVE);
                Disk.syncFolder(parent);
                return new Found(writing.about(), entries);
            } finally {
                Files.deleteIfExists(lines);
                deleteTree(making);
            }
        } catch (IOException e) {
            throw BackupRefused.of(e);
        }
    }

    private static void refuseWhatHoldsAnything(Path data) throws IOException {
        if (!Files.exists(data)) {
            return;
        }
        if (Files.isDirectory(data)) {
            try (var content = Files.newDirectoryStream(data)) {
                if (!content.iterator().hasNext()) {
                    return;
                }
            }
        }
        throw new BackupRefused(
                data + " 里已有内容，没有做任何改动。请另选一个不存在或空的目录。",
                data + " holds something already; nothing was changed. Choose a folder that is empty or not there.");
    }

    /** Writes what is read below a folder, or nowhere. */
    private static final class Writing implements ArchiveReader.Taker {

        private final @Nullable Path root;
        private @Nullable About about;

        Writing(@Nullable Path root) {
            this.root = root;
        }

        About about() {
            if (about == null) {
                throw BackupRefused.damaged(About.ENTRY);
            }
            return about;
        }

        @Override
        public void about(About said) {
            about = said;
            if (root != null && said.postgres() != 0 && said.postgres() != BundledPostgres.majorVersion()) {
                throw new BackupRefused(
                        "备份来自 PostgreSQL %d，这个版本带的是 %d；请用写下它的版本（%s）恢复。"
                                .formatted(said.postgres(), BundledPostgres.majorVersion(), said.product()),
                        "The backup is of PostgreSQL %d and this version comes with %d; restore it with the version that kept it (%s)."
                                .formatted(said.postgres(), BundledPostgres.majorVersion(), said.product()));
            }
        }

        @Override
        public void folder(String name) throws IOException {
            if (root != null) {
                make(name, () -> Files.createDirectories(place(root, name), ownerOnly("rwx------")));
            }
        }

        @Override
        public OutputStream file(String name) throws IOException {
            if (root == null) {
                return OutputStream.nullOutputStream();
            }
            var file = make(name, () -> Files.createFile(place(root, name), ownerOnly("rw-------")));
            var channel = FileChannel.open(file, StandardOpenOption.WRITE);
            return new OutputStream() {
                private final OutputStream out = Channels.newOutputStream(channel);

                @Override
                public void write(int one) throws IOException {
                    out.write(one);
                }

                @Override
                public void write(byte[] bytes, int from, int length) throws IOException {
                    out.write(bytes, from, length);
                }

                @Override
                public void close() throws IOException {
                    try (channel) {
                        channel.force(true);
                    }
                }
            };
        }

        private interface Making {

            Path make() throws IOException;
        }

        /** Makes a file or folder. The place is empty and ours: a name that it does not take was not written by us. */
        private static Path make(String name, Making making) throws IOException {
            try {
                return making.make();
            } catch (FileSystemException e) {
                if (Disk.isFull(e) || e instanceof AccessDeniedException) {
                    throw e;
                }
                throw BackupRefused.damaged(name);
            } catch (InvalidPathException _) {
                throw BackupRefused.damaged(name);
            }
        }

        private static Path place(Path root, String name) {
            var place = root.resolve(name).normalize();
            if (!place.startsWith(root)) {
                throw BackupRefused.damaged(name);
            }
            return place;
        }

        private static java.nio.file.attribute.FileAttribute<?> ownerOnly(String permissions) {
            return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
        }
    }

    private static void syncFolders(Path root) throws IOException {
        try (var paths = Files.walk(root)) {
            for (var folder : (Iterable<Path>) paths.filter(Files::isDirectory)::iterator) {
                Disk.syncFolder(folder);
            }
        }
    }

    private static void deleteTree(Path root) throws IOException {
        if (Files.exists(root)) {
            try (var paths = Files.walk(root)) {
                for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
