package org.zhongchuang.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A case that somebody who answers for the policy has approved: given these facts on that day, expect that.
 *
 * @param given facts by id
 * @param refused the criteria expected to fail; {@code undecided} the names expected to be missing; both empty: granted
 * @param amount the amount expected in yuan, null where the case does not speak of it
 * @param results further terms expected, as plain text
 */
public record ApprovedCase(
        String name,
        String programme,
        LocalDate on,
        Map<String, FactValue> given,
        List<String> refused,
        List<String> undecided,
        @Nullable BigDecimal amount,
        @Nullable Map<String, String> results) {

    public ApprovedCase {
        given = given == null ? Map.of() : Map.copyOf(given);
    }
}
