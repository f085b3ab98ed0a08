package org.zhongchuang.procedure.amendment.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhongchuang.engine.Parameter;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.law.edition.ChangesToCome.ToCome;
import org.zhongchuang.law.policy.ProposalState;
import org.zhongchuang.procedure.amendment.Proposal;
import org.zhongchuang.procedure.amendment.Unset;

/** All parameters, filtered, and all proposals. */
public record DeskPage(
        PolicyPack pack,
        String words,
        String standing,
        List<Row> rows,
        List<Proposal> proposals,
        Unset unset,
        boolean demonstration) {

    /** Whether a value is shown: a demonstration value 演示参数 only in the demonstration. */
    public boolean isShown(Parameter.Value value) {
        return demonstration || value.standing() != Parameter.Standing.DEMONSTRATION;
    }

    /** What waits to be decided, by the sheet it was proposed on. */
    public Map<UUID, List<Proposal>> sheets() {
        return proposals.stream()
                .filter(one -> one.state() == ProposalState.OPEN && one.sheet().isPresent())
                .collect(Collectors.groupingBy(
                        one -> one.sheet().orElseThrow(), LinkedHashMap::new, Collectors.toList()));
    }

    /** A parameter with the value of today, the next one that is set, and amendments that will change it. */
    public record Row(
            Parameter parameter,
            Parameter.@Nullable Value today,
            Parameter.@Nullable Value next,
            List<ToCome> toCome) {}
}
