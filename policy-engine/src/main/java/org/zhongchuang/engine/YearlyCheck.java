package org.zhongchuang.engine;

import java.util.HashSet;
import java.util.Set;
import org.zhongchuang.engine.formula.Unit;

/** Checks what comes round every year and the money: targets, obligations, indicators, assessment, treasury. */
final class YearlyCheck {

    private static final String ASSESSMENT = "assessment.yaml";
    private static final String TREASURY = "treasury.yaml";
    private static final int WHOLE = 100;

    private final PolicyPack pack;
    private final Flaws flaws;
    private final ClauseCheck clauses;
    private final LimitCheck limits;

    YearlyCheck(PolicyPack pack, Flaws flaws) {
        this.pack = pack;
        this.flaws = flaws;
        this.clauses = new ClauseCheck(pack, flaws);
        this.limits = new LimitCheck(pack, flaws);
    }

    void check() {
        obligations();
        indicators();
        statistics();
        pack.assessment().ifPresent(this::assessment);
        pack.treasury().ifPresent(this::treasury);
        needs();
    }

    private void obligations() {
        for (var target : pack.targets()) {
            clauses.demand(Where.in("targets.yaml", target.id(), "clause"), target.clause());
            demandYuan(Where.in("targets.yaml", target.id(), "unit"), target.unit());
        }
        for (var obligation : pack.obligations()) {
            var where = Where.in("obligations.yaml", obligation.id());
            clauses.demand(where.at("clause"), obligation.clause());
            limits.workingDays(where.at("days"), obligation.days());
        }
    }

    private void indicators() {
        for (var set : pack.indicators()) {
            var where = Where.in("indicators/", set.id());
            clauses.demand(where.at("clause"), set.clause());
            if (set.points() != WHOLE) {
                flaws.add(where.at("indicators"), "指标合计 %d 分，不是 100 分", "its points make %d, not 100", set.points());
            }
            for (var one : set.indicators()) {
                if (one.statistic() != null && pack.statistic(one.statistic()).isEmpty()) {
                    flaws.add(
                            where.at("indicators", one.id(), "statistic"),
                            "%s 不是统计指标",
                            "it counts %s, which is no statistic",
                            one.statistic());
                }
                if (one.points() <= 0) {
                    flaws.warn(
                            where.at("indicators", one.id(), "points"),
                            "分值为 %d，应大于 0",
                            "its points are %d; they should be above 0",
                            one.points());
                }
            }
        }
    }

    private void assessment(AssessmentProcedure one) {
        clauses.demand(Where.in(ASSESSMENT, "clause"), one.clause());
        limits.of(Where.in(ASSESSMENT, "panel"), one.panel(), LimitCheck.HEADS, 1);
        limits.of(Where.in(ASSESSMENT, "leastBallots"), one.leastBallots(), LimitCheck.COUNTS, 1);
        limits.workingDays(Where.in(ASSESSMENT, "scoringDays"), one.scoringDays());
        limits.workingDays(Where.in(ASSESSMENT, "noticeDays"), one.noticeDays());
        limits.of(Where.in(ASSESSMENT, "firstYearGuidance"), one.firstYearGuidance(), LimitCheck.COUNTS, 0);
        limits.workingDays(Where.in(ASSESSMENT, "rectificationDays"), one.rectificationDays());
        limits.of(Where.in(ASSESSMENT, "failuresToRemoval"), one.failuresToRemoval(), LimitCheck.COUNTS, 1);
        limits.of(Where.in(ASSESSMENT, "recusalYears"), one.recusalYears(), Set.of(Unit.YEARS), 0);
    }

    private void treasury(TreasuryProcedure one) {
        clauses.demand(Where.in(TREASURY, "clause"), one.clause());
        limits.of(Where.in(TREASURY, "secondApprovalFrom"), one.secondApprovalFrom(), Set.of(Unit.YUAN), 0);
        limits.workingDays(Where.in(TREASURY, "coolingDays"), one.coolingDays());
        limits.workingDays(Where.in(TREASURY, "paymentDays"), one.paymentDays());
        limits.of(Where.in(TREASURY, "secondLookFrom"), one.secondLookFrom(), Set.of(Unit.YUAN), 0);
        limits.of(Where.in(TREASURY, "repaymentDays"), one.repaymentDays(), LimitCheck.TIME, 1);
        limits.of(Where.in(TREASURY, "appealDays"), one.appealDays(), LimitCheck.TIME, 1);
        limits.of(Where.in(TREASURY, "banYears"), one.banYears(), Set.of(Unit.YEARS), 0);
    }

    private void statistics() {
        DocumentCheck.duplicates(pack.statistics().stream().map(Statistic::id).toList())
                .forEach(id -> flaws.add(
                        Where.in("statistics.yaml", id).again(), "统计指标 %s 写了两次", "statistic %s is defined twice", id));
        var before = new HashSet<String>();
        for (var one : pack.statistics()) {
            var where = Where.in("statistics.yaml", one.id());
            if (one.count().isDerived() == one.parts().isEmpty()
                    || (one.count() == Statistic.Count.SHARE && one.parts().size() != 2)) {
                flaws.add(where, "合计要有 parts，占比要有两个，其他没有", "sums have parts, shares have two, others none");
            }
            one.parts().stream()
                    .filter(part -> !before.contains(part))
                    .forEach(part -> flaws.add(
                            where.at("parts", part),
                            "由 %s 构成，前面没有这个统计指标",
                            "it is made of %s, which no statistic before it is",
                            part));
            demandYuan(where.at("unit"), one.unit());
            var fact = pack.facts().get(one.id());
            if (fact != null && fact.unit() != one.unit()) {
                flaws.add(
                        where.at("unit"),
                        "单位是 %s，而同名事实的单位是 %s",
                        "it counts %s, but the fact counts %s",
                        Names.word(one.unit()),
                        Names.word(fact.unit()));
            }
            before.add(one.id());
        }
    }

    /** What the product itself counts is counted in yuan. */
    private void demandYuan(Where where, Unit unit) {
        if (unit.tens() > 0) {
            flaws.add(where, "产品按元统计，单位写 yuan", "the product counts in yuan; write the unit yuan");
        }
    }

    /** What the product cannot do without, where the pack asks it to be done. */
    private void needs() {
        if (pack.treasury().isEmpty()) {
            pack.programmes().values().stream()
                    .filter(Programme::pays)
                    .findFirst()
                    .ifPresent(programme -> flaws.warn(
                            Where.programme(programme.id(), "amount"),
                            "事项 %s 要付钱，却没有 treasury.yaml：每一批付款须两人批准，追回不能确认",
                            "programme %s pays, but there is no treasury.yaml: each batch takes two approvals and no claim can be confirmed",
                            programme.id()));
        }
        if (pack.assessment().isEmpty() && !pack.indicators().isEmpty()) {
            flaws.warn(
                    Where.in("indicators/", pack.indicators().getFirst().id()),
                    "有考核指标，却没有 assessment.yaml，考核办不了",
                    "there are indicators, but no assessment.yaml, so that nothing is assessed");
        }
        if (pack.assessment().isPresent() && pack.indicators().isEmpty()) {
            flaws.warn(
                    Where.in(ASSESSMENT),
                    "有年度考核，却没有考核指标 indicators/",
                    "there is an assessment, but no set of indicators");
        }
    }
}
