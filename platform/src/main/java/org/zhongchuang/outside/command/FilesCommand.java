package org.zhongchuang.outside.command;

import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhongchuang.ground.file.VerifyFiles;
import org.zhongchuang.outside.command.Commands.Line;

/** Compares the rows of files with what lies in the folder. */
final class FilesCommand {

    private static final int FAULT = 10;

    private FilesCommand() {}

    static int verify(Line line, PrintStream out) {
        var folder = Optional.ofNullable(line.has("files") ? line.option("files") : System.getenv("ZHONGCHUANG_FILES"))
                .map(BackupCommand::folder)
                .orElse(DatabaseOf.data(line).resolve("files"));
        var report = DatabaseOf.asked(line, source -> new VerifyFiles(JdbcClient.create(source), folder).verify());
        if (line.has("json")) {
            out.println(Json.write(Map.of(
                    "rows", report.rows(),
                    "missing", report.missing(),
                    "changed", report.changed(),
                    "unclaimed", report.unclaimed())));
        } else {
            report.missing().forEach(one -> out.println("✕ 有登记无文件 / a row without its file: " + one));
            report.changed().forEach(one -> out.println("✕ 内容与校验值不符 / the content does not have its hash: " + one));
            report.unclaimed().forEach(one -> out.println("· 有文件无登记（可能是未完成的提交）/ a file without a row: " + one));
            out.println("%s %d 份 files：缺失 missing %d，已变 changed %d，无登记 without a row %d"
                    .formatted(
                            report.isSound() ? "✓" : "✕",
                            report.rows(),
                            report.missing().size(),
                            report.changed().size(),
                            report.unclaimed().size()));
        }
        return report.isSound() ? Commands.DONE : FAULT;
    }
}
