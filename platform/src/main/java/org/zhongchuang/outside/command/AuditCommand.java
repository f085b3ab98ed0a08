package org.zhongchuang.outside.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.zhongchuang.ground.audit.Head;
import org.zhongchuang.ground.audit.RecordedActs;
import org.zhongchuang.ground.audit.VerifySeals;
import org.zhongchuang.outside.command.Commands.BadInput;
import org.zhongchuang.outside.command.Commands.Line;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Hashes the whole record of acts again, from the data folder, whether the product runs or not. */
final class AuditCommand {

    private static final JsonMapper JSON = new JsonMapper();

    private AuditCommand() {}

    static int verify(Line line, PrintStream out) {
        var report = LedgerCommand.onSnapshot(
                line, jdbc -> new VerifySeals(jdbc).verify(new RecordedActs(jdbc), kept(line)));
        if (line.has("json")) {
            out.println(Json.write(Map.of(
                    "rows",
                    report.rows(),
                    "sealed",
                    report.sealed(),
                    "heads",
                    report.heads(),
                    "fault",
                    report.fault().map(one -> one.en()).orElse(""))));
        } else {
            out.println(report.fault()
                    .map(fault -> "✕ " + fault.zh() + " / " + fault.en())
                    .orElse("✓ 操作记录未被改动 / the record of acts verifies: %d 行 rows, %d 行已封存 sealed, %d 个树根 heads"
                            .formatted(report.rows(), report.sealed(), report.heads())));
        }
        return report.fault().isEmpty() ? Commands.DONE : LedgerCommand.FAULT;
    }

    /** The heads that an auditor keeps outside, as {@code /log/heads.json} gave them. */
    static List<Head> kept(Line line) {
        if (!line.has("heads")) {
            return List.of();
        }
        var file = Path.of(line.option("heads"));
        try {
            var kept = new ArrayList<Head>();
            for (var one : JSON.readTree(Files.readString(file)).path("heads")) {
                kept.add(JSON.treeToValue(one, Head.class));
            }
            if (kept.isEmpty()) {
                throw new BadInput("文件里没有树根：%s / No tree heads in %s".formatted(file, file));
            }
            return kept;
        } catch (IOException | JacksonException e) {
            throw new BadInput("不能读取树根文件 / the file of tree heads cannot be read: " + e.getMessage());
        }
    }
}
