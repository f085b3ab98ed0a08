package org.zhongchuang.grants.existing;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Area;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.kernel.PlainForm;
import org.zhongchuang.ground.kernel.Totals;
import org.zhongchuang.ground.sheet.SheetReader;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.records.registry.CreditCode;
import org.zhongchuang.records.registry.SpaceKind;
import org.zhongchuang.records.table.RowReader;

/** Reads a table of makerspaces that were recognised before: the columns by their headings, wherever these stand. */
@Component
public class ExistingTable {

    private static final int MOST_ROWS = 500;

    private final Policies policies;

    ExistingTable(Policies policies) {
        this.policies = policies;
    }

    /** What a column holds, and the headings under which it comes. */
    public enum Column {
        NAME("众创空间名称", "Makerspace", "名称", "空间名称", "Name"),
        OPERATOR("运营机构", "Operator", "运营单位", "运营主体", "单位名称"),
        CODE("统一社会信用代码", "Credit code", "信用代码", "运营机构信用代码"),
        AREA("区域", "Area", "所在区域", "县（市、区）", "县市区"),
        KIND("类型", "Kind", "空间类型", "Type"),
        ADDRESS("地址", "Address", "场地地址", "详细地址"),
        OPENED("开始运营日期", "Open since", "运营日期", "成立日期", "对外运营日期"),
        DOCUMENT("认定文号", "Document", "文号"),
        RECOGNISED("认定日期", "Recognised on", "认定时间", "备案日期"),
        CERTIFICATE("证书编号", "Certificate", "证书号");

        private final Text label;
        private final List<String> headings;

        Column(String zh, String en, String... others) {
            this.label = Text.of(zh, en);
            this.headings = Stream.concat(Stream.of(zh, en), Stream.of(others))
                    .map(PlainForm::ofName)
                    .toList();
        }

        public Text label() {
            return label;
        }

        static Optional<Column> headed(String heading) {
            var plain = PlainForm.ofName(heading);
            return Stream.of(values())
                    .filter(one -> one.headings.contains(plain))
                    .findFirst();
        }
    }

    /** What was read: the rows that make sense, and what is wrong with the others, with their numbers in the table. */
    public record Reading(List<ExistingSpace> rows, List<Text> mistakes) {}

    public Reading read(byte[] table) {
        var taking = new Taking();
        try {
            SheetReader.read(table, taking);
        } catch (SheetReader.Unreadable e) {
            taking.mistakes.add(e.why());
        }
        if (taking.columns.isEmpty() && taking.mistakes.isEmpty()) {
            taking.mistakes.add(Text.of(
                    "没有找到表头：至少要有“众创空间名称”和“运营机构”两列",
                    "No headings were found: there must be columns “Makerspace” and “Operator” at least"));
        }
        return new Reading(taking.rows, taking.mistakes);
    }

    private final class Taking implements SheetReader.RowTaker {

        private final List<ExistingSpace> rows = new ArrayList<>();
        private final List<Text> mistakes = new ArrayList<>();
        private final Map<Column, Integer> columns = new EnumMap<>(Column.class);

        @Override
        public boolean take(int number, List<String> cells) {
            var row = cells.stream().map(String::strip).toList();
            if (columns.isEmpty()) {
                head(row);
                return true;
            }
            var written = row.stream().filter(cell -> !cell.isEmpty()).findFirst();
            if (written.isEmpty() || Totals.begin(written.get())) {
                return true;
            }
            if (rows.size() >= MOST_ROWS) {
                mistakes.add(Text.of("一次最多%d行".formatted(MOST_ROWS), "At most %d rows at a time".formatted(MOST_ROWS)));
                return false;
            }
            var wrong = wrong(row);
            if (wrong.isPresent()) {
                mistakes.add(Text.of(
                        "第%d行：%s".formatted(number, wrong.get().zh()),
                        "Row %d: %s".formatted(number, wrong.get().en())));
            } else {
                rows.add(space(row));
            }
            return true;
        }

