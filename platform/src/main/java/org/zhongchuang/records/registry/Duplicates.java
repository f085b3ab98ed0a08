package org.zhongchuang.records.registry;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Deed;
import org.zhongchuang.ground.access.Reach;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.audit.AuditLog;
import org.zhongchuang.records.registry.Registering.Reason;

/**
 * Finding entries that stand for the same, and merging them.
 *
 * <p>A merge moves no row. It writes down that one entry stands for another, and every count follows that. When it is
 * undone, both entries have exactly what they had before (decision 9).
 */
@Service
public class Duplicates {

    private static final int MOST = 50;

    private final Reach reach;
    private final JdbcClient jdbc;
    private final Subjects subjects;
    private final JoinAccount joined;
    private final AuditLog audit;
    private final Clock clock;

    Duplicates(Reach reach, JdbcClient jdbc, Subjects subjects, JoinAccount joined, AuditLog audit, Clock clock) {
        this.joined = joined;
        this.reach = reach;
        this.jdbc = jdbc;
        this.subjects = subjects;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Two entries that sound alike and do not contradict each other.
     *
     * @param against why whoever asks cannot merge them
     */
    public record Pair(Subject one, Subject other, Optional<Reason> against) {}

    /** A merge, undone or not. */
    public record Merge(UUID id, Subject kept, Subject gone, String reason, Instant at, boolean undone) {}

    /** Pairs that may be one, of the kinds where it matters; those looked at before are left out. */
    public List<Pair> suspected(Actor actor) {
        return jdbc
                .sql("""
                        select a.id one, b.id other
                          from registry.subject a
                          join registry.subject b on b.kind = a.kind and b.likeness = a.likeness and a.id < b.id
                         where a.merged_into is null and b.merged_into is null and a.withdrawn_at is null and b.withdrawn_at is null and a.kind <> 'SPACE' and a.likeness <> ''
                           and (a.code is null or b.code is null)
                           and (a.person_hash is null or b.person_hash is null)
                           and (:everywhere or a.area = :ownArea or b.area = :ownArea)
                           and not exists (select 1 from registry.distinct_pair d where d.one = a.id and d.other = b.id)
                         order by a.name, a.id limit :most
                        """)
                .params(reach.bounds(actor, Thing.PAIR).parameters())
                .param("most", MOST)
                .query((row, _) -> Map.entry(row.getObject("one", UUID.class), row.getObject("other", UUID.class)))
                .list()
                .stream()
                .map(both -> {
                    var one = subject(both.getKey());
                    var other = subject(both.getValue());
                    return new Pair(one, other, against(actor, one, other));
                })
                .toList();
    }

    private Subject subject(UUID id) {
        return subjects.find(new SubjectId(id)).orElseThrow();
    }

    /** Lets {@code kept} stand for {@code gone}. */
    @Transactional
    public Registering merge(Actor actor, SubjectId kept, SubjectId gone, String reason) {
        lock(kept, gone);
        var first = subjects.find(kept);
        var second = subjects.find(gone);
        var refused = first.isEmpty() || second.isEmpty()
                ? Optional.of(Reason.NO_SUCH_SUBJECT)
                : against(actor, first.get(), second.get()).or(() -> againstReason(reason));
        if (refused.isPresent()) {
            return Registering.refused(refused.get());
        }
        jdbc.sql("update registry.subject set merged_into = :kept, version = version + 1 where id = :gone")
                .param("kept", kept.value())
                .param("gone", gone.value())
                .update();
        jdbc.sql("""
                        insert into registry.merge (id, kept, gone, reason, merged_at, merged_by, undone_at, undone_by)
                        values (:id, :kept, :gone, :reason, :now, :person, null, null)
                        """)
                .param("id", UUID.randomUUID())
                .param("kept", kept.value())
                .param("gone", gone.value())
                .param("reason", reason.strip())
                .param("now", Timestamp.from(clock.instant()))
                .param("person", actor.person().value())
                .update();
        // A code, and an account that acts for the entry that went, now stand on the one that is kept.
        jdbc.sql("""
                        update registry.subject k set code = coalesce(k.code, g.code), account = coalesce(k.account, g.account), person_hash = coalesce(k.person_hash, g.person_hash)
                          from registry.subject g where k.id = :kept and g.id = :gone
                        """).param("kept", kept.value()).param("gone", gone.value()).update();
        subjects.refresh(kept);
        audit.record(actor, "register.merge", kept.toString(), gone.toString());
        return new Registering.Done(kept);
    }

    private static Optional<Reason> againstReason(String reason) {
        return reason.strip().length() < 2 || reason.length() > 400
                ? Optional.of(Reason.NO_EVIDENCE)
                : Optional.empty();
    }

    private Optional<Reason> against(Actor actor, Subject kept, Subject gone) {
        if (!settles(actor, kept.id()) || !settles(actor, gone.id())) {
            return Optional.of(Reason.NOT_YOUR_AREA);
        }
        if (kept.id().equals(gone.id())) {
            return Optional.of(Reason.SAME_SUBJECT);
        }
        if (kept.kind() != gone.kind()) {
            return Optional.of(Reason.NOT_OF_ONE_KIND);
        }
        if (kept.kind() == SubjectKind.SPACE) {
            return Optional.of(Reason.BOTH_ARE_SPACES);
        }
        if (kept.mergedInto().isPresent() || gone.mergedInto().isPresent()) {
            return Optional.of(Reason.ALREADY_MERGED);
        }
        if (kept.code().isPresent() && gone.code().isPresent()) {
            return Optional.of(Reason.TWO_CODES);
        }
        if (haveTwoNumbers(kept.id(), gone.id())) {
            return Optional.of(Reason.TWO_NUMBERS);
        }
        var isHeld = !joined.holders(kept.id()).isEmpty()
                && !joined.holders(gone.id()).isEmpty();
        return isHeld ? Optional.of(Reason.TWO_ACCOUNTS) : Optional.empty();
    }

    private boolean haveTwoNumbers(SubjectId one, SubjectId other) {
        return jdbc.sql("select count(distinct person_hash) from registry.subject where id in (:one, :other)")
                        .param("one", one.value())
                        .param("other", other.value())
                        .query(Long.class)
                        .single()
                > 1;
    }

    /** Takes a merge back: both entries are what they were. */
    @Transactional
    public Registering undo(Actor actor, UUID merge) {
        var found = find(merge).filter(one -> !one.undone());
        if (found.isEmpty()) {
            return Registering.refused(Reason.NOT_MERGED);
        }
        var one = found.get();
        lock(one.kept().id(), one.gone().id());
        if (!mayUndo(actor, one)) {
            return Registering.refused(Reason.NOT_YOUR_AREA);
        }
        if (jdbc.sql(
                                "update registry.merge set undone_at = :now, undone_by = :person where id = :id and undone_at is null")
                        .param("now", Timestamp.from(clock.instant()))
                        .param("person", actor.person().value())
                        .param("id", merge)
                        .update()
                == 0) {
            return Registering.refused(Reason.NOT_MERGED);
        }
        // A code and an account that came with the entry that went go back with it.
        jdbc.sql("""
                        update registry.subject k set code = case when k.code is distinct from g.code then k.code end,
                               account = case when k.account is distinct from g.account then k.account end,
                               person_hash = case when k.person_hash is distinct from g.person_hash then k.person_hash end
                          from registry.subject g where k.id = :kept and g.id = :gone
                        """)
                .param("kept", one.kept().id().value())
                .param("gone", one.gone().id().value())
                .update();
        jdbc.sql("update registry.subject set merged_into = null, version = version + 1 where id = :gone")
                .param("gone", one.gone().id().value())
                .update();
        subjects.refresh(one.kept().id());
        subjects.refresh(one.gone().id());
        audit.record(
                actor,
                "register.unmerge",
                one.kept().id().toString(),
                one.gone().id().toString());
        return new Registering.Done(one.gone().id());
    }

    /** Whether somebody may take a merge back: as for the merge itself, both lie where their office reaches. */
    public boolean mayUndo(Actor actor, Merge merge) {
        return settles(actor, merge.kept().id()) && settles(actor, merge.gone().id());
    }

    /** Notes that two that sound alike are two. */
    @Transactional
    public Registering tellApart(Actor actor, SubjectId one, SubjectId other) {
        if (!handles(actor, one, other)) {
            return Registering.refused(Reason.NOT_YOUR_AREA);
        }
        var inOrder = one.toString().compareTo(other.toString()) < 0;
        jdbc.sql("""
                        insert into registry.distinct_pair (one, other, decided_by, decided_at)
                        values (:one, :other, :person, :now) on conflict do nothing
                        """)
                .param("one", inOrder ? one.value() : other.value())
                .param("other", inOrder ? other.value() : one.value())
                .param("person", actor.person().value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        audit.record(actor, "register.tell-apart", one.toString(), other.toString());
        return new Registering.Done(one);
    }

    /** Whether an entry lies where the actor's office reaches: nobody merges away what is another county's. */
    private boolean settles(Actor actor, SubjectId entry) {
        return reach.may(actor, Deed.SETTLE, Thing.SUBJECT, entry.value());
    }

    /** Whether one of the two lies where the actor's office reaches. */
    private boolean handles(Actor actor, SubjectId one, SubjectId other) {
        return reach.may(actor, Deed.HANDLE, Thing.PAIR, one + "|" + other);
    }

    /** The merges that the actor may see, the latest first. */
    public List<Merge> merges(Actor actor) {
        return jdbc
                .sql("""
                        select m.id from registry.merge m
                          join registry.subject k on k.id = m.kept join registry.subject g on g.id = m.gone
                         where :everywhere or k.area = :ownArea or g.area = :ownArea order by m.merged_at desc, m.id limit :most
                        """)
                .params(reach.bounds(actor, Thing.MERGE).parameters())
                .param("most", MOST)
                .query((row, _) -> row.getObject("id", UUID.class))
                .list()
                .stream()
                .map(id -> find(id).orElseThrow())
                .toList();
    }

    private Optional<Merge> find(UUID id) {
        return jdbc.sql("select * from registry.merge where id = :id")
                .param("id", id)
                .query((row, _) -> new Merge(
                        id,
                        subject(row.getObject("kept", UUID.class)),
                        subject(row.getObject("gone", UUID.class)),
                        row.getString("reason"),
                        row.getTimestamp("merged_at").toInstant(),
                        row.getTimestamp("undone_at") != null))
                .optional();
    }

    /** In one order, whoever asks, so that two who merge the same pair wait for each other instead of for ever. */
    private void lock(SubjectId one, SubjectId other) {
        jdbc.sql("select 1 from registry.subject where id in (:one, :other) order by id for update")
                .param("one", one.value())
                .param("other", other.value())
                .query(Integer.class)
                .list();
    }
}
