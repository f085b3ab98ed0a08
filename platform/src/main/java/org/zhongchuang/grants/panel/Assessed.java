package org.zhongchuang.grants.panel;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhongchuang.engine.FactValue;
import org.zhongchuang.engine.IndicatorSet.Indicator;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.engine.Shown;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.OrganisationId;
import org.zhongchuang.records.registry.SpaceKind;
import org.zhongchuang.records.registry.SubjectId;

/**
 * A space in an assessment: what records and ballots bring it, its place and its grade.
 *
 * @param kind the kind of makerspace it is, by its word in the pack
 * @param guidance whether it is assessed for guidance only, because it was recognised in that year
 * @param special what it says of its special services
 * @param points what each indicator brought so far
 * @param score the sum on which it is ranked; null while too few experts have scored
 * @param adjusted the same after judges' strictness is taken out, to be compared and never ranked on
 */
public record Assessed(
        UUID round,
        SubjectId space,
        String code,
        String name,
        String kind,
        String area,
        OrganisationId operator,
        boolean guidance,
        String special,
        Map<String, Points> points,
        @Nullable BigDecimal automatic,
        int ballots,
        @Nullable BigDecimal expert,
        @Nullable BigDecimal adjusted,
        @Nullable BigDecimal score,
        @Nullable Integer place,
        @Nullable Integer outOf,
        @Nullable Integer adjustedPlace,
        Optional<Grade> grade) {

    /** The same with what experts bring it, its place and its grade. */
    public Assessed ranked(
            Map<String, Points> brought,
            int cast,
            @Nullable BigDecimal byExperts,
            @Nullable BigDecimal adjustedSum,
            @Nullable BigDecimal sum,
            @Nullable Integer reached,
            @Nullable Integer among,
            @Nullable Integer adjustedTo,
            Optional<Grade> given) {
        return new Assessed(
                round,
                space,
                code,
                name,
                kind,
                area,
                operator,
                guidance,
                special,
                brought,
                automatic,
                cast,
                byExperts,
                adjustedSum,
                sum,
                reached,
                among,
                adjustedTo,
                given);
    }

    /** What its kind is called. */
    public Text kindIn(PolicyPack pack) {
        return SpaceKind.named(pack, kind).label();
    }

    /** The same with what records bring it now, and their sum. */
    public Assessed with(Map<String, Points> brought) {
        return new Assessed(
                round,
                space,
                code,
                name,
                kind,
                area,
                operator,
                guidance,
                special,
                brought,
                brought.values().stream()
                        .filter(each -> each.figure() != null)
                        .map(Points::points)
                        .reduce(BigDecimal.ZERO, BigDecimal::add),
                ballots,
                expert,
                adjusted,
                score,
                place,
                outOf,
                adjustedPlace,
                grade);
    }

    /** What was counted for each of these indicators, in its unit. */
    public Map<String, Text> figures(List<Indicator> counted, PolicyPack pack) {
        var figures = new HashMap<String, Text>();
        for (var indicator : counted) {
            var brought = points.get(indicator.id());
            var statistic = Optional.ofNullable(indicator.statistic()).flatMap(pack::statistic);
            if (brought != null && brought.figure() != null && statistic.isPresent()) {
                figures.put(
                        indicator.id(),
                        Shown.of(
                                new FactValue.Quantity(brought.figure()),
                                statistic.get().unit()));
            }
        }
        return figures;
    }

    /**
     * What an indicator brought.
     *
     * @param figure what was counted, null where experts scored it
     * @param why where the points come from, when an appeal changed them
     */
    public record Points(@Nullable BigDecimal figure, BigDecimal points, String why) {}

    /** A grade, as the pack's rules name it. */
    public enum Grade {
        EXCELLENT("优秀", "Excellent"),
        GOOD("良好", "Good"),
        PASS("合格", "Pass"),
        FAIL("不合格", "Fail");

        private final Text label;

        Grade(String zh, String en) {
            this.label = Text.of(zh, en);
        }

        public Text label() {
            return label;
        }

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
