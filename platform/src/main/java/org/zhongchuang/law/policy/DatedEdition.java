package org.zhongchuang.law.policy;

import java.time.LocalDate;
import java.util.List;
import org.zhongchuang.engine.Amendment;

/**
 * A document as it stands from a day on.
 *
 * @param from the first day of the last amendment; of the document itself as it was published
 * @param amendments the amendments that made it so, in the order in which they came to hold; none as it was published
 */
public record DatedEdition(LocalDate from, Edition edition, List<Amendment> amendments) {

    public DatedEdition {
        amendments = List.copyOf(amendments);
    }

    /** The one of these, in the order of time, that stands on a day. */
    static DatedEdition on(List<DatedEdition> editions, LocalDate day) {
        return editions.stream()
                .filter(one -> !one.from().isAfter(day))
                .reduce((_, later) -> later)
                .orElseGet(editions::getFirst);
    }
}
