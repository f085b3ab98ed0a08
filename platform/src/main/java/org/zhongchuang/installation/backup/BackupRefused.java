package org.zhongchuang.installation.backup;

import java.io.EOFException;
import java.io.IOException;
import java.util.zip.ZipException;
import org.zhongchuang.installation.launch.Disk;

/** Why a backup could not be kept, checked or restored, in both languages. Nothing half made is left behind. */
public final class BackupRefused extends RuntimeException {

    BackupRefused(String zh, String en) {
        super(zh + " / " + en);
    }

    /** What a failure of the disk or of the file means. */
    static BackupRefused of(IOException failure) {
        var message = String.valueOf(failure.getMessage());
        if (Disk.isFull(failure)) {
            return new BackupRefused(
                    "磁盘已满，没有留下半成品。请腾出空间后重来。",
                    "The disk is full; nothing half made is left behind. Make room and try again.");
        }
        if (failure instanceof EOFException || failure instanceof ZipException || isOfArchive(message)) {
            return damaged(message);
        }
        var why = Disk.reason(failure);
        return new BackupRefused("读写失败：" + why.zh() + "。", "Reading or writing failed: " + why.en() + ".");
    }

    /** The file is not as it was written. */
    static BackupRefused damaged(String where) {
        return new BackupRefused(
                "备份文件已损坏或不完整（%s），没有恢复任何内容。请换一份备份。".formatted(where),
                "The backup is damaged or cut off (%s); nothing was restored. Take another one.".formatted(where));
    }

    private static boolean isOfArchive(String message) {
        return message.contains("Truncated") || message.contains("runcated TAR") || message.contains("orrupted");
    }
}
