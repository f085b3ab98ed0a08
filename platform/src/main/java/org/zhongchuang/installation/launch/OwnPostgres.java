package org.zhongchuang.installation.launch;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;

/** A PostgreSQL that the city runs itself. It is looked at first and touched only when everything about it is right. */
final class OwnPostgres {

    /** The oldest version that can keep our tables: it is the first to know the test {@code is json}. */
    private static final int OLDEST = 16;

    private final DatabaseAddress address;
    private final Consumer<String> say;

    OwnPostgres(DatabaseAddress address, Consumer<String> say) {
        this.address = address;
        this.say = say;
    }

    /**
     * Says which version answers, and checks that the application can live in this database and that it is of that
     * mode.
     *
     * @throws CannotStart if not; nothing has been changed then
     */
    void check(Mode mode) {
        try (var connection = migrating().connect(address.url())) {
            connection.setReadOnly(true);
            var version = one(connection, "show server_version");
            say.accept("数据库 / database: PostgreSQL %s, %s".formatted(version, address.shown()));
            if (Integer.parseInt(one(connection, "show server_version_num")) / 10_000 < OLDEST) {
                throw new CannotStart(
                        "需要 PostgreSQL %d 或更新的版本，这里是 %s；没有做任何改动。".formatted(OLDEST, version),
                        "PostgreSQL %d or later is needed, this is %s; nothing was changed."
                                .formatted(OLDEST, version));
            }
            if (!one(connection, "select current_setting('server_encoding') || ('中' ~ '[[:alpha:]]')")
                    .equals("UTF8true")) {
                throw new CannotStart(
                        "这个数据库的编码或区域不认识中文，检索会一无所获；请用 encoding 'UTF8' 和 C.UTF-8（或中文）区域新建数据库。",
                        "Encoding or locale of this database do not know Chinese, so searches would find nothing; create it with encoding 'UTF8' and locale C.UTF-8.");
            }
            var state = DatabaseState.of(connection);
            state.mode()
                    .ifPresent(made ->
                            mode.mayTake("数据库 %s ".formatted(address.shown()), "database " + address.shown(), made));
            if (state.halfFilled()) {
                throw new CannotStart(
                        "数据库 %s 里的演示城市没有填充完；请另建一个空数据库，或由管理员清空它。".formatted(address.shown()),
                        "The demonstration in %s broke off while it was being filled; give an empty database, or have this one emptied."
                                .formatted(address.shown()));
            }
            ownTables(connection);
        } catch (SQLException e) {
            throw new CannotStart(
                    "连不上数据库 %s（用户 %s）：%s".formatted(address.shown(), migrating(), said(e)),
                    "The database %s cannot be used as %s: %s".formatted(address.shown(), migrating(), said(e)));
        }
    }

    /** Gives the application a role of its own, where that is possible. */
    Database arrange() {
        if (address.owner().isPresent()) {
            return named(address.owner().get());
        }
        var owner = address.login();
        try (var connection = owner.connect(address.url())) {
            var may = one(
                    connection, "select (rolsuper or rolcreaterole)::text from pg_roles where rolname = current_user");
            if (may.equals("true") && !owner.password().isEmpty()) {
                var application = owner.beside(owner.name() + "_app");
                Roles.make(connection, application);
                application.connect(address.url()).close();
                return new Database(address.url(), owner, application);
            }
        } catch (SQLException e) {
            say.accept("数据库没有给应用单独的角色 / the database gave the application no role of its own: " + said(e));
        }
        warn();
        return new Database(address.url(), owner, owner);
    }

    private Database named(Login owner) {
        try (var connection = address.login().connect(address.url())) {
            var strong = one(
                    connection,
                    "select (rolsuper or rolcreaterole or pg_has_role(current_user, '%s', 'MEMBER'))::text from pg_roles where rolname = current_user"
                            .formatted(owner.name().replace("'", "''")));
            if (strong.equals("true")) {
                warn();
            }
            return new Database(address.url(), owner, address.login());
        } catch (SQLException e) {
            throw new CannotStart(
                    "应用的角色 %s 连不上数据库 %s：%s".formatted(address.login(), address.shown(), said(e)),
                    "The application's role %s cannot use the database %s: %s"
                            .formatted(address.login(), address.shown(), said(e)));
        }
    }

    /** Tables made by another role cannot be brought up to date by this one; better said now than half-way. */
    private void ownTables(Connection connection) throws SQLException {
        var others = Roles.words(connection, """
                select pg_get_userbyid(relowner) from pg_class
                 where oid = to_regclass('public.flyway_schema_history') and not pg_has_role(current_user, relowner, 'USAGE')
                """);
        if (!others.isEmpty()) {
            var other = others.getFirst();
            throw new CannotStart(
                    "数据库里的表属于 %s，不属于 %s；请管理员执行 REASSIGN OWNED BY %s TO %s。"
                            .formatted(other, migrating(), other, migrating()),
                    "The tables belong to %s and not to %s; have an administrator run REASSIGN OWNED BY %s TO %s."
                            .formatted(other, migrating(), other, migrating()));
        }
    }

    private Login migrating() {
        return address.owner().orElse(address.login());
    }

    private void warn() {
        say.accept("""
                警告：应用用表的所有者身份连接数据库，程序若被攻破，只增不改的记录也能被改。请给应用一个单独的角色（ZHONGCHUANG_DATABASE_OWNER）。
                  WARNING: the application signs in to the database as the owner of its tables: whoever broke into it could change what is append-only.
                  Give it a role of its own, and name the owner in ZHONGCHUANG_DATABASE_OWNER.""");
    }

    private static String one(Connection connection, String sql) throws SQLException {
        return Roles.words(connection, sql).getFirst();
    }

    private static String said(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
