package org.zhongchuang.grants.panel;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.zhongchuang.ground.access.PersonId;
import org.zhongchuang.records.registry.SubjectId;

/** From ballots to scores and from scores to ranks. */
public final class Tallying {

    /** Kept precision: ranks follow it, only shown scores are rounded. */
    public static final int SCALE = 6;

    /** Fewer ballots than this are never trimmed. */
    static final int TRIMMED_FROM = 5;

    private static final MathContext PRECISION = MathContext.DECIMAL64;
    private static final int ROUNDS = 200;

    private Tallying() {}

    /**
     * The mean of the ballots' totals; from five on without the highest and the lowest. Abstentions count as nothing.
     *
     * @return zero for no ballots
     */
    public static BigDecimal mean(List<Ballot> ballots) {
        var totals = ballots.stream()
                .filter(ballot -> !ballot.abstained())
                .map(Ballot::total)
                .sorted()
                .toList();
        var counted = totals.size() >= TRIMMED_FROM ? totals.subList(1, totals.size() - 1) : totals;
        return counted.isEmpty()
                ? BigDecimal.ZERO
                : counted.stream()
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .divide(BigDecimal.valueOf(counted.size()), SCALE, RoundingMode.HALF_UP);
    }

    /**
     * The places of scores, the best first; equals share a place, and the next one is as far down as there are before
     * it.
     */
    public static <K> Map<K, Integer> places(Map<K, BigDecimal> scores) {
        var sorted = scores.entrySet().stream()
                .sorted(Map.Entry.<K, BigDecimal>comparingByValue().reversed())
                .toList();
        var places = new HashMap<K, Integer>();
        for (int i = 0; i < sorted.size(); i++) {
            var same = i > 0
                    && sorted.get(i).getValue().compareTo(sorted.get(i - 1).getValue()) == 0;
            places.put(
                    sorted.get(i).getKey(),
                    same ? places.getOrDefault(sorted.get(i - 1).getKey(), i) : i + 1);
        }
        return places;
    }

    /**
     * What each space would have from judges of equal strictness: an effect for each space and each judge, both shrunk,
     * fitted by turns. Only where every judge can be compared with every other through spaces they share; else nothing.
     */
    public static Map<SubjectId, BigDecimal> adjusted(List<Ballot> all) {
        var ballots = all.stream().filter(ballot -> !ballot.abstained()).toList();
        if (ballots.isEmpty() || !isConnected(ballots)) {
            return Map.of();
        }
        var mean = average(ballots, Ballot::total);
        var spaces = new HashMap<SubjectId, BigDecimal>();
        var judges = new HashMap<PersonId, BigDecimal>();
        for (int i = 0; i < ROUNDS; i++) {
            fit(ballots, mean, Ballot::space, Ballot::expert, judges, spaces);
            fit(ballots, mean, Ballot::expert, Ballot::space, spaces, judges);
        }
        var adjusted = new HashMap<SubjectId, BigDecimal>();
        spaces.forEach((space, effect) -> adjusted.put(space, mean.add(effect).setScale(SCALE, RoundingMode.HALF_UP)));
        return adjusted;
    }

    /**
     * Sets one side's effects to what is left of its ballots once the other side's are taken out, shrunk by one ballot.
     */
    private static <S, O> void fit(
            List<Ballot> ballots,
            BigDecimal mean,
            Function<Ballot, S> side,
            Function<Ballot, O> otherSide,
            Map<O, BigDecimal> others,
            Map<S, BigDecimal> fitted) {
        var sums = new HashMap<S, BigDecimal>();
        var counts = new HashMap<S, Integer>();
        for (var ballot : ballots) {
            var rest = ballot.total()
                    .subtract(mean)
                    .subtract(others.getOrDefault(otherSide.apply(ballot), BigDecimal.ZERO));
            sums.merge(side.apply(ballot), rest, (one, more) -> one.add(more, PRECISION));
            counts.merge(side.apply(ballot), 1, Integer::sum);
        }
        sums.forEach((id, sum) ->
                fitted.put(id, sum.divide(BigDecimal.valueOf(counts.getOrDefault(id, 0) + 1L), PRECISION)));
    }

    static boolean isConnected(List<Ballot> ballots) {
        var groups = new HashMap<UUID, UUID>();
        for (var ballot : ballots) {
            var one = root(groups, ballot.expert().value());
            var other = root(groups, ballot.space().value());
            groups.put(one, other);
        }
        return ballots.stream()
                        .map(ballot -> root(groups, ballot.expert().value()))
                        .distinct()
                        .count()
                == 1;
    }

    private static UUID root(Map<UUID, UUID> groups, UUID id) {
        var at = id;
        for (var next = groups.get(at); next != null && !next.equals(at); next = groups.get(at)) {
            at = next;
        }
        return at;
    }

    private static BigDecimal average(List<Ballot> ballots, Function<Ballot, BigDecimal> value) {
        return ballots.stream()
                .map(value)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(ballots.size()), PRECISION);
    }

    /** The middle one, or the mean of the two in the middle. */
    public static BigDecimal median(List<BigDecimal> numbers) {
        var sorted = new ArrayList<>(numbers);
        sorted.sort(Comparator.naturalOrder());
        if (sorted.isEmpty()) {
            return BigDecimal.ZERO;
        }
        var middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : sorted.get(middle - 1).add(sorted.get(middle)).divide(BigDecimal.TWO, SCALE, RoundingMode.HALF_UP);
    }
}
