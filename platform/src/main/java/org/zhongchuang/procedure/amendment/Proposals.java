package org.zhongchuang.procedure.amendment;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.PersonId;
import org.zhongchuang.law.policy.ProposalState;

/** The proposals of values. */
@Component
class Proposals {

    private static final int MOST = 200;

    private final JdbcClient jdbc;
    private final Clock clock;

    Proposals(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Adds a proposal; nothing where another one for the parameter came first.
     *
     * @param sheet what it is decided together with, if with others
     */
    Optional<Proposal> add(
            Actor actor,
            String pack,
            AmendParameter.Draft draft,
            BigDecimal value,
            LocalDate from,
            @Nullable UUID sheet) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into amendment.proposal
                               (id, pack, parameter, effective_from, value, document, reason, proposed_by, proposer, proposed_at, state, sheet)
                        values (:id, :pack, :parameter, :from, :value, :document, :reason, :person, :name, :now, 'OPEN', :sheet)
                        on conflict do nothing
                        """)
                .param("id", id)
                .param("pack", pack)
                .param("parameter", draft.parameter())
                .param("from", from)
                .param("value", value)
                .param("document", draft.document().strip())
                .param("reason", draft.reason().strip())
                .param("person", actor.person().value())
                .param("name", actor.name())
                .param("now", Timestamp.from(clock.instant()))
                .param("sheet", sheet, Types.OTHER)
                .update();
        return lock(id);
    }

    /** Finds a proposal and holds it until the transaction ends, so that two deciders cannot both decide it. */
    Optional<Proposal> lock(UUID id) {
        return jdbc.sql("select * from amendment.proposal where id = :id for update")
                .param("id", id)
                .query(Proposals::proposal)
                .optional();
    }

    Optional<Proposal> open(String pack, String parameter) {
        return jdbc.sql(
                        "select * from amendment.proposal where pack = :pack and parameter = :parameter and state = 'OPEN'")
                .param("pack", pack)
                .param("parameter", parameter)
                .query(Proposals::proposal)
                .optional();
    }

    void close(Actor actor, UUID id, ProposalState state, String answer) {
        jdbc.sql("""
                        update amendment.proposal
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

    List<Proposal> all(String pack) {
        return jdbc.sql("select * from amendment.proposal where pack = :pack order by proposed_at desc, id limit :most")
                .param("pack", pack)
                .param("most", MOST)
                .query(Proposals::proposal)
                .list();
    }

    /** What was proposed together, held until the transaction ends. */
    List<Proposal> ofSheet(UUID sheet) {
        return jdbc.sql("select * from amendment.proposal where sheet = :sheet order by parameter for update")
                .param("sheet", sheet)
                .query(Proposals::proposal)
                .list();
    }

    private static Proposal proposal(ResultSet row, int number) throws SQLException {
        return new Proposal(
                row.getObject("id", UUID.class),
                row.getString("parameter"),
                row.getObject("effective_from", LocalDate.class),
                row.getBigDecimal("value"),
                row.getString("document"),
                row.getString("reason"),
                new PersonId(row.getObject("proposed_by", UUID.class)),
                row.getString("proposer"),
                row.getTimestamp("proposed_at").toInstant(),
                ProposalState.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("decider")),
                row.getString("answer"),
                Optional.ofNullable(row.getObject("sheet", UUID.class)));
    }
}
