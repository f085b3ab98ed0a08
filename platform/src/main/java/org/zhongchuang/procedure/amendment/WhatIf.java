package org.zhongchuang.procedure.amendment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.zhongchuang.engine.Fact;
import org.zhongchuang.engine.FactValue;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.engine.Parameter;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.engine.Programme;
import org.zhongchuang.engine.Rules;
import org.zhongchuang.engine.Text;
import org.zhongchuang.engine.population.CompiledProgramme;
import org.zhongchuang.engine.population.Population;
import org.zhongchuang.engine.population.Settings;
import org.zhongchuang.engine.population.Simulation;
import org.zhongchuang.engine.population.Verdicts;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.procedure.amendment.Residents.Resident;

/** What other values or rules would cost the city, and who would win and lose, before anything is changed. */
@Service
public class WhatIf {

    private static final int MOST_NAMED = 100;
    private static final int THREADS = 2;
    /** How many programmes are held ready to judge; one more, and all are compiled again. */
    private static final int MOST_COMPILED = 200;

    private final Policies policies;
    private final List<Residents> residents;
    private final Map<String, CompiledProgramme> compiled = new ConcurrentHashMap<>();

    WhatIf(Policies policies, List<Residents> residents) {
        this.policies = policies;
        this.residents = residents;
    }

    /**
     * What a change would do.
     *
     * @param byArea by the name of the area, in the order of their codes
     * @param changed those who would be better or worse off, the largest difference first, at most a hundred
     */
    public record Effect(
            Programme programme,
            Simulation.Line total,
            Map<Text, Simulation.Line> byArea,
            Map<Text, Simulation.Line> byKind,
            List<Changed> changed) {}

    /** One who would be better or worse off. */
    public record Changed(String name, Text area, Fen before, Fen after, boolean grantedBefore, boolean grantedAfter) {

        /** By how much, whichever way. */
        private Fen difference() {
            return after.isLessThan(before) ? before.minus(after) : after.minus(before);
        }
    }

    /** Values to try instead of those that hold, from that day on. */
    public PolicyPack reformed(Map<String, BigDecimal> values, LocalDate on) {
        var pack = policies.current();
        var reformed = new LinkedHashMap<String, Parameter>();
        values.forEach((id, value) -> {
            var parameter = pack.parameters().get(id);
            if (parameter != null
                    && value.stripTrailingZeros().scale() <= parameter.unit().decimals()) {
                reformed.put(
                        id,
                        parameter.with(new Parameter.Value(
                                on, value, Text.of("假设", "what if"), Parameter.Standing.SET, null)));
            }
        });
        return pack.with("what-if", reformed);
    }

    /**
     * Judges everybody twice: by the rules of today, and by the same with other values.
     *
     * @param on the day on which they are judged
     * @param visible whom the asker may see
     */
    public Effect effect(String programme, PolicyPack reform, LocalDate on, Predicate<String> visible) {
        var now = side(policies.current(), programme, on).orElseThrow();
        var after = reform.rules(programme);
        var then = new Side(after, now.engine(), Settings.of(after, on, policies.isDemonstration()));
        return effect(Optional.of(now), Optional.of(then), visible);
    }

    /**
     * Judges everybody twice: by the rules of one city and by those of another, such as the same city with one document
     * more. Where one of them does not have the programme, nobody gets it there.
     *
     * @param on the day on which they are judged
     * @param visible whom the asker may see
     */
    public Effect effect(
            String programme, PolicyPack before, PolicyPack after, LocalDate on, Predicate<String> visible) {
        return effect(side(before, programme, on), side(after, programme, on), visible);
    }

    /** A programme of one city, ready to judge many. */
    private record Side(Rules rules, CompiledProgramme engine, Settings settings) {}

    private Optional<Side> side(PolicyPack city, String programme, LocalDate on) {
        return Optional.ofNullable(city.rules().get(programme)).map(rules -> {
            if (compiled.size() >= MOST_COMPILED) {
                compiled.clear();
            }
            // Another edition of a programme may have other formulas.
            var edition = city.home(programme).edition() + " " + programme;
            var engine = compiled.computeIfAbsent(edition, _ -> CompiledProgramme.of(rules));
            return new Side(rules, engine, Settings.of(rules, on, policies.isDemonstration()));
        });
    }

