package org.zhongchuang.procedure.notice;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.desk.DeskNews;
import org.zhongchuang.ground.desk.News;

/** Public notices that began: they are for everybody. */
@Component
class NoticeNews implements DeskNews {

    private static final int FEW = 3;

    private final JdbcClient jdbc;

    NoticeNews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Stream<News> newsFor(Actor actor, Instant since, int most) {
        return jdbc
                .sql("""
                        select id, published_at, space_name from notice.notice
                         where state = 'OPEN' and published_at > :since and published_by <> :person
                         order by first_day desc, id desc limit :most
                        """)
                .param("since", Timestamp.from(since))
                .param("person", actor.person().value())
                .param("most", Math.min(most, FEW))
                .query((row, _) -> new News(
                        row.getTimestamp("published_at").toInstant(),
                        Text.of(row.getString("space_name") + "：开始公示", row.getString("space_name") + ": public notice"),
                        "/notices/" + row.getString("id")))
                .list()
                .stream();
    }
}
