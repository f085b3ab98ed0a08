package org.zhongchuang.installation.launch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The folder of one installation: closed to everybody else, held by one process at a time, and of one {@link Mode} for
 * ever.
 *
 * <p>The file {@code lock} is held as long as the process lives, whatever ends it; {@code lock.holder} says who that
 * is. The file {@code mode} says what the folder is for.
 */
public final class DataFolder implements AutoCloseable {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    /** Folders that this process holds. To open their lock once more and close it would let go of them. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel lock;

    private DataFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Takes hold of a folder, and makes it where there is none.
     *
     * @throws CannotStart if the folder is of the other mode, in use, or not to be written to
     */
    public static DataFolder hold(Path path, Mode mode) {
        refuseOther(path, mode);
        try {
            makeClosed(path);
            var lock = tryLock(path);
            if (lock.isEmpty()) {
                throw inUse(path);
            }
            var folder = new DataFolder(path, lock.get());
            Files.writeString(path.resolve("lock.holder"), "%d %s".formatted(pid(), mode.word()));
            folder.closeToOthers();
            return folder;
        } catch (IOException e) {
            throw notUsable(path, e);
        }
    }

    /** What a folder is for, if it says so. */
    static Optional<Mode> modeOf(Path path) {
        try {
            var mark = path.resolve("mode");
            return Files.exists(mark) ? Mode.of(Files.readString(mark).strip()) : Optional.empty();
        } catch (IOException e) {
            throw notUsable(path, e);
        }
    }

    /** Takes hold of a folder that is there, whatever it is for; nothing if some process holds it. */
    public static Optional<DataFolder> holdIfFree(Path path) {
        try {
            return tryLock(path).map(lock -> new DataFolder(path, lock));
        } catch (IOException e) {
            throw notUsable(path, e);
        }
    }

    /** Why a folder is not one of ours: what the person at the command line should look at. */
    public static CannotStart none(Path path) {
        if (Files.isRegularFile(path)) {
            return new CannotStart(
                    "%s 是文件，不是数据目录。".formatted(path), "%s is a file and no data folder.".formatted(path));
        }
        if (Files.isDirectory(path) && !Files.isReadable(path)) {
            return new CannotStart(
                    "当前用户不能读取 %s；请用运行本系统的用户执行。".formatted(path),
                    "This user may not read %s: run it as the user that the product runs as.".formatted(path));
        }
        return new CannotStart("%s 不是数据目录。".formatted(path), "%s is no data folder.".formatted(path));
    }

    /** Refuses a folder that says that it is for the other mode. */
    static void refuseOther(Path path, Mode mode) {
        modeOf(path).ifPresent(made -> refuseOther(path, mode, made));
    }

    static void refuseOther(Path path, Mode mode, Mode made) {
        mode.mayTake("数据目录 %s ".formatted(path), "data folder " + path, made);
    }

    /** Makes a folder that nobody else may look into, if it is not there, and everything above it. */
    static void makeClosed(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            return;
        }
        Files.createDirectories(path);
        closed(path);
    }

    /** Writes down for good what this folder is for. */
    void mark(Mode mode) {
        if (Files.exists(path.resolve("mode"))) {
            return;
        }
        try {
            var making = path.resolve("mode.making");
            try (var channel = FileChannel.open(
                    making,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING)) {
                channel.write(ByteBuffer.wrap((mode.word() + "\n").getBytes(StandardCharsets.US_ASCII)));
                channel.force(true);
            }
            Files.move(making, path.resolve("mode"), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw notUsable(path, e);
        }
    }

    /** Gives a part of the folder another name, which says when, and returns it. Nothing is deleted. */
    Path moveAside(Path part) {
        var moment = MOMENT.format(LocalDateTime.now(Clock.system(ZoneId.of("Asia/Shanghai"))));
        try {
            var aside = part.resolveSibling("%s.%s".formatted(part.getFileName(), moment));
            for (int again = 2; Files.exists(aside); again++) {
                aside = part.resolveSibling("%s.%s-%d".formatted(part.getFileName(), moment, again));
            }
            return Files.move(part, aside, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw notUsable(path, e);
        }
    }

    /** Lets go of the folder. */
    @Override
    public void close() {
        try {
            if (lock.isOpen()) {
                Files.deleteIfExists(path.resolve("lock.holder"));
            }
            lock.close();
            HELD.remove(path);
        } catch (IOException e) {
            throw notUsable(path, e);
        }
    }

    private static Optional<FileChannel> tryLock(Path path) throws IOException {
        if (!HELD.add(path)) {
            return Optional.empty();
        }
        var channel = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            HELD.remove(path);
            return Optional.empty();
        }
        return Optional.of(channel);
    }

    private static CannotStart inUse(Path path) throws IOException {
        var holder = holder(path);
        return new CannotStart(
                "数据目录 %s 正被%s使用；请先停止它，或用 --data 另选目录。"
                        .formatted(path, holder.isEmpty() ? "另一个进程" : "进程 " + holder + " "),
                "The data folder %s is in use by %s; stop it first, or choose another folder with --data."
                        .formatted(path, holder.isEmpty() ? "another process" : "process " + holder));
    }

    private static String holder(Path path) throws IOException {
        var file = path.resolve("lock.holder");
        if (!Files.exists(file)) {
            return "";
        }
        var words = Files.readString(file).strip().split(" ", 2);
        return words.length == 2 ? "%s (%s)".formatted(words[0], words[1]) : words[0];
    }

    /** Only what is ours is closed: a folder that somebody named by mistake keeps its doors. */
    private void closeToOthers() throws IOException {
        for (var part : new String[] {"files", "secrets", "postgres"}) {
            if (Files.isDirectory(path.resolve(part))) {
                closed(path.resolve(part));
                closed(path);
            }
        }
    }

    private static void closed(Path folder) throws IOException {
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(folder, OWNER_ONLY);
        }
    }

    private static long pid() {
        return ProcessHandle.current().pid();
    }

    /** Why a folder cannot be used, in words that its owner can act upon. */
    static CannotStart notUsable(Path path, IOException e) {
        var reason = e instanceof FileSystemException of
                ? Optional.ofNullable(of.getReason()).orElse("")
                : "";
        if (Disk.isFull(e)) {
            return new CannotStart(
                    "磁盘已满：%s 所在的卷没有空间了。".formatted(path),
                    "The disk is full: no space is left where %s is.".formatted(path));
        }
        var what = e instanceof FileSystemException of
                ? Optional.ofNullable(of.getFile()).orElse(path.toString())
                : path;
        if (e instanceof AccessDeniedException || reason.contains("Read-only")) {
            return new CannotStart(
                    "数据目录不可写：%s。请改权限，或用 --data 另选目录。".formatted(what),
                    "The data folder is not writable: %s. Change its permissions, or choose another with --data."
                            .formatted(what));
        }
        var why = Disk.reason(e);
        return new CannotStart(
                "数据目录 %s 不能使用：%s。".formatted(path, why.zh()),
                "The data folder %s cannot be used: %s.".formatted(path, why.en()));
    }
}
