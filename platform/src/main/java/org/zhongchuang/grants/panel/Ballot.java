package org.zhongchuang.grants.panel;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhongchuang.engine.IndicatorSet.Indicator;
import org.zhongchuang.ground.access.PersonId;
import org.zhongchuang.ground.kernel.PlainForm;
import org.zhongchuang.records.registry.SubjectId;

/**
 * What an expert says of a space: scores by indicator, or none when they abstain.
 *
 * @param scores empty when they abstain
 */
public record Ballot(
        PersonId expert, SubjectId space, boolean abstained, Map<String, BigDecimal> scores, String comment) {

    public BigDecimal total() {
        return scores.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The fields that begin with {@code prefix} as scores, by what stands behind it; empty when one is no number. */
    public static Optional<Map<String, BigDecimal>> read(Map<String, String> form, String prefix) {
        var scores = new HashMap<String, BigDecimal>();
        for (var field : form.entrySet()) {
            if (field.getKey().startsWith(prefix)) {
                var score = PlainForm.narrow(field.getValue()).strip();
                if (!score.matches("[0-9]{1,3}(\\.[0-9]{1,2})?")) {
                    return Optional.empty();
                }
                scores.put(field.getKey().substring(prefix.length()), new BigDecimal(score));
            }
        }
        return Optional.of(scores);
    }

    /** Whether every indicator has a score between nothing and its points, of at most two places. */
    public static boolean fits(List<Indicator> indicators, Map<String, BigDecimal> scores) {
        return scores.size() == indicators.size()
                && indicators.stream().allMatch(indicator -> {
                    var score = scores.get(indicator.id());
                    return score != null
                            && score.signum() >= 0
                            && score.compareTo(BigDecimal.valueOf(indicator.points())) <= 0
                            && score.stripTrailingZeros().scale() <= 2;
                });
    }
}
