package org.zhongchuang.records.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.ground.access.PersonId;
import org.zhongchuang.ground.file.StoredFile;
import org.zhongchuang.records.registry.SubjectId;
import org.zhongchuang.records.table.Finding;
import org.zhongchuang.records.table.Layout;
import org.zhongchuang.records.table.RecordKind;
import org.zhongchuang.records.table.TableReading;
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

    UUID add(SubjectId space, RecordKind kind, StoredFile file, TableReading reading, PersonId person) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into evidence.batch (id, space, kind, file, name, state, rows, good, findings, question, layout, sent_by, sent_at)
                        values (:id, :space, :kind, :file, :name, 'READ', :rows, :good, cast(:findings as jsonb), :question, cast(:layout as jsonb), :person, :now)
                        """)
                .param("id", id)
                .param("space", space.value())
                .param("kind", kind.name())
                .param("file", file.id())
                .param("name", file.name())
                .params(judged(reading))
                .param("person", person.value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return id;
    }

    /** Puts what was found in it another time in the place of what was found before, while nothing of it is kept. */
    boolean judgeAnew(UUID id, TableReading reading) {
        return jdbc.sql("""
                        update evidence.batch
                           set rows = :rows, good = :good, findings = cast(:findings as jsonb), question = :question, layout = cast(:layout as jsonb)
                         where id = :id and state = 'READ'
                        """).params(judged(reading)).param("id", id).update() == 1;
    }

    private static Map<String, Object> judged(TableReading reading) {
        return Map.of(
                "rows", reading.rows(),
                "good", reading.goodRows(),
                "findings", JSON.writeValueAsString(reading.findings()),
                "question", reading.question(),
                "layout", JSON.writeValueAsString(reading.layout()));
    }

    Layout layoutOf(UUID batch) {
        return JSON.readValue(
                jdbc.sql("select layout from evidence.batch where id = :id and layout is not null")
                        .param("id", batch)
                        .query(String.class)
                        .single(),
                Layout.class);
    }

    void say(Batch batch, List<Finding> more) {
        var all = new ArrayList<>(batch.findings());
        all.addAll(more);
        jdbc.sql("update evidence.batch set findings = cast(:findings as jsonb) where id = :id")
                .param("findings", JSON.writeValueAsString(all))
                .param("id", batch.id())
                .update();
    }

    /** Begins to keep its rows; false if somebody else has. */
    boolean begin(UUID id) {
        return jdbc.sql("update evidence.batch set state = 'RUNNING' where id = :id and state = 'READ'")
                        .param("id", id)
                        .update()
                == 1;
    }

    void progressed(UUID id, int done) {
        jdbc.sql("update evidence.batch set done = :done where id = :id and state = 'RUNNING'")
                .param("done", done)
                .param("id", id)
                .update();
    }

    void finish(Batch batch, int kept, List<Finding> problems) {
        jdbc.sql("update evidence.batch set state = 'DONE', done = rows, kept = :kept where id = :id")
                .param("kept", kept)
                .param("id", batch.id())
                .update();
        say(batch, problems);
    }

    void fail(UUID id) {
        jdbc.sql("update evidence.batch set state = 'FAILED' where id = :id and state = 'RUNNING'")
                .param("id", id)
                .update();
    }

    /** Says that its rows were taken back; false if they were before. */
    boolean undo(UUID id) {
        return jdbc.sql(
                                "update evidence.batch set state = 'UNDONE', undone_at = :now where id = :id and state = 'DONE'")
                        .param("now", Timestamp.from(clock.instant()))
                        .param("id", id)
                        .update()
                == 1;
    }

    void drop(UUID id) {
        jdbc.sql("update evidence.batch set state = 'DROPPED' where id = :id and state = 'READ'")
                .param("id", id)
                .update();
    }

    /** An import that was under way when the application stopped has kept nothing. */
    @EventListener(ApplicationReadyEvent.class)
    void settleBroken() {
        jdbc.sql("update evidence.batch set state = 'FAILED' where state = 'RUNNING'")
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

    public List<Batch> latest(SubjectId space) {
        return jdbc.sql(
                        "select * from evidence.batch where space = :space and state <> 'DROPPED' order by sent_at desc limit 20")
                .param("space", space.value())
                .query(Batches::batch)
                .list();
    }

    private static Batch batch(ResultSet row, int number) throws SQLException {
        return new Batch(
                row.getObject("id", UUID.class),
                new SubjectId(row.getObject("space", UUID.class)),
                RecordKind.valueOf(row.getString("kind")),
                row.getString("name"),
                Batch.State.valueOf(row.getString("state")),
                row.getInt("rows"),
                row.getInt("good"),
                row.getInt("done"),
                row.getInt("kept"),
                Arrays.asList(JSON.readValue(row.getString("findings"), Finding[].class)),
                row.getString("question"),
                row.getTimestamp("sent_at").toInstant());
    }
}
