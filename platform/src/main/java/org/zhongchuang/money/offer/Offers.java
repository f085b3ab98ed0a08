package org.zhongchuang.money.offer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Deed;
import org.zhongchuang.ground.access.Reach;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.audit.AuditLog;
import org.zhongchuang.ground.kernel.Refused;
import org.zhongchuang.procedure.casework.CaseFile;
import org.zhongchuang.procedure.casework.CaseId;
import org.zhongchuang.procedure.casework.Handling;
import org.zhongchuang.procedure.casework.Ticket;
import org.zhongchuang.procedure.filing.BeginCase;
import org.zhongchuang.procedure.filing.FileCase;
import org.zhongchuang.records.registry.SubjectId;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells what was found and takes answers. An acceptance files the case by itself, with what the registers know; it goes
 * to public notice and decision like any other, and is paid after that.
 */
@Service
public class Offers {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String SELECT = """
            select o.*, s.name, s.area, c.number from offer.offer o join registry.public_subject s on s.id = o.subject
              left join casework.public_case_file c on c.id = o.case_file
            """;

    private final Reach reach;
    private final BeginCase begin;
    private final FileCase filing;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    Offers(Reach reach, BeginCase begin, FileCase filing, AuditLog audit, JdbcClient jdbc, Clock clock) {
        this.reach = reach;
        this.begin = begin;
        this.filing = filing;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What an officer asks the list for; empty texts and nothing mean all. {@code after} is the last offer of the page
     * before.
     */
    public record Query(Optional<Offer.State> state, String programme, String words, Optional<UUID> after) {}

    /** A page of the list; {@code next} is empty at the end. */
    public record Listing(List<Offer> offers, Optional<UUID> next) {}

    /** What an officer may see, the latest first. */
    public Listing list(Actor actor, Query query, int size) {
        var found = jdbc.sql(SELECT + """
                         where (:everywhere or s.area = :ownArea) and (:state = '' or o.state = :state) and (:programme = '' or o.programme = :programme)
                           and (:words = '' or position(lower(:words) in lower(s.name)) > 0)
                           and (cast(:after as uuid) is null or (o.found_on, o.id) < (select found_on, id from offer.offer where id = :after))
                         order by o.found_on desc, o.id desc limit :most
                        """)
                .params(reach.bounds(actor, Thing.OFFER).parameters())
                .param("state", query.state().map(Enum::name).orElse(""))
                .param("programme", query.programme())
                .param("words", query.words().strip())
                .param("after", query.after().orElse(null), java.sql.Types.OTHER)
                .param("most", size + 1)
                .query(Offers::row)
                .list();
        return found.size() <= size
                ? new Listing(found, Optional.empty())
                : new Listing(
                        found.subList(0, size), Optional.of(found.get(size - 1).id()));
    }

    /** What was offered to those the actor can apply for. */
    public List<Offer> mine(Actor actor) {
        var subjects = begin.applicants(actor).stream()
                .map(one -> one.subject().value())
                .toArray(UUID[]::new);
        return jdbc.sql(
                        SELECT
                                + " where o.subject = any (cast(:subjects as uuid[])) order by o.state = 'OPEN' desc, o.found_on desc, o.id")
                .param("subjects", subjects)
                .query(Offers::row)
                .list();
    }

    /** One click: yes files the case, no leaves it. The same answer twice is one answer. */
    @Transactional
    public Handling answer(Actor actor, UUID id, boolean yes) {
        var found = mine(actor).stream().filter(one -> one.id().equals(id)).findFirst();
        if (found.isEmpty() || !reach.may(actor, Deed.KEEP, Thing.OFFER, id)) {
            return new Handling.Refused(Handling.Reason.NOT_YOURS);
        }
        var offer = found.get();
        var open = jdbc.sql("select state = 'OPEN' from offer.offer where id = :id for update")
                .param("id", id)
                .query(Boolean.class)
                .single();
        if (!open) {
            return new Handling.Refused(Handling.Reason.WRONG_STEP);
        }
        if (!yes) {
            close(actor, id, Offer.State.DECLINED, Optional.empty());
            return new Handling.Refused(Handling.Reason.WRONG_STEP);
        }
        return switch (begin.begin(actor, offer.programme(), offer.subject(), offer.matter())) {
            case Handling.Done(var draft) -> accept(actor, id, draft);
            case Handling.Refused refused -> refused;
        };
    }

    /** Files the case; where it cannot be filed, it has not been begun either. */
    private Handling accept(Actor actor, UUID id, CaseFile draft) {
        return switch (filing.file(actor, draft.id(), new Ticket(draft.version(), id), true)) {
            case Handling.Done(var filed) -> {
                close(actor, id, Offer.State.ACCEPTED, Optional.of(filed.id()));
                yield new Handling.Done(filed);
            }
            case Handling.Refused refused -> throw new Refused(refused.reason());
        };
    }

    private void close(Actor actor, UUID id, Offer.State state, Optional<CaseId> caseFile) {
        jdbc.sql(
                        "update offer.offer set state = :state, answered_by = :person, answered_at = :now, case_file = :case where id = :id")
                .param("state", state.name())
                .param("person", actor.person().value())
                .param("now", Timestamp.from(clock.instant()))
                .param("case", caseFile.map(CaseId::value).orElse(null), java.sql.Types.OTHER)
                .param("id", id)
                .update();
        audit.record(actor, "offer." + state.name(), id.toString(), "");
    }

    private static Offer row(ResultSet row, int number) throws SQLException {
        return new Offer(
                row.getObject("id", UUID.class),
                row.getString("programme"),
                new SubjectId(row.getObject("subject", UUID.class)),
                row.getString("name"),
                row.getString("area"),
                row.getString("matter"),
                Text.of(row.getString("occasion"), row.getString("occasion_en")),
                new Fen(row.getLong("fen")),
                JSON.readValue(row.getString("facts"), new TypeReference<Map<String, String>>() {}),
                row.getString("source"),
                Offer.State.valueOf(row.getString("state")),
                row.getObject("found_on", LocalDate.class),
                Optional.ofNullable(row.getString("number")));
    }
}
