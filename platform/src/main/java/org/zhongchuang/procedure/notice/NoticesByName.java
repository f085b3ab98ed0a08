package org.zhongchuang.procedure.notice;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.search.Hit;
import org.zhongchuang.ground.search.Hits;
import org.zhongchuang.ground.search.Searched;
import org.zhongchuang.ground.search.Words;
import org.zhongchuang.law.policy.PackWords;
import org.zhongchuang.records.registry.Subjects;

/** Public notices, found by whom and what they are about, and by how the name of whom they are about sounds. */
@Component
class NoticesByName implements Searched {

    private final PackWords packWords;
    private final Subjects subjects;
    private final JdbcClient jdbc;

    NoticesByName(PackWords packWords, Subjects subjects, JdbcClient jdbc) {
        this.packWords = packWords;
        this.subjects = subjects;
        this.jdbc = jdbc;
    }

    @Override
    public int place() {
        return 60;
    }

    @Override
    public Hits find(Words words, @Nullable Actor actor, int most) {
        var hits = words.areEnough()
                ? jdbc
                        .sql("""
                                select * from notice.notice
                                 where (registry.public_words(title || ' ' || space_name || ' ' || operator_name) @> registry.public_words(:words)
                                        and lower(title || ' ' || space_name || ' ' || operator_name) like :within)
                                    or space_name = any (:sounding)
                                 order by first_day desc, id desc limit :most
                                """)
                        .param("words", words.text())
                        .param("within", words.within())
                        .param("sounding", subjects.soundingNames(words.text()))
                        .param("most", most)
                        .query(Notices::row)
                        .list()
                        .stream()
                        .map(this::hit)
                        .toList()
                : List.<Hit>of();
        return new Hits(Text.of("公示", "Public notices"), "speakerphone", hits, "");
    }

    private Hit hit(PublicNotice notice) {
        var title = packWords.of(notice.title());
        return new Hit(
                Text.of(notice.spaceName(), notice.spaceName()),
                Text.of(title.zh() + " · " + notice.firstDay(), title.en() + " · " + notice.firstDay()),
                "/notices/" + notice.id(),
                false);
    }
}
