package org.zhongchuang.law.policy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
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
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.PersonId;

/** The documents that officers enter while the city works: proposed by one, approved by another, with their files. */
@Component
public class EnteredDocuments {

    private static final int MOST = 200;

    /** All of a row but the files, which are large. */
    private static final String SHOWN =
            "id, pack, number, title, from_day, state, proposed_by, proposer, proposed_at, decider, decided_at, answer from policy.entered_document";

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
            String title,
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

    /** The latest first. */
    public List<Entered> all() {
        return jdbc.sql("select " + SHOWN + " order by proposed_at desc, id limit :most")
                .param("most", MOST)
                .query(EnteredDocuments::entered)
                .list();
    }

    /** Those that nobody has decided, the latest first. */
    public List<Entered> open() {
        return jdbc.sql("select " + SHOWN + " where state = 'OPEN' order by proposed_at desc, id limit :most")
                .param("most", MOST)
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
                               (id, pack, number, title, from_day, packed, state, proposed_by, proposer, proposed_at)
                        values (:id, :pack, :number, :title, :from, :packed, 'OPEN', :person, :name, :now)
                        """)
                .param("id", id)
                .param("pack", document.pack())
                .param("number", document.own().number())
                .param("title", document.own().title().zh())
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
                row.getString("title"),
                row.getObject("from_day", LocalDate.class),
                ProposalState.valueOf(row.getString("state")),
                new PersonId(row.getObject("proposed_by", UUID.class)),
                row.getString("proposer"),
                row.getTimestamp("proposed_at").toInstant(),
                Optional.ofNullable(row.getString("decider")),
                Optional.ofNullable(row.getTimestamp("decided_at")).map(Timestamp::toInstant),
                row.getString("answer"));
    }
}
