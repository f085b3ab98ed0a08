package org.zhongchuang.grants.assessment;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.grants.assessment.Assessing.Reason;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.PersonId;
import org.zhongchuang.ground.audit.AuditLog;
import org.zhongchuang.ground.kernel.Refused;
import org.zhongchuang.records.registry.SubjectId;

/** Experts who have yet to score in a round, and replacing one of them by others who are drawn. */
@Service
public class SilentExperts {

    private final Rounds rounds;
    private final Reseating reseating;
    private final AuditLog audit;
    private final JdbcClient jdbc;

    SilentExperts(Rounds rounds, Reseating reseating, AuditLog audit, JdbcClient jdbc) {
        this.rounds = rounds;
        this.reseating = reseating;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    /** Somebody who has yet to score these spaces. */
    public record Silent(PersonId expert, String name, List<SubjectId> spaces) {}

    /** Who has yet to score, those with most spaces first. */
    public List<Silent> of(Round round) {
        return jdbc.sql("""
                        select s.expert, n.name, array_agg(s.space order by s.space) spaces
                          from assessment.seat s join access.public_person n on n.id = s.expert
                         where s.round = :round and s.state = 'ASSIGNED'
                           and not exists (select 1 from assessment.ballot b where b.round = s.round and b.space = s.space and b.expert = s.expert)
                         group by s.expert, n.name order by count(*) desc, n.name, s.expert
                        """)
                .param("round", round.id())
                .query((row, _) -> new Silent(
                        new PersonId(row.getObject("expert", UUID.class)),
                        row.getString("name"),
                        Stream.of((UUID[]) row.getArray("spaces").getArray())
                                .map(SubjectId::new)
                                .toList()))
                .list();
    }

    /** Draws others for every space that an expert has yet to score; they have the days anew. */
    @Transactional
    public Assessing replace(Actor actor, int year, PersonId expert, String reason) {
        var round = rounds.lock(year).orElseThrow(() -> new Refused(Reason.NO_SUCH_ROUND));
        if (!rounds.runs(actor)) {
            return Assessing.refused(Reason.NOT_YOURS);
        }
        if (round.state() != Round.State.SCORING) {
            return Assessing.refused(Reason.NOT_NOW);
        }
        if (reason.strip().length() < 2 || reason.length() > 400) {
            return Assessing.refused(Reason.NO_REASON);
        }
        var open = of(round).stream()
                .filter(one -> one.expert().equals(expert))
                .flatMap(one -> one.spaces().stream())
                .toList();
        if (open.isEmpty()) {
            return Assessing.refused(Reason.NOT_SILENT);
        }
        for (var space : open) {
            var another = reseating.next(round, space).orElseThrow(() -> new Refused(Reason.NOT_ENOUGH_EXPERTS));
            reseating.replace(round, space, expert, "VOID", reason.strip(), another);
        }
        reseating.beginOrExtend(round.id());
        audit.record(actor, "assessment.REPLACED", String.valueOf(year), expert + " " + open.size());
        return new Assessing.Done();
    }
}
