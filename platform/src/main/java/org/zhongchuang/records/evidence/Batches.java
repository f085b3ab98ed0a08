package org.zhongchuang.records.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.ground.file.StoredFile;
import tools.jackson.databind.json.JsonMapper;

/** The uploads of operators, with what there was to say of each. */
@Component
public class Batches {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final Clock clock;

    Batches(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    UUID add(UUID space, RecordKind kind, StoredFile file, TableReading reading, UUID person) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into evidence.batch (id, space, kind, file, name, state, rows, good, findings, question, sent_by, sent_at)
                        values (:id, :space, :kind, :file, :name, 'READ', :rows, :good, cast(:findings as jsonb), :question, :person, :now)
                        """)
                .param("id", id)
                .param("space", space)
                .param("kind", kind.name())
                .param("file", file.id())
                .param("name", file.name())
                .param("rows", reading.rows())
                .param("good", reading.goodRows())
                .param("findings", JSON.writeValueAsString(reading.findings()))
                .param("question", reading.isUnitInDoubt() ? "UNIT" : "")
                .param("person", person)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return id;
    }

    void say(Batch batch, List<Batch.Finding> more) {
        var all = new ArrayList<>(batch.findings());
        all.addAll(more);
        jdbc.sql("update evidence.batch set findings = cast(:findings as jsonb) where id = :id")
                .param("findings", JSON.writeValueAsString(all))
                .param("id", batch.id())
                .update();
    }

    UUID fileOf(UUID batch) {
        return jdbc.sql("select file from evidence.batch where id = :id")
                .param("id", batch)
                .query(UUID.class)
                .single();
    }

    public Optional<Batch> find(UUID id) {
        return jdbc.sql("select * from evidence.batch where id = :id")
                .param("id", id)
                .query(Batches::batch)
                .optional();
    }

    public List<Batch> latest(UUID space) {
        return jdbc.sql(
                        "select * from evidence.batch where space = :space and state <> 'DROPPED' order by sent_at desc limit 20")
                .param("space", space)
                .query(Batches::batch)
                .list();
    }

    private static Batch batch(ResultSet row, int number) throws SQLException {
        return new Batch(
                row.getObject("id", UUID.class),
                row.getObject("space", UUID.class),
                RecordKind.valueOf(row.getString("kind")),
                row.getString("name"),
                Batch.State.valueOf(row.getString("state")),
                row.getInt("rows"),
                row.getInt("good"),
                row.getInt("done"),
                row.getInt("kept"),
                Arrays.asList(JSON.readValue(row.getString("findings"), Batch.Finding[].class)),
                row.getString("question"),
                row.getTimestamp("sent_at").toInstant());
    }
}
