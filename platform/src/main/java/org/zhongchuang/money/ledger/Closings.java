package org.zhongchuang.money.ledger;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.PersonId;
import org.zhongchuang.ground.audit.AuditLog;
import org.zhongchuang.money.ledger.Account.Kind;
import org.zhongchuang.money.ledger.Closing.Line;
import org.zhongchuang.money.ledger.Closing.Reason;
import org.zhongchuang.money.ledger.Posting.Act;

/**
 * Closes budget years: one proposes, another confirms with a document. What is left of each budget lapses; what was
 * promised and has not arrived is carried over and paid later. A closed year takes no budget and no promise any more.
 */
@Service
public class Closings {

    private final Treasuries treasuries;
    private final Ledger ledger;
    private final Execution execution;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    Closings(Treasuries treasuries, Ledger ledger, Execution execution, AuditLog audit, JdbcClient jdbc, Clock clock) {
        this.treasuries = treasuries;
        this.ledger = ledger;
        this.execution = execution;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The closing of a year as it stands, or as it would come out today. */
    public Closing of(String payer, int year) {
        record Head(Optional<PersonId> by, Optional<LocalDate> on, String document) {}
        var head = jdbc.sql(
                        "select proposed_by, closed_on, document from ledger.closing where payer = :payer and year = :year")
                .param("payer", payer)
                .param("year", year)
                .query((row, _) -> new Head(
                        Optional.of(new PersonId(row.getObject("proposed_by", UUID.class))),
                        Optional.ofNullable(row.getObject("closed_on", LocalDate.class)),
                        Objects.requireNonNullElse(row.getString("document"), "")))
                .optional()
                .orElse(new Head(Optional.empty(), Optional.empty(), ""));
        return new Closing(
                payer,
                year,
                head.by(),
                head.on(),
                head.document(),
                head.on().isPresent() ? kept(payer, year) : current(payer, year));
    }

    private List<Line> kept(String payer, int year) {
        return jdbc.sql("""
                        select programme, budget, paid, carried, lapsed from ledger.closing_line
                         where payer = :payer and year = :year order by programme
                        """)
                .param("payer", payer)
                .param("year", year)
                .query((row, _) -> new Line(
                        row.getString("programme"),
                        new Fen(row.getLong("budget")),
                        new Fen(row.getLong("paid")),
                        new Fen(row.getLong("carried")),
                        new Fen(row.getLong("lapsed"))))
                .list();
    }

    private List<Line> current(String payer, int year) {
        return execution.of(year, payer, "").stream()
                .filter(one -> one.budget().isPositive())
                .map(one -> new Line(
                        one.programme(),
                        one.budget(),
                        one.paid(),
                        one.promised().minus(one.paid()),
                        one.left()))
                .toList();
    }

    /** Proposes to close a year that is over; the same proposal again changes nothing. */
    @Transactional
    public Closing.Attempt propose(Actor actor, int year) {
        var found = of(own(actor), year);
        var refused = obstacle(found);
        if (refused.isPresent()) {
            return Closing.Attempt.refused(refused.get());
        }
        var made = jdbc.sql("""
                        insert into ledger.closing (payer, year, proposed_by, proposed_on) values (:payer, :year, :person, :today)
                        on conflict do nothing
                        """)
                .param("payer", actor.area())
                .param("year", year)
                .param("person", actor.person().value())
                .param("today", LocalDate.now(clock))
                .update();
        if (made > 0) {
            audit.record(actor, "closing.propose", actor.area(), String.valueOf(year));
        }
        return new Closing.Done(of(actor.area(), year));
    }

    /** Confirms as a second person: what is left lapses, and the figures of the year are kept. */
    @Transactional
    public Closing.Attempt close(Actor actor, int year, String document) {
        var payer = own(actor);
        jdbc.sql("select 1 from ledger.closing where payer = :payer and year = :year for update")
                .param("payer", payer)
                .param("year", year)
                .query((row, _) -> true)
                .list();
        var closing = of(payer, year);
        var refused = obstacle(closing)
                .or(() -> closing.proposedBy().isEmpty() ? Optional.of(Reason.NOT_PROPOSED) : Optional.empty())
                .or(() -> closing.proposedBy().equals(Optional.of(actor.person()))
                        ? Optional.of(Reason.SAME_PERSON)
                        : Optional.empty())
                .or(() -> document.strip().length() < 4 || document.strip().length() > 60
                        ? Optional.of(Reason.NOT_COMPLETE)
                        : Optional.empty());
        if (refused.isPresent()) {
            return Closing.Attempt.refused(refused.get());
        }
        ledger.post(
                actor,
                closing.lines().stream()
                        .filter(line -> line.lapsed().isPositive())
                        .map(line -> lapse(payer, year, line, document.strip()))
                        .toList());
        closing.lines().forEach(line -> keep(payer, year, line));
        jdbc.sql("""
                        update ledger.closing set closed_by = :person, closed_on = :today, document = :document
                         where payer = :payer and year = :year
                        """)
                .param("person", actor.person().value())
                .param("today", LocalDate.now(clock))
                .param("document", document.strip())
                .param("payer", payer)
                .param("year", year)
                .update();
        audit.record(actor, "closing.close", payer, year + " " + document.strip());
        return new Closing.Done(of(payer, year));
    }

    private static Posting lapse(String payer, int year, Line line, String document) {
        var budget = new Account(Kind.BUDGET, payer, year, line.programme(), "");
        return Posting.move(
                "lapse:%s:%d:%s".formatted(payer, year, line.programme()),
                Act.LAPSED,
                null,
                document,
                budget,
                budget.as(Kind.LAPSED),
                line.lapsed());
    }

    private void keep(String payer, int year, Line line) {
        jdbc.sql("""
                        insert into ledger.closing_line (payer, year, programme, budget, paid, carried, lapsed)
                        values (:payer, :year, :programme, :budget, :paid, :carried, :lapsed)
                        """)
                .param("payer", payer)
                .param("year", year)
                .param("programme", line.programme())
                .param("budget", line.budget().value())
                .param("paid", line.paid().value())
                .param("carried", line.carried().value())
                .param("lapsed", line.lapsed().value())
                .update();
    }

    private Optional<Reason> obstacle(Closing closing) {
        if (closing.isClosed()) {
            return Optional.of(Reason.CLOSED_ALREADY);
        }
        if (LocalDate.now(clock).getYear() <= closing.year()) {
            return Optional.of(Reason.YEAR_RUNS);
        }
        return closing.lines().isEmpty() ? Optional.of(Reason.NO_BOOKS) : Optional.empty();
    }

    private String own(Actor actor) {
        if (!treasuries.keepsBooks(actor, actor.area())) {
            throw new IllegalArgumentException("years are closed by the treasury");
        }
        return actor.area();
    }
}
