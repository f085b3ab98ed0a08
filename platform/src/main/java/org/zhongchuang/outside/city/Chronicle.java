package org.zhongchuang.outside.city;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.grants.recognition.RecognisedSpaces;
import org.zhongchuang.ground.access.Accounts;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.records.evidence.Imports;
import org.zhongchuang.records.evidence.RecordKind;
import org.zhongchuang.records.evidence.Recording;
import org.zhongchuang.records.evidence.SentTable;
import org.zhongchuang.records.figure.Periods;
import org.zhongchuang.records.registry.CreditCode;
import org.zhongchuang.records.registry.Register;
import org.zhongchuang.records.registry.Register.FindingOf;
import org.zhongchuang.records.registry.SubjectId;

/** The records that operators of the demonstration have kept: tables, sent and accepted as any operator would. */
@Component
class Chronicle {

    /** In a very large city the others' records are left out: every upload is played, and that takes its time. */
    private static final int KEEPING = 200;

    private static final LocalDate YEAR = LocalDate.of(2016, 1, 1);
    private static final List<String> SURNAMES = List.of("赵", "钱", "孙", "李", "周", "吴", "郑", "王", "冯", "陈");

    private final Imports imports;
    private final Periods periods;
    private final RecognisedSpaces recognised;
    private final Accounts accounts;
    private final Register register;
    private final JdbcClient jdbc;
    private int firms;

    Chronicle(
            Imports imports,
            Periods periods,
            RecognisedSpaces recognised,
            Accounts accounts,
            Register register,
            JdbcClient jdbc) {
        this.imports = imports;
        this.periods = periods;
        this.recognised = recognised;
        this.accounts = accounts;
        this.register = register;
        this.jdbc = jdbc;
    }

    void fill(Random random) {
        var number = 0;
        for (var space : recognised.standingSince(YEAR.plusYears(2)).stream()
                .limit(KEEPING)
                .toList()) {
            var operator = operatorOf(space.space());
            // How well a space does: a few very well, a few badly.
            var quality = 1 + random.nextInt(10);
            tables(++number, quality, random).forEach((kind, rows) -> send(operator, space.space(), kind, rows));
            // The second space keeps its year open, so that there is one to look at and to close.
            if (number % 4 != 2) {
                periods.close(operator, space.space(), YEAR.getYear());
            }
        }
        certify(random);
    }

    private Actor operatorOf(SubjectId space) {
        var login =
                jdbc.sql("""
                        select p.login from registry.public_space s join access.public_appointment a on a.organisation = s.operator and a.role = 'OPERATOR'
                          join access.public_person p on p.id = a.person where s.id = :space order by p.login limit 1
                        """).param("space", space.value()).query(String.class).single();
        return accounts.appointmentsOf(login).getFirst();
    }

    private Map<RecordKind, List<String>> tables(int number, int quality, Random random) {
        var tables = new LinkedHashMap<RecordKind, List<String>>();
        for (var kind : RecordKind.values()) {
            tables.put(kind, new ArrayList<>());
        }
        var desks = 40 + random.nextInt(20) + quality * 4;
        add(tables, RecordKind.PREMISES, "创业工位区", "创业工位区", 300 + desks * 4, desks, "2015-03-01", "2020-02-28");
        add(
                tables,
                RecordKind.PREMISES,
                "路演厅和会议室",
                "公共服务场地",
                200 + random.nextInt(200),
                "",
                "2015-03-01",
                "2020-02-28");
        add(tables, RecordKind.PREMISES, "机房和走廊", "其他", 60 + random.nextInt(60), "", "2015-03-01", "2020-02-28");
        var tenants = new ArrayList<String>();
        var free = desks;
        for (int i = 0; i < 8 + quality * 3 && free > 3; i++) {
            var name = "演示·%s%s%d"
                    .formatted(
                            SURNAMES.get(random.nextInt(10)), random.nextBoolean() ? "创客工作室" : "科技", number * 100 + i);
            var isFirm = random.nextInt(3) > 0;
            var taken = 1 + random.nextInt(3);
            free -= taken;
            var code = isFirm ? CreditCode.complete("91", "330402", "MADM" + "%04d".formatted(firms % 10_000)) : "";
            firms += isFirm ? 1 : 0;
            var founded = isFirm
                    ? (random.nextInt(3) == 0 ? day(random) : "2015-0%d-15".formatted(1 + random.nextInt(9)))
                    : "";
            add(
                    tables,
                    RecordKind.AGREEMENTS,
                    name,
                    isFirm && firms < 9_000 ? codeOf(firms) : code,
                    founded,
                    "A-%03d".formatted(i + 1),
                    taken,
                    day(random),
                    random.nextInt(4) == 0 ? "2017-12-31" : "",
                    "智能硬件与软件（演示）");
            add(
                    tables,
                    RecordKind.FOUNDERS,
                    name,
                    person(random),
                    random.nextInt(3) == 0 ? "高校毕业生" : "其他",
                    "2016-03-01");
            for (int job = 0; isFirm && job < 1 + random.nextInt(4); job++) {
                add(
                        tables,
                        RecordKind.JOBS,
                        name,
                        person(random) + i + job,
                        random.nextInt(3) == 0 ? "高校毕业生" : "其他",
                        day(random),
                        "");
            }
            tenants.add(name);
        }
        for (int i = 0; i < 4 + quality * 2; i++) {
            add(
                    tables,
                    RecordKind.EVENTS,
                    "演示·第%d期创客活动".formatted(i + 1),
                    List.of("沙龙", "路演", "大赛", "培训").get(random.nextInt(4)),
                    day(random),
                    15 + random.nextInt(80),
                    "本空间路演厅");
        }
        for (int i = 0; i < 2 + quality; i++) {
            var mentor = "导师%s%d（演示）".formatted(SURNAMES.get(random.nextInt(10)), i);
            add(tables, RecordKind.MENTORS, mentor, "兼职", "创业辅导", "2015-09-01", "");
            for (int session = 0; session < 1 + random.nextInt(quality + 1); session++) {
                add(tables, RecordKind.SESSIONS, pick(tenants, random), mentor, day(random), 2, "商业计划辅导");
            }
        }
        for (int i = 0; i < quality * 2; i++) {
            add(
                    tables,
                    RecordKind.SERVICES,
                    pick(tenants, random),
                    List.of("检验检测", "产品设计", "中试加工", "法律", "财务").get(random.nextInt(5)),
                    "演示·服务机构" + random.nextInt(6),
                    day(random),
                    "服务" + i);
        }
        for (int i = 0; i < quality / 2; i++) {
            add(
                    tables,
                    RecordKind.FINANCING,
                    pick(tenants, random),
                    "演示·" + "启明创业投资",
                    random.nextInt(4) == 0 ? "本空间投资" : "创业投资",
                    200_000 + random.nextInt(20) * 50_000,
                    day(random));
            add(tables, RecordKind.RESULTS, pick(tenants, random), "演示成果" + i, "演示·合作高校", "转让", 100_000, day(random));
            add(
                    tables,
                    RecordKind.RIGHTS,
                    pick(tenants, random),
                    "演示专利" + i,
                    random.nextBoolean() ? "发明专利" : "软件著作权",
                    "YS%06d".formatted(number * 100 + i),
                    day(random));
            add(tables, RecordKind.CASES, pick(tenants, random), "产品进入市场", "产品上市销售" + i, day(random));
        }
        for (int i = 0; i < 3; i++) {
            add(tables, RecordKind.CASES, pick(tenants, random), "典型孵化案例", "演示案例" + i, day(random));
            add(tables, RecordKind.STAFF, person(random) + i, "专职", "2015-03-01", "");
        }
        add(tables, RecordKind.ACCOUNTS, "服务收入", 200_000 + quality * 30_000, "2016-12-20", "");
        add(tables, RecordKind.ACCOUNTS, "财政补贴", 50_000, "2016-12-20", "");
        add(tables, RecordKind.ACCOUNTS, "运营成本", 260_000, "2016-12-20", "");
        add(tables, RecordKind.ACCOUNTS, "在驻企业纳税", quality * 25_000, "2016-12-20", "");
        return tables;
    }

