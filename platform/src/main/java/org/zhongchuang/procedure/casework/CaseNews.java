package org.zhongchuang.procedure.casework;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Deed;
import org.zhongchuang.ground.access.Reach;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.access.Tie;
import org.zhongchuang.ground.desk.DeskNews;
import org.zhongchuang.ground.desk.News;

/** What others did last with each case that somebody wrote or worked on. */
@Component
class CaseNews implements DeskNews {

    private final Reach reach;
    private final JdbcClient jdbc;

    CaseNews(Reach reach, JdbcClient jdbc) {
        this.reach = reach;
        this.jdbc = jdbc;
    }

    /** Experts judge without knowing what others did, and hear nothing. */
    @Override
    public Stream<News> newsFor(Actor actor, Instant since, int most) {
        var ties = reach.ties(actor, Deed.SEE, Thing.CASE);
        if (ties.isEmpty() || ties.equals(Set.of(Tie.SEAT))) {
            return Stream.empty();
        }
        var cases = reach.may(actor, Deed.KEEP, Thing.CASE)
                ? "select id from casework.case_file where operator = :organisation"
                : "select case_file from (select case_file from casework.event where person = :person order by at desc limit 300) handled";
        return jdbc
                .sql("""
                        select * from (
                          select distinct on (v.case_file) v.at, v.act, c.number, c.space_name
                            from casework.event v join casework.case_file c on c.id = v.case_file
                           where v.case_file in (%s) and v.at > :since and v.person is distinct from :person and c.number is not null
                           order by v.case_file, v.seq desc) latest
                         order by at desc, number limit :most
                        """.formatted(cases))
                .param("organisation", actor.organisation().value())
                .param("person", actor.person().value())
                .param("since", Timestamp.from(since))
                .param("most", most)
                .query((row, _) -> {
                    var act = Act.valueOf(row.getString("act")).label();
                    var name = row.getString("number") + " " + row.getString("space_name");
                    return new News(
                            row.getTimestamp("at").toInstant(),
                            Text.of(name + "：" + act.zh(), name + ": " + act.en()),
                            "/cases/" + row.getString("number"));
                })
                .list()
                .stream();
    }
}
