package org.zhongchuang.procedure.inbox;

import java.sql.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Fact;
import org.zhongchuang.engine.Ground.Source;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.kernel.Masked;
import org.zhongchuang.ground.kernel.Typed;
import org.zhongchuang.procedure.casework.CaseFile;
import org.zhongchuang.procedure.casework.CaseRules;
import org.zhongchuang.records.registry.Space;
import org.zhongchuang.records.registry.Spaces;

/** Whom a case is about beyond its subject: the makerspace, or the person for whom a firm claims. */
@Component
class WhomItIsAbout {

    private final Spaces spaces;
    private final CaseRules rules;
    private final JdbcClient jdbc;

    WhomItIsAbout(Spaces spaces, CaseRules rules, JdbcClient jdbc) {
        this.spaces = spaces;
        this.rules = rules;
        this.jdbc = jdbc;
    }

    Optional<Space> space(CaseFile file) {
        return spaces.find(file.subject());
    }

    /**
     * Of a claim for a graduate who was hired: who that is by the makerspace's records of jobs, by surname; only for
     * the office that has the case now. Empty where the claim is about nobody in particular, or nobody is to know.
     *
     * @param answers of which a day says when the graduate was hired
     */
    Optional<List<String>> hired(Actor reader, CaseFile file, Map<String, String> answers) {
        var ground = rules.programme(file).ground();
        if (ground == null || ground.from() != Source.HIRED_GRADUATES || reader.isApplicant() || !file.isWith(reader)) {
            return Optional.empty();
        }
        var days = rules.of(file).facts().values().stream()
                .filter(fact -> fact.kind() == Fact.Kind.DAY && !ground.facts().containsValue(fact.id()))
                .flatMap(fact -> Optional.ofNullable(answers.get(fact.id())).flatMap(Typed::day).stream())
                .map(Date::valueOf)
                .toArray(Date[]::new);
        return Optional.of(jdbc.sql("""
                                select distinct party from evidence.public_entry
                                 where kind = 'JOBS' and class = 'graduate' and voided_at is null and day = any (cast(:days as date[]))
                                   and subject in (select id from registry.public_subject where id = :subject or merged_into = :subject)
                                 order by party
                                """)
                .param("days", days)
                .param("subject", file.subject().value())
                .query((row, _) -> Masked.name(row.getString("party")))
                .list());
    }
}
