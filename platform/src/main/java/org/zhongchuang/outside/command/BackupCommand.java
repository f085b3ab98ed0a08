package org.zhongchuang.outside.command;

import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.zhongchuang.installation.backup.BackupRefused;
import org.zhongchuang.installation.backup.KeepBackup;
import org.zhongchuang.installation.backup.RestoreBackup;
import org.zhongchuang.outside.command.Commands.BadInput;
import org.zhongchuang.outside.command.Commands.Line;

/** Keeps, checks and restores backups of a data folder. */
final class BackupCommand {

    private static final int FAULT = 10;

    /** After how many bytes the next sign of life is given. */
    private static final long STEP = 256L << 20;

    private BackupCommand() {}

    static int keep(Line line, PrintStream out, PrintStream err) {
        var data = folder(line.option("data"));
        var files = Optional.ofNullable(line.has("files") ? line.option("files") : System.getenv("ZHONGCHUANG_FILES"))
                .map(BackupCommand::folder)
                .orElse(data.resolve("files"));
        var to = folder(line.option("to"));
        var passphrase = passphrase(line);
        err.println("▸ 备份 / keeping a backup: %s → %s".formatted(data, to));
        var kept = refusing(() -> new KeepBackup(data, files).keep(to, passphrase, progress(err)));
        if (passphrase.isEmpty()) {
            err.println(
                    "! 密钥和全部数据在备份文件中未加密：请像保管密钥一样保管它，或用 --passphrase-file / --encrypt 加密。/ Keys and data lie open in this file: keep it as you keep the keys, or seal it with --passphrase-file or --encrypt.");
        }
        if (!kept.database()) {
            err.println(
                    "! 数据库不在其中：这个目录用的是您自己的 PostgreSQL。请由其管理员先备份数据库（pg_basebackup -D DIR -X stream，或 pg_dump -Fc），再运行本命令；恢复时两者一起恢复。/ The database is not inside: this folder works with a PostgreSQL of your own. Have its administrator keep it first (pg_basebackup -D DIR -X stream, or pg_dump -Fc), then run this command; restore both together.");
        }
        kept.damaged()
                .forEach(hash ->
                        err.println("! 文件内容与其校验值不符 / the content of this file does not have its hash: files/%s/%s"
                                .formatted(hash.substring(0, 2), hash)));
        if (line.has("json")) {
            var answer = new LinkedHashMap<String, Object>();
            answer.put("to", to.toString());
            answer.put("entries", kept.entries());
            answer.put("bytes", kept.bytes());
            answer.put("size", kept.size());
            answer.put("position", kept.position());
            answer.put("encrypted", passphrase.isPresent());
            answer.put("damaged", kept.damaged());
            out.println(Json.write(answer));
        } else {
            out.println("✓ 备份完成 / backup kept: %s（%d 项 entries，%s → %s，日志位置 log position %s）"
                    .formatted(to, kept.entries(), size(kept.bytes()), size(kept.size()), kept.position()));
        }
        return kept.damaged().isEmpty() ? Commands.DONE : FAULT;
    }

    static int restore(Line line, PrintStream out, PrintStream err) {
        var from = file(line.word(1, "FILE"));
        var data = folder(line.option("data"));
        err.println("▸ 恢复 / restoring: %s → %s".formatted(from, data));
        var found = refusing(() -> new RestoreBackup(from, () -> asked(line)).restore(data, progress(err)));
        if (found.about().postgres() == 0) {
            err.println(
                    "! 数据库不在备份中：请由管理员恢复 PostgreSQL，再用 --database 启动。/ The database was not in the backup: have its administrator restore it, then start with --database.");
        }
        say(line, out, "恢复完成 / restored", found);
        var mode = found.about().mode().equals("demo") ? "demo" : "serve";
        err.println("▸ 现在可以启动 / start it now: ./zhongchuang %s --data %s".formatted(mode, data));
        return Commands.DONE;
    }

    static int verify(Line line, PrintStream out, PrintStream err) {
        var from = file(line.word(2, "FILE"));
        say(
                line,
                out,
                "备份完好 / the backup is whole",
                refusing(() -> new RestoreBackup(from, () -> asked(line)).check(progress(err))));
        return Commands.DONE;
    }

    private static void say(Line line, PrintStream out, String what, RestoreBackup.Found found) {
        var about = found.about();
        if (line.has("json")) {
            var answer = new LinkedHashMap<String, Object>();
            answer.put("entries", found.entries());
            answer.put("begun", about.begun());
            answer.put("mode", about.mode());
            answer.put("product", about.product());
            answer.put("postgres", about.postgres());
            answer.put("migration", about.migration());
            out.println(Json.write(answer));
        } else {
            out.println("✓ %s：%d 项 entries，%s，%s，版本 version %s，PostgreSQL %d，迁移 migration %s"
                    .formatted(
                            what,
                            found.entries(),
                            about.begun(),
                            about.mode(),
                            about.product(),
                            about.postgres(),
                            about.migration()));
        }
    }

    private static <T> T refusing(Supplier<T> act) {
        try {
            return act.get();
        } catch (BackupRefused e) {
            throw new BadInput(String.valueOf(e.getMessage()));
        }
    }

    private static LongConsumer progress(PrintStream err) {
        var next = new long[] {STEP};
        return bytes -> {
            if (bytes >= next[0]) {
                err.println("  … " + size(bytes));
                next[0] = bytes + STEP;
            }
        };
    }

    private static Optional<char[]> passphrase(Line line) {
        if (line.has("passphrase-file")) {
            return Optional.of(written(line));
        }
        if (!line.has("encrypt")) {
            return Optional.empty();
        }
        var typed = typed("口令 / passphrase: ");
        if (!Arrays.equals(typed, typed("再输一次 / once more: "))) {
            throw new BadInput("两次口令不同 / the two passphrases differ");
        }
        return Optional.of(typed);
    }

    private static char[] asked(Line line) {
        return line.has("passphrase-file") ? written(line) : typed("备份已加密，口令 / the backup is sealed, passphrase: ");
    }

    private static char[] written(Line line) {
        try {
            var passphrase =
                    Files.readString(file(line.option("passphrase-file"))).strip();
            if (passphrase.length() < 8) {
                throw new BadInput("口令至少8个字符 / a passphrase has eight characters or more");
            }
            return passphrase.toCharArray();
        } catch (IOException e) {
            throw new BadInput("--passphrase-file: 读不到 / cannot be read: " + e.getMessage());
        }
    }

    private static char[] typed(String prompt) {
        return Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .map(console -> console.readPassword(prompt))
                .orElseThrow(
                        () -> new BadInput(
                                "没有终端可以输入口令，请用 --passphrase-file / no terminal to ask for the passphrase: use --passphrase-file"));
    }

    static Path folder(String path) {
        return Path.of(path).toAbsolutePath().normalize();
    }

    private static Path file(String path) {
        var file = folder(path);
        if (!Files.isRegularFile(file)) {
            throw new BadInput("没有文件 %s / there is no file %s".formatted(file, file));
        }
        return file;
    }

    private static String size(long bytes) {
        return "%d.%d MB".formatted(bytes / 1_000_000, bytes / 100_000 % 10);
    }
}
