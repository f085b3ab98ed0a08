package org.zhongchuang.ground.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The record of acts as a sealed log. */
@Component
public class RecordedActs implements SealedLog {

    private final JdbcClient jdbc;

    public RecordedActs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "audit";
    }

    @Override
    public String table() {
        return "audit.entry";
    }

    @Override
    public Map<Long, String> said(List<Long> rows) {
        var said = new HashMap<Long, String>();
        jdbc.sql("select * from audit.entry where id = any (:rows)")
                .param("rows", rows.toArray(Long[]::new))
                .query(row -> {
                    said.put(row.getLong("id"), text(row));
                });
        return said;
    }

    private static String text(ResultSet row) throws SQLException {
        return new Canonical("zhongchuang act 1")
                .with("number", row.getLong("id"))
                .with("at", row.getObject("at", Timestamp.class).toInstant())
                .with("person", row.getObject("person", UUID.class))
                .with("role", row.getString("role"))
                .with("unit", row.getString("unit"))
                .with("act", row.getString("act"))
                .with("thing", row.getString("subject"))
                .with("detail", row.getString("detail"))
                .with("source", row.getString("source"))
                .with("times", row.getInt("times"))
                .toString();
    }
}
