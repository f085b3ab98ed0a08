package org.zhongchuang.grants.panel;

import java.math.BigDecimal;
import java.util.Map;
import org.zhongchuang.ground.access.PersonId;
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
}
