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
import org.zhongchuang.engine.IndicatorSet.Indicator;
import org.zhongchuang.engine.Text;
import org.zhongchuang.grants.assessment.Assessing.Reason;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Deed;
import org.zhongchuang.ground.access.PersonId;
import org.zhongchuang.ground.audit.AuditLog;
import org.zhongchuang.ground.kernel.Refused;
import org.zhongchuang.records.figure.Figures;
import org.zhongchuang.records.registry.SubjectId;

/**
 * Appeals of assessed spaces during the notice. One officer rejects an appeal, or says what it changes and on which
 * grounds; points and ranks change when another officer agrees.
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
            Optional<BigDecimal> figure,
            Optional<PersonId> proposedBy,
            String proposer,
            String reply) {

        /** Whether it still needs somebody. */
        public boolean waits() {
            return state == State.OPEN || state == State.PROPOSED;
        }
    }

    /** What an indicator brings by the records as they are now: what is counted, and its points. */
    public record Recount(BigDecimal figure, BigDecimal points) {}

    /** Where an appeal stands. */
    public enum State {
        OPEN("待答复", "Open"),
        PROPOSED("拟改分，待另一人同意", "Change proposed, another agrees"),
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

    /** Counts an indicator again from the records as they are now; empty for what experts score. */
    public Optional<Recount> recount(Round round, Appeal appeal) {
        var indicator = indicator(round, appeal);
        return Optional.ofNullable(indicator.statistic()).map(statistic -> {
            var figure = figures.of(appeal.space(), Figures.Period.ofYear(round.year()))
                    .getOrDefault(statistic, BigDecimal.ZERO);
            return new Recount(figure, indicator.score(figure));
        });
    }

    private Indicator indicator(Round round, Appeal appeal) {
        var entry = rounds.entry(round.id(), appeal.space()).orElseThrow();
        return results.indicators(entry.kind(), round.year()).indicators().stream()
                .filter(one -> one.id().equals(appeal.indicator()))
                .findFirst()
                .orElseThrow();
    }

    /** Rejects an appeal with the reason. */
    @Transactional
    public Assessing reject(Actor actor, int year, UUID id, String reply) {
        var round = rounds.lock(year);
        var appeal = waiting(actor, round, id, State.OPEN);
        if (reply.strip().length() < 2 || reply.length() > 2000) {
            return Assessing.refused(Reason.NO_REASON);
        }
        close(actor, appeal, State.REJECTED, appeal.before(), reply.strip());
        return new Assessing.Done();
    }

    /**
     * Proposes what an appeal changes, for another officer to agree to. Of an indicator that is counted the value is
     * what is to be counted, and the points follow from the scale; of one that experts score it is the points.
     */
    @Transactional
    public Assessing propose(Actor actor, int year, UUID id, Optional<BigDecimal> value, String grounds) {
        var round = rounds.lock(year);
        var appeal = waiting(actor, round, id, State.OPEN);
        if (grounds.strip().length() < 10 || grounds.length() > 2000) {
            return Assessing.refused(Reason.NO_GROUNDS_TO_CHANGE);
        }
        var indicator = indicator(round.orElseThrow(), appeal);
        if (value.isEmpty() || value.get().signum() < 0) {
            return Assessing.refused(Reason.NOT_A_SCORE);
        }
        var counted = indicator.statistic() != null;
        var after = counted ? indicator.score(value.get()) : value.get();
        if (after.compareTo(BigDecimal.valueOf(indicator.points())) > 0
                || (!counted && after.stripTrailingZeros().scale() > 2)) {
            return Assessing.refused(Reason.NOT_A_SCORE);
        }
        if (after.compareTo(appeal.before()) == 0) {
            return Assessing.refused(Reason.NO_CHANGE);
        }
        jdbc.sql("""
                        update assessment.appeal set state = 'PROPOSED', points_after = :after, figure_after = :figure, reply = :grounds,
                               proposed_by = :person, proposed_at = :now where id = :id
                        """)
                .param("after", after)
                .param("figure", counted ? value.get() : null)
                .param("grounds", grounds.strip())
                .param("person", actor.person().value())
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
        audit.record(actor, "assessment.appeal-propose", id.toString(), after.toPlainString());
        return new Assessing.Done();
    }

    /**
     * Agrees as a second officer: the points are replaced and everybody of the set is ranked again. Or sends it back.
     */
    @Transactional
    public Assessing agree(Actor actor, int year, UUID id, boolean agrees) {
        var round = rounds.lock(year);
        var appeal = waiting(actor, round, id, State.PROPOSED);
        if (agrees && appeal.proposedBy().equals(Optional.of(actor.person()))) {
            return Assessing.refused(Reason.CHANGED_BY_ANOTHER);
        }
        if (!agrees) {
            jdbc.sql("""
                            update assessment.appeal set state = 'OPEN', points_after = null, figure_after = null, reply = '',
                                   proposed_by = null, proposed_at = null where id = :id
                            """).param("id", id).update();
            audit.record(actor, "assessment.appeal-return", id.toString(), "");
            return new Assessing.Done();
        }
        var after = appeal.after().orElseThrow();
        close(actor, appeal, State.UPHELD, after, appeal.reply());
        var entry = rounds.entry(round.orElseThrow().id(), appeal.space()).orElseThrow();
        results.replace(entry, indicator(round.get(), appeal), appeal.figure(), after, appeal.reply());
        results.rank(round.get());
        return new Assessing.Done();
    }

    private Appeal waiting(Actor actor, Optional<Round> round, UUID id, State state) {
        if (round.isEmpty()) {
            throw new Refused(Reason.NO_SUCH_ROUND);
        }
        if (!rounds.runs(actor)) {
            throw new Refused(Reason.NOT_YOURS);
        }
        return of(round.get()).stream()
                .filter(one -> one.id().equals(id) && one.state() == state)
                .filter(_ -> round.get().state() == Round.State.NOTICE)
                .findFirst()
                .orElseThrow(() -> new Refused(Reason.NO_SUCH_APPEAL));
    }

    private void close(Actor actor, Appeal appeal, State state, BigDecimal after, String reply) {
        jdbc.sql("""
                        update assessment.appeal
                           set state = :state, points_after = :after, reply = :reply, answered_by = :person, answered_at = :now
                         where id = :id
                        """)
                .param("state", state.name())
                .param("after", after)
                .param("reply", reply)
                .param("person", actor.person().value())
                .param("now", Timestamp.from(clock.instant()))
                .param("id", appeal.id())
                .update();
        audit.record(actor, "assessment.answer", appeal.id().toString(), state.name());
    }

    /** All appeals of a round, open ones first. */
    public List<Appeal> of(Round round) {
        return jdbc.sql("""
                        select a.*, e.name, coalesce(n.name, '') proposer
                          from assessment.appeal a join assessment.entry e on e.round = a.round and e.space = a.space
                          left join access.public_person n on n.id = a.proposed_by
                         where a.round = :round order by a.state not in ('OPEN', 'PROPOSED'), a.filed_at, a.id
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
                Optional.ofNullable(row.getBigDecimal("figure_after")),
                Optional.ofNullable(row.getObject("proposed_by", UUID.class)).map(PersonId::new),
                row.getString("proposer"),
                row.getString("reply"));
    }
}
