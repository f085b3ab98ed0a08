package org.zhongchuang.engine;

import java.util.Collection;
import java.util.List;

/** What parameters, programmes and indicators can be blamed for by themselves, without which no rules are made. */
final class FileCheck {

    private final Flaws flaws;

    FileCheck(Flaws flaws) {
        this.flaws = flaws;
    }

    void check(Collection<Parameter> parameters, Collection<Programme> programmes, List<IndicatorSet> indicators) {
        parameters.forEach(one -> parameter(Where.parameter(one.id(), "values"), one));
        programmes.forEach(one -> programme(Where.programme(one.id()), one));
        indicators.forEach(one -> indicators(Where.in("indicators/", one.id(), "indicators"), one));
    }

    private void parameter(Where where, Parameter parameter) {
        for (int i = 0; i < parameter.values().size(); i++) {
            var value = parameter.values().get(i);
            var place = where.at(String.valueOf(i), "is");
            if (value.is().signum() < 0) {
                flaws.add(
                        place,
                        "is：写 0 或更大的数，不是 %s",
                        "is: write a number of 0 or more, not %s",
                        value.is().toPlainString());
            } else {
                try {
                    new Parameter(
                                    parameter.id(),
                                    parameter.clause(),
                                    parameter.means(),
                                    parameter.unit(),
                                    List.of(value))
                            .timeline();
                } catch (FactProblem e) {
                    flaws.add(place, "%s", "%2$s", e.what().zh(), e.what().en());
                }
            }
        }
    }

    private void programme(Where where, Programme programme) {
        programme.terms().stream()
                .filter(term -> (term.is() == null) == (term.table() == null))
                .forEach(term -> flaws.add(
                        where.at("terms", term.id()),
                        "计算项 %s 须写 is 或 table 之一",
                        "term %s needs either is or table",
                        term.id()));
        for (var term : programme.terms()) {
            var table = term.table();
            if (table != null && table.rows().isEmpty()) {
                flaws.add(where.at("terms", term.id(), "table"), "表至少要有一行", "a table has at least one row");
            }
        }
        if (programme.amount() != null && !programme.hasAmount()) {
            flaws.add(
                    where.at("amount"),
                    "金额“%s”不在 terms 之中",
                    "its amount \"%s\" is none of its terms",
                    programme.amount());
        }
    }

    private void indicators(Where where, IndicatorSet set) {
        set.indicators().stream()
                .filter(one -> (one.statistic() != null) != (one.scoring() != null) || isPerNothing(one))
                .forEach(one -> flaws.add(
                        where.at(one.id()),
                        "指标 %s 的 statistic 和 scoring 须都写或都不写，per 须大于 0",
                        "indicator %s needs statistic and scoring together, per above 0, or neither",
                        one.id()));
    }

    private static boolean isPerNothing(IndicatorSet.Indicator one) {
        var scoring = one.scoring();
        var per = scoring == null ? null : scoring.per();
        return per != null && per.signum() <= 0;
    }
}
