package org.zhongchuang.engine;

import java.util.TreeSet;

/** What the product does with the programmes of a pack: which it uses, on which records claims rest, what grades. */
final class UseCheck {

    private final PolicyPack pack;
    private final Flaws flaws;

    UseCheck(PolicyPack pack, Flaws flaws) {
        this.pack = pack;
        this.flaws = flaws;
    }

    void check() {
        uses();
        pack.programmes().values().forEach(this::ground);
        pack.assessment().ifPresent(this::grading);
    }

    private void uses() {
        for (var use : Programme.Use.values()) {
            var all = pack.programmes().values().stream()
                    .filter(one -> one.use() == use)
                    .map(Programme::id)
                    .toList();
            if (all.size() > 1) {
                all.forEach(id -> flaws.add(
                        Where.programme(id, "use"),
                        "用途 use: %s 的事项不止一个：%s",
                        "more than one programme has the use %s: %s",
                        Names.word(use),
                        String.join(", ", all)));
            }
        }
    }

    private void ground(Programme programme) {
        var ground = programme.ground();
        if (ground == null) {
            return;
        }
        var where = Where.programme(programme.id(), "ground", "facts");
        ground.facts().forEach((told, fact) -> {
            if (!ground.from().tells().contains(told)) {
                flaws.add(
                        where.at(told),
                        "事项 %s：%s 的一条记录有 %s，没有 %s",
                        "programme %s: a record of %s tells %s, not %s",
                        programme.id(),
                        Names.word(ground.from()),
                        String.join(", ", new TreeSet<>(ground.from().tells())),
                        told);
            }
            if (!pack.facts().containsKey(fact)) {
                flaws.add(
                        where.at(told),
                        "事项 %s 由记录取 %s，没有这个事实",
                        "programme %s takes %s from its ground, which is no fact",
                        programme.id(),
                        fact);
            } else if (pack.facts().get(fact).unit().tens() > 0) {
                flaws.add(
                        where.at(told),
                        "事项 %s：记录里的金额以元计，%s 的单位写 yuan",
                        "programme %s: records tell money in yuan; give %s the unit yuan",
                        programme.id(),
                        fact);
            }
        });
    }

    private void grading(AssessmentProcedure assessment) {
        var grading = assessment.grading();
        if (grading == null) {
            return;
        }
        var where = Where.in("assessment.yaml", "grading");
        if (!pack.programmes().containsKey(grading.programme())) {
            flaws.add(
                    where.at("programme"),
                    "考核按 %s 定等次，没有这个事项",
                    "the assessment grades by %s, which is no programme",
                    grading.programme());
        }
        known(where.at("score"), grading.score());
        known(where.at("share"), grading.share());
    }

    private void known(Where where, String fact) {
        if (!pack.facts().containsKey(fact)) {
            flaws.add(where, "考核按 %s 定等次，没有这个事实", "the assessment grades by %s, which is no fact", fact);
        }
    }
}
