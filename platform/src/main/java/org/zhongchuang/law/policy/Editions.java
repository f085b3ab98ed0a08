package org.zhongchuang.law.policy;

import java.sql.Array;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.engine.Programme;

/** The editions of the rules that something was filed under, each kept whole and never changed. */
@Component
class Editions {

    /** How many editions are held ready; one more, and all are read again. */
    private static final int MOST_READY = 50;

    private final Map<String, Edition> ready = new ConcurrentHashMap<>();
    private final JdbcClient jdbc;
    private final Clock clock;

    Editions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Keeps a pack as it was published. */
    @Transactional
    void keep(Edition published) {
        if (insert(published, published.packed(), null)) {
            jdbc.sql("""
                            insert into policy.edition_programme (edition, programme)
                            select :edition, p.id from unnest(cast(:programmes as text[])) p(id)
                            """)
                    .param("edition", published.pack().edition())
                    .param("programmes", published.pack().programmes().keySet().toArray(String[]::new))
                    .update();
        }
    }

    /** Keeps an edition that rests on a published pack, with values set since. */
    void keep(Edition edition, String published) {
        if (!edition.set().isEmpty()) {
            insert(edition, null, published);
        }
    }

    /** Whether it was new. */
    private boolean insert(Edition edition, @Nullable String packed, @Nullable String published) {
        return jdbc.sql("""
                        insert into policy.edition (edition, pack, packed, rests_on, values_set, kept_at)
                        values (:edition, :pack, :packed, :published, :set, :now) on conflict do nothing
                        """)
                        .param("edition", edition.pack().edition())
                        .param("pack", edition.pack().id())
                        .param("packed", packed)
                        .param("published", published)
                        .param("set", edition.set().toArray(String[]::new))
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                > 0;
    }

    /** An edition that was kept. That there is none is not remembered: it may be kept at any time, by any node. */
    Optional<Edition> find(String edition) {
        var known = ready.get(edition);
        if (known != null) {
            return Optional.of(known);
        }
        var read = read(edition);
        read.ifPresent(one -> {
            if (ready.size() >= MOST_READY) {
                ready.clear();
            }
            ready.put(edition, one);
        });
        return read;
    }

    private Optional<Edition> read(String edition) {
        return jdbc.sql("""
                        select coalesce(e.packed, p.packed) packed, e.values_set
                          from policy.edition e left join policy.edition p on p.edition = e.rests_on where e.edition = :edition
                        """)
                .param("edition", edition)
                .query((row, _) -> Edition.read(row.getString("packed"), lines(row.getArray("values_set"))))
                .optional();
    }

    private static List<String> lines(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    /** The programmes that earlier editions of a pack had and this one has not, each as it stood last. */
    Map<String, Programme> former(PolicyPack pack) {
        var former = new LinkedHashMap<String, Programme>();
        jdbc.sql("""
                        select distinct on (p.programme) p.programme, p.edition
                          from policy.edition_programme p join policy.edition e using (edition)
                         where e.pack = :pack and p.programme <> all (:present) order by p.programme, e.kept_at desc
                        """)
                .param("pack", pack.id())
                .param("present", pack.programmes().keySet().toArray(String[]::new))
                .query((row, _) -> Map.entry(row.getString("programme"), row.getString("edition")))
                .list()
                .forEach(one -> find(one.getValue())
                        .ifPresent(edition ->
                                former.put(one.getKey(), edition.pack().programme(one.getKey()))));
        return former;
    }
}
