package org.zhongchuang.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import org.duckdb.DuckDBConnection;

/** DuckDB: columns, vectors, whole numbers in fen, one thread. */
final class DuckDb implements Peer {

    private static final String SQL = """
            select county, sum(
              least(7500000, least(6000000, rent * 50 // 100) + least(800000, broadband * 80 // 100) + least(2000000, software * 30 // 100))
              + provincial + national
              + case grade when 0 then 20000000 when 1 then 5000000 when 2 then 1000000 else 0 end
              - case when not (income <= 30000000 and case when industry = 1 then staff <= 100 and assets <= 3000000000 else staff <= 80 and assets <= 1000000000 end)
                     then (income * 25 + 50) // 100
                     when income <= 20000000 then (income * 10 + 50) // 100
                     else (income * (20 * (months - after) + 10 * after) + 50 * months) // (100 * months) end
            )::bigint from firm group by county""";

    private final Connection connection;

    DuckDb() throws Exception {
        connection = DriverManager.getConnection("jdbc:duckdb:");
        try (var statement = connection.createStatement()) {
            statement.execute("set threads = 1");
            statement.execute(
                    "create table firm (county integer, income bigint, months bigint, after bigint, industry bigint,"
                            + " staff bigint, assets bigint, rent bigint, broadband bigint, software bigint, grade bigint,"
                            + " provincial bigint, national bigint)");
        }
    }

    @Override
    public String name() {
        return "DuckDB SQL by JDBC, 1 thread";
    }

    @Override
    public void prepare(Firms firms) throws Exception {
        try (var appender = ((DuckDBConnection) connection).createAppender("main", "firm")) {
            for (int i = 0; i < firms.size; i++) {
                appender.beginRow();
                appender.append(firms.county[i]);
                for (var column : new long[][] {
                    firms.income,
                    firms.months,
                    firms.after,
                    firms.industry,
                    firms.staff,
                    firms.assets,
                    firms.rent,
                    firms.broadband,
                    firms.software,
                    firms.grade,
                    firms.provincial,
                    firms.national
                }) {
                    appender.append(column[i]);
                }
                appender.endRow();
            }
        }
    }

    @Override
    public long[] totals(int count) throws Exception {
        var totals = new long[Firms.COUNTIES];
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(SQL)) {
            while (rows.next()) {
                totals[rows.getInt(1)] = rows.getLong(2);
            }
        }
        return totals;
    }
}
