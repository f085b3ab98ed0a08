package org.zhongchuang.grants.assessment;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.engine.Text;
import org.zhongchuang.grants.assessment.Assessing.Reason;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Deed;
import org.zhongchuang.ground.audit.AuditLog;
import org.zhongchuang.records.figure.Figures;
import org.zhongchuang.records.registry.SubjectId;

/**
 * Appeals of assessed spaces during the notice: answered by another officer, with new points and new ranks if upheld.
 */
@Service
public class Appeals {

    private final JdbcClient jdbc;
    private final Rounds rounds;
    private final Results results;
    private final Figures figures;
    private final AuditLog audit;
    private final Clock clock;

    Appeals(JdbcClient jdbc, Rounds rounds, Results results, Figures figures, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.rounds = rounds;
        this.results = results;
        this.figures = figures;
        this.audit = audit;
        this.clock = clock;
    }

    /** An appeal against the points of one indicator. */
    public record Appeal(
            UUID id,
            SubjectId space,
            String name,
            String indicator,
            String grounds,
            Instant filedAt,
            State state,
            BigDecimal before,
            Optional<BigDecimal> after,
            String reply) {}

    /** Where an appeal stands. */
    public enum State {
        OPEN("待答复", "Open"),
        UPHELD("成立，已改分", "Upheld"),
        REJECTED("不成立", "Rejected");

        private final Text label;

        State(String zh, String en) {
            this.label = Text.of(zh, en);
        }

        public Text label() {
            return label;
        }
    }

    /** Whether an appeal is in time: during the notice, its last day included. */
    public boolean areOpen(Round round) {
        var last = round.noticeLast();
        return round.state() == Round.State.NOTICE
                && last != null
                && !LocalDate.now(clock).isAfter(last);
    }

    @Transactional
    public Assessing file(Actor actor, int year, SubjectId space, String indicator, String grounds) {
        var round = rounds.lock(year);
        if (round.isEmpty()) {
            return Assessing.refused(Reason.NO_SUCH_ROUND);
        }
        var entry = rounds.entry(round.get().id(), space).filter(_ -> rounds.may(actor, Deed.KEEP, year, space));
        if (entry.isEmpty()) {
            return Assessing.refused(Reason.NOT_YOURS);
        }
        if (!areOpen(round.get())) {
            return Assessing.refused(Reason.NOT_NOW);
        }
        var points = entry.get().points().get(indicator);
        if (points == null) {
            return Assessing.refused(Reason.NO_SUCH_INDICATOR);
        }
        if (grounds.strip().length() < 10 || grounds.length() > 4000) {
            return Assessing.refused(Reason.NO_GROUNDS);
        }
        var added = jdbc.sql("""
                        insert into assessment.appeal (id, round, space, indicator, grounds, filed_by, filed_at, state, points_before)
                        values (:id, :round, :space, :indicator, :grounds, :person, :now, 'OPEN', :before) on conflict do nothing
                        """)
                .param("id", UUID.randomUUID())
                .param("round", round.get().id())
                .param("space", space.value())
                .param("indicator", indicator)
                .param("grounds", grounds.strip())
                .param("person", actor.person().value())
                .param("now", Timestamp.from(clock.instant()))
                .param("before", points.points())
                .update();
        audit.record(actor, "assessment.appeal", space.toString(), indicator);
        return added == 0 ? Assessing.refused(Reason.ALREADY_APPEALED) : new Assessing.Done();
    }

    /** What the indicator would bring by the records as they are now; empty for what experts score. */
    public Optional<BigDecimal> recount(Round round, Appeal appeal) {
        var entry = rounds.entry(round.id(), appeal.space()).orElseThrow();
        return results.indicators(entry.kind(), round.year()).indicators().stream()
                .filter(one -> one.id().equals(appeal.indicator()) && one.statistic() != null)
                .findFirst()
                .map(one -> one.score(figures.of(appeal.space(), Figures.Period.ofYear(round.year()))
                        .getOrDefault(String.valueOf(one.statistic()), BigDecimal.ZERO)));
    }

    /** Answers an appeal; upheld, the points are replaced and everybody of the set is ranked again. */
    @Transactional
    public Assessing answer(Actor actor, int year, UUID id, boolean upheld, Optional<BigDecimal> points, String reply) {
        var round = rounds.lock(year);
        if (round.isEmpty()) {
            return Assessing.refused(Reason.NO_SUCH_ROUND);
        }
        if (!rounds.runs(actor)) {
            return Assessing.refused(Reason.NOT_YOURS);
        }
        var appeal = of(round.get()).stream()
                .filter(one -> one.id().equals(id) && one.state() == State.OPEN)
                .findFirst();
        if (appeal.isEmpty() || round.get().state() != Round.State.NOTICE) {
            return Assessing.refused(Reason.NO_SUCH_APPEAL);
        }
        if (reply.strip().length() < 2 || reply.length() > 2000) {
            return Assessing.refused(Reason.NO_REASON);
        }
        var entry = rounds.entry(round.get().id(), appeal.get().space()).orElseThrow();
        var indicator = results.indicators(entry.kind(), year).indicators().stream()
                .filter(one -> one.id().equals(appeal.get().indicator()))
                .findFirst()
                .orElseThrow();
        var after =
                upheld ? points.orElse(BigDecimal.valueOf(-1)) : appeal.get().before();
        if (after.signum() < 0
                || after.compareTo(BigDecimal.valueOf(indicator.points())) > 0
                || (upheld && after.stripTrailingZeros().scale() > 2)) {
            return Assessing.refused(Reason.NOT_A_SCORE);
        }
        jdbc.sql("""
                        update assessment.appeal
                           set state = :state, points_after = :after, reply = :reply, answered_by = :person, answered_at = :now
                         where id = :id
                        """)
                .param("state", upheld ? "UPHELD" : "REJECTED")
                .param("after", after)
                .param("reply", reply.strip())
                .param("person", actor.person().value())
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
        if (upheld) {
            results.replace(entry, indicator, after, reply.strip());
            results.rank(round.get());
        }
        audit.record(actor, "assessment.answer", id.toString(), upheld ? "UPHELD" : "REJECTED");
        return new Assessing.Done();
    }

    /** All appeals of a round, open ones first. */
    public List<Appeal> of(Round round) {
        return jdbc.sql("""
                        select a.*, e.name from assessment.appeal a join assessment.entry e on e.round = a.round and e.space = a.space
                         where a.round = :round order by a.state <> 'OPEN', a.filed_at, a.id
                        """).param("round", round.id()).query(Appeals::appeal).list();
    }

    private static Appeal appeal(ResultSet row, int number) throws SQLException {
        return new Appeal(
                row.getObject("id", UUID.class),
                new SubjectId(row.getObject("space", UUID.class)),
                row.getString("name"),
                row.getString("indicator"),
                row.getString("grounds"),
                row.getTimestamp("filed_at").toInstant(),
                State.valueOf(row.getString("state")),
                row.getBigDecimal("points_before"),
                Optional.ofNullable(row.getBigDecimal("points_after")),
                row.getString("reply"));
    }
}
