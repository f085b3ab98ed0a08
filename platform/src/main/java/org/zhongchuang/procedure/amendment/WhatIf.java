package org.zhongchuang.procedure.amendment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.zhongchuang.engine.FactValue;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.engine.Parameter;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.engine.Programme;
import org.zhongchuang.engine.Text;
import org.zhongchuang.engine.population.CompiledProgramme;
import org.zhongchuang.engine.population.Population;
import org.zhongchuang.engine.population.Settings;
import org.zhongchuang.engine.population.Simulation;
import org.zhongchuang.engine.population.Verdicts;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.procedure.amendment.Residents.Resident;

/** What other values would cost the city, and who would win and lose, before anything is changed. */
@Service
public class WhatIf {

    private static final int MOST_NAMED = 100;
    private static final int THREADS = 2;

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
     * Judges everybody twice.
     *
     * @param on the day on which they are judged
     * @param visible whom the asker may see
     */
    public Effect effect(String programme, PolicyPack reform, LocalDate on, Predicate<String> visible) {
        var pack = policies.current();
        var rules = pack.rules(programme);
        var people = residents.stream()
                .flatMap(source -> source.of(pack.programme(programme)).stream())
                .filter(one -> visible.test(one.area()))
                .toList();
        var engine = compiled.computeIfAbsent(programme, _ -> CompiledProgramme.of(rules));
        var before = Settings.of(rules, on, policies.isDemonstration());
        var after = Settings.of(reform.rules(programme), on, policies.isDemonstration());
        var columns = Population.of(
                rules,
                people.stream().<Map<String, FactValue>>map(Resident::facts).toList());
        var now = engine.judge(columns, before, THREADS);
        var then = engine.judge(columns, after, THREADS);
        Function<Resident, Text> area = one -> pack.area(one.area()).name();
        var areas = groups(
                people.stream().sorted(Comparator.comparing(Resident::area)).map(area));
        var kinds = groups(people.stream().map(Resident::kind).sorted(Comparator.comparing(Text::zh)));
        var byArea = new Simulation(engine, before, after);
        byArea.add(columns, numbers(people, areas, area), THREADS, now);
        var byKind = new Simulation(engine, before, after);
        byKind.add(columns, numbers(people, kinds, Resident::kind), THREADS, now);
        return new Effect(
                pack.programme(programme),
                byArea.total(),
                named(areas, byArea.lines()),
                named(kinds, byKind.lines()),
                changed(people, area, now, then));
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
