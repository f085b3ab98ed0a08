package org.zhongchuang.ground.access;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.BucketProxy;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.zhongchuang.ground.kernel.Sha256;

/**
 * Counts what is limited, over all nodes: one bucket of tokens for each {@link Limit} and key, kept in the database and
 * filled again evenly as real time passes.
 *
 * <p>Call it before a transaction begins: it uses a connection of its own. Keys are kept as hashes, so that no address
 * and no name lies in the buckets.
 */
@Component
public class Throttle {

    private static final int CLEAN_EVERY = 1_000;
    private static final Duration KEPT_WHEN_FULL = Duration.ofMinutes(1);

    private final LimitSettings settings;
    private final PostgreSQLSelectForUpdateBasedProxyManager<String> buckets;
    private final AtomicInteger taken = new AtomicInteger();

    @Autowired
    Throttle(DataSource database, LimitSettings settings) {
        this(database, settings, TimeMeter.SYSTEM_MILLISECONDS);
    }

    Throttle(DataSource database, LimitSettings settings, TimeMeter time) {
        this.settings = settings;
        this.buckets = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database)
                .primaryKeyMapper(PrimaryKeyMapper.STRING)
                .table("access.bucket")
                .idColumn("id")
                .stateColumn("state")
                .expiresAtColumn("expires_at")
                .expirationAfterWrite(ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(KEPT_WHEN_FULL))
                .clientClock(time)
                .build();
    }

    /** Takes one token; empty when there was one, else how long until there is. */
    public Optional<Duration> take(Limit limit, String key) {
        return take(limit, key, 1);
    }

    /** Takes so many tokens or none; empty when there were so many, else how long until there are. */
    public Optional<Duration> take(Limit limit, String key, long tokens) {
        if (taken.incrementAndGet() % CLEAN_EVERY == 0) {
            buckets.removeExpired(CLEAN_EVERY);
        }
        var probe = bucket(limit, key).tryConsumeAndReturnRemaining(tokens);
        if (probe.isConsumed()) {
            return Optional.empty();
        }
        // More than a bucket ever holds is to be had at no time.
        var wait = Duration.ofNanos(probe.getNanosToWaitForRefill());
        return Optional.of(wait.compareTo(Duration.ofDays(1)) > 0 ? Duration.ofDays(1) : wait);
    }

    /**
     * Takes one token.
     *
     * @throws TooMany when there is none; its reader is shown what was too much and when to try again
     */
    public void orWait(Limit limit, String key) {
        orWait(limit, key, 1);
    }

    /**
     * Takes so many tokens.
     *
     * @throws TooMany when there are fewer
     */
    public void orWait(Limit limit, String key, long tokens) {
        take(limit, key, tokens).ifPresent(wait -> {
            throw new TooMany(limit, wait);
        });
    }

    /** Puts back what was taken for something that then did not count. */
    public void giveBack(Limit limit, String key) {
        giveBack(limit, key, 1);
    }

    /** Puts back as many as were taken. */
    public void giveBack(Limit limit, String key, long tokens) {
        bucket(limit, key).addTokens(tokens);
    }

    /** Fills a bucket at once. */
    public void forget(Limit limit, String key) {
        buckets.removeProxy(id(limit, key));
    }

    private BucketProxy bucket(Limit limit, String key) {
        var rate = settings.of(limit);
        return buckets.getProxy(
                id(limit, key),
                () -> BucketConfiguration.builder()
                        .addLimit(bandwidth -> bandwidth.capacity(rate.most()).refillGreedy(rate.most(), rate.per()))
                        .build());
    }

    /** A changed rate makes a new bucket. */
    private String id(Limit limit, String key) {
        var rate = settings.of(limit);
        return limit + ":" + rate.most() + "/" + rate.per() + ":" + Sha256.hex(key);
    }
}
