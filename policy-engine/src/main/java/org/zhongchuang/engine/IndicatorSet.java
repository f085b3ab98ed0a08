package org.zhongchuang.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an assessment looks at and how much each thing weighs.
 *
 * @param basis where the set comes from
 * @param kinds the kinds of makerspace it is for; all where empty
 * @param from the first year it is used for
 * @param until the last, null while no other replaces it
 */
public record IndicatorSet(
        String id,
        String clause,
        Text title,
        Text basis,
        Parameter.Standing standing,
        List<String> kinds,
        int from,
        @Nullable Integer until,
        List<Indicator> indicators) {

    public IndicatorSet {
        kinds = List.copyOf(kinds);
        indicators = List.copyOf(indicators);
    }

    /** Whether it is the set for that kind of makerspace in that year. */
    public boolean isFor(String kind, int year) {
        return (kinds.isEmpty() || kinds.contains(kind)) && year >= from && (until == null || year <= until);
    }

    /**
     * One indicator.
     *
     * @param points the most it can bring
     * @param bonus whether it comes on top of the hundred
     * @param statistic the figure it is scored from, null where experts score it
     * @param scoring how that figure brings points, null where experts score it
     */
    public record Indicator(
            String id,
            Text dimension,
            Text label,
            int points,
            boolean bonus,
            Text evidence,
            @Nullable String statistic,
            @Nullable Scoring scoring) {

        public boolean isForExperts() {
            return scoring == null;
        }

        /** The points that a figure brings: never less than none, never more than the most. */
        public BigDecimal score(BigDecimal figure) {
            return scoring == null
                    ? BigDecimal.ZERO
                    : scoring.points(figure)
                            .max(BigDecimal.ZERO)
                            .min(BigDecimal.valueOf(points))
                            .setScale(2, RoundingMode.HALF_UP);
        }
    }

    /**
     * How a figure brings points: by steps, or from a threshold on by a rate.
     *
     * <p>Below {@code least} it brings none; at {@code least} it brings {@code base}, and {@code each} more for every
     * {@code per} above it, parts included.
     *
     * @param steps the points from a figure on; where there are any, nothing else counts
     */
    public record Scoring(
            @Nullable BigDecimal least,
            @Nullable BigDecimal base,
            @Nullable BigDecimal each,
            @Nullable BigDecimal per,
            List<Step> steps) {

        private static final int WORKING_SCALE = 10;

        public Scoring {
            steps = steps.stream().sorted(Comparator.comparing(Step::from)).toList();
        }

        BigDecimal points(BigDecimal figure) {
            if (!steps.isEmpty()) {
                return steps.stream()
                        .filter(step -> figure.compareTo(step.from()) >= 0)
                        .map(Step::points)
                        .reduce(BigDecimal.ZERO, (_, later) -> later);
            }
            var threshold = or(least, BigDecimal.ZERO);
            return figure.compareTo(threshold) < 0
                    ? BigDecimal.ZERO
                    : or(base, BigDecimal.ZERO)
                            .add(figure.subtract(threshold)
                                    .multiply(or(each, BigDecimal.ZERO))
                                    .divide(or(per, BigDecimal.ONE), WORKING_SCALE, RoundingMode.HALF_UP));
        }

        private static BigDecimal or(@Nullable BigDecimal number, BigDecimal otherwise) {
            return number == null ? otherwise : number;
        }
    }

    /** So many points from that figure on. */
    public record Step(BigDecimal from, BigDecimal points) {}

    /** The points without bonus, which make a hundred. */
    public int points() {
        return indicators.stream()
                .filter(one -> !one.bonus())
                .mapToInt(Indicator::points)
                .sum();
    }
}
