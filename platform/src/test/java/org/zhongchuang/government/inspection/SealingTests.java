package org.zhongchuang.government.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhongchuang.TestCity;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.audit.AuditLog;
import org.zhongchuang.ground.audit.Head;
import org.zhongchuang.ground.audit.RecordedActs;
import org.zhongchuang.ground.audit.SealedLog;
import org.zhongchuang.ground.audit.Trees;
import org.zhongchuang.ground.audit.VerifySeals;
import org.zhongchuang.ground.calendar.DueWork;
import org.zhongchuang.money.ledger.Postings;

/** What is sealed cannot be changed unnoticed, not even by the owner of the database. */
class SealingTests extends TestCity {

    @Autowired
    @Qualifier("sealing")
    private DueWork sealing;

    @Autowired
    private VerifySeals verifying;

    @Autowired
    private Trees trees;

    @Autowired
    private List<SealedLog> logs;

    @Autowired
    private AuditLog audit;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void seal() {
        sealing.settle();
    }

    @ParameterizedTest
    @ValueSource(strings = {"audit", "ledger"})
    void everyRowIsSealedAndTheWholeLogVerifies(String log) {
        var report = verifying.verify(log(log));

        assertThat(report.fault()).isEmpty();
        assertThat(report.rows()).isGreaterThan(0);
        assertThat(report.sealed()).isEqualTo(report.rows());
    }

    @ParameterizedTest
    @ValueSource(strings = {"audit", "ledger"})
    void rowsCarryTheirProofToASignedRoot(String log) {
        var rows = jdbc.sql("select id from %s where id %% 97 = 1 order by id limit 20".formatted(log(log).table()))
                .query(Long.class)
                .list();

        assertThat(rows).isNotEmpty().allSatisfy(row -> {
            var proof = trees.inclusion(log(log), row).orElseThrow();
            assertThat(proof.holds()).isTrue();
            assertThat(new Trees.Inclusion(proof.said() + "x", proof.leaf(), proof.place(), proof.path(), proof.head())
                            .holds())
                    .isFalse();
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 300})
    void eachHeadGrewOutOfTheOnesBefore(int more) {
        var older = trees.head("audit").orElseThrow();
        for (int i = 0; i < more; i++) {
            audit.recordWithoutActor("work.run", "test", String.valueOf(i));
        }
        sealing.settle();
        var newer = trees.head("audit").orElseThrow();

        assertThat(newer.size()).isGreaterThanOrEqualTo(older.size() + more);
        assertThat(trees.consistency(older, newer).holds()).isTrue();
        assertThat(new Trees.Consistency(newer, newer, List.of()).holds()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "audit, 'update audit.entry set detail = detail || ''.'' where id = ?', no longer says what was sealed",
        "audit, 'update audit.entry set at = at + interval ''1 microsecond'' where id = ?', no longer says what was sealed",
        "audit, 'delete from audit.entry where id = ?', is gone",
        "ledger, 'update ledger.posting set note = note || ''.'' where id = ?', no longer says what was sealed",
        "ledger, 'update ledger.entry e set account = (select min(id) from ledger.account a where a.id <> e.account) where posting = ? and seq = 1', no longer says what was sealed"
    })
    void theOwnerOfTheDatabaseWhoChangesARowIsFoundOut(String log, String sql, String fault) {
        var row = jdbc.sql("select max(id) - 3 from " + log(log).table())
                .query(Long.class)
                .single();

        assertThat(faultAfter(log, sql, row).en()).isEqualTo("%s: row %d %s".formatted(log, row, fault));
    }

    @Test
    void headsThatWereKeptOutsideShowATreeThatWasMadeAgain() {
        var head = trees.head("audit").orElseThrow();
        var other = new Head("audit", 3, "00".repeat(32), head.at(), head.key(), head.signature());

        assertThat(verifying.verify(log("audit"), List.of(head)).fault()).isEmpty();
        assertThat(verifying
                        .verify(log("audit"), List.of(other))
                        .fault()
                        .orElseThrow()
                        .en())
                .contains("first 3 rows does not hold");
    }

    @ParameterizedTest
    @CsvSource({
        "'delete from audit.leaf where log = ''audit'' and place >= ?', some are gone",
        "'update audit.leaf set hash = sha256(hash) where log = ''audit'' and place = ?', no longer says what was sealed",
        "'update audit.head set root = sha256(root) where log = ''audit'' and size > ?', does not hold",
        "'update audit.head set at = at + interval ''1 day'' where log = ''audit'' and size > ?', does not hold"
    })
    void whoeverChangesTheSealsIsFoundOutToo(String sql, String fault) {
        assertThat(faultAfter("audit", sql, 5).en()).contains(fault);
    }

    /** The first fault after a change by the owner of the database, which is taken back again. */
    private static Text faultAfter(String log, String sql, long parameter) {
        var source = ownersSource();
        var jdbc = JdbcClient.create(source);
        return new TransactionTemplate(new DataSourceTransactionManager(source)).execute(status -> {
            status.setRollbackOnly();
            for (var table : List.of("audit.entry", "audit.leaf", "audit.head", "ledger.posting", "ledger.entry")) {
                jdbc.sql("alter table %s disable trigger user".formatted(table)).update();
            }
            jdbc.sql(sql).param(parameter).update();
            var report = log.equals("audit")
                    ? new VerifySeals(jdbc).verify(new RecordedActs(jdbc))
                    : new VerifySeals(jdbc).verify(new Postings(jdbc));
            return report.fault().orElseThrow();
        });
    }

    private SealedLog log(String name) {
        return logs.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    }
}
