package org.zhongchuang.ground.shell;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Hears every statement that writes, by a trigger on each table. What a transaction undid was not written; a statement
 * that found no row to write is heard all the same, because another day it finds one.
 */
final class WatchedTables implements AutoCloseable {

    private final Connection connection;
    private final JdbcClient owner;

    WatchedTables(DataSource owners) throws SQLException {
        this.connection = owners.getConnection();
        this.owner = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        owner.sql("""
                        create schema watched;
                        create table watched.write (id bigint generated always as identity, what text not null);
                        create function watched.hear() returns trigger language plpgsql security definer as $$
                        begin
                          insert into watched.write (what) values (tg_op || ' ' || tg_table_schema || '.' || tg_table_name);
                          return null;
                        end $$;
                        create function watched.hear_act() returns trigger language plpgsql security definer as $$
                        begin
                          insert into watched.write (what) values ('act ' || new.act);
                          return null;
                        end $$;
                        grant usage on schema watched to public;
                        do $$
                        declare
                          one record;
                        begin
                          for one in select c.oid::regclass as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
                                      where c.relkind = 'r' and n.nspname !~ '^(pg_|information_schema|watched)' loop
                            if one.name = 'audit.entry'::regclass then
                              execute format('create trigger watched after insert on %s for each row execute function watched.hear_act()', one.name);
                            else
                              execute format('create trigger watched after insert or update or delete on %s for each statement execute function watched.hear()', one.name);
                            end if;
                          end loop;
                        end $$
                        """).update();
    }

    /** What was written since it was last asked: the operation and its table, or the act that was put on record. */
    List<String> written() {
        return owner.sql(
                        "with gone as (delete from watched.write returning id, what) select what from gone group by what order by min(id)")
                .query((row, _) -> row.getString(1))
                .list();
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            owner.sql("drop schema watched cascade").update();
        }
    }
}
