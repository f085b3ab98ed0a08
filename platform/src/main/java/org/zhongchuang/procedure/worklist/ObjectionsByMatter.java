package org.zhongchuang.procedure.worklist;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Deed;
import org.zhongchuang.ground.access.Reach;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.search.Hit;
import org.zhongchuang.ground.search.Hits;
import org.zhongchuang.ground.search.Searched;
import org.zhongchuang.ground.search.Words;
import org.zhongchuang.procedure.casework.CaseFile;

/** Objections that an officer may see, found by the number of the case and by whom the notice is about. */
@Component
class ObjectionsByMatter implements Searched {

    private final Reach reach;
    private final Worklist worklist;
    private final JdbcClient jdbc;

    ObjectionsByMatter(Reach reach, Worklist worklist, JdbcClient jdbc) {
        this.reach = reach;
        this.worklist = worklist;
        this.jdbc = jdbc;
    }

    @Override
    public int place() {
        return 62;
    }

    @Override
    public Hits find(Words words, @Nullable Actor actor, int most) {
        var cases = actor == null
                        || actor.isApplicant()
                        || !words.areEnough()
                        || !worklist.sees(actor)
                        || !reach.may(actor, Deed.SEE, Thing.OBJECTION)
                ? List.<CaseFile>of()
                : worklist.list(actor, Query.everything(words.text())).rows().stream()
                        .map(Listed::file)
                        .toList();
        var many = objections(cases);
        var hits = cases.stream()
                .filter(file -> many.containsKey(file.id().value()))
                .limit(most)
                .map(file -> hit(words, file, many.getOrDefault(file.id().value(), 0)))
                .toList();
        return new Hits(Text.of("异议", "Objections"), "speakerphone", hits, "");
    }

    private Map<UUID, Integer> objections(List<CaseFile> cases) {
        var many = new HashMap<UUID, Integer>();
        if (!cases.isEmpty()) {
            jdbc.sql("""
                            select n.case_file, count(*) many from notice.public_notice n join notice.public_objection o on o.notice = n.id
                             where n.case_file = any (:cases) group by n.case_file
                            """)
                    .param(
                            "cases",
                            cases.stream().map(file -> file.id().value()).toArray(UUID[]::new))
                    .query(row -> {
                        many.put(row.getObject("case_file", UUID.class), row.getInt("many"));
                    });
        }
        return many;
    }

    private static Hit hit(Words words, CaseFile file, int many) {
        return Hit.named(
                words,
                file.caseNumber() + " " + file.subjectName(),
                java.util.Optional.of(file.caseNumber()),
                Text.of("异议" + many + "件", many == 1 ? "1 objection" : many + " objections"),
                "/cases/" + file.caseNumber());
    }
}
