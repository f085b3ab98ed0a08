package org.zhongchuang.records.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.ground.access.PersonId;
import org.zhongchuang.ground.kernel.PlainForm;
import org.zhongchuang.ground.kernel.Sha256;
import org.zhongchuang.records.registry.SubjectId;
import org.zhongchuang.records.table.Column.Field;
import org.zhongchuang.records.table.RecordKind;

/** The rows of the records. Called inside the transaction of a use case. */
@Component
public class Entries {

    private static final String COLUMNS = """
            select e.*, coalesce(k.name, s.name) subject_name, coalesce(k.code, s.code) subject_code, coalesce(k.id, s.id) standing,
                   coalesce(k.founded_on, s.founded_on) registered_on
              from evidence.entry e
              left join registry.public_subject s on s.id = e.subject
              left join registry.public_subject k on k.id = s.merged_into
            """;

    private static final String INSERT = """
                    insert into evidence.entry (space, kind, day, until, subject, called, party, title, unit, class, reference, amount, quantity, number,
                                                founded_on, digest, batch, recorded_at, recorded_by, replaces)
                    select ?, ?, d.*, ?::uuid, ?, ?, ?
                      from unnest(?::text[]::date[], ?::text[]::date[], ?::text[]::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[]::bigint[],
                                  ?::text[]::numeric[], ?::text[]::int[], ?::text[]::date[], ?::text[]) d
                        on conflict do nothing returning digest
                    """;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final Clock clock;

    Entries(JdbcClient jdbc, JdbcTemplate template, Clock clock) {
        this.jdbc = jdbc;
        this.template = template;
        this.clock = clock;
    }

    /** A row ready to be kept: its values in plain form, its tenant found. */
    record Row(Map<Field, String> values, Optional<SubjectId> subject, String digest) {

        static Row of(Map<Field, String> values, Optional<SubjectId> subject) {
            return new Row(values, subject, digest(values, subject));
        }

        private @Nullable String get(Field field) {
            return values.get(field);
        }

        private String orEmpty(Field field) {
            return values.getOrDefault(field, "");
        }

        private static String digest(Map<Field, String> values, Optional<SubjectId> subject) {
            var digest = Sha256.digest();
            for (var field : Field.values()) {
                if (field != Field.SUBJECT && field != Field.CODE && field != Field.FOUNDED) {
                    var value = values.getOrDefault(field, "");
                    digest.update((field.isWord() ? PlainForm.ofName(value) : value).getBytes(UTF_8));
                }
                digest.update((byte) 0);
            }
            digest.update(subject.map(SubjectId::toString).orElse("").getBytes(UTF_8));
            return HexFormat.of().formatHex(digest.digest(), 0, 16);
        }
    }

    /**
     * Adds rows in one statement.
     *
     * @return the digests of those that were added; the others were there already, or their unit was taken
     */
    Set<String> add(
            SubjectId space,
            RecordKind kind,
            List<Row> rows,
            @Nullable UUID batch,
            PersonId person,
            @Nullable Long replaces) {
        var now = Timestamp.from(clock.instant());
        return Objects.requireNonNull(template.execute((ConnectionCallback<Set<String>>) connection -> {
            try (var insert = connection.prepareStatement(INSERT)) {
                insert.setObject(1, space.value());
                insert.setString(2, kind.name());
                insert.setObject(3, batch);
                insert.setTimestamp(4, now);
                insert.setObject(5, person.value());
                insert.setObject(6, replaces, java.sql.Types.BIGINT);
                var at = 7;
                insert.setArray(at++, array(connection, rows, row -> row.get(Field.DAY)));
                insert.setArray(at++, array(connection, rows, row -> row.get(Field.UNTIL)));
                insert.setArray(
                        at++,
                        array(
                                connection,
                                rows,
                                row -> row.subject().map(SubjectId::toString).orElse(null)));
                insert.setArray(at++, array(connection, rows, row -> row.orEmpty(Field.SUBJECT)));
                insert.setArray(at++, array(connection, rows, row -> row.orEmpty(Field.PARTY)));
                insert.setArray(at++, array(connection, rows, row -> row.orEmpty(Field.TITLE)));
                insert.setArray(at++, array(connection, rows, row -> row.get(Field.UNIT)));
                insert.setArray(at++, array(connection, rows, row -> row.orEmpty(Field.CLASS)));
                insert.setArray(at++, array(connection, rows, row -> row.orEmpty(Field.REFERENCE)));
                insert.setArray(at++, array(connection, rows, row -> row.get(Field.AMOUNT)));
                insert.setArray(at++, array(connection, rows, row -> row.get(Field.QUANTITY)));
                insert.setArray(at++, array(connection, rows, row -> row.get(Field.NUMBER)));
                insert.setArray(at++, array(connection, rows, row -> row.get(Field.FOUNDED)));
                insert.setArray(at, array(connection, rows, Row::digest));
                var added = new HashSet<String>();
                try (var result = insert.executeQuery()) {
                    while (result.next()) {
                        added.add(result.getString("digest"));
                    }
                }
                return added;
            }
        }));
    }

