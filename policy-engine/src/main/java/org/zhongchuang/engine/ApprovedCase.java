package org.zhongchuang.engine;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A case that somebody who answers for the policy has approved: given these facts on that day, expect that.
 *
 * @param given facts by id; a number, or true or false
 * @param refused the criteria expected to fail; {@code undecided} the names expected to be missing; both empty: granted
 */
public record ApprovedCase(
        String name,
        String programme,
        LocalDate on,
        Map<String, FactValue> given,
        List<String> refused,
        List<String> undecided) {}
