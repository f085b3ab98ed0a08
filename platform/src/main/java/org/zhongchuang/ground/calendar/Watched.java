package org.zhongchuang.ground.calendar;

import java.util.List;
import org.zhongchuang.engine.Text;

/**
 * What a module lets its operators watch: how long things lie, and what is late. Asked at most a few times a minute, so
 * each answer is one statement over an index.
 */
public interface Watched {

    /** The figures of this moment, by the city's clock. */
    List<Reading> readings();

    /**
     * A figure that operators watch.
     *
     * @param name as Prometheus wants it: {@code zhongchuang_}, snake case, the unit last
     * @param by what tells its readings apart, such as {@code step}; empty where there is one reading
     */
    record Figure(String name, String by, Text means) {}

    /** One reading of a figure; {@code of} is empty where there is only one. */
    record Reading(Figure figure, String of, long value) {}
}
