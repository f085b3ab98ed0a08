package org.zhongchuang.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.zhongchuang.TestCity;

/** The doors as they stand in the database: views, and the functions that triggers call. */
class PublicViewTests extends TestCity {

    /** Everything of ours that holds a text of SQL: schema, name, text. */
    private static final String TEXTS = """
            with ours as (select oid, nspname from pg_namespace where nspname !~ '^pg_' and nspname not in ('information_schema', 'public'))
            select n.nspname as schema, p.proname as name, p.prosrc as text from pg_proc p join ours n on n.oid = p.pronamespace
            union all
            select n.nspname, c.relname, pg_get_viewdef(c.oid) from pg_class c join ours n on n.oid = c.relnamespace where c.relkind in ('v', 'm')
            union all
            select n.nspname, c.relname, pg_get_expr(d.adbin, d.adrelid) from pg_attrdef d join pg_class c on c.oid = d.adrelid
              join ours n on n.oid = c.relnamespace
            union all
            select n.nspname, k.conname, pg_get_constraintdef(k.oid) from pg_constraint k join ours n on n.oid = k.connamespace where k.contype = 'c'
            """;

    private static final String VIEWS = """
            select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
             where c.relkind in ('v', 'm') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
               and not exists (select 1 from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
            """;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void whatTheDatabaseRunsReadsOfOtherModulesWhatTheyPublish() throws IOException {
        assertThat(foreign(jdbc)).isEmpty();
    }

    @Test
    void aFunctionOrAViewThatLooksIntoATableOfOthersIsFound() throws Exception {
        try (var connection = ownersSource().getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("create view offer.public_names as select name from registry.subject");
                statement.execute("""
                        create function offer.counted() returns bigint language sql stable as $$
                          select count(*) from award.award
                        $$
                        """);
            }
            assertThat(foreign(JdbcClient.create(new SingleConnectionDataSource(connection, true))))
                    .containsExactly("offer names award.award of award", "offer names registry.subject of registry");
            connection.rollback();
        }
    }

    @Test
    void everyViewIsPublishedAndSaysWhatItShows() {
        var views = jdbc.sql(VIEWS).query(String.class).list();

        assertThat(views).hasSizeGreaterThan(25).allMatch(Tables::isPublic);
        assertThat(jdbc.sql(VIEWS + " and obj_description(c.oid, 'pg_class') is null")
                        .query(String.class)
                        .list())
                .as("views without a sentence")
                .isEmpty();
    }

    @Test
    void noViewShowsWhatIsSealedOrWhatOnlyItsOwnerMayKnow() {
        assertThat(jdbc.sql("""
                                select table_schema || '.' || table_name || '.' || column_name from information_schema.columns
                                 where table_name like 'public\\_%'
                                   and (data_type = 'bytea' or column_name in ('password', 'person_hash', 'token_hash', 'code_hash', 'secret', 'scores'))
                                """).query(String.class).list()).isEmpty();
    }

    @Test
    void theApplicationWritesThroughNoView() {
        assertThat(jdbc.sql(VIEWS + """
                                 and (has_table_privilege(c.oid, 'insert, update, delete, truncate') or not has_table_privilege(c.oid, 'select'))
                                """).query(String.class).list()).isEmpty();
    }

    private static Set<String> foreign(JdbcClient database) throws IOException {
        var known = Tables.known();
        var foreign = new TreeSet<String>();
        database.sql(TEXTS)
                .query((row, _) -> Tables.foreign(Tables.owner(row.getString("schema")), row.getString("text"), known))
                .list()
                .forEach(foreign::addAll);
        return foreign;
    }
}
