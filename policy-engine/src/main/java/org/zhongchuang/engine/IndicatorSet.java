package org.zhongchuang.engine;

import java.util.List;

/**
 * What an assessment looks at and how much each thing weighs.
 *
 * @param basis where the set comes from
 */
public record IndicatorSet(
        String id, String clause, Text title, Text basis, Parameter.Standing standing, List<Indicator> indicators) {

    public IndicatorSet {
        indicators = List.copyOf(indicators);
    }

    /**
     * One indicator.
     *
     * @param points the most it can bring
     * @param bonus whether it comes on top of the hundred
     */
    public record Indicator(String id, Text dimension, Text label, int points, boolean bonus, Text evidence) {}

    /** The points without bonus, which make a hundred. */
    public int points() {
        return indicators.stream()
                .filter(one -> !one.bonus())
                .mapToInt(Indicator::points)
                .sum();
    }
}
