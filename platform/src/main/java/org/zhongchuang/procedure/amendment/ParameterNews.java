package org.zhongchuang.procedure.amendment;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Clause;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.desk.DeskNews;
import org.zhongchuang.ground.desk.News;
import org.zhongchuang.law.policy.Policies;

/** Values of the policy that an authority has set: they are for everybody. */
@Component
class ParameterNews implements DeskNews {

    private final Policies policies;
    private final JdbcClient jdbc;

    ParameterNews(Policies policies, JdbcClient jdbc) {
        this.policies = policies;
        this.jdbc = jdbc;
    }

    @Override
    public Stream<News> newsFor(Actor actor, Instant since, int most) {
        var pack = policies.current();
        return jdbc
                .sql("""
                        select parameter, document, decided_at from amendment.proposal
                         where pack = :pack and state = 'APPROVED' and decided_at > :since and decided_by <> :person
                         order by decided_at desc limit :most
                        """)
                .param("pack", pack.id())
                .param("since", Timestamp.from(since))
                .param("person", actor.person().value())
                .param("most", most)
                .query((row, _) -> {
                    var parameter = pack.parameters().get(row.getString("parameter"));
                    var means = parameter == null
                            ? Text.of(row.getString("parameter"), row.getString("parameter"))
                            : parameter.means();
                    var document = row.getString("document");
                    return new News(
                            row.getTimestamp("decided_at").toInstant(),
                            Text.of(means.zh() + "：已由" + document + "确定", means.en() + ": set by " + document),
                            "/policies/" + pack.id()
                                    + (parameter == null ? "" : "/clauses/" + Clause.idOf(parameter.clause())));
                })
                .list()
                .stream();
    }
}