    private static Array array(java.sql.Connection connection, List<Row> rows, Function<Row, @Nullable String> value)
            throws SQLException {
        return connection.createArrayOf("text", rows.stream().map(value).toArray());
    }

    boolean isThere(SubjectId space, RecordKind kind, String digest) {
        return jdbc.sql(
                        "select exists (select 1 from evidence.entry where space = :space and kind = :kind and digest = :digest and voided_at is null)")
                .param("space", space.value())
                .param("kind", kind.name())
                .param("digest", digest)
                .query(Boolean.class)
                .single();
    }

    /** The number of the row that stands with that digest. */
    long numberOf(SubjectId space, RecordKind kind, String digest) {
        return jdbc.sql(
                        "select id from evidence.entry where space = :space and kind = :kind and digest = :digest and voided_at is null")
                .param("space", space.value())
                .param("kind", kind.name())
                .param("digest", digest)
                .query(Long.class)
                .single();
    }

    Optional<Entry> find(long id) {
        return jdbc.sql(COLUMNS + " where e.id = :id and e.voided_at is null")
                .param("id", id)
                .query(Entries::entry)
                .optional();
    }

    int makeVoid(long id, PersonId person, String reason) {
        return jdbc.sql(
                        "update evidence.entry set voided_at = :now, voided_by = :person, void_reason = :reason where id = :id and voided_at is null")
                .param("now", Timestamp.from(clock.instant()))
                .param("person", person.value())
                .param("reason", reason)
                .param("id", id)
                .update();
    }

    int voidBatch(UUID batch, PersonId person, String reason) {
        return jdbc.sql(
                        "update evidence.entry set voided_at = :now, voided_by = :person, void_reason = :reason where batch = :batch and voided_at is null")
                .param("now", Timestamp.from(clock.instant()))
                .param("person", person.value())
                .param("reason", reason)
                .param("batch", batch)
                .update();
    }

    /** The tenants that the rows of an import speak of, or spoke of. */
    List<SubjectId> subjectsOf(UUID batch) {
        return jdbc.sql("select distinct subject from evidence.entry where batch = :batch and subject is not null")
                .param("batch", batch)
                .query((row, _) -> new SubjectId(row.getObject("subject", UUID.class)))
                .list();
    }

    /** One page of a kind, the latest first; {@code words} are looked for in everything that is text. */
    List<Entry> list(SubjectId space, RecordKind kind, String words, long before, int most) {
        var rows = new ArrayList<Entry>();
        each(space, kind, words, before, most, rows::add);
        return rows;
    }

    /** The same, row by row. */
    void each(SubjectId space, RecordKind kind, String words, long before, int most, Consumer<Entry> row) {
        jdbc.sql(COLUMNS + """
                         where e.space = :space and e.kind = :kind and e.voided_at is null
                           and (:words = '' or position(lower(:words) in lower(concat_ws(' ', coalesce(k.name, s.name), s.code, e.party, e.title, e.unit, e.reference))) > 0)
                           and (:before = 0 or (e.day, e.id) < (select b.day, b.id from evidence.entry b where b.id = :before))
                         order by e.day desc, e.id desc limit :most
                        """)
                .param("space", space.value())
                .param("kind", kind.name())
                .param("words", words)
                .param("before", before)
                .param("most", most)
                .query((ResultSet found) -> {
                    row.accept(entry(found, 0));
                });
    }

    /** The numbers of all rows that meet a condition. */
    public List<Long> numbersWhere(String condition, Map<String, Object> values) {
        return jdbc.sql("select e.id from evidence.entry e left join registry.public_subject s on s.id = e.subject"
                        + " left join registry.public_subject k on k.id = s.merged_into where " + condition
                        + " order by e.id")
                .params(values)
                .query((row, _) -> row.getLong("id"))
                .list();
    }

    public List<Entry> where(String condition, Map<String, Object> values, int most) {
        return jdbc.sql(COLUMNS + " where " + condition + " order by e.day desc, e.id desc limit " + most)
                .params(values)
                .query(Entries::entry)
                .list();
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getLong("id"),
                new SubjectId(row.getObject("space", UUID.class)),
                RecordKind.valueOf(row.getString("kind")),
                row.getObject("day", LocalDate.class),
                row.getObject("until", LocalDate.class),
                Optional.ofNullable(row.getObject("standing", UUID.class)).map(SubjectId::new),
                Objects.requireNonNullElse(row.getString("subject_name"), ""),
                Objects.requireNonNullElse(row.getString("subject_code"), ""),
                row.getObject("founded_on", LocalDate.class),
                row.getObject("registered_on", LocalDate.class),
                row.getString("party"),
                row.getString("title"),
                Objects.requireNonNullElse(row.getString("unit"), ""),
                row.getString("class"),
                row.getString("reference"),
                Optional.ofNullable(row.getObject("amount", Long.class))
                        .map(Fen::new)
                        .orElse(null),
                row.getObject("quantity", BigDecimal.class),
                (Integer) row.getObject("number"));
    }
}
