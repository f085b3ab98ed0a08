package org.zhongchuang.installation.launch;

import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes into the database, at its first start, what it is for; refuses to go on in one that is for something else. */
@Component
class Installation {

    Installation(
            JdbcClient jdbc, Clock clock, @Value("${zhongchuang.demonstration.enabled:false}") boolean demonstration) {
        var mode = demonstration ? Mode.DEMO : Mode.SERVE;
        jdbc.sql("insert into installation.mode (mode, since) values (:mode, :now) on conflict do nothing")
                .param("mode", mode.word())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        var made = jdbc.sql("select mode from installation.mode")
                .query(String.class)
                .single();
        mode.mayTake("数据库", "database", Mode.of(made).orElseThrow());
    }
}
