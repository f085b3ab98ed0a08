package org.zhongchuang.money.payment;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.calendar.Watched;

/** How long payments wait for the treasury. */
@Component
class PaymentFigures implements Watched {

    private static final Figure QUEUED =
            new Figure("zhongchuang_payments_queued", "", Text.of("待付款项数", "Payments that wait in the queue"));
    private static final Figure OLDEST = new Figure(
            "zhongchuang_payments_oldest_age_seconds",
            "",
            Text.of("等待最久的款项已等待的时间", "How long the payment that joined the queue first has waited"));

    private final JdbcClient jdbc;
    private final Clock clock;

    PaymentFigures(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Queue(long length, Optional<Instant> since) {}

    @Override
    public List<Reading> readings() {
        var queue = jdbc.sql("select count(*) length, min(queued_at) since from payment.payment where state = 'QUEUED'")
                .query((row, _) -> new Queue(
                        row.getLong("length"),
                        Optional.ofNullable(row.getTimestamp("since")).map(Timestamp::toInstant)))
                .single();
        var age = queue.since()
                .map(since -> Duration.between(since, clock.instant()))
                .orElse(Duration.ZERO);
        return List.of(new Reading(QUEUED, "", queue.length()), new Reading(OLDEST, "", age.toSeconds()));
    }
}
