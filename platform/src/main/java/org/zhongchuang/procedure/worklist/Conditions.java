package org.zhongchuang.procedure.worklist;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Conditions of a query with their values: text from here, values only as parameters. */
final class Conditions {

    private final List<String> parts = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();

    void add(String condition) {
        parts.add(condition);
    }

    void add(String condition, String name, Object value) {
        parts.add(condition);
        values.put(name, value);
    }

    void put(String name, Object value) {
        values.put(name, value);
    }

    String sql() {
        return parts.isEmpty() ? "true" : String.join(" and ", parts);
    }

    JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement) {
        return statement.params(values);
    }
}
