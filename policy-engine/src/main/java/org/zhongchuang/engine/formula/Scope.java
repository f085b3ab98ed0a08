package org.zhongchuang.engine.formula;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the names of one programme mean, and the slots of those that are used.
 *
 * <p>Terms are added as they are defined, so that one can only speak of earlier ones: no cycle can be written.
 */
public final class Scope {

    private final Map<String, Type> facts;
    private final Map<String, Type> parameters;
    private final Map<String, List<String>> lists;
    private final Map<String, Type> terms = new LinkedHashMap<>();
    private final Map<String, Integer> factSlots = new LinkedHashMap<>();
    private final Map<String, Integer> parameterSlots = new LinkedHashMap<>();
    private final Map<String, Integer> listSlots = new LinkedHashMap<>();
    private final Codes codes;

    /** The lists come with their codes of all times. */
    public Scope(Map<String, Type> facts, Map<String, Type> parameters, Map<String, List<String>> lists, Codes codes) {
        this.facts = facts;
        this.parameters = parameters;
        this.lists = lists;
        this.codes = codes;
    }

    public void define(String term, Type type) {
        terms.put(term, type);
    }

    /** The facts in use, each at the place that its slot says. */
    public List<String> factsUsed() {
        return List.copyOf(factSlots.keySet());
    }

    public List<String> parametersUsed() {
        return List.copyOf(parameterSlots.keySet());
    }

    public List<String> listsUsed() {
        return List.copyOf(listSlots.keySet());
    }

    Codes codes() {
        return codes;
    }

    Optional<Type> fact(String id) {
        return Optional.ofNullable(facts.get(id));
    }

    Optional<Type> parameter(String id) {
        return Optional.ofNullable(parameters.get(id));
    }

    /** The codes that a list has at any time. */
    Optional<List<String>> list(String id) {
        return Optional.ofNullable(lists.get(id));
    }

    Optional<Node> node(String id, Span span) {
        if (terms.containsKey(id)) {
            return Optional.of(
                    new Node.Term(terms.get(id), id, List.copyOf(terms.keySet()).indexOf(id), span));
        }
        return fact(id).<Node>map(type -> new Node.Fact(type, id, factSlot(id), span))
                .or(() -> parameter(id).map(type -> new Node.Setting(type, id, parameterSlot(id), null, span)));
    }

    int factSlot(String id) {
        return factSlots.computeIfAbsent(id, _ -> factSlots.size());
    }

    int parameterSlot(String id) {
        return parameterSlots.computeIfAbsent(id, _ -> parameterSlots.size());
    }

    int listSlot(String id) {
        return listSlots.computeIfAbsent(id, _ -> listSlots.size());
    }

    /** The same among lists. */
    Said likeList(String id) {
        return like(id, Stream.of(lists), new Said("；写到 lists/ 里", "; add it to lists/"));
    }

    /** A name of this programme that looks like the one that is not there, as a remedy. */
    Said like(String id) {
        return like(
                id,
                Stream.of(facts, parameters, terms),
                new Said(
                        "；写到 facts.yaml、parameters/ 或前面的 terms 里",
                        "; add it to facts.yaml, to parameters/ or to the terms above"));
    }

    private static Said like(String id, Stream<Map<String, ?>> among, Said otherwise) {
        return among.flatMap(names -> names.keySet().stream())
                .filter(name -> Likeness.distance(name, id) <= 2)
                .min(Comparator.comparingInt(name -> Likeness.distance(name, id)))
                .map(name -> new Said("；是不是 " + name + "？", "; did you mean " + name + "?"))
                .orElse(otherwise);
    }
}
