package org.zhongchuang.outside.operation;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.calendar.Watched;
import org.zhongchuang.ground.calendar.Watched.Figure;
import org.zhongchuang.ground.calendar.Watched.Reading;

/**
 * The figures of all modules, read when they are asked for and then kept for a while, however many ask.
 *
 * <p>Where the database does not answer, one figure says how many modules could not be read, and the others are absent.
 */
@Component
class CityFigures implements MultiCollector {

    private static final long FRESH = Duration.ofSeconds(15).toNanos();
    private static final Figure UNREAD = new Figure(
            "zhongchuang_figures_unread",
            "",
            Text.of("未能读取数据的模块数，平时为0", "How many modules could not be read; 0 while all is well"));

    private final List<Watched> watched;
    private List<Reading> readings = List.of();
    private long readAt = System.nanoTime() - FRESH;

    CityFigures(List<Watched> watched, PrometheusRegistry registry) {
        this.watched = watched;
        registry.register(this);
    }

    @Override
    public MetricSnapshots collect() {
        var byFigure = new LinkedHashMap<Figure, GaugeSnapshot.Builder>();
        for (var reading : readings()) {
            var figure = reading.figure();
            byFigure.computeIfAbsent(
                            figure,
                            one -> GaugeSnapshot.builder()
                                    .name(one.name())
                                    .help(one.means().en()))
                    .dataPoint(GaugeSnapshot.GaugeDataPointSnapshot.builder()
                            .labels(figure.by().isEmpty() ? Labels.EMPTY : Labels.of(figure.by(), reading.of()))
                            .value((double) reading.value())
                            .build());
        }
        var snapshots = MetricSnapshots.builder();
        byFigure.values().forEach(gauge -> snapshots.metricSnapshot(gauge.build()));
        return snapshots.build();
    }

    private synchronized List<Reading> readings() {
        if (System.nanoTime() - readAt >= FRESH) {
            var fresh = new ArrayList<Reading>();
            var unread = 0;
            for (var module : watched) {
                try {
                    fresh.addAll(module.readings());
                } catch (DataAccessException | TransactionException _) {
                    unread++;
                }
            }
            fresh.add(new Reading(UNREAD, "", unread));
            readings = List.copyOf(fresh);
            readAt = System.nanoTime();
        }
        return readings;
    }
}
