package org.zhongchuang.outside.administration;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.audit.ActsOnRecord;
import org.zhongchuang.ground.audit.RecordedAct;

/** Who gave people their roles, and what became of what was proposed. */
@Service
public class WhoAppointed {

    /** More acts than anybody is appointed by. */
    private static final int MOST = 200;

    private final JdbcClient jdbc;
    private final ActsOnRecord record;
    private final Countersigning countersigning;

    WhoAppointed(JdbcClient jdbc, ActsOnRecord record, Countersigning countersigning) {
        this.countersigning = countersigning;
        this.jdbc = jdbc;
        this.record = record;
    }

    /**
     * Who appointed somebody.
     *
     * @param confirmer the second administrator; none where there was none, or the role takes only one
     * @param at when it was confirmed, or took effect
     */
    public record Appointed(String proposer, Optional<String> confirmer, Instant at) {}

    /** What became of a proposal; it is in effect without a second administrator where it has none. */
    public enum Outcome {
        CONFIRMED("已确认", "Confirmed"),
        REJECTED("已否决", "Rejected"),
        ALONE("已单独办理", "Carried out alone");

        private final Text text;

        Outcome(String zh, String en) {
            this.text = Text.of(zh, en);
        }

        public Text text() {
            return text;
        }
    }

    /** A proposal that was decided; {@code needsLink} where the person has no password yet. */
    public record Decided(Proposal proposal, Outcome outcome, boolean needsLink) {}

    /** What nobody but its proposer has looked at, the oldest first. */
    public List<Proposal> open() {
        return countersigning.open();
    }

    /** What became of a proposal; empty while it waits. */
    public Optional<Decided> decided(UUID id) {
        return jdbc.sql("select q.*, s.password_set from (" + Proposal.ALL
                        + " where r.id = :id and (r.outcome is not null or r.effect_at is not null)) q"
                        + " join access.public_person s on s.id = q.person")
                .param("id", id)
                .query((row, number) -> new Decided(
                        Proposal.row(row, number),
                        row.getString("outcome") == null ? Outcome.ALONE : Outcome.valueOf(row.getString("outcome")),
                        !row.getBoolean("password_set") && !"REJECTED".equals(row.getString("outcome"))))
                .optional();
    }

    /** By whom the roles of a person were given, by appointment; what is on no record is left out. */
    public Map<UUID, Appointed> of(People.Person person) {
        var known = new HashMap<UUID, Appointed>();
        jdbc.sql("""
                        select r.appointment, b.name proposer, d.name confirmer, coalesce(r.decided_at, r.effect_at) at
                          from administration.proposal r
                          join access.public_person b on b.id = r.proposed_by
                          left join access.public_person d on d.id = r.decided_by
                         where r.person = :person and r.appointment is not null and r.outcome is distinct from 'REJECTED'
                         order by r.effect_at
                        """).param("person", person.id().value()).query(row -> {
            var at = Objects.requireNonNull(row.getObject("at", Timestamp.class));
            known.put(
                    row.getObject("appointment", UUID.class),
                    new Appointed(
                            row.getString("proposer"),
                            Optional.ofNullable(row.getString("confirmer")),
                            at.toInstant()));
        });
        var others = person.appointments().stream()
                .filter(one -> !known.containsKey(one.appointment()))
                .toList();
        if (!others.isEmpty()) {
            var acts = record.page(ActsOnRecord.Question.of("access.appoint", person.login()), 0, MOST);
            others.forEach(one -> byOne(one, person, acts)
                    .ifPresent(act ->
                            known.put(one.appointment(), new Appointed(act.name(), Optional.empty(), act.at()))));
        }
        return known;
    }

    /** The act by which a role was given without a second administrator, where it can be meant by no other role. */
    private static Optional<RecordedAct> byOne(Actor held, People.Person person, List<RecordedAct> acts) {
        var told = held.role() + " " + held.area();
        var isOnly = person.appointments().stream()
                        .filter(one -> (one.role() + " " + one.area()).equals(told))
                        .count()
                == 1;
        return acts.stream()
                .filter(act -> isOnly && act.thing().equals(person.login()))
                .filter(act -> (act.detail() + " ").startsWith(told + " "))
                .findFirst();
    }
}
