package org.zhongchuang.procedure.decision;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Deed;
import org.zhongchuang.ground.access.Reach;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.procedure.casework.Act;
import org.zhongchuang.procedure.casework.CaseFile;
import org.zhongchuang.procedure.casework.Desk;
import org.zhongchuang.procedure.casework.Handling;
import org.zhongchuang.procedure.casework.Handling.Reason;
import org.zhongchuang.procedure.casework.Ticket;

/** The delivery of decisions (送达): opened here by the applicant, or handed over or posted and noted by the office. */
@Service
public class DeliverDecision {

    private final Reach reach;
    private final Decisions decisions;
    private final Desk desk;
    private final JdbcClient jdbc;
    private final Clock clock;

    DeliverDecision(Reach reach, Decisions decisions, Desk desk, JdbcClient jdbc, Clock clock) {
        this.reach = reach;
        this.decisions = decisions;
        this.desk = desk;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The applicant has opened the page of a case: a decision on it is delivered with that. */
    @Transactional
    public void opened(Actor actor, CaseFile file) {
        if (!file.step().isOpen()
                && actor.isApplicant()
                && decisions.of(file.id()).isPresent()
                && reach.may(actor, Deed.KEEP, Thing.CASE, file.id().value())) {
            keep(actor, file, Delivery.Way.OPENED, desk.today(), "");
        }
    }

    /** Notes that a decision was handed over or posted; the first delivery counts. */
    @Transactional
    public Handling note(Actor actor, CaseFile file, Ticket ticket, Delivery delivery) {
        var decision = decisions.of(file.id());
        if (decision.isEmpty() || delivery.way() == Delivery.Way.OPENED) {
            return Handling.refused(Reason.WRONG_STEP);
        }
        if (!reach.may(actor, Deed.HANDLE, Thing.CASE, file.id().value())) {
            return Handling.refused(Reason.NOT_YOURS);
        }
        if (!Desk.fits(delivery.note(), 2, 200)) {
            return Handling.refused(Reason.NO_REASON);
        }
        if (delivery.day().isBefore(decision.get().day()) || delivery.day().isAfter(desk.today())) {
            return Handling.refused(Reason.WRONG_DAY);
        }
        return keep(actor, file, delivery.way(), delivery.day(), delivery.note())
                ? desk.stay(file, actor, ticket, Act.DELIVERED, delivery.note())
                : new Handling.Done(file);
    }

    private boolean keep(Actor actor, CaseFile file, Delivery.Way way, LocalDate day, String note) {
        return jdbc.sql("""
                                insert into decision.delivery (case_file, way, delivered_on, noted_by, note, noted_at)
                                values (:id, :way, :day, :person, :note, :now) on conflict (case_file) do nothing
                                """)
                        .param("id", file.id().value())
                        .param("way", way.name())
                        .param("day", day)
                        .param("person", actor.person().value())
                        .param("note", note)
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }
}
