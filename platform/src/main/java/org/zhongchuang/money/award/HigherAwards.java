package org.zhongchuang.money.award;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.engine.Ground.Source;
import org.zhongchuang.engine.Programme;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Deed;
import org.zhongchuang.ground.access.PersonId;
import org.zhongchuang.ground.access.Reach;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.audit.AuditLog;
import org.zhongchuang.ground.kernel.Like;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.money.award.Granting.Reason;
import org.zhongchuang.money.ledger.Account;
import org.zhongchuang.money.ledger.Account.Kind;
import org.zhongchuang.money.ledger.Ledger;
import org.zhongchuang.money.ledger.Posting;
import org.zhongchuang.money.ledger.Posting.Act;
import org.zhongchuang.procedure.casework.Desk;
import org.zhongchuang.records.registry.SubjectId;

/**
 * Awards from province and state, each once by its document number. What has arrived of one, verified by a second
 * person, makes room for a match; a match never takes more.
 */
@Service
public class HigherAwards {

    private final Reach reach;
    private final Ledger ledger;
    private final AuditLog audit;
    private final Policies policies;
    private final JdbcClient jdbc;
    private final Clock clock;

    HigherAwards(Reach reach, Ledger ledger, AuditLog audit, Policies policies, JdbcClient jdbc, Clock clock) {
        this.policies = policies;
        this.reach = reach;
        this.ledger = ledger;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What is typed of one. */
    public record Entry(String document, String level, String title, SubjectId subject, Fen fen, LocalDate grantedOn) {}

    private static final String SELECT = """
            select h.*, s.name, exists (select 1 from award.award w where w.higher = h.id) matched,
                   (select a.programme from ledger.public_account a where a.matter = h.id::text limit 1) booked
              from award.higher_award h join registry.public_subject s on s.id = h.subject
            """;

    /** Those that the actor may see and that hold these words, the latest first, from one of them on. */
    public List<HigherAward> list(Actor actor, boolean toVerify, String words, Optional<UUID> after, int most) {
        return jdbc.sql(SELECT + """
                         where (:everywhere or s.area = :ownArea)
                           and (not :toVerify or (h.state = 'STANDING' and h.received < h.fen and h.recorded_by <> :person))
                           and s.name || ' ' || h.document || ' ' || h.title ilike :words
                           and (cast(:after as uuid) is null
                                or (h.recorded_at, h.id) < (select recorded_at, id from award.higher_award where id = :after))
                         order by h.recorded_at desc, h.id desc limit :most
                        """)
                .params(reach.bounds(actor, Thing.HIGHER_AWARD).parameters())
                .param("toVerify", toVerify)
                .param("person", actor.person().value())
                .param("words", Like.containing(words.strip()))
                .param("after", after.orElse(null), java.sql.Types.OTHER)
                .param("most", most)
                .query(this::row)
                .list();
    }

    public Optional<HigherAward> find(UUID id) {
        return jdbc.sql(SELECT + " where h.id = :id")
                .param("id", id)
                .query(this::row)
                .optional();
    }

    /** Where a match stands against the higher award that it matches. */
    public Optional<Account> matched(Award award) {
        return award.higher()
                .flatMap(this::find)
                .map(one -> new Account(
                        Kind.MATCHED,
                        one.level(),
                        one.grantedOn().getYear(),
                        award.programme(),
                        one.id().toString()));
    }

    Optional<HigherAward> ofMatter(String programme, String matter) {
        return policies.current().programme(programme).restsOn(Source.HIGHER_AWARDS)
                ? find(UUID.fromString(matter))
                : Optional.empty();
    }

    @Transactional
    public Granting record(Actor actor, Entry entry) {
        if (!reach.may(actor, Deed.HANDLE, Thing.SUBJECT, entry.subject().value())) {
            return Granting.refused(Reason.NOT_YOURS);
        }
        var mistake = mistake(entry);
        if (mistake.isPresent()) {
            return Granting.refused(mistake.get());
        }
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into award.higher_award (id, document, level, title, subject, fen, granted_on, recorded_by, recorded_at)
                        values (:id, :document, :level, :title, :subject, :fen, :granted, :person, :now)
                        """)
                .param("id", id)
                .param("document", entry.document())
                .param("level", entry.level())
                .param("title", entry.title())
                .param("subject", entry.subject().value())
                .param("fen", entry.fen().value())
                .param("granted", entry.grantedOn())
                .param("person", actor.person().value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        audit.record(actor, "higher.record", id.toString(), entry.document());
        return new Granting.Done(id);
    }

    private Optional<Reason> mistake(Entry entry) {
        if (!Desk.fits(entry.document(), 4, 60)) {
            return Optional.of(Reason.NO_DOCUMENT);
        }
        if (!Desk.fits(entry.title(), 2, 80)) {
            return Optional.of(Reason.NO_NAME);
        }
        if (!List.of("province", "state").contains(entry.level())) {
            return Optional.of(Reason.NO_CHOICE);
        }
        if (!entry.fen().isPositive()) {
            return Optional.of(Reason.NO_SUM);
        }
        return Optional.of(Reason.NO_DAY).filter(_ -> entry.grantedOn().isAfter(LocalDate.now(clock)));
    }

    /** Holds the row until the transaction ends; who recorded it. */
    private Optional<PersonId> lock(UUID id) {
        return jdbc.sql("select recorded_by from award.higher_award where id = :id for update")
                .param("id", id)
                .query(UUID.class)
                .optional()
                .map(PersonId::new);
    }

    /** Confirms, as a second person, what has arrived of an award; more may arrive later. */
    @Transactional
    public Granting verify(Actor actor, UUID id, Fen received, String proof) {
        var locked = lock(id);
        if (locked.isEmpty() || !reach.may(actor, Deed.HANDLE, Thing.HIGHER_AWARD, id)) {
            return Granting.refused(Reason.NOT_YOURS);
        }
        var one = find(id).orElseThrow();
        if (!one.standing()) {
            return Granting.refused(Reason.WITHDRAWN_ALREADY);
        }
        if (locked.get().equals(actor.person())) {
            return Granting.refused(Reason.SAME_PERSON);
        }
        if (!received.isPositive()) {
            return Granting.refused(Reason.NO_SUM);
        }
        if (!Desk.fits(proof, 2, 200)) {
            return Granting.refused(Reason.NO_PROOF);
        }
        if (received.isMoreThan(one.fen()) || received.isLessThan(one.received())) {
            return Granting.refused(Reason.TOO_MUCH);
        }
        if (received.isMoreThan(one.received())) {
            jdbc.sql(
                            "update award.higher_award set received = :received, received_on = :today, proof = :proof, verified_by = :person where id = :id")
                    .param("received", received.value())
                    .param("today", LocalDate.now(clock))
                    .param("proof", proof.strip())
                    .param("person", actor.person().value())
                    .param("id", id)
                    .update();
            ledger.post(
                    actor,
                    List.of(Posting.move(
                            "receipt:" + id + ":" + received.value(),
                            Act.VERIFIED,
                            null,
                            proof.strip(),
                            one.account(Kind.UPSTREAM),
                            one.account(Kind.COUNTERPART),
                            received.minus(one.received()))));
            audit.record(actor, "higher.verify", id.toString(), proof.strip());
        }
        return new Granting.Done(id);
    }

    /** The award from above is taken back: the room it made is closed; a match must have been recovered before. */
    @Transactional
    public Granting withdraw(Actor actor, UUID id, String ground) {
        lock(id);
        var one = find(id);
        if (one.isEmpty() || !reach.may(actor, Deed.SETTLE, Thing.HIGHER_AWARD, id)) {
            return Granting.refused(Reason.NOT_YOURS);
        }
        if (!one.get().standing()) {
            return Granting.refused(Reason.WITHDRAWN_ALREADY);
        }
        if (!Desk.fits(ground, 2, 200)) {
            return Granting.refused(Reason.NO_PROOF);
        }
        jdbc.sql("update award.higher_award set state = 'WITHDRAWN' where id = :id and state = 'STANDING'")
                .param("id", id)
                .update();
        if (one.get().received().isPositive()) {
            ledger.post(
                    actor,
                    List.of(Posting.move(
                            "withdrawn:" + id,
                            Act.UNVERIFIED,
                            null,
                            ground.strip(),
                            one.get().account(Kind.COUNTERPART),
                            one.get().account(Kind.UPSTREAM),
                            one.get().received())));
        }
        audit.record(actor, "higher.withdraw", id.toString(), ground.strip());
        return new Granting.Done(id);
    }

    /** The programme that matches awards from above, in the words of the books; none where the city has none. */
    private String matching() {
        return policies.current().known().stream()
                .filter(one -> one.restsOn(Source.HIGHER_AWARDS))
                .findFirst()
                .map(Programme::id)
                .orElse("");
    }

    /** Those that have arrived in full and are not matched yet by that programme, of one subject or of all. */
    List<HigherAward> unmatched(String programme, Optional<SubjectId> subject) {
        return jdbc.sql(SELECT + """
                         where h.state = 'STANDING' and h.received = h.fen and (cast(:subject as uuid) is null or h.subject = :subject)
                           and not exists (select 1 from award.award w where w.higher = h.id)
                           and not exists (select 1 from casework.public_case_file c where c.programme = :programme and c.space = h.subject
                                            and c.matter = h.id::text and c.holder is not null)
                         order by h.granted_on, h.id
                        """)
                .param("subject", subject.map(SubjectId::value).orElse(null), java.sql.Types.OTHER)
                .param("programme", programme)
                .query(this::row)
                .list();
    }

    private HigherAward row(ResultSet row, int number) throws SQLException {
        return new HigherAward(
                row.getObject("id", UUID.class),
                row.getString("document"),
                row.getString("level"),
                row.getString("title"),
                new SubjectId(row.getObject("subject", UUID.class)),
                row.getString("name"),
                new Fen(row.getLong("fen")),
                row.getObject("granted_on", LocalDate.class),
                new Fen(row.getLong("received")),
                Optional.ofNullable(row.getObject("received_on", LocalDate.class)),
                row.getString("proof"),
                row.getString("state").equals("STANDING"),
                row.getBoolean("matched"),
                Optional.ofNullable(row.getString("booked")).orElseGet(this::matching));
    }
}
