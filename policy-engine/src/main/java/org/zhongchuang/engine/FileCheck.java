package org.zhongchuang.engine;

/** What a file of a pack can be blamed for by itself, without which nothing can be made of it. */
final class FileCheck {

    private FileCheck() {}

    /** Throws {@link PackProblem}. */
    static void demand(Where where, Object value) {
        if (value instanceof Parameter parameter) {
            parameter(where.at("values"), parameter);
        }
        if (value instanceof Programme programme) {
            programme(where, programme);
        }
        if (value instanceof IndicatorSet set) {
            set.indicators().stream()
                    .filter(one -> (one.statistic() != null) != (one.scoring() != null) || isPerNothing(one))
                    .findFirst()
                    .ifPresent(one -> {
                        throw new PackProblem(
                                where.at("indicators", one.id()),
                                "指标 " + one.id() + " 的 statistic 和 scoring 须都写或都不写，per 须大于 0",
                                "indicator " + one.id()
                                        + " needs statistic and scoring together, per above 0, or neither");
                    });
        }
    }

    private static boolean isPerNothing(IndicatorSet.Indicator one) {
        var scoring = one.scoring();
        var per = scoring == null ? null : scoring.per();
        return per != null && per.signum() <= 0;
    }

    private static void parameter(Where where, Parameter parameter) {
        for (int i = 0; i < parameter.values().size(); i++) {
            if (parameter.values().get(i).is().signum() < 0) {
                throw new PackProblem(
                        where.at(String.valueOf(i), "is"), "is：写 0 或更大的数", "is: write a number of 0 or more");
            }
        }
        try {
            parameter.timeline();
        } catch (FactProblem e) {
            throw new PackProblem(where, e.what().zh(), e.what().en());
        }
    }

    private static void programme(Where where, Programme programme) {
        programme.terms().stream()
                .filter(term -> (term.is() == null) == (term.table() == null))
                .findFirst()
                .ifPresent(term -> {
                    throw new PackProblem(
                            where.at("terms", term.id()),
                            "计算项 " + term.id() + " 须写 is 或 table 之一",
                            "term " + term.id() + " needs either is or table");
                });
        if (programme.amount() != null && !programme.hasAmount()) {
            throw new PackProblem(
                    where.at("amount"),
                    "金额“" + programme.amount() + "”不在 terms 之中",
                    "its amount \"" + programme.amount() + "\" is none of its terms");
        }
    }
}
