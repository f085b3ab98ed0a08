package org.zhongchuang.procedure.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.desk.DeskNews;
import org.zhongchuang.ground.desk.News;

/**
 * Public notices that began: they are for everybody, and therefore one line, so that what is somebody's own is not
 * lost.
 */
@Component
class NoticeNews implements DeskNews {

    private final JdbcClient jdbc;

    NoticeNews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Stream<News> newsFor(Actor actor, Instant since, int most) {
        return jdbc
                .sql("""
                        select count(*) many, max(published_at) latest, (array_agg(space_name order by published_at desc))[1] name,
                               (array_agg(id order by published_at desc))[1] id
                          from notice.notice where state = 'OPEN' and published_at > :since and published_by <> :person
                        having count(*) > 0
                        """)
                .param("since", Timestamp.from(since))
                .param("person", actor.person().value())
                .query((row, _) -> told(row))
                .list()
                .stream();
    }

    private static News told(ResultSet row) throws SQLException {
        var name = row.getString("name");
        var many = row.getLong("many");
        return new News(
                row.getTimestamp("latest").toInstant(),
                many == 1
                        ? Text.of(name + "：开始公示", name + ": public notice")
                        : Text.of(many + " 项新的公示，最近的是" + name, many + " new public notices, the latest of " + name),
                many == 1 ? "/notices/" + row.getString("id") : "/notices");
    }
}
