package org.zhongchuang.ground.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhongchuang.TestCity;
import org.zhongchuang.installation.keys.KeyRing;
import org.zhongchuang.installation.launch.BundledPostgres;
import org.zhongchuang.installation.launch.Secrets;

/** A key goes and another comes, and nothing that was sealed is lost. Rolled back: the city keeps its key. */
class ResealingTests extends TestCity {

    @Autowired
    private JdbcClient jdbc;

    @Value("${zhongchuang.data}")
    private java.nio.file.Path data;

    @Test
    void whatTheOldKeySealedIsSealedAnewAndTheOldKeyMayGo() throws Exception {
        var secrets = new Secrets(data);
        var old = KeyRing.read(secrets.personalDataKey());
        var recognition = KeyRing.read(secrets.recognitionKey()).current();
        var both = new KeyRing(java.util.List.of(KeyRing.read("0e".repeat(32)).current(), old.current()));
        var fresh = new KeyRing(both.keys().subList(0, 1));
        var server = BundledPostgres.start(data, secrets);
        try (var connection = java.sql.DriverManager.getConnection(server.url(), server.user(), server.password())) {
            var source = new SingleConnectionDataSource(connection, true);
            // The portions are part of this transaction, which is rolled back.
            new TransactionTemplate(new DataSourceTransactionManager(source)).executeWithoutResult(all -> {
                all.setRollbackOnly();
                var before = opened(source, new Seal(old, recognition));
                var resealing = new Resealing(source, new Seal(both, recognition));
                assertThat(before).isNotEmpty();

                assertThat(resealing.sealedBy(old.current().id())).isEqualTo(before.size());
                assertThat(resealing.reseal(_ -> {})).isEqualTo(before.size());
                assertThat(resealing.reseal(_ -> {})).isZero();
                assertThat(resealing.sealedBy(old.current().id())).isZero();
                assertThat(opened(source, new Seal(fresh, recognition))).isEqualTo(before);
            });
        }
    }

    /** Every sealed text of the city by its place. */
    private static Map<String, String> opened(DataSource source, Seal seal) {
        var texts = new TreeMap<String, String>();
        for (var column : SealedColumn.ALL) {
            column.after(JdbcClient.create(source), new UUID(0, 0), 100_000)
                    .forEach(row ->
                            texts.put(column.name() + row.id(), seal.open(row.sealed(), column.name(), row.id())));
        }
        return texts;
    }

    @Test
    void everyColumnOfBytesOutsideHashesSessionsAndLimitsIsKnownToBeSealed() {
        var bytes = jdbc.sql("""
                        select table_schema || '.' || table_name || '.' || column_name from information_schema.columns
                         where data_type = 'bytea'
                           and table_schema not in ('pg_catalog', 'information_schema', 'public', 'ledger', 'audit', 'calendar')
                           and (table_schema, table_name) <> ('access', 'bucket')
                        """).query(String.class).list();

        assertThat(bytes)
                .as("sealed texts stand in SealedColumn.ALL, or a change of keys leaves them behind")
                .containsExactlyInAnyOrderElementsOf(
                        SealedColumn.ALL.stream().map(SealedColumn::name).toList());
    }
}
