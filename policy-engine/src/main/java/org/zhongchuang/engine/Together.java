package org.zhongchuang.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The documents of one city read as one: its programmes, parameters, targets and obligations stand beside one another,
 * and a fact that two documents name is one fact. Each programme is judged by its own document.
 */
public final class Together {

    private Together() {}

    /**
     * Reads documents as one.
     *
     * @param all at least one; the first leads and gives the city its names
     */
    public static PolicyPack of(List<PolicyPack> all) {
        var leading = all.getFirst();
        if (all.size() == 1) {
            return leading;
        }
        var editions = new TreeMap<String, String>();
        all.forEach(one -> editions.put(one.id(), one.edition()));
        return new PolicyPack(
                leading.id(),
                PackReader.edition(editions),
                leading.document(),
                areas(all),
                leading.names(),
                leading.parts(),
                union(all, PolicyPack::facts),
                union(all, PolicyPack::parameters),
                union(all, PolicyPack::lists),
                union(all, PolicyPack::programmes),
                list(all, PolicyPack::cases),
                list(all, PolicyPack::targets),
                list(all, PolicyPack::obligations),
                list(all, PolicyPack::indicators),
                byId(list(all, PolicyPack::statistics), Statistic::id),
                list(all, PolicyPack::everyday),
                all.stream().flatMap(one -> one.assessment().stream()).findFirst(),
                all.stream().flatMap(one -> one.treasury().stream()).findFirst(),
                union(all, PolicyPack::rules),
                union(all, PolicyPack::former),
                all);
    }

    /** Why documents cannot be read as one; empty where they can. */
    public static List<Text> problemsOf(List<PolicyPack> packs) {
        var problems = new ArrayList<Text>();
        var programmes = new LinkedHashMap<String, String>();
        var facts = new LinkedHashMap<String, Map.Entry<String, Fact>>();
        for (var pack : packs) {
            pack.programmes().keySet().forEach(id -> {
                var other = programmes.putIfAbsent(id, pack.id());
                if (other != null) {
                    problems.add(Text.of(
                            "%s 和 %s 都有编号为 %s 的事项；请改其中一个的编号".formatted(other, pack.id(), id),
                            "%s and %s both have a programme %s; give one of them another id"
                                    .formatted(other, pack.id(), id)));
                }
            });
            pack.facts().forEach((id, fact) -> {
                var other = facts.putIfAbsent(id, Map.entry(pack.id(), fact));
                if (other != null && !isSame(other.getValue(), fact)) {
                    problems.add(Text.of(
                            "%s 和 %s 的 %s 不是同一种值；同名必须同义，请改其中一个".formatted(other.getKey(), pack.id(), id),
                            "%s in %s and in %s are different kinds of value; one name means one thing, so rename one"
                                    .formatted(id, other.getKey(), pack.id())));
                }
            });
        }
        return problems;
    }

    private static boolean isSame(Fact one, Fact other) {
        return one.kind() == other.kind()
                && one.unit().equals(other.unit())
                && one.options().stream()
                        .map(Fact.Option::code)
                        .toList()
                        .equals(other.options().stream().map(Fact.Option::code).toList());
    }

    /** The areas of all documents: two that name one code mean one area. */
    private static List<Area> areas(List<PolicyPack> all) {
        return byId(list(all, PolicyPack::areas), Area::code);
    }

    private static <T> List<T> list(List<PolicyPack> all, Function<PolicyPack, List<T>> part) {
        return all.stream().flatMap(one -> part.apply(one).stream()).toList();
    }

    private static <T> List<T> byId(List<T> all, Function<T, String> id) {
        var known = new LinkedHashMap<String, T>();
        all.forEach(one -> known.putIfAbsent(id.apply(one), one));
        return List.copyOf(known.values());
    }

    private static <T> Map<String, T> union(List<PolicyPack> all, Function<PolicyPack, Map<String, T>> part) {
        var union = new LinkedHashMap<String, T>();
        all.forEach(one -> part.apply(one).forEach(union::putIfAbsent));
        return union;
    }
}
