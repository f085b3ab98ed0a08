package org.zhongchuang.government.inspection;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.engine.Shown;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.audit.Coded;
import org.zhongchuang.ground.kernel.Masked;
import org.zhongchuang.ground.kernel.Typed;
import org.zhongchuang.records.table.Column;
import org.zhongchuang.records.table.Column.Field;
import org.zhongchuang.records.table.RecordKind;

/**
 * Rows of the records of makerspaces by their kind and whom they are about, of a corrected one what it said before and
 * says now; people by their surnames.
 */
@Component
@Order(0)
class RowsOfRecords implements Coded {

    private static final int MOST = 5_000;
    private static final int LONGEST = 40;
    private static final Pattern ROW = Pattern.compile("row:([0-9]{1,18})");
    private static final Text NOTHING = Text.of("空", "nothing");

    private static final String ROWS = """
            select e.*, coalesce(nullif(e.called, ''), s.name, '') tenant
              from evidence.public_entry e left join registry.public_subject s on s.id = e.subject
             where e.id in (select unnest(:ids) union select replaces from evidence.public_entry where id = any (:ids))
            """;

    private static final String CODES = """
            select 'row:' || id as code from (
              select id from evidence.public_entry where called <> '' and called = :typed
              union select id from evidence.public_entry
                     where voided_at is null and subject in (
                       select id from registry.public_subject where name = :typed or code = :typed
                       union select subject from registry.public_former_name where called = :typed)
              union select id from evidence.public_entry
                     where voided_at is null and kind in ('FOUNDERS', 'MENTORS', 'SESSIONS', 'FINANCING', 'STAFF', 'JOBS')
                       and who = registry.public_plain_name(:typed)) found
             order by id desc limit :most
            """;

    private final JdbcClient jdbc;

    RowsOfRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A row as it was written down; what it says of a field is in words, and empty where it says nothing. */
    private record Row(long id, RecordKind kind, Map<Field, Text> said, String reason, Optional<Long> replaces) {

        Text said(Field field) {
            return said.getOrDefault(field, NOTHING);
        }
    }

    @Override
    public Optional<Text> word(String act, String code) {
        var one = new Written(act, code);
        return Optional.ofNullable(words(List.of(one)).get(one));
    }

    @Override
    public Map<Written, Text> words(Collection<Written> written) {
        var words = new HashMap<Written, Text>();
        var numbers = new HashMap<Written, Long>();
        for (var one : written) {
            if (one.act().startsWith("evidence.")) {
                Typed.choice(RecordKind.class, one.code()).ifPresent(kind -> words.put(one, kind.label()));
                var row = ROW.matcher(one.code());
                if (row.matches()) {
                    numbers.put(one, Long.valueOf(row.group(1)));
                }
            }
        }
        var rows = rows(numbers.values());
        numbers.forEach((one, number) -> {
            var row = rows.get(number);
            if (row != null) {
                words.put(one, told(one.act(), row, row.replaces().map(rows::get)));
            }
        });
        return words;
    }

    @Override
    public Map<Written, Changed> changed(Collection<Written> written) {
        var numbers = new HashMap<Written, Long>();
        for (var one : written) {
            var row = ROW.matcher(one.code());
            if (one.act().equals("evidence.correct") && row.matches()) {
                numbers.put(one, Long.valueOf(row.group(1)));
            }
        }
        var rows = rows(numbers.values());
        var changed = new HashMap<Written, Changed>();
        numbers.forEach((one, number) -> Optional.ofNullable(rows.get(number))
                .ifPresent(row -> row.replaces().map(rows::get).ifPresent(old -> {
                    var all = changes(old, row);
                    changed.put(one, new Changed(joined(all, Change::before), joined(all, Change::after)));
                })));
        return changed;
    }

    private static Text joined(List<Change> changes, Function<Change, Text> side) {
        return Text.of(
                changes.stream()
                        .map(one -> one.column().label().zh() + " "
                                + side.apply(one).zh())
                        .collect(Collectors.joining("；")),
                changes.stream()
                        .map(one -> one.column().label().en() + " "
                                + side.apply(one).en())
                        .collect(Collectors.joining("; ")));
    }

