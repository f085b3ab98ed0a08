package org.zhongchuang.money.award;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.zhongchuang.engine.Text;

/** What stops the payment of an award; whoever pays answers. */
public interface Stops {

    /**
     * One ground.
     *
     * @param why as those read it who handle money
     * @param told as the beneficiary reads it, without what was found
     * @param ask whom the beneficiary asks
     * @param address where it is dealt with
     */
    record Stopped(Text why, Text told, LocalDate since, Text ask, String address) {}

    /** Every ground on which nothing is paid of an award now, for each that is stopped. */
    Map<AwardId, List<Stopped>> of(List<Award> awards);

    /** Every ground on which nothing is paid of it now; none where it is paid. */
    default List<Stopped> of(Award award) {
        return of(List.of(award)).getOrDefault(award.id(), List.of());
    }
}
