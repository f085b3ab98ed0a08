package org.zhongchuang.ground.access;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Limits that this installation sets otherwise.
 *
 * @param limits by limit; what is not named keeps its default
 */
@ConfigurationProperties("zhongchuang")
record LimitSettings(@Nullable Map<Limit, Setting> limits) {

    /** What is set of a limit; what is left out keeps its default. */
    record Setting(@Nullable Long most, @Nullable Duration per) {}

    /** So many at once, and so many more evenly in that time. */
    record Rate(long most, Duration per) {}

    Rate of(Limit limit) {
        var set = limits == null ? null : limits.get(limit);
        return new Rate(
                Objects.requireNonNullElse(set == null ? null : set.most(), limit.most()),
                Objects.requireNonNullElse(set == null ? null : set.per(), limit.per()));
    }
}
