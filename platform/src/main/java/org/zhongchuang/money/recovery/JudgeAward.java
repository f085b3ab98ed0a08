package org.zhongchuang.money.recovery;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.money.award.AwardId;
import org.zhongchuang.money.award.Awards;
import org.zhongchuang.money.payment.Payments;
import org.zhongchuang.money.payment.Stop;

/** Judges one award again. If it would be lower today it is held and put among the {@link Affected}. */
@Component
class JudgeAward {

    private static final String HELD = "决定需要复核";

    private final Recomputation recomputation;
    private final Payments payments;
    private final Awards awards;
    private final JdbcClient jdbc;

    JudgeAward(Recomputation recomputation, Payments payments, Awards awards, JdbcClient jdbc) {
        this.recomputation = recomputation;
        this.payments = payments;
        this.awards = awards;
        this.jdbc = jdbc;
    }

    void judge(AwardId id, LocalDate today) {
        var award = awards.find(id).orElseThrow();
        var standing = awards.standing(id);
        var rest = award.fen().minus(standing.returned()).minus(standing.receivable());
        var again = recomputation.judge(award);
        if (!again.fen().isLessThan(rest)) {
            var gone = jdbc.sql("delete from recovery.affected where award = :award")
                    .param("award", id.value())
                    .update();
            if (gone > 0) {
                payments.free(id, Stop.JUDGED);
            }
            return;
        }
        // What an officer has kept stays kept until the figures change again.
        var found = jdbc.sql("""
                        insert into recovery.affected (award, fen, why, edition, found_on) values (:award, :fen, :why, :edition, :today)
                        on conflict (award) do update set fen = excluded.fen, why = excluded.why, edition = excluded.edition, found_on = excluded.found_on,
                               kept_by = null, reason = null where affected.fen <> excluded.fen or affected.why <> excluded.why
                        """)
                .param("award", id.value())
                .param("fen", again.fen().value())
                .param("why", again.why())
                .param("edition", again.edition())
                .param("today", today)
                .update();
        if (found > 0) {
            payments.hold(id, Stop.JUDGED, HELD);
        }
    }
}
