package org.zhongchuang.offer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import org.zhongchuang.access.Actor;
import org.zhongchuang.access.Deed;
import org.zhongchuang.access.Reach;
import org.zhongchuang.access.Thing;
import org.zhongchuang.audit.AuditLog;
import org.zhongchuang.calendar.DueWork;
import org.zhongchuang.calendar.OneByOne;
import org.zhongchuang.casework.BeginCase;
import org.zhongchuang.casework.FileCase;
import org.zhongchuang.casework.Handling;
import org.zhongchuang.casework.Occasion;
import org.zhongchuang.casework.Occasions;
import org.zhongchuang.casework.Ticket;
import org.zhongchuang.engine.Programme;
import org.zhongchuang.engine.Text;
import org.zhongchuang.policy.Answers;
import org.zhongchuang.policy.Policies;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds, tells and takes answers. An acceptance files the case by itself, with what the registers know; it goes to
 * public notice and decision like any other, and is paid after that.
 */
@Service
public class Offers implements DueWork {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String SELECT = """
            select o.*, s.name, s.area, c.number from offer.offer o join registry.subject s on s.id = o.subject
              left join casework.case_file c on c.id = o.case_file
            """;

    private final Reach reach;
    private final List<Occasions> occasions;
    private final BeginCase begin;
    private final FileCase filing;
    private final Policies policies;
    private final AuditLog audit;
    private final OneByOne oneByOne;
    private final JdbcClient jdbc;

    Offers(
            Reach reach,
            List<Occasions> occasions,
            BeginCase begin,
            FileCase filing,
            Policies policies,
            AuditLog audit,
            OneByOne oneByOne,
            JdbcClient jdbc) {
        this.reach = reach;
        this.occasions = occasions;
        this.begin = begin;
        this.filing = filing;
        this.policies = policies;
        this.audit = audit;
        this.oneByOne = oneByOne;
        this.jdbc = jdbc;
    }

    @Override
    public About about() {
        return new About(
                "offers",
                Text.of("免申即享", "Offers"),
                Text.of(
                        "按现行政策逐一比对已登记的事由，符合的主动告知，不再符合的收回。",
                        "The rules in force are run over every ground on record: who qualifies is told, and what no longer holds lapses."));
    }

    /** Runs the rules over every ground; one that is known already is not offered again, one that is gone lapses. */
    @Override
    public void settle() {
        var proactive = policies.current().programmes().values().stream()
                .filter(Programme::proactive)
                .toList();
        oneByOne.each(proactive, programme -> {
            var open = occasions.stream()
                    .filter(one -> one.programme().equals(programme.id()))
                    .flatMap(one -> one.open(Optional.empty()).stream())
                    .toList();
            find(programme, open);
            lapse(programme, open);
        });
    }

    @Override
    public Optional<LocalDate> nextDue() {
        return Optional.empty();
    }

    private record Key(UUID subject, String matter) {}

    private record Found(Occasion ground, long fen) {}

