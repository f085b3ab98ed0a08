package org.zhongchuang.installation.launch;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The two roles of the bundled server: one owns the tables and changes them when a new version comes, the other is what
 * the application signs in with. Neither is the superuser.
 */
final class Roles {

    static final String OWNER = "zhongchuang_owner";
    static final String APPLICATION = "zhongchuang_app";

    private static final String CREATE =
            "create role %I login nosuperuser nocreatedb nocreaterole noreplication nobypassrls noinherit password %L";
    private static final String ALTER = "alter role %I login password %L";

    private Roles() {}

    /**
     * Sees to it that both roles are there, with passwords of this start only, and that the first owns everything of
     * ours, which in a folder made before there were roles still belongs to the superuser.
     */
    static Database arrange(BundledPostgres server) throws SQLException {
        var superuser = server.superuser();
        var database = new Database(server.url(), Login.anew(OWNER), Login.anew(APPLICATION));
        try (var connection = superuser.connect(server.url())) {
            // The server's log shows statements that fail; these hold passwords.
            execute(connection, "set log_min_error_statement = panic");
            connection.setAutoCommit(false);
            make(connection, database.owner());
            make(connection, database.application());
            execute(connection, "alter database postgres owner to " + OWNER);
            execute(connection, "revoke all on database postgres from public");
            execute(connection, "grant connect on database postgres to " + APPLICATION);
            for (var statement : moves(connection, superuser.name())) {
                execute(connection, statement);
            }
            connection.commit();
        }
        return database;
    }

    /** Makes that role or sets its password again. */
    static void make(Connection connection, Login login) throws SQLException {
        var there = !words(connection, "select rolname from pg_roles where rolname = ?", login.name())
                .isEmpty();
        // Only a superuser may name the other attributes again, even to leave them as they are.
        var form = there ? ALTER : CREATE;
        var line = words(
                        connection,
                        "select format('%s', ?::text, ?::text)".formatted(form),
                        login.name(),
                        login.password())
                .getFirst();
        execute(connection, line);
    }

    /**
     * What hands everything that the superuser owns of ours to the owner; REASSIGN OWNED refuses the first superuser.
     */
    private static List<String> moves(Connection connection, String from) throws SQLException {
        return words(connection, """
                with ours as (select oid, nspname from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema'),
                     me as (select oid from pg_roles where rolname = ?)
                select format('alter schema %I owner to zhongchuang_owner', nspname)
                  from pg_namespace where oid in (select oid from ours) and nspowner = (select oid from me)
                union all
                select format('alter %s %I.%I owner to zhongchuang_owner',
                              case c.relkind when 'v' then 'view' when 'm' then 'materialized view' when 'S' then 'sequence' else 'table' end,
                              n.nspname, c.relname)
                  from pg_class c join ours n on n.oid = c.relnamespace
                 where c.relowner = (select oid from me) and c.relkind in ('r', 'p', 'v', 'm', 'S')
                   and not exists (select 1 from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid
                                      and (d.deptype = 'e' or c.relkind = 'S' and d.deptype in ('a', 'i')))
                union all
                select format('alter routine %s owner to zhongchuang_owner', p.oid::regprocedure)
                  from pg_proc p join ours n on n.oid = p.pronamespace
                 where p.proowner = (select oid from me)
                   and not exists (select 1 from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
                union all
                select format('alter type %s owner to zhongchuang_owner', t.oid::regtype)
                  from pg_type t join ours n on n.oid = t.typnamespace
                 where t.typowner = (select oid from me) and t.typtype in ('d', 'e', 'r')
                   and not exists (select 1 from pg_depend d where d.classid = 'pg_type'::regclass and d.objid = t.oid and d.deptype = 'e')
                """, from);
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of the answer; a question mark takes the next value. */
    static List<String> words(Connection connection, String sql, String... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            var words = new ArrayList<String>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    words.add(rows.getString(1));
                }
            }
            return words;
        }
    }
}
