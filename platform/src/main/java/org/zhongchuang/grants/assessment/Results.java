package org.zhongchuang.grants.assessment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.FactValue;
import org.zhongchuang.engine.IndicatorSet;
import org.zhongchuang.engine.IndicatorSet.Indicator;
import org.zhongchuang.grants.panel.Assessed;
import org.zhongchuang.grants.panel.Assessed.Grade;
import org.zhongchuang.grants.panel.Assessed.Points;
import org.zhongchuang.grants.panel.Ballot;
import org.zhongchuang.grants.panel.Tallying;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.records.figure.Figures;
import org.zhongchuang.records.registry.SubjectId;

/**
 * Computes what a round comes to: points from records, means of ballots, places among those of one indicator set,
 * grades.
 */
@Component
class Results {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Rounds rounds;
    private final Figures figures;
    private final Policies policies;
    private final JdbcClient jdbc;

    Results(Rounds rounds, Figures figures, Policies policies, JdbcClient jdbc) {
        this.rounds = rounds;
        this.figures = figures;
        this.policies = policies;
        this.jdbc = jdbc;
    }

    IndicatorSet indicators(String kind, int year) {
        return policies.current()
                .indicatorsFor(kind, year)
                .orElseThrow(() -> new IllegalStateException("no indicators for " + kind + " in " + year));
    }

    /** Counts every indicator that has a figure, for all spaces at once. */
    void countRecords(Round round) {
        var counted = figures.ofAll(Figures.Period.ofYear(round.year()));
        var none = figures.zeros();
        var scored = rounds.entries(round.id()).stream()
                .map(one ->
                        automatic(one, indicators(one.kind(), round.year()), counted.getOrDefault(one.space(), none)))
                .toList();
        rounds.save(scored);
    }

    private static Assessed automatic(Assessed one, IndicatorSet set, Map<String, BigDecimal> counted) {
        var points = new LinkedHashMap<String, Points>();
        for (var indicator : set.indicators()) {
            if (indicator.statistic() != null) {
                var figure = counted.getOrDefault(indicator.statistic(), BigDecimal.ZERO);
                points.put(indicator.id(), new Points(figure, indicator.score(figure), ""));
            }
        }
        return one.with(points);
    }

    /** Puts the ballots in, ranks, and grades. Doing it twice comes to the same. */
    void rank(Round round) {
        var ballots = rounds.ballots(round.id()).stream().collect(Collectors.groupingBy(Ballot::space));
        var bySet = rounds.entries(round.id()).stream()
                .collect(Collectors.groupingBy(
                        one -> indicators(one.kind(), round.year()).id(), LinkedHashMap::new, Collectors.toList()));
        var medians = new HashMap<String, Map<String, String>>();
        bySet.forEach((set, entries) -> {
            var ranked = rank(round, entries, ballots);
            rounds.save(ranked);
            medians.put(set, medians(ranked));
        });
        jdbc.sql("update assessment.round set medians = cast(:medians as jsonb) where id = :id")
                .param("medians", Rounds.JSON.writeValueAsString(medians))
                .param("id", round.id())
                .update();
    }

    private List<Assessed> rank(Round round, List<Assessed> entries, Map<SubjectId, List<Ballot>> ballots) {
        var least = policies.limit(policies.current().assessment().orElseThrow().leastBallots());
        var all = entries.stream()
                .flatMap(one -> ballots.getOrDefault(one.space(), List.of()).stream())
                .toList();
        var adjusted = Tallying.adjusted(all);
        var scores = new HashMap<SubjectId, BigDecimal>();
        var adjustedScores = new HashMap<SubjectId, BigDecimal>();
        for (var one : entries) {
            var own = ballots.getOrDefault(one.space(), List.of());
            if (!one.guidance() && votes(own) >= least && one.automatic() != null) {
                scores.put(one.space(), one.automatic().add(expertPart(one, own, round.year())));
                if (adjusted.containsKey(one.space())) {
                    adjustedScores.put(
                            one.space(), one.automatic().add(adjusted.getOrDefault(one.space(), BigDecimal.ZERO)));
                }
            }
        }
        var places = Tallying.places(scores);
        var adjustedPlaces = Tallying.places(adjustedScores);
        var ranked = new ArrayList<Assessed>();
        for (var one : entries) {
            var own = ballots.getOrDefault(one.space(), List.of());
            var enough = votes(own) >= least;
            var mean = expertPart(one, own, round.year());
            // What is assessed for guidance is scored like the others, but has no place and no grade.
            var score = enough && one.automatic() != null ? one.automatic().add(mean) : null;
            var place = places.get(one.space());
            ranked.add(one.ranked(
                    withExperts(one, own, round.year()),
                    (int) votes(own),
                    enough ? mean : null,
                    adjustedScores.get(one.space()),
                    score,
                    place,
                    place == null ? null : scores.size(),
                    adjustedPlaces.get(one.space()),
                    place == null || score == null
                            ? Optional.empty()
                            : Optional.of(grade(round, score, place, scores.size()))));
        }
        return ranked;
    }

