package org.zhongchuang.money.award;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
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
import org.zhongchuang.money.award.Granting.Reason;
import org.zhongchuang.procedure.casework.Desk;
import org.zhongchuang.records.registry.SubjectId;

/** Events that were registered before they were held, with their budget, and prizes by their document. */
@Service
public class EventsAndPrizes {

    private final Reach reach;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    EventsAndPrizes(Reach reach, AuditLog audit, JdbcClient jdbc, Clock clock) {
        this.reach = reach;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How far an event reaches. */
    public enum Extent {
        REGIONAL("区域性", "Regional"),
        NATIONAL("全国性", "National"),
        INTERNATIONAL("国际性", "International");

        private final Text label;

        Extent(String zh, String en) {
            label = Text.of(zh, en);
        }

        public Text label() {
            return label;
        }
    }

    /** An event and its budget. */
    public record Event(
            UUID id,
            SubjectId space,
            String spaceName,
            String name,
            Extent reach,
            LocalDate heldOn,
            Fen budget,
            LocalDate registeredOn) {}

    /** Who holds a competition. */
    public enum Level {
        STATE("国家", "State"),
        PROVINCE("省", "Province"),
        CITY("市", "City"),
        LOWER("其他", "Other");

        private final Text label;

        Level(String zh, String en) {
            label = Text.of(zh, en);
        }

        public Text label() {
            return label;
        }

        /** As forms, rules and rows write it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Level> of(String word) {
            return Stream.of(values()).filter(one -> one.word().equals(word)).findFirst();
        }
    }

    /** A prize: 1 is the first grade. */
    public record Prize(
            String competition, String level, int rank, SubjectId subject, LocalDate awardedOn, String document) {}

    /** A prize on record, with its winner. */
    public record Recorded(Prize prize, String winner) {}

    @Transactional
    public Granting register(Actor actor, SubjectId space, String name, Extent reach, LocalDate heldOn, Fen budget) {
        if (!this.reach.may(actor, Deed.KEEP, Thing.SPACE, space.value())) {
            return Granting.refused(Reason.NOT_YOURS);
        }
        var today = LocalDate.now(clock);
        if (!Desk.fits(name, 2, 80)) {
            return Granting.refused(Reason.NO_NAME);
        }
        if (!heldOn.isAfter(today)) {
            return Granting.refused(Reason.TOO_LATE);
        }
        if (!budget.isPositive()) {
            return Granting.refused(Reason.NO_SUM);
        }
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into award.event (id, space, name, reach, held_on, budget, registered_on, registered_by, registered_at)
                        values (:id, :space, :name, :reach, :held, :budget, :today, :person, :now)
                        """)
                .param("id", id)
                .param("space", space.value())
                .param("name", name)
                .param("reach", reach.name())
                .param("held", heldOn)
                .param("budget", budget.value())
                .param("today", today)
                .param("person", actor.person().value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        audit.record(actor, "event.register", id.toString(), name);
        return new Granting.Done(id);
    }

    /** The events that the actor may see, the next first. */
    public List<Event> events(Actor actor) {
        return jdbc.sql("""
                        select e.*, s.name space_name from award.event e join registry.public_space s on s.id = e.space
                         where :everywhere or s.area = :ownArea or s.operator = :ownOrganisation order by e.held_on desc, e.id limit 200
                        """)
                .params(reach.bounds(actor, Thing.EVENT).parameters())
                .query((row, _) -> new Event(
                        row.getObject("id", UUID.class),
                        new SubjectId(row.getObject("space", UUID.class)),
                        row.getString("space_name"),
                        row.getString("name"),
                        Extent.valueOf(row.getString("reach")),
                        row.getObject("held_on", LocalDate.class),
                        new Fen(row.getLong("budget")),
                        row.getObject("registered_on", LocalDate.class)))
                .list();
    }

    /** The prizes that the actor may see, the latest first. */
    public List<Recorded> prizes(Actor actor) {
        return jdbc.sql("""
                        select p.*, s.name winner from award.prize p join registry.public_subject s on s.id = p.subject
                         where :everywhere or s.area = :ownArea order by p.awarded_on desc, p.id limit 200
                        """)
                .params(reach.bounds(actor, Thing.HIGHER_AWARD).parameters())
                .query((row, _) -> new Recorded(
                        new Prize(
                                row.getString("competition"),
                                row.getString("level"),
                                row.getInt("rank"),
                                new SubjectId(row.getObject("subject", UUID.class)),
                                row.getObject("awarded_on", LocalDate.class),
                                row.getString("document")),
                        row.getString("winner")))
                .list();
    }

    @Transactional
    public Granting record(Actor actor, Prize prize) {
        if (!reach.may(actor, Deed.HANDLE, Thing.SUBJECT, prize.subject().value())) {
            return Granting.refused(Reason.NOT_YOURS);
        }
        if (!Desk.fits(prize.competition(), 2, 80)) {
            return Granting.refused(Reason.NO_NAME);
        }
        if (Level.of(prize.level()).isEmpty()) {
            return Granting.refused(Reason.NO_CHOICE);
        }
        if (prize.rank() < 1 || prize.rank() > 20) {
            return Granting.refused(Reason.NO_RANK);
        }
        if (!Desk.fits(prize.document(), 4, 60)) {
            return Granting.refused(Reason.NO_DOCUMENT);
        }
        if (prize.awardedOn().isAfter(LocalDate.now(clock))) {
            return Granting.refused(Reason.NO_DAY);
        }
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into award.prize (id, competition, level, rank, subject, awarded_on, document, recorded_by, recorded_at)
                        values (:id, :competition, :level, :rank, :subject, :day, :document, :person, :now)
                        """)
                .param("id", id)
                .param("competition", prize.competition())
                .param("level", prize.level())
                .param("rank", prize.rank())
                .param("subject", prize.subject().value())
                .param("day", prize.awardedOn())
                .param("document", prize.document())
                .param("person", actor.person().value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        audit.record(actor, "prize.record", id.toString(), prize.document());
        return new Granting.Done(id);
    }
}
