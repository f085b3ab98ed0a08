package org.zhongchuang.engine;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A policy as data: the document as a tree, its parameters, the facts it speaks of and the programmes it offers.
 *
 * @param edition SHA-256 over the pack's files, hexadecimal: what a case is pinned to
 */
public record PolicyPack(
        String id,
        String edition,
        Document document,
        List<Area> areas,
        List<Part> parts,
        Map<String, Fact> facts,
        Map<String, Parameter> parameters,
        Map<String, Programme> programmes,
        List<ApprovedCase> cases) {

    public PolicyPack {
        areas = List.copyOf(areas);
        parts = List.copyOf(parts);
        cases = List.copyOf(cases);
    }

    /** All clauses in the order of the document. */
    public List<Clause> clauses() {
        return parts.stream().flatMap(part -> part.clauses().stream()).toList();
    }

    /** All items in the order of the document. */
    public List<Item> items() {
        return parts.stream()
                .flatMap(part -> Stream.concat(
                        part.items().stream(), part.clauses().stream().flatMap(clause -> clause.items().stream())))
                .toList();
    }

    public Optional<Clause> clause(String id) {
        return clauses().stream().filter(clause -> clause.id().equals(id)).findFirst();
    }

    public Optional<Item> item(String id) {
        return items().stream().filter(item -> item.id().equals(id)).findFirst();
    }

    public Programme programme(String id) {
        var programme = programmes.get(id);
        if (programme == null) {
            throw new IllegalArgumentException("no programme \"" + id + "\" in pack " + this.id);
        }
        return programme;
    }

    /** Programmes that rest on that clause or on one of its items. */
    public List<Programme> programmesOn(String clause) {
        return programmes.values().stream()
                .filter(programme -> programme.clauses().stream().anyMatch(id -> belongsTo(id, clause)))
                .sorted(Comparator.comparing(Programme::id))
                .toList();
    }

    /** Parameters that belong to that clause or to one of its items. */
    public List<Parameter> parametersOn(String clause) {
        return parameters.values().stream()
                .filter(parameter -> belongsTo(parameter.clause(), clause))
                .sorted(Comparator.comparing(Parameter::id))
                .toList();
    }

    private static boolean belongsTo(String id, String clause) {
        return id.equals(clause) || id.startsWith(clause + "-");
    }

    public Area area(String code) {
        return areas.stream()
                .filter(area -> area.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no area " + code));
    }

    /**
     * Judges one subject by one programme.
     *
     * @param demonstration whether values that no authority has set (演示参数) may stand in; without them such a parameter
     *     is unknown
     */
    public Findings evaluate(String programme, LocalDate on, Map<String, FactValue> known, boolean demonstration) {
        var evaluation = new Evaluation(known, parameters, on, demonstration);
        var findings = programme(programme).criteria().stream()
                .map(criterion -> find(criterion, on, evaluation))
                .toList();
        return new Findings(edition, programme, on, findings);
    }

    private Finding find(Criterion criterion, LocalDate on, Evaluation evaluation) {
        var wording = worded(criterion.wording(), on);
        var demonstration = Names.in(criterion.rule()).stream().anyMatch(name -> isDemonstration(name, on));
        return switch (evaluation.truth(criterion.rule())) {
            case Evaluation.Truth.Settled(var holds) when holds -> new Finding.Met(criterion, wording, demonstration);
            case Evaluation.Truth.Settled _ ->
                new Finding.Unmet(criterion, wording, demonstration, nearest(evaluation, criterion.rule()));
            case Evaluation.Truth.Open(var missing) ->
                new Finding.NotYetKnown(criterion, wording, demonstration, missing);
        };
    }

    private static List<List<Change>> nearest(Evaluation evaluation, Formula rule) {
        return evaluation.remedies(rule).stream()
                .sorted(Comparator.comparingInt(List::size))
                .toList();
    }

    private boolean isDemonstration(String name, LocalDate on) {
        return Optional.ofNullable(parameters.get(name))
                .flatMap(parameter -> parameter.on(on))
                .filter(value -> value.standing() == Parameter.Standing.DEMONSTRATION)
                .isPresent();
    }

    /** Puts the parameters' values of the day into a sentence. */
    private Text worded(Text sentence, LocalDate on) {
        var worded = sentence;
        for (var parameter : parameters.values()) {
            var value = parameter.on(on).map(v -> v.is().toPlainString()).orElse("？");
            worded = worded.with(parameter.id(), value);
        }
        return worded;
    }
}
