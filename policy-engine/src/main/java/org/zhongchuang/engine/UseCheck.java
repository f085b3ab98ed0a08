package org.zhongchuang.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What the product does with the programmes of a pack: which it uses, on which records claims rest, what grades. */
final class UseCheck {

    private final PolicyPack pack;
    private final List<String> problems = new ArrayList<>();

    private UseCheck(PolicyPack pack) {
        this.pack = pack;
    }

    static List<String> problemsOf(PolicyPack pack) {
        var check = new UseCheck(pack);
        check.uses();
        pack.programmes().values().forEach(check::ground);
        pack.assessment().ifPresent(check::grading);
        return check.problems;
    }

    private void uses() {
        for (var use : Programme.Use.values()) {
            if (pack.programmes().values().stream()
                            .filter(one -> one.use() == use)
                            .count()
                    > 1) {
                problems.add("more than one programme has the use %s"
                        .formatted(use.name().toLowerCase(Locale.ROOT)));
            }
        }
    }

    private void ground(Programme programme) {
        var ground = programme.ground();
        if (ground == null) {
            return;
        }
        ground.facts().forEach((told, fact) -> {
            if (!ground.from().tells().contains(told)) {
                problems.add("programme %s: a record of %s tells %s, not %s"
                        .formatted(
                                programme.id(),
                                ground.from().name().toLowerCase(Locale.ROOT),
                                String.join(", ", new TreeSet<>(ground.from().tells())),
                                told));
            }
            if (!pack.facts().containsKey(fact)) {
                problems.add("programme %s takes %s from its ground, which is no fact".formatted(programme.id(), fact));
            }
        });
    }

    private void grading(AssessmentProcedure assessment) {
        var grading = assessment.grading();
        if (grading == null) {
            return;
        }
        if (!pack.programmes().containsKey(grading.programme())) {
            problems.add("the assessment grades by %s, which is no programme".formatted(grading.programme()));
        }
        Stream.of(grading.score(), grading.share())
                .filter(fact -> !pack.facts().containsKey(fact))
                .forEach(fact -> problems.add("the assessment grades by %s, which is no fact".formatted(fact)));
    }
}
