package org.zhongchuang.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A programme whose claims are handed in between two days and judged together (申报批次): once all of them have been looked
 * through, each is told where it stands among the others, and its own rules go on from there.
 *
 * @param claim the term that is what each asks for, null where nothing is added up
 * @param order the term by which they come, the greatest first; null where whoever filed first comes first
 * @param facts the facts of the programme that a call tells, by what it tells
 */
public record Call(@Nullable String claim, @Nullable String order, Map<String, String> facts) {

    public Call {
        facts = facts == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }

    /** The least value first, and before it what has none. */
    private static final Comparator<Claim> BY_VALUE =
            Comparator.comparing(Claim::value, Comparator.nullsFirst(Comparator.naturalOrder()));

    /** What a call tells each claim. */
    public enum Tells {
        /** How many claims there are. */
        NUMBER,
        /** What all of them ask for. */
        TOTAL,
        /** What those before this one ask for. */
        BEFORE,
        /** Its place, 1 for the first; those with the same value share the better place. */
        PLACE;

        /** The one that a pack names by that word. */
        static Optional<Tells> named(String word) {
            return Stream.of(values())
                    .filter(one -> Names.word(one).equals(word))
                    .findFirst();
        }

        /** Whether it is a sum of what is asked for. */
        boolean isSum() {
            return this == TOTAL || this == BEFORE;
        }
    }

    /**
     * A claim as it comes to its call.
     *
     * @param asks what it asks for, null where nothing is added up
     * @param value what it is ordered by, null where it comes in the order of filing
     */
    public record Claim(
            String id, @Nullable BigDecimal asks, @Nullable BigDecimal value) {}

    /** Where a claim stands among the others. */
    public record Place(String id, Map<Tells, BigDecimal> tells) {

        public Place {
            tells = Map.copyOf(tells);
        }
    }

    /**
     * Puts the claims of a call in order. Of equal ones the earlier comes first.
     *
     * @param filed all of them, in the order of filing
     */
    public List<Place> settle(List<Claim> filed) {
        var ordered = order == null
                ? filed
                : filed.stream().sorted(BY_VALUE.reversed()).toList();
        var number = BigDecimal.valueOf(ordered.size());
        var total = ordered.stream().map(Call::sum).reduce(BigDecimal.ZERO, BigDecimal::add);
        var before = BigDecimal.ZERO;
        var places = new ArrayList<Place>();
        var place = 0;
        for (int i = 0; i < ordered.size(); i++) {
            var one = ordered.get(i);
            if (i == 0 || order == null || BY_VALUE.compare(one, ordered.get(i - 1)) != 0) {
                place = i + 1;
            }
            var tells = new EnumMap<Tells, BigDecimal>(Tells.class);
            tells.put(Tells.NUMBER, number);
            tells.put(Tells.TOTAL, total);
            tells.put(Tells.BEFORE, before);
            tells.put(Tells.PLACE, BigDecimal.valueOf(place));
            places.add(new Place(one.id(), tells));
            before = before.add(sum(one));
        }
        return List.copyOf(places);
    }

    /** What a place comes to as facts of the programme; what the pack does not ask for is left out. */
    public Map<String, BigDecimal> told(Place place) {
        var told = new LinkedHashMap<String, BigDecimal>();
        facts.forEach((name, fact) -> told.put(
                fact, Objects.requireNonNull(place.tells().get(Tells.named(name).orElseThrow()))));
        return told;
    }

    private static BigDecimal sum(Claim one) {
        return one.asks() == null ? BigDecimal.ZERO : one.asks();
    }
}
