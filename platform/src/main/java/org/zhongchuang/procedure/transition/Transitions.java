package org.zhongchuang.procedure.transition;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Amendment;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Reach;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.law.edition.EditionTouches;
import org.zhongchuang.procedure.casework.CaseId;

/** The applications whose rules changed while they were open, and those that an amendment touches. */
@Component
class Transitions implements EditionTouches {

    private final Reach reach;
    private final JdbcClient jdbc;
    private final Clock clock;

    Transitions(Reach reach, JdbcClient jdbc, Clock clock) {
        this.reach = reach;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The edition that a case was filed under, where it was judged by another one since. */
    Optional<String> filedUnder(CaseId id) {
        return jdbc.sql("select filed_under from transition.change where case_file = :id")
                .param("id", id.value())
                .query(String.class)
                .optional();
    }

    void keep(CaseId id, String filedUnder, Amendment amendment) {
        jdbc.sql("""
                        insert into transition.change (case_file, filed_under, amendment, open, changed_at)
                        values (:id, :filedUnder, :amendment, :open, :now)
                        on conflict (case_file) do update
                           set amendment = excluded.amendment, open = excluded.open, changed_at = excluded.changed_at
                        """)
                .param("id", id.value())
                .param("filedUnder", filedUnder)
                .param("amendment", amendment.pack())
                .param("open", amendment.open().name())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    @Override
    public List<Touched> touched(Actor actor, Set<String> programmes, LocalDate before) {
        return jdbc.sql("""
                        select c.programme, count(*) filter (where c.filed_on is not null) filed, count(*) filter (where c.filed_on is null) drafts
                          from casework.public_case_file c
                         where c.programme = any (:programmes) and c.holder is not null
                           and (c.operator = :ownOrganisation and (c.filed_on is null or c.filed_on < :before)
                                or c.filed_on < :before
                                   and (:everywhere or c.area = :ownArea or (c.programme = any (:ownProgrammes) and :officeArea in ('', c.area))))
                         group by c.programme order by c.programme
                        """)
                .params(reach.bounds(actor, Thing.CASE).parameters())
                .param("programmes", programmes.toArray(String[]::new))
                .param("before", before)
                .query((row, _) -> new Touched(row.getString("programme"), row.getLong("filed"), row.getLong("drafts")))
                .list();
    }
}