    /**
     * Judges the grounds that are new, or that other rules judged last; one that lapsed and is back is offered again.
     */
    private void find(Programme programme, List<Occasion> open) {
        var today = LocalDate.now(policies.clock());
        var edition = policies.current().edition();
        var known = Set.copyOf(jdbc.sql("""
                        select subject, matter from offer.offer
                         where programme = :programme and (state in ('ACCEPTED', 'DECLINED') or (state = 'OPEN' and edition = :edition))
                        """)
                .param("programme", programme.id())
                .param("edition", edition)
                .query((row, _) -> new Key(row.getObject(1, UUID.class), row.getString(2)))
                .list());
        var found = open.stream()
                .filter(ground -> !known.contains(new Key(ground.subject(), ground.matter())))
                .map(ground -> new Found(ground, worth(programme, ground, today)))
                .filter(one -> one.fen() > 0)
                .toList();
        if (found.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into offer.offer (id, programme, subject, matter, occasion, occasion_en, fen, facts, source, edition, state, found_on)
                        select gen_random_uuid(), :programme, w.subject, w.matter, w.zh, w.en, w.fen, w.facts::jsonb, w.source, :edition, 'OPEN', :today
                          from unnest(cast(:subjects as uuid[]), cast(:matters as text[]), cast(:zh as text[]), cast(:en as text[]),
                                      cast(:fens as bigint[]), cast(:facts as text[]), cast(:sources as text[])) w(subject, matter, zh, en, fen, facts, source)
                        on conflict (programme, subject, matter) do update
                          set state = 'OPEN', fen = excluded.fen, facts = excluded.facts, edition = excluded.edition, found_on = excluded.found_on
                        where offer.state in ('OPEN', 'LAPSED')
                        """)
                .param("programme", programme.id())
                .param("edition", edition)
                .param("today", today)
                .param(
                        "subjects",
                        found.stream().map(one -> one.ground().subject()).toArray(UUID[]::new))
                .param("matters", texts(found, one -> one.ground().matter()))
                .param("zh", texts(found, one -> one.ground().label().zh()))
                .param("en", texts(found, one -> one.ground().label().en()))
                .param("fens", found.stream().map(Found::fen).toArray(Long[]::new))
                .param(
                        "facts",
                        texts(found, one -> JSON.writeValueAsString(one.ground().facts())))
                .param("sources", texts(found, one -> one.ground().source().zh()))
                .update();
    }

    private static String[] texts(List<Found> found, Function<Found, String> of) {
        return found.stream().map(of).toArray(String[]::new);
    }

    private long worth(Programme programme, Occasion ground, LocalDate today) {
        return policies.evaluate(
                        programme.id(), today, Answers.values(policies.current().facts(), ground.facts()))
                .amountInFen()
                .orElse(0L);
    }

    private void lapse(Programme programme, List<Occasion> open) {
        jdbc.sql("""
                        update offer.offer o set state = 'LAPSED' where programme = :programme and state = 'OPEN'
                           and not exists (select 1 from unnest(cast(:subjects as uuid[]), cast(:matters as text[])) w(subject, matter)
                                            where w.subject = o.subject and w.matter = o.matter)
                        """)
                .param("programme", programme.id())
                .param("subjects", open.stream().map(Occasion::subject).toArray(UUID[]::new))
                .param("matters", open.stream().map(Occasion::matter).toArray(String[]::new))
                .update();
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
        var subjects =
                begin.applicants(actor).stream().map(one -> one.subject()).toArray(UUID[]::new);
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
        var handling = begin.begin(actor, offer.programme(), offer.subject(), offer.matter());
        if (handling instanceof Handling.Done(var file)) {
            handling = filing.file(actor, file.id(), new Ticket(file.version(), id), true);
        }
        if (handling instanceof Handling.Done(var file)) {
            close(actor, id, Offer.State.ACCEPTED, Optional.of(file.id()));
        } else {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        }
        return handling;
    }

    private void close(Actor actor, UUID id, Offer.State state, Optional<UUID> caseFile) {
        jdbc.sql(
                        "update offer.offer set state = :state, answered_by = :person, answered_at = :now, case_file = :case where id = :id")
                .param("state", state.name())
                .param("person", actor.person())
                .param("now", Timestamp.from(policies.clock().instant()))
                .param("case", caseFile.orElse(null), java.sql.Types.OTHER)
                .param("id", id)
                .update();
        audit.record(actor, "offer." + state.name(), id.toString(), "");
    }

    private static Offer row(ResultSet row, int number) throws SQLException {
        return new Offer(
                row.getObject("id", UUID.class),
                row.getString("programme"),
                row.getObject("subject", UUID.class),
                row.getString("name"),
                row.getString("area"),
                row.getString("matter"),
                Text.of(row.getString("occasion"), row.getString("occasion_en")),
                row.getLong("fen"),
                JSON.readValue(row.getString("facts"), new TypeReference<Map<String, String>>() {}),
                row.getString("source"),
                Offer.State.valueOf(row.getString("state")),
                row.getObject("found_on", LocalDate.class),
                Optional.ofNullable(row.getString("number")));
    }
}
