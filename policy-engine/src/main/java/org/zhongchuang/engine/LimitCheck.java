package org.zhongchuang.engine;

import java.math.BigDecimal;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhongchuang.engine.formula.Unit;

/** Checks that a limit, a panel or a mark names a parameter, and one whose unit and values can be that. */
final class LimitCheck {

    static final Set<Unit> TIME = Set.of(Unit.WORKING_DAYS, Unit.DAYS);
    static final Set<Unit> HEADS = Set.of(Unit.PEOPLE, Unit.PLACES, Unit.NONE);
    static final Set<Unit> MARKS = Set.of(Unit.POINTS, Unit.NONE);
    static final Set<Unit> COUNTS = Set.of(Unit.PEOPLE, Unit.PLACES, Unit.TIMES, Unit.YEARS, Unit.NONE);

    private final PolicyPack pack;
    private final Flaws flaws;

    LimitCheck(PolicyPack pack, Flaws flaws) {
        this.pack = pack;
        this.flaws = flaws;
    }

    /** A limit that the calendar counts in working days. */
    void workingDays(Where where, @Nullable String id) {
        of(where, id, TIME, 1);
        var parameter = id == null ? null : pack.parameters().get(id);
        if (parameter != null && parameter.unit() == Unit.DAYS) {
            flaws.warn(
                    where,
                    "%s 的单位是日，这里按工作日计算；如是工作日，单位写 working_days",
                    "%s is in days, but working days are counted here; write the unit working_days if that is meant",
                    parameter.id());
        }
    }

    /** Any number with one of these units, none of its values below {@code least}. */
    void of(Where where, @Nullable String id, Set<Unit> units, int least) {
        if (id == null) {
            return;
        }
        var parameter = pack.parameters().get(id);
        if (parameter == null) {
            flaws.add(where, "%s 不是参数", "it names %s, which is no parameter", id);
            return;
        }
        var fitting = units.stream().map(Names::word).sorted().collect(Collectors.joining(", "));
        if (parameter.unit() == Unit.NONE && !units.contains(Unit.NONE)) {
            flaws.warn(Where.parameter(id, "unit"), "%s 没有单位；写 %s", "%s has no unit; write one of %s", id, fitting);
        } else if (!units.contains(parameter.unit())) {
            flaws.add(
                    where,
                    "%s 的单位是“%s”，不能用在这里；单位可以是 %s",
                    "%1$s is in %4$s, which does not fit here; the unit may be %3$s",
                    id,
                    parameter.unit().zh(),
                    fitting,
                    Names.word(parameter.unit()));
        }
        for (int i = 0; i < parameter.values().size(); i++) {
            var is = parameter.values().get(i).is();
            if (is.compareTo(BigDecimal.valueOf(least)) < 0) {
                flaws.add(
                        Where.parameter(id, "values", String.valueOf(i), "is"),
                        "%s 至少为 %d，现为 %s",
                        "%s must be at least %d, it is %s",
                        id,
                        least,
                        is.toPlainString());
            }
        }
    }
}
