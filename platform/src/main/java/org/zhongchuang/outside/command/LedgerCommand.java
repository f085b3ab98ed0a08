package org.zhongchuang.outside.command;

import java.io.PrintStream;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhongchuang.money.ledger.VerifyLedger;
import org.zhongchuang.outside.command.Commands.BadInput;
import org.zhongchuang.outside.command.Commands.Line;

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
        return DatabaseOf.asked(line, source -> onSnapshot(source, question));
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
