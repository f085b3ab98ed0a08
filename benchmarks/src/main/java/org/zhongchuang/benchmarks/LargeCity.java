package org.zhongchuang.benchmarks;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/**
 * Makes a running demonstration a hundred times as large: 13,000 recognised makerspaces, 400,000 firms and teams, five
 * million rows of records, all dated in one year. Only for measuring; the rows are invented and not played.
 *
 * <p>Arguments: the JDBC address, user and password of its database, and the year.
 */
final class LargeCity {

    private static final int SPACES = 13_000;
    private static final int FIRMS = 400_000;

    private LargeCity() {}

    public static void main(String... arguments) throws SQLException {
        var year = Integer.parseInt(arguments[3]);
        try (var connection = DriverManager.getConnection(arguments[0], arguments[1], arguments[2]);
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (var sql : List.of(
                    "set session_replication_role = replica",
                    """
                    create temp table new_space as select n, gen_random_uuid() id, gen_random_uuid() case_file,
                      'JXB-' || lpad(n::text, 6, '0') code, (select array_agg(code) from (select distinct area code from registry.space) a) areas,
                      (array['DEMONSTRATION', 'INVESTMENT', 'SPECIALISED', 'MAKER'])[1 + n %% 4] kind,
                      '测量·' || (array['运河', '星河', '海潮', '远山', '晨曦', '方舟', '知行', '百川'])[1 + n %% 8] || n || '号空间' name,
                      (select operator from registry.space order by created_at, id limit 1) operator
                      from generate_series(1, %d) n
                    """.formatted(SPACES),
                    "alter table new_space add area text",
                    "update new_space set area = areas[1 + n % array_length(areas, 1)]",
                    """
                    insert into registry.subject (id, kind, name, area, founded_on, spoken, likeness, traits, listed, created_at)
                    select id, 'SPACE', name, area, date '2014-01-01', 'ce liang celiang cl', code, array['type:' || lower(kind), 'level_city:yes', 'carrier:other'], true, now() from new_space
                    """,
                    """
                    insert into registry.space (id, operator, name, kind, builder, carrier, area, address, opened_on, created_at)
                    select id, operator, name, kind, 'FIRM', 'OTHER', area, '测量路1号', date '2014-01-01', now() from new_space
                    """,
                    """
                    insert into recognition.recognised_space (code, case_file, space, operator, name, operator_name, kind, area, address, opened_on, document, recognised_on, status)
                    select code, case_file, id, operator, name, '测量', kind, area, '测量路1号', date '2014-01-01', '测量', date '2016-06-01', 'ACTIVE' from new_space
                    """,
                    """
                    create temp table new_firm as select g.n, gen_random_uuid() id, s.id space, s.area,
                      '测量·' || (array['启明', '润物', '凌云', '问渠', '聚沙', '匠心', '极客', '沃土'])[1 + g.n %% 8] || (array['科技', '智造', '软件', '生物'])[1 + g.n %% 4] || g.n name,
                      g.n %% 3 > 0 firm
                      from generate_series(1, %d) g(n) join new_space s on s.n = 1 + g.n %% %d
                    """.formatted(FIRMS, SPACES),
                    """
                    insert into registry.subject (id, kind, name, area, code, founded_on, spoken, likeness, traits, listed, created_at)
                    select id, 'ENTERPRISE', name, area, case when firm then 'BENCH' || lpad(n::text, 10, '0') end, case when firm then make_date(%d, 1 + n %% 12, 1) end,
                           'ce liang ' || (array['qi ming', 'run wu', 'ling yun', 'wen qu', 'ju sha', 'jiang xin', 'ji ke', 'wo tu'])[1 + n %% 8] || ' ' ||
                           (array['ke ji', 'zhi zao', 'ruan jian', 'sheng wu'])[1 + n %% 4] || ' ' ||
                           (array['qiming', 'runwu', 'lingyun', 'wenqu', 'jusha', 'jiangxin', 'jike', 'wotu'])[1 + n %% 8], name,
                           case when not firm then array['stage:team'] when n %% 20 = 1 then array['high_tech:yes', 'size:small', 'stage:high_tech'] when n %% 5 = 1 then array['science_sme:yes', 'size:micro', 'stage:science_sme']
                                else array['size:micro', 'stage:firm'] end, true, now() from new_firm
                    """.formatted(year))) {
                run(statement, sql);
            }
            var columns =
                    "insert into evidence.entry (space, kind, day, subject, party, title, unit, class, amount, quantity, number, digest, recorded_at, recorded_by) select ";
            var stamp = ", now(), '00000000-0000-0000-0000-000000000001' from ";
            for (var rows : List.of(
                    "id, 'PREMISES', date '2014-01-01', null, '', '大厅', null, (array['workstations', 'shared', 'other'])[k], null, 300, case when k = 1 then 60 end, 'p' || n || '-' || k"
                            + stamp + "new_space, generate_series(1, 3) k",
                    "space, 'AGREEMENTS', make_date(%1$d, 1 + n %% 12, 1 + n %% 28), id, '', '', 'U' || n, '', null, null, 2, 'a' || n"
                            + stamp + "new_firm",
                    "space, 'FOUNDERS', make_date(%1$d, 1 + n %% 12, 2), id, '创始人' || n, '', null, (array['student', 'graduate', 'other'])[1 + n %% 3], null, null, null, 'f' || n"
                            + stamp + "new_firm",
                    "space, 'JOBS', make_date(%1$d, 1 + n %% 12, 3), id, '员工' || n || '-' || k, '', null, (array['graduate', 'other'])[1 + n %% 2], null, null, null, 'j' || n || '-' || k"
                            + stamp + "new_firm, generate_series(1, 3) k",
                    "space, 'RIGHTS', make_date(%1$d, 1 + n %% 12, 4), id, '', '专利', null, (array['invention', 'software'])[1 + n %% 2], null, null, null, 'r' || n"
                            + stamp + "new_firm",
                    "space, 'FINANCING', make_date(%1$d, 1 + n %% 12, 5), id, '投资方' || n %% 40, '', null, (array['own', 'venture', 'angel'])[1 + n %% 3], 30000000 + n, null, null, 'm' || n"
                            + stamp + "new_firm where n %% 3 = 0",
                    "space, 'SERVICES', make_date(%1$d, 1 + n %% 12, 6), id, '机构' || n %% 30, '', null, (array['technical', 'design', 'testing', 'legal', 'finance'])[1 + n %% 5], null, null, null, 's' || n || '-' || k"
                            + stamp + "new_firm, generate_series(1, 2) k",
                    "space, 'SESSIONS', make_date(%1$d, 1 + n %% 12, 7), id, '导师' || n %% 500, '辅导', null, '', null, 2, null, 'd' || n || '-' || k"
                            + stamp + "new_firm, generate_series(1, 2) k",
                    "space, 'CASES', make_date(%1$d, 1 + n %% 12, 8), id, '', '案例', null, (array['typical', 'market'])[1 + n %% 2], null, null, null, 'c' || n"
                            + stamp + "new_firm where n %% 3 = 1",
                    "space, 'RESULTS', make_date(%1$d, 1 + n %% 12, 9), id, '高校', '成果', null, 'transfer', 10000000, null, null, 'e' || n"
                            + stamp + "new_firm where n %% 4 = 1",
                    "id, 'EVENTS', make_date(%1$d, 1 + k %% 12, 10), null, '', '活动', null, (array['salon', 'roadshow'])[1 + k %% 2], null, null, 40, 'v' || n || '-' || k"
                            + stamp + "new_space, generate_series(1, 25) k",
                    "id, 'MENTORS', date '2015-01-01', null, '导师' || k, '', null, 'part_time', null, null, null, 'o' || n || '-' || k"
                            + stamp + "new_space, generate_series(1, 8) k",
                    "id, 'STAFF', date '2015-01-01', null, '员工' || k, '', null, 'full_time', null, null, null, 't' || n || '-' || k"
                            + stamp + "new_space, generate_series(1, 4) k",
                    "id, 'ACCOUNTS', make_date(%1$d, k, 20), null, '', '', null, (array['service_income', 'operating_cost', 'tax_paid'])[1 + k %% 3], 5000000, null, null, 'k' || n || '-' || k"
                            + stamp + "new_space, generate_series(1, 12) k")) {
                run(statement, columns + rows.formatted(year));
            }
            run(statement, "set session_replication_role = origin");
            connection.commit();
            connection.setAutoCommit(true);
            run(statement, "analyze registry.subject, registry.space, evidence.entry, recognition.recognised_space");
            try (var count = statement.executeQuery(
                    "select (select count(*) from registry.space), (select count(*) from registry.subject), (select count(*) from evidence.entry)")) {
                count.next();
                System.out.printf(
                        "%,d spaces, %,d subjects, %,d rows of records%n",
                        count.getLong(1), count.getLong(2), count.getLong(3));
            }
        }
    }

    private static void run(java.sql.Statement statement, String sql) throws SQLException {
        var before = System.nanoTime();
        var rows = statement.executeUpdate(sql);
        System.out.printf(
                "%,10d rows %6.1f s  %.60s%n",
                rows, (System.nanoTime() - before) / 1e9, sql.strip().replaceAll("\\s+", " "));
    }
}
