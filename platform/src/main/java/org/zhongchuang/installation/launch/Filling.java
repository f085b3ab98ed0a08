package org.zhongchuang.installation.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/**
 * Marks a database that a demonstration is being played into: one that broke off is set aside at the next start.
 *
 * <p>So nothing is lost when what was written last is gone after a power cut: while it is filled, neither a transaction
 * nor a file waits for the disk. All of it is there before the mark is taken away.
 */
@Component
public class Filling implements TransactionExecutionListener {

    private final JdbcClient jdbc;
    private final Set<Path> unsynced = ConcurrentHashMap.newKeySet();
    private volatile boolean runs;

    Filling(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void begin() {
        jdbc.sql("insert into installation.filling (since) values (now())").update();
        runs = true;
    }

    /** Waits until all that was written is on the disk. */
    public void end() {
        runs = false;
        try {
            for (var path : unsynced) {
                if (Files.isDirectory(path)) {
                    Disk.syncFolder(path);
                } else {
                    Disk.syncFile(path);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        unsynced.clear();
        jdbc.sql("delete from installation.filling").update();
    }

    /** Whether files and folders need not be on the disk at once; then they are at the end. */
    public boolean putsOff(Path... paths) {
        if (runs) {
            unsynced.addAll(Set.of(paths));
        }
        return runs;
    }

    @Override
    public void afterBegin(TransactionExecution transaction, @Nullable Throwable failure) {
        if (runs && failure == null && !transaction.isReadOnly()) {
            jdbc.sql("set local synchronous_commit = off").update();
        }
    }
}
