package org.zhongchuang.government.scrutiny;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.audit.AuditLog;
import org.zhongchuang.ground.kernel.FormId;
import org.zhongchuang.money.award.Award;
import org.zhongchuang.money.award.AwardId;
import org.zhongchuang.money.award.Awards;

/** Samples of awards by a recorded seed: anybody with the same books draws the same. */
@Service
public class Samples {

    private static final int MOST = 500;

    private final Awards awards;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    Samples(Awards awards, AuditLog audit, JdbcClient jdbc, Clock clock) {
        this.awards = awards;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One sample and how it was drawn. */
    public record Sample(UUID id, long seed, int year, int universe, List<AwardId> awards, Instant drawnAt) {

        public Sample {
            awards = List.copyOf(awards);
        }
    }

    /**
     * Draws that many awards of a year, in the order of their numbers shuffled by the seed, once for each form; what is
     * wrong otherwise.
     */
    @Transactional
    public Optional<Text> draw(Actor actor, int year, int size, long seed, FormId form) {
        if (size < 1 || size > MOST) {
            return Optional.of(Text.of("数量在1到" + MOST + "之间。", "Draw between 1 and " + MOST + " awards."));
        }
        var all = jdbc.sql("select id from award.public_award where year = :year order by number")
                .param("year", year)
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
        if (all.isEmpty()) {
            return Optional.of(Text.of(year + "年没有奖补可抽。", "There are no awards of " + year + " to draw from."));
        }
        if (!audit.isFirst(actor, form, "sample.draw", year, size, seed)) {
            return Optional.empty();
        }
        var drawn = new java.util.ArrayList<>(all);
        Collections.shuffle(drawn, new Random(seed));
        jdbc.sql("""
                        insert into scrutiny.sample (id, seed, year, size, universe, awards, drawn_by, drawn_at)
                        values (:id, :seed, :year, :size, :universe, cast(:awards as uuid[]), :person, :now)
                        """)
                .param("id", form.value())
                .param("seed", seed)
                .param("year", year)
                .param("size", size)
                .param("universe", all.size())
                .param("awards", drawn.subList(0, Math.min(size, drawn.size())).toArray(UUID[]::new))
                .param("person", actor.person().value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        audit.record(actor, "sample.draw", String.valueOf(year), String.valueOf(seed));
        return Optional.empty();
    }

    public List<Sample> latest() {
        return jdbc.sql("select * from scrutiny.sample order by drawn_at desc limit 20")
                .query((row, _) -> new Sample(
                        row.getObject("id", UUID.class),
                        row.getLong("seed"),
                        row.getInt("year"),
                        row.getInt("universe"),
                        Stream.of((UUID[]) row.getArray("awards").getArray())
                                .map(AwardId::new)
                                .toList(),
                        row.getTimestamp("drawn_at").toInstant()))
                .list();
    }

    public List<Award> of(Sample sample) {
        return sample.awards().stream().flatMap(id -> awards.find(id).stream()).toList();
    }
}
