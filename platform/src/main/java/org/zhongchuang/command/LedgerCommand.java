package org.zhongchuang.command;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhongchuang.command.Commands.BadInput;
import org.zhongchuang.command.Commands.Line;
import org.zhongchuang.launch.BundledPostgres;
import org.zhongchuang.launch.DataFolder;
import org.zhongchuang.launch.DatabaseAddress;
import org.zhongchuang.launch.Secrets;
import org.zhongchuang.ledger.VerifyLedger;

/**
 * Derives all the books again, from the data folder or from a database given by address, whether the product runs or
 * not.
 */
final class LedgerCommand {

    static final int FAULT = 10;

    private LedgerCommand() {}

    static int verify(Line line, PrintStream out) {
        var report = onSnapshot(line, jdbc -> new VerifyLedger(jdbc).verify(AuditCommand.kept(line)));
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
    }

    /** Asks one moment of the database that the command line names, so that what moves meanwhile is no fault. */
    static <T> T onSnapshot(Line line, Function<JdbcClient, T> question) {
        if (line.has("database")) {
            var address = DatabaseAddress.read(line.option("database"), System.getenv());
            return onSnapshot(
                    new DriverManagerDataSource(
                            address.url(),
                            address.login().name(),
                            address.login().password()),
                    question);
        }
        var data = Path.of(line.has("data") ? line.all("data").getFirst() : "data")
                .toAbsolutePath()
                .normalize();
        if (!BundledPostgres.isThere(data)) {
            throw new BadInput("没有账目：%s 不是数据目录。/ No books: %s is no data folder.".formatted(data, data));
        }
        // Nobody starts the product on a folder whose server runs for us; where it runs already, its server is asked.
        var held = DataFolder.holdIfFree(data);
        try {
            var database = BundledPostgres.start(data, new Secrets(data));
            try {
                return onSnapshot(
                        new DriverManagerDataSource(database.url(), database.user(), database.password()), question);
            } finally {
                if (held.isPresent()) {
                    database.stop();
                }
            }
        } finally {
            held.ifPresent(DataFolder::close);
        }
    }

    private static <T> T onSnapshot(DriverManagerDataSource source, Function<JdbcClient, T> question) {
        var snapshot = new TransactionTemplate(new DataSourceTransactionManager(source));
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
        try {
            return Objects.requireNonNull(snapshot.execute(_ -> question.apply(JdbcClient.create(source))));
        } catch (CannotCreateTransactionException e) {
            throw new BadInput("数据库现在连不上，请稍后再试：%s / The database does not answer now, try again later: %s"
                    .formatted(
                            e.getMostSpecificCause().getMessage(),
                            e.getMostSpecificCause().getMessage()));
        }
    }
}
