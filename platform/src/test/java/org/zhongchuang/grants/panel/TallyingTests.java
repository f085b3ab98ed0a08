package org.zhongchuang.grants.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhongchuang.engine.IndicatorSet.Indicator;
import org.zhongchuang.engine.IndicatorSet.Scoring;
import org.zhongchuang.engine.IndicatorSet.Step;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.PersonId;
import org.zhongchuang.records.registry.SubjectId;

/** Means, places, judges' strictness and the draw. */
class TallyingTests {

    private static Ballot ballot(PersonId expert, SubjectId space, String total) {
        return new Ballot(expert, space, false, Map.of("all", new BigDecimal(total)), "");
    }

    private static List<Ballot> ballots(String... totals) {
        var ballots = new ArrayList<Ballot>();
        for (var total : totals) {
            ballots.add(ballot(new PersonId(UUID.randomUUID()), new SubjectId(new UUID(0, 1)), total));
        }
        return ballots;
    }

    @Test
    void fourBallotsAreNotTrimmedAndFiveAre() {
        assertThat(Tallying.mean(ballots("0", "8", "8", "8"))).isEqualByComparingTo("6");
        assertThat(Tallying.mean(ballots("0", "8", "8", "8", "10"))).isEqualByComparingTo("8");
    }

    @Test
    void anAbstentionIsNoZeroAndDoesNotCountTowardsTrimming() {
        var withAbstention = ballots("0", "8", "8", "8");
        withAbstention.add(
                new Ballot(new PersonId(UUID.randomUUID()), new SubjectId(new UUID(0, 1)), true, Map.of(), "不熟悉"));

        assertThat(Tallying.mean(withAbstention)).isEqualByComparingTo("6");
        assertThat(Tallying.mean(List.of())).isEqualByComparingTo("0");
    }

    @Test
    void equalsShareAPlaceAndTheNextIsAsFarDownAsThereAreBefore() {
        var places = Tallying.places(Map.of(
                "a",
                new BigDecimal("90"),
                "b",
                new BigDecimal("90.000000"),
                "c",
                new BigDecimal("80"),
                "d",
                new BigDecimal("95")));

        assertThat(places).containsExactlyInAnyOrderEntriesOf(Map.of("d", 1, "a", 2, "b", 2, "c", 4));
    }

    @Test
    void aDifferenceThatRoundingWouldHideStillDecidesThePlace() {
        var places = Tallying.places(Map.of("a", new BigDecimal("80.004"), "b", new BigDecimal("80.003")));

        assertThat(places.get("a")).isEqualTo(1);
        assertThat(places.get("b")).isEqualTo(2);
    }

    @Test
    void aStrictJudgeIsTakenOutWhereJudgesCanBeCompared() {
        var strict = new PersonId(new UUID(1, 1));
        var mild = new PersonId(new UUID(1, 2));
        var spaces =
                List.of(new SubjectId(new UUID(2, 1)), new SubjectId(new UUID(2, 2)), new SubjectId(new UUID(2, 3)));
        // The strict judge gives 4 less; the first space was seen by the strict one only, the last by the mild one
        // only.
        var all = List.of(
                ballot(strict, spaces.get(0), "10"),
                ballot(strict, spaces.get(1), "6"),
                ballot(mild, spaces.get(1), "10"),
                ballot(mild, spaces.get(2), "11"));
        var adjusted = Tallying.adjusted(all);

        assertThat(Tallying.isConnected(all)).isTrue();
        assertThat(adjusted.get(spaces.get(0))).isGreaterThan(adjusted.get(spaces.get(2)));
    }

    @Test
    void judgesWhoShareNoSpaceAreNotAdjusted() {
        var all = List.of(
                ballot(new PersonId(new UUID(1, 1)), new SubjectId(new UUID(2, 1)), "10"),
                ballot(new PersonId(new UUID(1, 2)), new SubjectId(new UUID(2, 2)), "5"));

        assertThat(Tallying.isConnected(all)).isFalse();
        assertThat(Tallying.adjusted(all)).isEmpty();
    }

    @Test
    void theMiddleIsTheMiddleOrBetweenTheTwo() {
        assertThat(Tallying.median(List.of(new BigDecimal(9), new BigDecimal(1), new BigDecimal(4))))
                .isEqualByComparingTo("4");
        assertThat(Tallying.median(List.of(new BigDecimal(1), new BigDecimal(4))))
                .isEqualByComparingTo("2.5");
    }

    @Test
    void noDrawSeatsABarredExpertAndTheSameSeedDrawsTheSame() {
        var random = new Random(5);
        for (int trial = 0; trial < 200; trial++) {
            var spaces =
                    ids(3, 1 + random.nextInt(20)).stream().map(SubjectId::new).toList();
            var experts =
                    ids(4, 4 + random.nextInt(8)).stream().map(PersonId::new).toList();
            var barred = new HashMap<SubjectId, Set<PersonId>>();
            for (var space : spaces) {
                var some = new HashSet<PersonId>();
                experts.stream().filter(one -> random.nextInt(5) == 0).forEach(some::add);
                barred.put(space, some);
            }
            var drawn = PanelDraw.draw(trial, spaces, experts, barred, 3);
            var tooFew = barred.values().stream().anyMatch(some -> experts.size() - some.size() < 3);

            assertThat(drawn.isEmpty()).isEqualTo(tooFew);
            assertThat(PanelDraw.draw(trial, spaces.reversed(), experts.reversed(), barred, 3))
                    .isEqualTo(drawn);
            drawn.ifPresent(panels -> panels.forEach((space, panel) -> {
                assertThat(panel).hasSize(3).doesNotHaveDuplicates();
                assertThat(panel).noneMatch(barred.getOrDefault(space, Set.of())::contains);
            }));
        }
    }

    private static List<UUID> ids(long kind, int number) {
        var ids = new ArrayList<UUID>();
        for (int i = 0; i < number; i++) {
            ids.add(new UUID(kind, i));
        }
        return ids;
    }

    @ParameterizedTest
    @CsvSource({"49, 0", "50, 5", "51, 5.10", "100, 10", "400, 10"})
    void desksScoreAsTheSheetSays(BigDecimal desks, BigDecimal points) {
        var scoring = new Scoring(new BigDecimal(50), new BigDecimal(5), new BigDecimal("0.1"), null, List.of());

        assertThat(indicator(10, scoring).score(desks)).isEqualByComparingTo(points);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "299999.99, 1.00", "450000, 1.50", "2400000, 8", "99000000, 8"})
    void moneyScoresByTheUnitAndNeverMoreThanTheMost(BigDecimal yuan, BigDecimal points) {
        var scoring = new Scoring(null, null, BigDecimal.ONE, new BigDecimal(300_000), List.of());

        assertThat(indicator(8, scoring).score(yuan)).isEqualByComparingTo(points);
    }

    @ParameterizedTest
    @CsvSource({"2, 0", "3, 3", "5, 3", "6, 4", "99, 5"})
    void stepsHoldFromTheirFigureOn(BigDecimal mentors, BigDecimal points) {
        var scoring = new Scoring(null, null, null, null, List.of(step(6, 4), step(3, 3), step(10, 5)));

        assertThat(indicator(5, scoring).score(mentors)).isEqualByComparingTo(points);
    }

    private static Step step(int from, int points) {
        return new Step(BigDecimal.valueOf(from), BigDecimal.valueOf(points));
    }

    private static Indicator indicator(int points, Scoring scoring) {
        var text = Text.of("指标", "Indicator");
        return new Indicator("one", text, text, points, false, text, "figure", scoring);
    }
}
