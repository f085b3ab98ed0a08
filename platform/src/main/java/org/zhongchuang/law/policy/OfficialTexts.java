package org.zhongchuang.law.policy;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.zhongchuang.engine.Clause;
import org.zhongchuang.engine.Item;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.audit.AuditLog;
import org.zhongchuang.ground.kernel.Remembered;
import org.zhongchuang.law.policy.OfficialTextReader.Passage;
import org.zhongchuang.law.policy.TextRecognition.Line;
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
        if (text.isBlank()) {
            return no("还没有内容。请粘贴全文，或选择文本文件。", "There is nothing yet. Paste the document or choose a text file.");
        }
        var reading = OfficialTextReader.read(text);
        if (reading.passages().stream().noneMatch(passage -> passage.id().contains("("))) {
            return no(
                    "没有认出“一、”“（一）”这样的层次。请确认粘贴的是文件全文，而不是摘要或网页片段。",
                    "No structure such as 一、 and （一） was found. Make sure this is the whole document and not a summary.");
        }
        if (reading.number().isEmpty()) {
            return no("没有找到文号。请连同文号一起粘贴。", "The document number was not found. Paste it together with the text.");
        }
        var number = reading.number().get();
        if (!number.equals(pack.document().number())) {
            return new TextRecognition.NotRecognised(Text.of("这是{found}，不是{wanted}。", "This is {found}, not {wanted}.")
                    .with("found", number)
                    .with("wanted", pack.document().number()));
        }
        return new TextRecognition.Recognised(
                number, reading.title(), reading.issuer(), reading.day(), lines(pack, reading.passages()));
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
            if (line.match() != Match.NOT_IN_TEXT) {
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

    private static List<Line> lines(PolicyPack pack, List<Passage> passages) {
        var byId = passages.stream().collect(toMap(Passage::id, passage -> passage, (one, _) -> one));
        var lines = new ArrayList<Line>();
        for (var clause : pack.clauses()) {
            lines.add(line(clause, byId.get(clause.id())));
        }
        var known = Stream.of(
                        pack.clauses().stream().map(Clause::id),
                        pack.items().stream().map(Item::id),
                        pack.parts().stream().map(part -> part.id()))
                .flatMap(ids -> ids)
                .collect(toSet());
        var clauses = pack.clauses().stream().map(Clause::id).collect(toSet());
        for (var passage : passages) {
            if (!clauses.contains(passage.id())) {
                var match = known.contains(passage.id()) ? Match.MATCHED : Match.NOT_IN_PACK;
                lines.add(new Line(passage.id(), passage.heading(), passage.wording(), match));
            }
        }
        return List.copyOf(lines);
    }

    private static Line line(Clause clause, @org.jspecify.annotations.Nullable Passage passage) {
        if (passage == null) {
            return new Line(clause.id(), clause.title().zh(), "", Match.NOT_IN_TEXT);
        }
        var same = passage.heading().strip().equals(clause.title().zh());
        return new Line(clause.id(), passage.heading(), passage.wording(), same ? Match.MATCHED : Match.OTHER_HEADING);
    }

    private static TextRecognition no(String zh, String en) {
        return new TextRecognition.NotRecognised(Text.of(zh, en));
    }
}
