package org.zhongchuang.outside.city;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.records.table.RecordKind;

/** What one makerspace writes down, year by year, as tables that its operator sends. */
final class SpaceRecords {

    /** From which number on names belong to mentors; two hundred of them serve all makerspaces. */
    private static final int MENTORS = 23_000;

    private static final String NUMERALS = "甲乙丙丁戊己庚辛壬癸";

    private final int number;
    private final int quality;
    private final GivenNames names;
    private final List<String> tenants = new ArrayList<>();
    private final List<String> staying = new ArrayList<>();
    private final int first;
    private int year;

    /** @param quality how well it does, from 1 to 10 */
    SpaceRecords(int number, int quality, int year, GivenNames names) {
        this.number = number;
        this.quality = quality;
        this.year = year;
        this.first = names.firstYear();
        this.names = names;
    }

    int year() {
        return year;
    }

    void yearPasses() {
        year++;
    }

    /**
     * Everything of a year in which nothing was written down before.
     *
     * @param much whether it has many tenants, or the few that it needs
     */
    Map<RecordKind, List<String>> whole(Random random, boolean much) {
        var tables = empty();
        var desks = 40 + random.nextInt(20) + quality * 4;
        add(tables, RecordKind.PREMISES, "创业工位区", "创业工位区", 300 + desks * 4, desks, since(3, 1), (first + 4) + "-02-28");
        add(
                tables,
                RecordKind.PREMISES,
                "路演厅和会议室",
                "公共服务场地",
                200 + random.nextInt(200),
                "",
                since(3, 1),
                (first + 4) + "-02-28");
        add(
                tables,
                RecordKind.PREMISES,
                "机房和走廊",
                "其他",
                60 + random.nextInt(60),
                "",
                since(3, 1),
                (first + 4) + "-02-28");
        var free = desks;
        for (int i = 0; i < (much ? 8 + quality * 3 : 7 + quality) && free > 3; i++) {
            var trade = random.nextInt(10) * 2 + (random.nextBoolean() ? 1 : 0);
            var isFirm = random.nextInt(3) > 0;
            var name = names.tenant(isFirm, trade);
            var taken = 1 + random.nextInt(3);
            free -= taken;
            var code = isFirm ? names.code() : "";
            var founded = isFirm
                    ? (random.nextInt(3) == 0 ? day(random) : "%d-0%d-15".formatted(year - 1, 1 + random.nextInt(9)))
                    : "";
            var since = day(random);
            var until = random.nextInt(4) == 0 ? (year + 1) + "-12-31" : "";
            add(
                    tables,
                    RecordKind.AGREEMENTS,
                    name,
                    code,
                    founded,
                    "A-%03d".formatted(i + 1),
                    taken,
                    since,
                    until,
                    "智能硬件与软件（演示）");
            if (until.isEmpty()) {
                staying.add(name);
            }
            add(
                    tables,
                    RecordKind.FOUNDERS,
                    name,
                    names.person(random),
                    random.nextInt(3) == 0 ? "高校毕业生" : "其他",
                    day(3, 1));
            for (int job = 0; isFirm && job < (much ? 1 + random.nextInt(4) : 1); job++) {
                add(
                        tables,
                        RecordKind.JOBS,
                        name,
                        names.person(random),
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
            var drawn = Names.person(MENTORS + random.nextInt(10) * 20 + (number + i) % 20);
            // The one who can sign in advises in some of them.
            var mentor = i == 0 && number % 40 == 0 ? Cast.called(Role.MENTOR, "") : drawn;
            add(tables, RecordKind.MENTORS, mentor, "兼职", "创业辅导", since(9, 1), "");
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
            if (much) {
                add(
                        tables,
                        RecordKind.RIGHTS,
                        pick(tenants, random),
                        "演示专利" + i,
                        random.nextBoolean() ? "发明专利" : "软件著作权",
                        "YS%06d".formatted(number * 100 + i),
                        day(random));
            }
            add(tables, RecordKind.CASES, pick(tenants, random), "产品进入市场", "产品上市销售" + i, day(random));
        }
        for (int i = 0; i < 3; i++) {
            add(tables, RecordKind.CASES, pick(tenants, random), "典型孵化案例", "演示案例" + i, day(random));
            if (much) {
                add(tables, RecordKind.STAFF, names.person(random), "专职", since(3, 1), "");
            }
        }
        add(tables, RecordKind.ACCOUNTS, "服务收入", 200_000 + quality * 30_000, day(12, 20), "");
        add(tables, RecordKind.ACCOUNTS, "财政补贴", 50_000, day(12, 20), "");
        add(tables, RecordKind.ACCOUNTS, "运营成本", 260_000, day(12, 20), "");
        add(tables, RecordKind.ACCOUNTS, "在驻企业纳税", quality * 25_000, day(12, 20), "");
        return tables;
    }

    /**
     * What a year adds to the one before: some tenants come and one goes, events, sessions, money.
     *
     * @param much whether everything is kept up, or only what every makerspace writes down
     */
    Map<RecordKind, List<String>> added(Random random, boolean much) {
        var tables = empty();
        for (int i = 0; i < 1 + quality / 4; i++) {
            var isFirm = random.nextInt(3) > 0;
            var name = names.tenant(isFirm, random.nextInt(20));
            var code = isFirm ? names.code() : "";
            var founded = isFirm ? "%d-1%d-08".formatted(year - 1, random.nextInt(3)) : "";
            add(
                    tables,
                    RecordKind.AGREEMENTS,
                    name,
                    code,
                    founded,
                    "B-%03d".formatted(i + 1),
                    1,
                    day(random),
                    "",
                    "新入驻项目（演示）");
            if (isFirm) {
                add(tables, RecordKind.JOBS, name, names.person(random), "高校毕业生", day(random), "");
            }
            tenants.add(name);
        }
        for (int i = 0; i < 4 + quality; i++) {
            var title = "演示·" + List.of("春季", "夏季", "秋季", "冬季").get(i % 4)
                    + List.of("投融资对接", "技术沙龙", "创业训练", "成果路演").get(i / 4 % 4);
            add(tables, RecordKind.EVENTS, title, "路演", day(random), 20 + random.nextInt(90), "本空间路演厅");
        }
        add(tables, RecordKind.ACCOUNTS, "服务收入", 220_000 + quality * 34_000, day(12, 20), "");
        add(tables, RecordKind.ACCOUNTS, "运营成本", 270_000, day(12, 20), "");
        add(tables, RecordKind.ACCOUNTS, "在驻企业纳税", quality * 31_000, day(12, 20), "");
        if (much) {
            staying.stream()
                    .findFirst()
                    .ifPresent(name -> add(tables, RecordKind.EXITS, name, "毕业", day(11, 30), "达到毕业条件（演示）"));
            for (int i = 0; i < quality / 2; i++) {
                var mentor = Names.person(MENTORS + random.nextInt(200));
                add(tables, RecordKind.SESSIONS, pick(tenants, random), mentor, day(random), 2, "市场开拓辅导");
                add(
                        tables,
                        RecordKind.FINANCING,
                        pick(tenants, random),
                        names.investor(),
                        "创业投资",
                        300_000 + i * 50_000,
                        day(random));
                add(
                        tables,
                        RecordKind.RIGHTS,
                        pick(tenants, random),
                        "演示软件" + NUMERALS.charAt(i % NUMERALS.length()),
                        "软件著作权",
                        "RJ%06d".formatted(number * 100 + i),
                        day(random));
            }
        }
        return tables;
    }

    private static Map<RecordKind, List<String>> empty() {
        var tables = new LinkedHashMap<RecordKind, List<String>>();
        for (var kind : RecordKind.values()) {
            tables.put(kind, new ArrayList<>());
        }
        return tables;
    }

    private static void add(Map<RecordKind, List<String>> tables, RecordKind kind, Object... cells) {
        var row = new StringBuilder();
        for (var cell : cells) {
            row.append(row.isEmpty() ? "" : "\t").append(cell);
        }
        tables.getOrDefault(kind, new ArrayList<>()).add(row.toString());
    }

    private String day(int month, int day) {
        return LocalDate.of(year, month, day).toString();
    }

    private String day(Random random) {
        return LocalDate.of(year, 1, 1).plusDays(random.nextInt(360)).toString();
    }

    /** A day of the year before the first that is told. */
    private String since(int month, int day) {
        return LocalDate.of(first - 1, month, day).toString();
    }

    private static String pick(List<String> names, Random random) {
        return names.get(random.nextInt(names.size()));
    }
}
