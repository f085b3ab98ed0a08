package org.zhongchuang.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zhongchuang.engine.Programme.Stacking.Mode;

/**
 * What of several entitlements may be had together. Those of one group concern the same matter: together they bring no
 * more than the highest. Those that share a cost exclude each other: a cost is borne once.
 *
 * <p>The best lawful combination is found by branch and bound over the exclusions; a group is then paid its highest
 * claim and, where differences are topped up, the rest up to it.
 */
public final class Stacking {

    private Stacking() {}

    /**
     * One entitlement.
     *
     * @param group those of one group concern the same matter; empty where it stands alone
     * @param fen what it would bring alone, not negative
     * @param costs what it is claimed for, such as invoice numbers
     */
    public record Claim(String id, String group, Mode mode, Fen fen, Set<String> costs) {

        public Claim {
            costs = Set.copyOf(costs);
        }
    }

    /**
     * What comes of one claim.
     *
     * @param fen what it brings beside the others
     * @param because the claim it gives way to; empty where it gives up nothing
     */
    public record Share(Claim claim, Fen fen, String because) {}

    /** The lawful combination that brings most; of equals the one whose claims come first. */
    public static List<Share> best(List<Claim> claims) {
        var ordered = new ArrayList<>(claims);
        ordered.sort(Comparator.comparing(Claim::fen).reversed());
        var search = new Search(ordered);
        search.go(0, new ArrayList<>());
        return claims.stream().map(claim -> search.share(claim)).toList();
    }

    /** What a set of claims brings: each group its highest. Claims that exclude each other bring nothing lawful. */
    static Fen total(List<Claim> chosen) {
        var groups = new HashMap<String, Fen>();
        var sum = Fen.ZERO;
        for (var claim : chosen) {
            if (claim.group().isEmpty()) {
                sum = sum.plus(claim.fen());
            } else {
                groups.merge(claim.group(), claim.fen(), Fen::max);
            }
        }
        return sum.plus(Fen.sum(groups.values().stream()));
    }

    private static final class Search {

        private final List<Claim> claims;
        private List<Claim> best = List.of();
        private Fen most = new Fen(-1);

        Search(List<Claim> claims) {
            this.claims = claims;
        }

        void go(int next, List<Claim> chosen) {
            if (total(chosen).isMoreThan(most)) {
                most = total(chosen);
                best = List.copyOf(chosen);
            }
            if (next == claims.size() || !bound(next, chosen).isMoreThan(most)) {
                return;
            }
            var claim = claims.get(next);
            if (chosen.stream().noneMatch(one -> exclude(one, claim))) {
                chosen.add(claim);
                go(next + 1, chosen);
                chosen.removeLast();
            }
            go(next + 1, chosen);
        }

        /** No more than if nothing excluded anything from here on. */
        private Fen bound(int next, List<Claim> chosen) {
            var all = new ArrayList<>(chosen);
            all.addAll(claims.subList(next, claims.size()));
            return total(all);
        }

        Share share(Claim claim) {
            if (!best.contains(claim)) {
                return new Share(
                        claim,
                        Fen.ZERO,
                        best.stream()
                                .filter(one -> exclude(one, claim))
                                .findFirst()
                                .map(Claim::id)
                                .orElse(""));
            }
            return inGroup().getOrDefault(claim.id(), new Share(claim, claim.fen(), ""));
        }

        private Map<String, Share> inGroup() {
            var shares = new HashMap<String, Share>();
            var highest = new HashMap<String, Claim>();
            for (var claim : best) {
                if (claim.group().isEmpty()) {
                    continue;
                }
                // The list is by amount, so the first of a group is its highest.
                var top = highest.putIfAbsent(claim.group(), claim);
                shares.put(
                        claim.id(),
                        top == null ? new Share(claim, claim.fen(), "") : new Share(claim, Fen.ZERO, top.id()));
            }
            return shares;
        }
    }

    static boolean exclude(Claim one, Claim other) {
        var shared = new HashSet<>(one.costs());
        shared.retainAll(other.costs());
        return !shared.isEmpty();
    }

    /**
     * What is left for a claim when others of its group were granted before: the difference up to the highest of all. A
     * claim that is not higher than those before it brings nothing. Where one follows the other, 从高不重复 and 就高补差 come to
     * the same sum.
     */
    public static Fen left(Claim claim, List<Claim> granted) {
        var before = granted.stream()
                .filter(one -> !claim.group().isEmpty() && one.group().equals(claim.group()))
                .toList();
        var had = Fen.sum(before.stream().map(Claim::fen));
        return claim.fen().minus(had).max(Fen.ZERO);
    }
}
