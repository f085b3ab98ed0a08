package org.zhongchuang.money.ledger;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.PersonId;
import org.zhongchuang.ground.audit.AuditLog;
import org.zhongchuang.money.ledger.Account.Kind;
import org.zhongchuang.money.ledger.Budgeting.Reason;
import org.zhongchuang.money.ledger.Posting.Act;

/**
 * Budgets of a treasury, each change with the document it rests on. One officer proposes them, another of the same
 * treasury approves, and with that they stand in the books. A document sets a line once.
 */
@Service
public class Budgets {

    private final Treasuries treasuries;
    private final Ledger ledger;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    Budgets(Treasuries treasuries, Ledger ledger, AuditLog audit, JdbcClient jdbc, Clock clock) {
        this.treasuries = treasuries;
        this.ledger = ledger;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One line of a budget; the sum is negative where it is cut. */
    public record Line(int year, String programme, Fen fen, String document) {

        boolean setsTheSame(Line other) {
            return year == other.year && programme.equals(other.programme) && document.equals(other.document);
        }
    }

    /** Proposes lines for the books of the actor's treasury; those that stand there already are left out. */
    @Transactional
    public Budgeting propose(Actor actor, List<Line> lines) {
        var payer = own(actor);
        for (var line : lines) {
            var obstacle = obstacle(payer, line);
            if (obstacle.isPresent()) {
                return Budgeting.refused(obstacle.get());
            }
        }
        var fresh = lines.stream().filter(line -> booked(payer, line).isEmpty()).toList();
        if (fresh.stream().anyMatch(line -> exceeds(payer, line, fresh))) {
            return Budgeting.refused(Reason.NOT_ENOUGH);
        }
        var id = UUID.randomUUID();
        if (fresh.isEmpty()) {
            return new Budgeting.Proposed(id, 0);
        }
        jdbc.sql("""
                        insert into ledger.budget_proposal (id, payer, state, proposed_by, proposed_at)
                        values (:id, :payer, 'PROPOSED', :person, :now)
                        """)
                .param("id", id)
                .param("payer", payer)
                .param("person", actor.person().value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        IntStream.range(0, fresh.size()).forEach(i -> keep(id, i + 1, fresh.get(i)));
        audit.record(actor, "budget.propose", payer, String.valueOf(fresh.size()));
        return new Budgeting.Proposed(id, fresh.size());
    }

    /** Approves as a second person: the lines stand in the books. */
    @Transactional
    public Budgeting approve(Actor actor, UUID id) {
        var payer = own(actor);
        var proposer = waiting(payer, id);
        if (proposer.isEmpty()) {
            return Budgeting.refused(Reason.NO_PROPOSAL);
        }
        if (proposer.get().equals(actor.person())) {
            return Budgeting.refused(Reason.SAME_PERSON);
        }
        var made = ledger.post(
                actor, lines(id).stream().map(line -> posting(payer, line)).toList());
        decide(actor, id, "APPROVED");
        audit.record(actor, "budget.set", payer, String.valueOf(made));
        return new Budgeting.Done(made);
    }

    /** Drops what was proposed: its proposer takes it back, or another does not approve. */
    @Transactional
    public Budgeting drop(Actor actor, UUID id) {
        var payer = own(actor);
        if (waiting(payer, id).isEmpty()) {
            return Budgeting.refused(Reason.NO_PROPOSAL);
        }
        decide(actor, id, "DROPPED");
        audit.record(actor, "budget.drop", payer, id.toString());
        return new Budgeting.Done(0);
    }

    private String own(Actor actor) {
        if (!treasuries.keepsBooks(actor, actor.area())) {
            throw new IllegalArgumentException("budgets are the treasury's");
        }
        return actor.area();
    }

    private Optional<Reason> obstacle(String payer, Line line) {
        if (isClosed(payer, line.year())) {
            return Optional.of(Reason.YEAR_CLOSED);
        }
        var booked = booked(payer, line);
        if (booked.isPresent() && !booked.get().equals(line.fen())) {
            return Optional.of(Reason.OTHER_SUM);
        }
        return waits(payer, line) ? Optional.of(Reason.WAITS_ALREADY) : Optional.empty();
    }

    private boolean isClosed(String payer, int year) {
        return jdbc.sql(
                        "select exists (select 1 from ledger.closing where payer = :payer and year = :year and closed_on is not null)")
                .param("payer", payer)
                .param("year", year)
                .query(Boolean.class)
                .single();
    }

    /** To what its document has set a line in the books, if it has. */
    private Optional<Fen> booked(String payer, Line line) {
        return jdbc.sql("""
                        select e.fen from ledger.posting p join ledger.entry e on e.posting = p.id
                          join ledger.account a on a.id = e.account and a.kind = 'BUDGET' where p.key = :key
                        """)
                .param("key", key(payer, line))
                .query((row, _) -> new Fen(row.getLong("fen")))
                .optional();
    }

    private boolean waits(String payer, Line line) {
        return jdbc.sql("""
                        select exists (select 1 from ledger.budget_line l join ledger.budget_proposal b on b.id = l.proposal
                         where b.state = 'PROPOSED' and b.payer = :payer and l.year = :year and l.programme = :programme and l.document = :document)
                        """)
                .param("payer", payer)
                .param("year", line.year())
                .param("programme", line.programme())
                .param("document", line.document())
                .query(Boolean.class)
                .single();
    }

    /** Whether the lines together cut more from the budget of one of them than is left of it. */
    private boolean exceeds(String payer, Line of, List<Line> lines) {
        var change = Fen.sum(lines.stream()
                .filter(line -> line.year() == of.year() && line.programme().equals(of.programme()))
                .map(Line::fen));
        return ledger.balance(budget(payer, of)).plus(change).isLessThan(Fen.ZERO);
    }

    private void keep(UUID id, int seq, Line line) {
        jdbc.sql("""
                        insert into ledger.budget_line (proposal, seq, year, programme, fen, document)
                        values (:id, :seq, :year, :programme, :fen, :document)
                        """)
                .param("id", id)
                .param("seq", seq)
                .param("year", line.year())
                .param("programme", line.programme())
                .param("fen", line.fen().value())
                .param("document", line.document())
                .update();
    }

    /** Who proposed what waits under that id in that treasury; it is held. */
    private Optional<PersonId> waiting(String payer, UUID id) {
        return jdbc.sql("""
                        select proposed_by from ledger.budget_proposal
                         where id = :id and payer = :payer and state = 'PROPOSED' for update
                        """)
                .param("id", id)
                .param("payer", payer)
                .query((row, _) -> new PersonId(row.getObject("proposed_by", UUID.class)))
                .optional();
    }

    private List<Line> lines(UUID id) {
        return jdbc.sql(
                        "select year, programme, fen, document from ledger.budget_line where proposal = :id order by seq")
                .param("id", id)
                .query((row, _) -> new Line(
                        row.getInt("year"),
                        row.getString("programme"),
                        new Fen(row.getLong("fen")),
                        row.getString("document")))
                .list();
    }

    private void decide(Actor actor, UUID id, String state) {
        jdbc.sql(
                        "update ledger.budget_proposal set state = :state, decided_by = :person, decided_at = :now where id = :id")
                .param("state", state)
                .param("person", actor.person().value())
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
    }

    private static Account budget(String payer, Line line) {
        return new Account(Kind.BUDGET, payer, line.year(), line.programme(), "");
    }

    private static String key(String payer, Line line) {
        return "budget:%s:%d:%s:%s".formatted(payer, line.year(), line.programme(), line.document());
    }

    private static Posting posting(String payer, Line line) {
        var budget = budget(payer, line);
        var source = budget.as(Kind.APPROPRIATION);
        var key = key(payer, line);
        return line.fen().isPositive()
                ? Posting.move(key, Act.BUDGETED, null, line.document(), source, budget, line.fen())
                : Posting.move(
                        key,
                        Act.CUT,
                        null,
                        line.document(),
                        budget,
                        source,
                        line.fen().negated());
    }
}
