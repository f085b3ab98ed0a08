package org.zhongchuang.outside.operation;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhongchuang.outside.operation.Readiness.Check;

/** What a node cannot serve without: a database that takes writes, and a folder that takes files. */
@Configuration(proxyBeanMethods = false)
class ReadinessChecks {

    /** What is written to try the folder. */
    private static final int TRIAL_BYTES = 64 << 10;

    /** With less than this the next uploads and the database's own log are about to fail. */
    private static final long LEAST_FREE_BYTES = 32L << 20;

    @Bean
    static Check databaseCheck(JdbcClient jdbc) {
        return new Database(jdbc);
    }

    @Bean
    static Check filesCheck(@Value("${zhongchuang.files:${zhongchuang.data}/files}") Path folder) {
        return new Folder(folder);
    }

    private record Database(JdbcClient jdbc) implements Check {

        @Override
        public String name() {
            return "database";
        }

        @Override
        public String fault() {
            var readOnly = jdbc.sql("select current_setting('transaction_read_only') = 'on' or pg_is_in_recovery()")
                    .query(Boolean.class)
                    .single();
            return readOnly ? "takes no writes" : "";
        }
    }

    private record Folder(Path folder) implements Check {

        @Override
        public String name() {
            return "files";
        }

        /** Really writes, and to the disk: a full or read-only disk says so only then. */
        @Override
        public String fault() {
            try {
                Files.createDirectories(folder);
                var trial = Files.createTempFile(folder, ".ready-", ".trial");
                try (var channel = FileChannel.open(trial, StandardOpenOption.WRITE)) {
                    var bytes = ByteBuffer.allocate(TRIAL_BYTES);
                    while (bytes.hasRemaining()) {
                        channel.write(bytes);
                    }
                    channel.force(true);
                } finally {
                    Files.delete(trial);
                }
                var free = Files.getFileStore(folder).getUsableSpace();
                return free < LEAST_FREE_BYTES ? "only %d MB are free".formatted(free >> 20) : "";
            } catch (IOException e) {
                return "cannot be written: " + e.getClass().getSimpleName();
            }
        }
    }
}
