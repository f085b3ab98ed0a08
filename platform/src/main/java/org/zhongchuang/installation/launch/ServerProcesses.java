package org.zhongchuang.installation.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The processes of servers that run from the same binaries, as the system shows them. */
final class ServerProcesses {

    private static final Logger log = LoggerFactory.getLogger(ServerProcesses.class);

    /** How long one that was killed may take to be gone, in seconds. */
    private static final long PATIENCE = 10;

    private final PostgresBinaries binaries;

    ServerProcesses(PostgresBinaries binaries) {
        this.binaries = binaries;
    }

    Stream<ProcessHandle> all() {
        return ProcessHandle.allProcesses().filter(this::isOne);
    }

    boolean isOne(ProcessHandle process) {
        return process.info().command().filter(binaries::contain).isPresent();
    }

    /**
     * Ends what a killed server has left behind: in the middle of a long query such a process notices nothing, keeps
     * the old server's memory, and no new one starts beside it. Nothing is lost by it; the log has what was committed.
     */
    void endOrphans(Path cluster) {
        all().filter(process -> worksIn(process.pid(), cluster)).forEach(orphan -> {
            log.warn("结束被杀死的数据库留下的进程 / ending what a killed PostgreSQL has left: {}", orphan.pid());
            orphan.destroyForcibly();
            orphan.onExit()
                    .orTimeout(PATIENCE, TimeUnit.SECONDS)
                    .exceptionally(_ -> orphan)
                    .join();
        });
    }

    /** Every process of a server works in the folder of its cluster. */
    private static boolean worksIn(long pid, Path folder) {
        try {
            return Files.isSameFile(Path.of("/proc", Long.toString(pid), "cwd"), folder);
        } catch (IOException _) {
            return false;
        }
    }

    static boolean isAlive(@Nullable ProcessHandle process) {
        return process != null && process.isAlive() && !isZombie(process.pid());
    }

    /** Whether a process has ended and its parent has not taken note of it. */
    static boolean isZombie(long pid) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), "stat"))
                    .contains(") Z ");
        } catch (IOException _) {
            return false;
        }
    }
}