    private Effect effect(Optional<Side> before, Optional<Side> after, Predicate<String> visible) {
        var programme = after.or(() -> before).orElseThrow().rules().programme();
        var asked = asked(before, after);
        var people = residents.stream()
                .flatMap(source -> source.of(programme, List.copyOf(asked.values())).stream())
                .filter(one -> visible.test(one.area()))
                .toList();
        var now = judged(before, asked, people);
        var then = judged(after, asked, people);
        var pack = policies.current();
        Function<Resident, Text> area = one -> pack.area(one.area()).name();
        var areas = groups(
                people.stream().sorted(Comparator.comparing(Resident::area)).map(area));
        var kinds = groups(people.stream().map(Resident::kind).sorted(Comparator.comparing(Text::zh)));
        return new Effect(
                programme,
                Simulation.lines(new int[people.size()], 1, now, then, programme.owed())
                        .getFirst(),
                named(areas, lines(people, areas, area, now, then, programme)),
                named(kinds, lines(people, kinds, Resident::kind, now, then, programme)),
                changed(people, area, now, then));
    }

    /** The facts that either asks for, those of the first in front. */
    private static Map<String, Fact> asked(Optional<Side> before, Optional<Side> after) {
        var asked = new LinkedHashMap<String, Fact>();
        Stream.of(before, after)
                .flatMap(Optional::stream)
                .flatMap(one -> one.rules().facts().stream())
                .forEach(fact -> asked.putIfAbsent(fact.id(), fact));
        return asked;
    }

    /** What a fact tells that means something else under other rules is not known under these. */
    private static Verdicts judged(Optional<Side> side, Map<String, Fact> asked, List<Resident> people) {
        if (side.isEmpty()) {
            var refused = new byte[people.size()];
            Arrays.fill(refused, Verdicts.REFUSED);
            return new Verdicts(refused, new long[people.size()]);
        }
        var one = side.get();
        var other = one.rules().facts().stream()
                .filter(fact -> !fact.hasSameValuesAs(asked.getOrDefault(fact.id(), fact)))
                .map(Fact::id)
                .collect(Collectors.toSet());
        var known = people.stream().map(Resident::facts).map(facts -> without(facts, other));
        return one.engine().judge(Population.of(one.rules(), known.toList()), one.settings(), THREADS);
    }

    private static Map<String, FactValue> without(Map<String, FactValue> facts, Set<String> other) {
        if (other.isEmpty()) {
            return facts;
        }
        var known = new HashMap<>(facts);
        known.keySet().removeAll(other);
        return known;
    }

    private static List<Simulation.Line> lines(
            List<Resident> people,
            Map<Text, Integer> groups,
            Function<Resident, Text> of,
            Verdicts now,
            Verdicts then,
            Programme programme) {
        return Simulation.lines(numbers(people, groups, of), groups.size(), now, then, programme.owed());
    }

    private static Map<Text, Integer> groups(Stream<Text> names) {
        var groups = new LinkedHashMap<Text, Integer>();
        names.forEach(name -> groups.computeIfAbsent(name, _ -> groups.size()));
        return groups;
    }

    private static int[] numbers(List<Resident> people, Map<Text, Integer> groups, Function<Resident, Text> of) {
        return people.stream()
                .mapToInt(one -> groups.getOrDefault(of.apply(one), 0))
                .toArray();
    }

    private static Map<Text, Simulation.Line> named(Map<Text, Integer> groups, List<Simulation.Line> lines) {
        var named = new LinkedHashMap<Text, Simulation.Line>();
        groups.forEach((name, number) -> named.put(name, lines.get(number)));
        return named;
    }

    private static List<Changed> changed(
            List<Resident> people, Function<Resident, Text> area, Verdicts now, Verdicts then) {
        var changed = new ArrayList<Changed>();
        for (int i = 0; i < people.size(); i++) {
            if (now.amount()[i] != then.amount()[i] || now.outcome()[i] != then.outcome()[i]) {
                var one = people.get(i);
                changed.add(new Changed(
                        one.name(),
                        area.apply(one),
                        new Fen(now.amount()[i]),
                        new Fen(then.amount()[i]),
                        now.outcome()[i] == Verdicts.GRANTED,
                        then.outcome()[i] == Verdicts.GRANTED));
            }
        }
        changed.sort(Comparator.comparing(Changed::difference, Comparator.reverseOrder())
                .thenComparing(Changed::name));
        return changed.stream().limit(MOST_NAMED).toList();
    }
}