    private Map<Long, Row> rows(Collection<Long> numbers) {
        return numbers.isEmpty()
                ? Map.of()
                : jdbc.sql(ROWS).param("ids", numbers.toArray(Long[]::new)).query((row, _) -> row(row)).list().stream()
                        .collect(Collectors.toMap(Row::id, Function.identity()));
    }

    private static Text told(String act, Row row, Optional<Row> before) {
        var whom = row.kind().column(Field.SUBJECT).isPresent()
                ? row.said(Field.SUBJECT)
                : row.kind().namesPeople() ? row.said(Field.PARTY) : row.said(Field.TITLE);
        var head = whom.equals(NOTHING)
                ? row.kind().label()
                : Text.of(
                        row.kind().label().zh() + " " + whom.zh(),
                        row.kind().label().en() + " " + whom.en());
        var more = act.equals("evidence.take-back")
                ? row.reason().isEmpty() ? List.<Text>of() : List.of(same(row.reason()))
                : before.stream()
                        .flatMap(old -> changes(old, row).stream())
                        .map(Change::told)
                        .toList();
        return more.isEmpty()
                ? head
                : Text.of(
                        head.zh() + "：" + more.stream().map(Text::zh).collect(Collectors.joining("；")),
                        head.en() + ": " + more.stream().map(Text::en).collect(Collectors.joining("; ")));
    }

    /** What a field said before and says now. */
    private record Change(Column column, Text before, Text after) {

        Text told() {
            return Text.of(
                    column.label().zh() + " " + before.zh() + " → " + after.zh(),
                    column.label().en() + " " + before.en() + " → " + after.en());
        }
    }

    private static List<Change> changes(Row old, Row row) {
        var changes = new ArrayList<Change>();
        for (var column : row.kind().columns()) {
            var before = old.said(column.field());
            var after = row.said(column.field());
            if (!before.equals(after)) {
                changes.add(new Change(column, before, after));
            }
        }
        return changes;
    }

    private static Row row(ResultSet row) throws SQLException {
        var kind = RecordKind.valueOf(row.getString("kind"));
        var said = new EnumMap<Field, Text>(Field.class);
        for (var column : kind.columns()) {
            var text = text(row, kind, column);
            if (text != null && !text.zh().isEmpty()) {
                said.put(column.field(), text);
            }
        }
        return new Row(
                row.getLong("id"),
                kind,
                said,
                Objects.requireNonNullElse(row.getString("void_reason"), ""),
                Optional.ofNullable(row.getObject("replaces", Long.class)));
    }

    private static @Nullable Text text(ResultSet row, RecordKind kind, Column column) throws SQLException {
        return switch (column.field()) {
            case SUBJECT -> same(row.getString("tenant"));
            // Codes stand in the register, which records its own acts.
            case CODE -> null;
            case FOUNDED -> day(row.getObject("founded_on", LocalDate.class));
            case DAY -> day(row.getObject("day", LocalDate.class));
            case UNTIL -> day(row.getObject("until", LocalDate.class));
            case PARTY -> same(kind.namesPeople() ? Masked.name(row.getString("party")) : row.getString("party"));
            case TITLE -> same(row.getString("title"));
            case UNIT -> same(row.getString("unit"));
            case CLASS -> column.optionLabel(row.getString("class"));
            case REFERENCE -> same(row.getString("reference"));
            case AMOUNT -> row.getObject("amount") == null ? null : same(new Fen(row.getLong("amount")).yuan());
            case QUANTITY -> number(row.getBigDecimal("quantity"));
            case NUMBER -> number(row.getBigDecimal("number"));
        };
    }

    private static @Nullable Text day(@Nullable LocalDate day) {
        return day == null ? null : Shown.day(day);
    }

    private static @Nullable Text number(@Nullable BigDecimal number) {
        return number == null ? null : same(number.stripTrailingZeros().toPlainString());
    }

    private static Text same(@Nullable String text) {
        var shown = text == null ? "" : text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
        return Text.of(shown, shown);
    }

    @Override
    public List<String> codes(String typed) {
        return jdbc.sql(CODES)
                .param("typed", typed)
                .param("most", MOST)
                .query((row, _) -> row.getString("code"))
                .list();
    }
}
