package org.zhongchuang.law.policy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.PersonId;
import org.zhongchuang.ground.kernel.Like;

/** The documents that officers enter while the city works: proposed by one, approved by another, with their files. */
@Component
public class EnteredDocuments {

    /** All of a row but the files, which are large. */
    private static final String SHOWN =
            "id, pack, number, title, title_en, from_day, state, proposed_by, proposer, proposed_at, decider, decided_at, answer from policy.entered_document";

    private final JdbcClient jdbc;
    private final Clock clock;

    EnteredDocuments(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A document that was proposed.
     *
     * @param pack the id of its pack
     * @param from the first day on which it holds
     * @param decider who decided it or took it back
     */
    public record Entered(
            UUID id,
            String pack,
            String number,
            Text title,
            LocalDate from,
            ProposalState state,
            PersonId proposedBy,
            String proposer,
            Instant proposedAt,
            Optional<String> decider,
            Optional<Instant> decidedAt,
            String answer) {

        public boolean isOpen() {
            return state == ProposalState.OPEN;
        }
    }

    /** Those that were approved, in the order in which they were. */
    List<UUID> approved() {
        return jdbc.sql("select id from policy.entered_document where state = 'APPROVED' order by decided_at, id")
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }

    /** The files of documents by the ids of their packs. */
    Map<String, Map<String, String>> files(List<UUID> documents) {
        var files = new LinkedHashMap<String, Map<String, String>>();
        if (!documents.isEmpty()) {
            jdbc.sql("select pack, packed from policy.entered_document where id = any (:ids) order by decided_at, id")
                    .param("ids", documents.toArray(UUID[]::new))
                    .query(row -> {
                        files.put(row.getString("pack"), Edition.unpacked(row.getString("packed")));
                    });
        }
        return files;
    }

    /** The files of one document, by path. */
    public Map<String, String> files(UUID document) {
        return jdbc.sql("select packed from policy.entered_document where id = :id")
                .param("id", document)
                .query((row, _) -> Edition.unpacked(row.getString("packed")))
                .single();
    }

    /** What a list is asked for; {@code after} is the last document of the page before, and empty means all. */
    public record Query(String words, Optional<ProposalState> state, Optional<UUID> after) {}

    /** A page of them, the latest first, and the last of it where there are more. */
    public record Listing(List<Entered> documents, Optional<UUID> next) {}

    /** Those whose number, title, pack or proposer has the words. */
    public Listing list(Query query, int most) {
        var found = jdbc.sql("select " + SHOWN + """
                         where (cast(:state as text) is null or state = :state)
                           and (number ilike :words or title ilike :words or title_en ilike :words
                                or pack ilike :words or proposer ilike :words)
                           and (cast(:after as uuid) is null
                                or (proposed_at, id) < (select proposed_at, id from policy.entered_document where id = :after))
                         order by proposed_at desc, id desc limit :most
                        """)
                .param("state", query.state().map(Enum::name).orElse(null), Types.VARCHAR)
                .param("words", Like.containing(query.words()))
                .param("after", query.after().orElse(null), Types.OTHER)
                .param("most", most + 1)
                .query(EnteredDocuments::entered)
                .list();
        return found.size() > most
                ? new Listing(
                        found.subList(0, most), Optional.of(found.get(most - 1).id()))
                : new Listing(found, Optional.empty());
    }

    /** Those that nobody has decided, the latest first. */
    public List<Entered> open() {
        return jdbc.sql("select " + SHOWN + " where state = 'OPEN' order by proposed_at desc, id desc")
                .query(EnteredDocuments::entered)
                .list();
    }

    public Optional<Entered> find(UUID id) {
        return jdbc.sql("select " + SHOWN + " where id = :id")
                .param("id", id)
                .query(EnteredDocuments::entered)
                .optional();
    }

    /** Whoever enters or decides a document waits here until the others have: each is read together with all before. */
    public void hold() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('entered documents', 0))")
                .query((_, _) -> true)
                .single();
    }

    /** Keeps a document that was proposed. */
    public void propose(Actor actor, UUID id, Trial.Fits document, Map<String, String> files) {
        jdbc.sql("""
                        insert into policy.entered_document
                               (id, pack, number, title, title_en, from_day, packed, state, proposed_by, proposer, proposed_at)
                        values (:id, :pack, :number, :title, :titleEn, :from, :packed, 'OPEN', :person, :name, :now)
                        """)
                .param("id", id)
                .param("pack", document.pack())
                .param("number", document.own().number())
                .param("title", document.own().title().zh())
                .param("titleEn", document.own().title().en())
                .param("from", document.own().effectiveFrom())
                .param("packed", Edition.packed(files))
                .param("person", actor.person().value())
                .param("name", actor.name())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** Decides it, or takes it back. */
    public void close(Actor actor, UUID id, ProposalState state, String answer) {
        jdbc.sql("""
                        update policy.entered_document
                           set state = :state, decided_by = :person, decider = :name, decided_at = :now, answer = :answer
                         where id = :id
                        """)
                .param("id", id)
                .param("state", state.name())
                .param("person", actor.person().value())
                .param("name", actor.name())
                .param("now", Timestamp.from(clock.instant()))
                .param("answer", answer)
                .update();
    }

    private static Entered entered(ResultSet row, int number) throws SQLException {
        return new Entered(
                row.getObject("id", UUID.class),
                row.getString("pack"),
                row.getString("number"),
                title(row.getString("title"), row.getString("title_en")),
                row.getObject("from_day", LocalDate.class),
                ProposalState.valueOf(row.getString("state")),
                new PersonId(row.getObject("proposed_by", UUID.class)),
                row.getString("proposer"),
                row.getTimestamp("proposed_at").toInstant(),
                Optional.ofNullable(row.getString("decider")),
                Optional.ofNullable(row.getTimestamp("decided_at")).map(Timestamp::toInstant),
                row.getString("answer"));
    }

    private static Text title(String zh, String en) {
        return Text.of(zh, en.isEmpty() ? zh : en);
    }
}