        private void head(List<String> row) {
            var found = new EnumMap<Column, Integer>(Column.class);
            for (int i = 0; i < row.size(); i++) {
                var at = i;
                Column.headed(row.get(i)).ifPresent(column -> found.putIfAbsent(column, at));
            }
            if (found.containsKey(Column.NAME) && found.containsKey(Column.OPERATOR)) {
                columns.putAll(found);
            }
        }

        private String cell(List<String> row, Column column) {
            var at = columns.get(column);
            return at == null || at >= row.size() ? "" : row.get(at);
        }

        private Optional<Text> wrong(List<String> row) {
            for (var column : Column.values()) {
                if (isAsked(column) && cell(row, column).isEmpty()) {
                    return Optional.of(Text.of(
                            "缺少“" + column.label().zh() + "”",
                            "“" + column.label().en() + "” is missing"));
                }
            }
            if (!CreditCode.isWhole(cell(row, Column.CODE))) {
                return Optional.of(Text.of("统一社会信用代码校验不通过", "the credit code does not hold to its check"));
            }
            if (area(cell(row, Column.AREA)).isEmpty()) {
                return Optional.of(Text.of(
                        "没有“" + cell(row, Column.AREA) + "”这个区域", "there is no area “" + cell(row, Column.AREA) + "”"));
            }
            if (kind(cell(row, Column.KIND)).isEmpty()) {
                return Optional.of(noSuchKind());
            }
            if (day(row, Column.OPENED).isEmpty() || day(row, Column.RECOGNISED).isEmpty()) {
                return Optional.of(Text.of("日期看不懂，请写成2016-03-01", "a day cannot be read; write 2016-03-01"));
            }
            return cell(row, Column.NAME).length() > 60
                            || cell(row, Column.DOCUMENT).length() > 60
                            || cell(row, Column.ADDRESS).length() > 120
                    ? Optional.of(Text.of(
                            "名称、文号最多60个字，地址最多120个字", "a name or document has at most 60 characters, an address 120"))
                    : Optional.empty();
        }

        private Optional<LocalDate> day(List<String> row, Column column) {
            return RowReader.writtenDay(cell(row, column));
        }

        private ExistingSpace space(List<String> row) {
            return new ExistingSpace(
                    cell(row, Column.NAME),
                    cell(row, Column.OPERATOR),
                    PlainForm.ofCode(cell(row, Column.CODE)),
                    area(cell(row, Column.AREA)).orElseThrow().code(),
                    kind(cell(row, Column.KIND)).orElseThrow(),
                    cell(row, Column.ADDRESS),
                    day(row, Column.OPENED).orElseThrow(),
                    cell(row, Column.DOCUMENT),
                    day(row, Column.RECOGNISED).orElseThrow(),
                    PlainForm.ofCode(cell(row, Column.CERTIFICATE)));
        }
    }

    private Optional<Area> area(String named) {
        return policies.current().areas().stream()
                .filter(area -> area.parent() != null)
                .filter(area -> area.code().equals(named)
                        || area.name().zh().equals(named)
                        || area.name().en().equalsIgnoreCase(named))
                .findFirst();
    }

    /** A certificate may be missing, and the kind where the city has one only. */
    private boolean isAsked(Column column) {
        return column != Column.CERTIFICATE && (column != Column.KIND || kinds().size() > 1);
    }

    private List<SpaceKind> kinds() {
        return SpaceKind.in(policies.current());
    }

    private Text noSuchKind() {
        var labels = kinds().stream().map(SpaceKind::label).toList();
        return Text.of(
                "类型应为：" + labels.stream().map(Text::zh).collect(joining("、")),
                "the kind is one of: " + labels.stream().map(Text::en).collect(joining(", ")));
    }

    private Optional<SpaceKind> kind(String named) {
        var all = kinds();
        return all.size() == 1 && named.isEmpty()
                ? Optional.of(all.getFirst())
                : all.stream()
                        .filter(kind -> stem(kind.label().zh()).equals(stem(named))
                                || kind.label().en().equalsIgnoreCase(named))
                        .findFirst();
    }

    /** With 型 or 类 at its end or without, whichever a table has. */
    private static String stem(String kind) {
        return kind.replaceFirst("[型类]$", "");
    }
}
