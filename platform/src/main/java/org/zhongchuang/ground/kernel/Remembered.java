package org.zhongchuang.ground.kernel;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A figure over many rows, counted anew when somebody asks and the last count is more than a few seconds old: the cost
 * of a page does not grow with the rows behind it, and a figure is at most that old.
 */
public final class Remembered<V> {

    private static final long FRESH = Duration.ofSeconds(5).toNanos();

    private final Supplier<V> count;
    private volatile @Nullable Counted<V> last;

    private record Counted<V>(V value, long at) {}

    public Remembered(Supplier<V> count) {
        this.count = count;
    }

    public V value() {
        var known = last;
        if (known != null && System.nanoTime() - known.at() < FRESH) {
            return known.value();
        }
        var value = count.get();
        last = new Counted<>(value, System.nanoTime());
        return value;
    }
}
