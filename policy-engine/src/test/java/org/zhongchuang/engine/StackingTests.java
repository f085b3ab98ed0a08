package org.zhongchuang.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zhongchuang.engine.Programme.Stacking.Mode;
import org.zhongchuang.engine.Stacking.Claim;
import org.zhongchuang.engine.Stacking.Share;

/** What may be had together: the best lawful combination, no more and no less. */
class StackingTests {

    private static Claim claim(String id, String group, long fen, String... costs) {
        return new Claim(id, group, Mode.TOP_UP, new Fen(fen), Set.of(costs));
    }

    @Test
    void claimsOfOneGroupBringTheHighestAndTheOthersGiveWay() {
        var shares = Stacking.best(List.of(claim("a", "rent", 300), claim("b", "rent", 500), claim("c", "", 70)));
        assertThat(shares).extracting(share -> share.fen().value()).containsExactly(0L, 500L, 70L);
        assertThat(shares.getFirst().because()).isEqualTo("b");
    }

    @Test
    void oneCostIsBorneOnceEvenWhenTheSingleHighestClaimWouldBlockTwoThatBringMore() {
        var shares = Stacking.best(
                List.of(claim("whole", "", 100, "x", "y"), claim("left", "", 60, "x"), claim("right", "", 60, "y")));
        assertThat(shares).extracting(share -> share.fen().value()).containsExactly(0L, 60L, 60L);
        assertThat(shares).extracting(Share::because).containsExactly("left", "", "");
    }

    @Test
    void whoGivesWayIsToldByTheClaimThatTheCostIsUsedForAndNotByAnother() {
        var shares = Stacking.best(
                List.of(claim("alone", "", 90, "z"), claim("small", "", 10, "x"), claim("large", "", 50, "x")));
        assertThat(shares).extracting(Share::because).containsExactly("", "large", "");
    }

    @Test
    void ofEqualCombinationsTheOneWhoseClaimsComeFirstIsTaken() {
        var shares = Stacking.best(List.of(claim("first", "", 50, "x"), claim("second", "", 50, "x")));
        assertThat(shares).extracting(share -> share.fen().value()).containsExactly(50L, 0L);
    }

    @Test
    void whatIsLeftAfterAnEarlierGrantIsTheDifferenceUpToTheHigher() {
        var earlier = List.of(claim("old", "jobs", 8_000), claim("other", "rent", 50_000));
        assertThat(Stacking.left(claim("new", "jobs", 20_000), earlier)).isEqualTo(new Fen(12_000));
        assertThat(Stacking.left(claim("new", "jobs", 8_000), earlier)).isEqualTo(Fen.ZERO);
        assertThat(Stacking.left(claim("new", "", 8_000), earlier)).isEqualTo(new Fen(8_000));
    }

    @Test
    void theSearchAgreesWithTryingEverything() {
        for (int seed = 0; seed < 2_000; seed++) {
            var random = new Random(seed);
            var claims = new ArrayList<Claim>();
            for (int i = 0; i < 1 + random.nextInt(9); i++) {
                var costs = new ArrayList<String>();
                for (int c = 0; c < random.nextInt(3); c++) {
                    costs.add("c" + random.nextInt(5));
                }
                claims.add(new Claim(
                        "k" + i,
                        random.nextBoolean() ? "" : "g" + random.nextInt(3),
                        random.nextBoolean() ? Mode.HIGHEST : Mode.TOP_UP,
                        new Fen(random.nextInt(50)),
                        Set.copyOf(costs)));
            }
            var found = Fen.sum(Stacking.best(claims).stream().map(Share::fen));
            assertThat(found).as("seed %d", seed).isEqualTo(new Fen(byTryingEverything(claims)));
        }
    }

    /** Written apart from the search: every subset, each group once at its highest, no shared cost. */
    private static long byTryingEverything(List<Claim> claims) {
        var most = 0L;
        for (int subset = 0; subset < 1 << claims.size(); subset++) {
            var lawful = true;
            var sum = 0L;
            for (int i = 0; i < claims.size() && lawful; i++) {
                if ((subset >> i & 1) == 0) {
                    continue;
                }
                sum += claims.get(i).fen().value();
                for (int j = 0; j < i; j++) {
                    if ((subset >> j & 1) == 1) {
                        var one = claims.get(i);
                        var other = claims.get(j);
                        lawful &= one.group().isEmpty() || !one.group().equals(other.group());
                        lawful &= one.costs().stream().noneMatch(other.costs()::contains);
                    }
                }
            }
            if (lawful) {
                most = Math.max(most, sum);
            }
        }
        return most;
    }
}