    private static String codeOf(int firm) {
        return CreditCode.complete("91", "330481", "MAF" + "%05d".formatted(firm));
    }

    private static void add(Map<RecordKind, List<String>> tables, RecordKind kind, Object... cells) {
        var row = new StringBuilder();
        for (var cell : cells) {
            row.append(row.isEmpty() ? "" : "\t").append(cell);
        }
        tables.getOrDefault(kind, new ArrayList<>()).add(row.toString());
    }

    private void send(Actor operator, SubjectId space, RecordKind kind, List<String> rows) {
        if (rows.isEmpty()) {
            return;
        }
        var headings = String.join(
                "\t", kind.columns().stream().map(column -> column.label().zh()).toList());
        var table = headings + "\n" + String.join("\n", rows) + "\n";
        var sent = imports.send(
                operator,
                space,
                kind,
                new ByteArrayInputStream(table.getBytes(UTF_8)),
                kind.label().zh() + "-2016.csv");
        var accepted = switch (sent) {
            case SentTable.Read(var batch) -> imports.accept(operator, batch.id(), true, "yuan");
            case SentTable.Rejected(var why) -> throw new IllegalStateException(why.en());
        };
        if (accepted instanceof Recording.Refused(var reason)) {
            throw new IllegalStateException("records of the demonstration: " + kind + " " + reason);
        }
    }

    /** Some firms hold certificates, found out by the county's officers. */
    private void certify(Random random) {
        var officer = accounts.appointmentsOf("city2").getFirst();
        jdbc.sql(
                        "select id from registry.public_subject where kind = 'ENTERPRISE' and code is not null order by name limit 400")
                .query((row, _) -> new SubjectId(row.getObject("id", UUID.class)))
                .list()
                .forEach(firm -> {
                    var luck = random.nextInt(10);
                    if (luck < 4) {
                        register.record(
                                officer,
                                firm,
                                new FindingOf(
                                        "science_sme",
                                        "演示科小2016-%d".formatted(random.nextInt(9999)),
                                        LocalDate.of(2016, 5, 1),
                                        LocalDate.of(2017, 12, 31),
                                        "省级备案名单（演示）"));
                    }
                    if (luck == 0) {
                        register.record(
                                officer,
                                firm,
                                new FindingOf(
                                        "high_tech",
                                        "演示GR2016%06d".formatted(random.nextInt(999_999)),
                                        LocalDate.of(2016, 11, 21),
                                        LocalDate.of(2019, 11, 20),
                                        "证书（演示）"));
                    }
                    register.record(
                            officer,
                            firm,
                            new FindingOf(
                                    "size", luck < 7 ? "micro" : "small", LocalDate.of(2016, 1, 1), null, "统计口径（演示）"));
                });
        if (officer.role() != Role.CITY_OFFICER) {
            throw new IllegalStateException("city2 is an officer of the city");
        }
    }

    private static String day(Random random) {
        return YEAR.plusDays(random.nextInt(360)).toString();
    }

    private static String person(Random random) {
        return SURNAMES.get(random.nextInt(10)) + "某（演示）";
    }

    private static String pick(List<String> names, Random random) {
        return names.get(random.nextInt(names.size()));
    }
}
