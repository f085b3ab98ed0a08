package org.zhongchuang.launch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What whoever writes files asks of the disk: that it keeps them through a power cut, and whether it is full. */
public final class Disk {

    private Disk() {}

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
}
