package org.zhongchuang.law.policy;

import static java.util.stream.Collectors.toMap;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.audit.AuditLog;
import org.zhongchuang.ground.kernel.Remembered;

/** The official wording of policies, imported by officers; the latest import is the one shown. */
@Service
public class OfficialTexts {

    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final Clock clock;
    private final Map<String, Remembered<Optional<Shown>>> shown = new ConcurrentHashMap<>();

    OfficialTexts(JdbcClient jdbc, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** The wording of one clause or part, with the heading it has in the text. */
    public record Passage(String clause, String heading, String wording) {}

    /**
     * The wording that is shown.
     *
     * @param wordings by clause or part
     * @param source the text that was imported
     * @param unit for whom the officer acted that imported it
     * @param reason why it was kept although passages differ; empty where none was given
     */
    public record Shown(Map<String, String> wordings, String source, Instant importedAt, String unit, String reason) {}

    /** The official wording by clause or part; empty before the first import. */
    public Map<String, String> wordings(PolicyPack pack) {
        return shown(pack).map(Shown::wordings).orElse(Map.of());
    }

    /** The wording with where it came from. An import on another node is seen after a few seconds. */
    public Optional<Shown> shown(PolicyPack pack) {
        return shown.computeIfAbsent(pack.id(), id -> new Remembered<>(() -> load(id)))
                .value();
    }

    /**
     * Keeps a text and shows it from now on.
     *
     * @param reason why it is kept although passages differ; empty where none do
     * @param note what the record of acts says of it
     */
    @Transactional
    public void keep(Actor actor, PolicyPack pack, String text, List<Passage> passages, String reason, String note) {
        insert(actor, pack, text, passages, reason);
        audit.record(actor, "policy.import-text", pack.id(), note);
    }

    /** Shows no wording any more. The latest import counts, and this one has nothing in it. */
    @Transactional
    public void withdraw(Actor actor, PolicyPack pack, String why) {
        insert(actor, pack, "", List.of(), why);
        audit.record(actor, "policy.withdraw-text", pack.id(), why);
    }

    private void insert(Actor actor, PolicyPack pack, String text, List<Passage> passages, String reason) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into policy.official_text (id, pack, source, imported_by, imported_at, unit, reason)
                        values (:id, :pack, :source, :by, :at, :unit, :reason)
                        """)
                .param("id", id)
                .param("pack", pack.id())
                .param("source", text)
                .param("by", actor.person().value())
                .param("at", Timestamp.from(clock.instant()))
                .param("unit", actor.unit())
                .param("reason", reason)
                .update();
        for (var passage : passages) {
            jdbc.sql("""
                            insert into policy.passage (official_text, clause, heading, wording)
                            values (:text, :clause, :heading, :wording)
                            """)
                    .param("text", id)
                    .param("clause", passage.clause())
                    .param("heading", passage.heading())
                    .param("wording", passage.wording())
                    .update();
        }
        OnceCommitted.run(() -> shown.remove(pack.id()));
    }

    /** The text that was imported last, before its passages are read. */
    private record Latest(UUID id, String source, Instant importedAt, String unit, String reason) {}

    private Optional<Shown> load(String pack) {
        return jdbc.sql("""
                        select id, source, imported_at, unit, reason from policy.official_text
                         where pack = :pack order by imported_at desc, id limit 1
                        """)
                .param("pack", pack)
                .query((row, _) -> new Latest(
                        row.getObject("id", UUID.class),
                        row.getString("source"),
                        row.getTimestamp("imported_at").toInstant(),
                        row.getString("unit"),
                        row.getString("reason")))
                .optional()
                .map(one -> new Shown(passages(one.id()), one.source(), one.importedAt(), one.unit(), one.reason()))
                .filter(one -> !one.wordings().isEmpty());
    }

    private Map<String, String> passages(UUID text) {
        return jdbc
                .sql("select clause, wording from policy.passage where official_text = :text")
                .param("text", text)
                .query((row, _) -> Map.entry(row.getString("clause"), row.getString("wording")))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
