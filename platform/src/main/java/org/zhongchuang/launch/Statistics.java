package org.zhongchuang.launch;

import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What the planner of queries knows about the tables. A server that was killed has forgotten how much has changed since
 * it last looked, and may take a full table for an empty one for days; so the owner of the tables has it look again at
 * the next start, while pages are served.
 */
@Component
class Statistics {

    private static final Logger log = LoggerFactory.getLogger(Statistics.class);

    private static final String FORGOTTEN = """
            select (not exists (select 1 from pg_stat_user_tables where last_analyze is not null or last_autoanalyze is not null))::text
            """;

    private final Flyway owner;

    Statistics(Flyway owner) {
        this.owner = owner;
    }

    @EventListener(ApplicationReadyEvent.class)
    void renew() {
        Thread.ofPlatform().daemon().name("statistics").start(this::look);
    }

    private void look() {
        try (var connection = owner.getConfiguration().getDataSource().getConnection()) {
            if (Roles.words(connection, FORGOTTEN).contains("true")) {
                Roles.execute(connection, "analyze");
            }
        } catch (SQLException e) {
            log.warn("未能更新数据库统计信息，查询可能较慢 / statistics could not be renewed, queries may be slow: {}", e.toString());
        }
    }
}
