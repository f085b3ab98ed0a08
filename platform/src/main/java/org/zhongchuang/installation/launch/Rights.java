package org.zhongchuang.installation.launch;

import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/**
 * Brings the database up to date as its owner, then gives the application's role what it needs and no more: rows of
 * every table, but only reading and adding where a table is append-only, and only reading where rows follow from
 * others, or where a view shows them to other modules.
 *
 * <p>Which tables are append-only, their triggers say: nobody has to list them.
 */
@Component
class Rights implements FlywayMigrationStrategy {

    /** Tables that only the owner writes: what the schema itself keeps, and what only migrations set. */
    private static final String GRANT = """
            do $$
            declare
              app  constant name := current_setting('zhongchuang.application');
              one  record;
            begin
              -- One node at a time; and what was granted stays granted until all of it is seen at once.
              perform pg_advisory_xact_lock(hashtext('zhongchuang.rights'));
              for one in select oid, nspname from pg_namespace where pg_has_role(current_user, nspowner, 'USAGE')
                          and nspname !~ '^pg_' and nspname <> 'information_schema' loop
                execute format('grant usage on schema %I to %I', one.nspname, app);
                execute format('grant usage, select on all sequences in schema %I to %I', one.nspname, app);
              end loop;
              for one in
                select c.oid::regclass::text as named, c.relkind = 'v' or c.oid = any ('{ledger.balance, ledger.kind, ledger.movement, public.flyway_schema_history}'::regclass[]) as kept,
                       exists (select 1 from pg_trigger t where t.tgrelid = c.oid and t.tgfoid = 'audit.refuse_change'::regproc
                                  and t.tgqual is null and (t.tgtype & 24) = 24) as append_only
                  from pg_class c join pg_namespace n on n.oid = c.relnamespace
                 where c.relkind in ('r', 'p', 'v', 'm') and pg_has_role(current_user, c.relowner, 'USAGE')
                   and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
                   and not exists (select 1 from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e') loop
                execute format('revoke all on %s from %I', one.named, app);
                execute format('grant %s on %s to %I',
                               case when one.kept then 'select' when one.append_only then 'select, insert' else 'select, insert, update, delete' end,
                               one.named, app);
              end loop;
            end $$
            """;

    private final String application;

    Rights(@Value("${spring.datasource.username}") String application) {
        this.application = application;
    }

    @Override
    public void migrate(Flyway flyway) {
        flyway.migrate();
        try (var connection = flyway.getConfiguration().getDataSource().getConnection()) {
            if (Roles.words(connection, "select current_user::text").contains(application)) {
                return;
            }
            connection.setAutoCommit(false);
            Roles.words(connection, "select set_config('zhongchuang.application', ?, true)", application);
            Roles.execute(connection, GRANT);
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException("the application's role could not be given its rights", e);
        }
    }
}
