package org.zhongchuang.command;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhongchuang.command.Commands.BadInput;
import org.zhongchuang.command.Commands.Line;
import org.zhongchuang.launch.BundledPostgres;
import org.zhongchuang.launch.Secrets;
import org.zhongchuang.ledger.VerifyLedger;

/** Derives all the books again, from the data folder, whether the product runs or not. */
final class LedgerCommand {

    private static final int FAULT = 10;

    private LedgerCommand() {}

    static int verify(Line line, PrintStream out) {
        var data = Path.of(line.has("data") ? line.all("data").getFirst() : "data")
                .toAbsolutePath()
                .normalize();
        if (!BundledPostgres.isThere(data)) {
            throw new BadInput("没有账目：%s 不是数据目录。/ No books: %s is no data folder.".formatted(data, data));
        }
        var database = BundledPostgres.start(data, new Secrets(data));
        try {
            var source = new DriverManagerDataSource(database.url(), database.user(), database.password());
            // One snapshot, so that what moves meanwhile is no fault.
            var snapshot = new TransactionTemplate(new DataSourceTransactionManager(source));
            snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
            var report =
                    Objects.requireNonNull(snapshot.execute(_ -> new VerifyLedger(JdbcClient.create(source)).verify()));
            if (line.has("json")) {
                out.println(Json.write(Map.of(
                        "postings",
                        report.postings(),
                        "entries",
                        report.entries(),
                        "seals",
                        report.seals(),
                        "fault",
                        report.fault().map(one -> one.en()).orElse(""))));
            } else {
                out.println(report.fault()
                        .map(fault -> "✕ " + fault.zh() + " / " + fault.en())
                        .orElse("✓ 账目一致 / the books verify: %d 笔 postings, %d 条 entries, %d 个 seals"
                                .formatted(report.postings(), report.entries(), report.seals())));
            }
            return report.fault().isEmpty() ? Commands.DONE : FAULT;
        } finally {
            if (!database.isAdopted()) {
                database.stop();
            }
        }
    }
}
