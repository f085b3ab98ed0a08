package org.zhongchuang.records.table;

import java.util.List;
import org.zhongchuang.engine.Area;
import org.zhongchuang.records.table.Column.Field;

/** A table of firms and teams that a city knows already: the name, the code of a firm, since when it exists, where. */
public record FirmTable(List<Column> columns) implements TableKind {

    public FirmTable {
        columns = List.copyOf(columns);
    }

    /** With the counties of the city as areas. */
    public static FirmTable in(List<Area> areas) {
        var counties = areas.stream()
                .filter(area -> area.parent() != null)
                .map(area ->
                        area.code() + ":" + area.name().zh() + ":" + area.name().en())
                .toArray(String[]::new);
        return new FirmTable(List.of(
                Column.of(Field.SUBJECT, "企业或团队名称", "Firm or team", true),
                Column.of(Field.CODE, "统一社会信用代码（团队不填）", "Credit code (none for teams)", false),
                Column.of(Field.FOUNDED, "注册日期", "Registered on", false),
                Column.of(Field.CLASS, "区域", "Area", false, counties)));
    }

    @Override
    public String id() {
        return "firms";
    }
}
