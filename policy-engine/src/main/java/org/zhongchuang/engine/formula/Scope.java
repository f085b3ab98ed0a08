package org.zhongchuang.engine.formula;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the names of one programme mean, and the slots of those that are used.
 *
 * <p>Terms are added as they are defined, so that one can only speak of earlier ones: no cycle can be written.
 */
public final class Scope {

    private final Map<String, Type> facts;
    private final Map<String, Type> parameters;
    private final Map<String, Type> terms = new LinkedHashMap<>();
    private final Map<String, Integer> factSlots = new LinkedHashMap<>();
    private final Map<String, Integer> parameterSlots = new LinkedHashMap<>();
    private final Codes codes;

    public Scope(Map<String, Type> facts, Map<String, Type> parameters, Codes codes) {
        this.facts = facts;
        this.parameters = parameters;
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

    Codes codes() {
        return codes;
    }

    Optional<Type> fact(String id) {
        return Optional.ofNullable(facts.get(id));
    }

    Optional<Type> parameter(String id) {
        return Optional.ofNullable(parameters.get(id));
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

    /** A name of this programme that looks like the one that is not there, as a remedy. */
    Said like(String id) {
        return java.util.stream.Stream.of(facts, parameters, terms)
                .flatMap(names -> names.keySet().stream())
                .filter(name -> Likeness.distance(name, id) <= 2)
                .min(java.util.Comparator.comparingInt(name -> Likeness.distance(name, id)))
                .map(name -> new Said("；是不是 " + name + "？", "; did you mean " + name + "?"))
                .orElse(new Said(
                        "；写到 facts.yaml、parameters/ 或前面的 terms 里",
                        "; add it to facts.yaml, to parameters/ or to the terms above"));
    }
}
