package org.zhongchuang.law.policy;

import static java.util.stream.Collectors.toMap;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.audit.AuditLog;
import org.zhongchuang.ground.kernel.Remembered;
import org.zhongchuang.law.policy.TextRecognition.Match;

/** The official wording of policies, imported by officers; the latest import is the one shown. */
@Service
public class OfficialTexts {

    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final Clock clock;
    private final Map<String, Remembered<Map<String, String>>> shown = new ConcurrentHashMap<>();

    OfficialTexts(JdbcClient jdbc, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** Says what would be matched, keeping nothing. */
    public TextRecognition recognise(PolicyPack pack, String text) {
        return TextIdentity.recognise(pack, text);
    }

    /** Keeps the text, if it is recognised, and shows it from now on. */
    @Transactional
    public TextRecognition importText(Actor actor, PolicyPack pack, String text) {
        var recognition = recognise(pack, text);
        if (recognition instanceof TextRecognition.Recognised recognised) {
            keep(actor, pack, text, recognised);
        }
        return recognition;
    }

    /**
     * The official wording by clause or part; empty before the first import. An import on another node is seen after a
     * few seconds.
     */
    public Map<String, String> wordings(PolicyPack pack) {
        return shown.computeIfAbsent(pack.id(), id -> new Remembered<>(() -> load(id)))
                .value();
    }

    private void keep(Actor actor, PolicyPack pack, String text, TextRecognition.Recognised recognised) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into policy.official_text (id, pack, source, imported_by, imported_at)
                        values (:id, :pack, :source, :by, :at)
                        """)
                .param("id", id)
                .param("pack", pack.id())
                .param("source", text)
                .param("by", actor.person().value())
                .param("at", Timestamp.from(clock.instant()))
                .update();
        for (var line : recognised.lines()) {
            if (line.match() != Match.NOT_IN_TEXT && !line.wording().isEmpty()) {
                jdbc.sql("""
                                insert into policy.passage (official_text, clause, heading, wording)
                                values (:text, :clause, :heading, :wording)
                                """)
                        .param("text", id)
                        .param("clause", line.id())
                        .param("heading", line.heading())
                        .param("wording", line.wording())
                        .update();
            }
        }
        audit.record(actor, "policy.import-text", pack.id(), recognised.matched() + " clauses matched");
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                shown.remove(pack.id());
            }
        });
    }

    private Map<String, String> load(String pack) {
        return jdbc
                .sql("""
                        select clause, wording from policy.passage
                         where official_text =
                               (select id from policy.official_text where pack = :pack order by imported_at desc, id limit 1)
                        """)
                .param("pack", pack)
                .query((row, _) -> Map.entry(row.getString("clause"), row.getString("wording")))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
