package org.zhongchuang.records.evidence;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhongchuang.TestCity;
import org.zhongchuang.ground.access.Accounts;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.OrganisationId;
import org.zhongchuang.ground.access.PersonId;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.records.figure.Figures;
import org.zhongchuang.records.registry.Builder;
import org.zhongchuang.records.registry.Carrier;
import org.zhongchuang.records.registry.Kinds;
import org.zhongchuang.records.registry.Space;
import org.zhongchuang.records.registry.Spaces;
import org.zhongchuang.records.registry.SubjectId;
import org.zhongchuang.records.table.Column.Field;
import org.zhongchuang.records.table.RecordKind;

/** A makerspace without records, whose operator writes them by form and by table. */
abstract class RecordsOfASpace extends TestCity {

    @Autowired
    KeepRecords records;

    @Autowired
    Imports imports;

    @Autowired
    Batches batches;

    @Autowired
    Figures figures;

    @Autowired
    Spaces spaces;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    Actor operator = new Actor(
            new PersonId(new UUID(0, 0)),
            "",
            "",
            new UUID(0, 0),
            Role.OPERATOR,
            "",
            new OrganisationId(new UUID(0, 0)),
            "");

    SubjectId space = new SubjectId(new UUID(0, 0));

    @BeforeEach
    void anEmptySpace() {
        operator = accounts.appointmentsOf("op010").getFirst();
        space = spaces.register(
                        operator,
                        new Space.Profile(
                                "演示·台账测试" + UUID.randomUUID().toString().substring(0, 8),
                                Kinds.MAKER,
                                Builder.FIRM,
                                Carrier.OTHER,
                                operator.area(),
                                "测试路1号",
                                LocalDate.of(2015, 1, 1),
                                ""))
                .id();
    }

    Recording write(RecordKind kind, Object... pairs) {
        return records.write(operator, space, kind, typed(new EnumMap<>(Field.class), pairs));
    }

    /** Corrects some fields of a row as its form does: the others are sent as they were. */
    Recording correct(Entry row, Object... pairs) {
        var typed = new EnumMap<Field, String>(Field.class);
        row.kind().columns().forEach(column -> typed.put(column.field(), row.text(column.field())));
        return records.correct(operator, row.id(), typed(typed, pairs), Map.of());
    }

    private static EnumMap<Field, String> typed(EnumMap<Field, String> typed, Object... pairs) {
        for (int i = 0; i < pairs.length; i += 2) {
            typed.put((Field) pairs[i], (String) pairs[i + 1]);
        }
        return typed;
    }

    Batch sent(RecordKind kind, byte[] table, String name) {
        return switch (imports.send(operator, space, kind, new ByteArrayInputStream(table), name)) {
            case SentTable.Read(var batch) -> batch;
            case SentTable.Rejected(var why) -> throw new AssertionError(why.zh());
        };
    }

    Batch sent(RecordKind kind, String table) {
        return sent(kind, table.getBytes(StandardCharsets.UTF_8), "表.csv");
    }

    /** One of the tables that lie beside the tests. */
    static byte[] table(String name) {
        try (var in = Objects.requireNonNull(RecordsOfASpace.class.getResourceAsStream("/tables/" + name))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    BigDecimal figure(String id, int year) {
        return figures.of(space, Figures.Period.ofYear(year)).getOrDefault(id, BigDecimal.ZERO);
    }

    List<Entry> all(RecordKind kind) {
        var rows = new ArrayList<Entry>();
        records.export(space, kind, "", rows::add);
        return rows.reversed();
    }
}