    private static long votes(List<Ballot> ballots) {
        return ballots.stream().filter(ballot -> !ballot.abstained()).count();
    }

    private Map<String, Points> withExperts(Assessed one, List<Ballot> ballots, int year) {
        var points = new LinkedHashMap<>(one.points());
        for (var indicator : indicators(one.kind(), year).indicators()) {
            var overruled = points.containsKey(indicator.id())
                    && !points.get(indicator.id()).why().isEmpty();
            if (indicator.isForExperts() && !overruled) {
                var mean = meanOf(indicator, ballots);
                points.put(indicator.id(), new Points(null, mean, ""));
            }
        }
        return points;
    }

    private static BigDecimal meanOf(Indicator indicator, List<Ballot> ballots) {
        var votes = ballots.stream().filter(ballot -> !ballot.abstained()).toList();
        return votes.isEmpty()
                ? BigDecimal.ZERO
                : votes.stream()
                        .map(ballot -> ballot.scores().getOrDefault(indicator.id(), BigDecimal.ZERO))
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .divide(BigDecimal.valueOf(votes.size()), Tallying.SCALE, RoundingMode.HALF_UP);
    }

    /** What the experts' part comes to: the mean of their totals, and what appeals have changed of it. */
    private BigDecimal expertPart(Assessed one, List<Ballot> ballots, int year) {
        var part = Tallying.mean(ballots);
        for (var indicator : indicators(one.kind(), year).indicators()) {
            var points = one.points().get(indicator.id());
            if (indicator.isForExperts() && points != null && !points.why().isEmpty()) {
                part = part.add(points.points()).subtract(meanOf(indicator, ballots));
            }
        }
        return part;
    }

    /** The grade by the pack's rules: of the score as it is shown, and the share of the place, in favour of nobody. */
    private Grade grade(Round round, BigDecimal score, int place, int outOf) {
        var share =
                BigDecimal.valueOf(place).multiply(HUNDRED).divide(BigDecimal.valueOf(outOf), 2, RoundingMode.CEILING);
        var grading = policies.current()
                .assessment()
                .flatMap(one -> Optional.ofNullable(one.grading()))
                .orElseThrow();
        var findings = policies.evaluate(
                grading.programme(),
                LocalDate.of(round.year(), 12, 31),
                Map.of(
                        grading.score(), new FactValue.Quantity(score.setScale(2, RoundingMode.HALF_UP)),
                        grading.share(), new FactValue.Quantity(share)));
        if (findings.results().get("grade") instanceof FactValue.Word(var grade)) {
            return Grade.valueOf(grade.toUpperCase(Locale.ROOT));
        }
        throw new IllegalStateException("the grade is open; an authority has to set: " + findings.missing());
    }

    private static Map<String, String> medians(List<Assessed> ranked) {
        var medians = new LinkedHashMap<String, String>();
        ranked.stream()
                .flatMap(one -> one.points().keySet().stream())
                .distinct()
                .forEach(indicator -> medians.put(
                        indicator,
                        Tallying.median(ranked.stream()
                                        .filter(one -> !one.guidance())
                                        .map(one -> one.points().get(indicator))
                                        .filter(java.util.Objects::nonNull)
                                        .map(Points::points)
                                        .toList())
                                .setScale(2, RoundingMode.HALF_UP)
                                .toPlainString()));
        return medians;
    }

    /** Replaces the points of one indicator, and what was counted where a figure is given, with the reason. */
    void replace(Assessed one, Indicator indicator, Optional<BigDecimal> figure, BigDecimal points, String why) {
        var all = new LinkedHashMap<>(one.points());
        var before = all.get(indicator.id());
        all.put(indicator.id(), new Points(figure.orElse(before == null ? null : before.figure()), points, why));
        rounds.save(List.of(one.with(all)));
    }
}
