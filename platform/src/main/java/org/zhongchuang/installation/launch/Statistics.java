package org.zhongchuang.installation.launch;

import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What the planner of queries knows about the tables. A server that was killed has forgotten how much has changed since
 * it last looked, and may take a full table for an empty one for days; so it is made to look again, when the
 * application starts and when the bundled server has been started again, while pages are served.
 */
@Component
class Statistics {

    private static final Logger log = LoggerFactory.getLogger(Statistics.class);

    /** Tables that hold something and that nobody has looked at, as far as the server knows. */
    private static final String FORGOTTEN = """
            select format('%I.%I', schemaname, relname) from pg_stat_user_tables
             where last_analyze is null and last_autoanalyze is null and pg_relation_size(relid) > 0 order by 1
            """;

    private final Flyway owner;

    Statistics(Flyway owner) {
        this.owner = owner;
    }

    /** A connection as somebody who may look at every table. */
    @FunctionalInterface
    interface Opening {
        Connection open() throws SQLException;
    }

    @EventListener(ApplicationReadyEvent.class)
    void renew() {
        renew(() -> owner.getConfiguration().getDataSource().getConnection());
    }

    static void renew(Opening database) {
        Thread.ofPlatform().daemon().name("statistics").start(() -> look(database));
    }

    private static void look(Opening database) {
        try (var connection = database.open()) {
            for (var table : Roles.words(connection, FORGOTTEN)) {
                Roles.execute(connection, "analyze " + table);
            }
        } catch (SQLException e) {
            log.warn("未能更新数据库统计信息，查询可能较慢 / statistics could not be renewed, queries may be slow: {}", e.toString());
        }
    }
}
