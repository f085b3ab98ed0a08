package org.zhongchuang.installation.launch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/** What whoever writes files asks of the disk: that it keeps them through a power cut, and whether it is full. */
public final class Disk {

    private Disk() {}

    /** Why something failed, in both languages. */
    public record Why(String zh, String en) {}

    /** Sees to it that the content of a file is on the disk. */
    public static void syncFile(Path file) throws IOException {
        sync(file, StandardOpenOption.WRITE);
    }

    /** Sees to it that the entries of a folder are on the disk. */
    public static void syncFolder(Path folder) throws IOException {
        sync(folder, StandardOpenOption.READ);
    }

    private static void sync(Path path, StandardOpenOption how) throws IOException {
        try (var channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }

    /** Whether something failed because no room is left, or none for this user. */
    public static boolean isFull(Throwable failure) {
        var message = String.valueOf(failure.getMessage());
        return message.contains("No space left") || message.contains("quota exceeded");
    }

    /** Why a file or a folder could not be read or written, in words. */
    public static Why reason(IOException failure) {
        if (!(failure instanceof FileSystemException of) || of.getFile() == null) {
            var message = String.valueOf(failure.getMessage());
            return new Why(message, message);
        }
        var file = of.getFile();
        return switch (failure) {
            case AccessDeniedException _ -> new Why("没有权限读写 " + file, "no permission for " + file);
            case NoSuchFileException _ -> new Why("没有 " + file, "there is no " + file);
            case FileAlreadyExistsException _ -> new Why(file + " 已存在", file + " is there already");
            default -> {
                var reason = Objects.requireNonNullElse(of.getReason(), "");
                yield reason.contains("Not a directory")
                        ? new Why(file + " 的上级不是目录", "what " + file + " would lie in is no folder")
                        : new Why(file + "：" + reason, file + ": " + reason);
            }
        };
    }
}
