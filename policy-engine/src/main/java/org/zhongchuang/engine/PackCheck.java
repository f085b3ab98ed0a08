package org.zhongchuang.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Holds a pack against what a pack promises: nothing without a clause, no value without a basis, every criterion shown
 * failing alone, every approved case as expected.
 */
public final class PackCheck {

    private final PolicyPack pack;
    private final List<String> problems = new ArrayList<>();

    private PackCheck(PolicyPack pack) {
        this.pack = pack;
    }

    /** What is wrong with the pack, in sentences; empty when it is sound. */
    public static List<String> problemsOf(PolicyPack pack) {
        var check = new PackCheck(pack);
        check.clauses();
        check.parameters();
        check.programmes();
        check.cases();
        return List.copyOf(check.problems);
    }

    private void clauses() {
        var seen = new HashSet<String>();
        Stream.concat(
                        pack.clauses().stream().map(Clause::id),
                        pack.items().stream().map(Item::id))
                .filter(id -> !seen.add(id))
                .forEach(id -> problems.add("clause " + id + " is defined twice"));
    }

    private void parameters() {
        var used = usedNames();
        for (var parameter : pack.parameters().values()) {
            demandClause("parameter " + parameter.id(), parameter.clause());
            if (!used.contains(parameter.id())) {
                problems.add("parameter %s is used by no rule, step or rubric; remove it or use it"
                        .formatted(parameter.id()));
            }
            if (parameter.values().isEmpty()) {
                problems.add("parameter %s has no value; leave it out until it has one".formatted(parameter.id()));
            }
            for (var value : parameter.values()) {
                if (value.basis().zh().isBlank() || value.basis().en().isBlank()) {
                    problems.add("parameter %s: the value of %s has no basis".formatted(parameter.id(), value.from()));
                }
            }
            parameter.values().stream().skip(1).forEach(value -> changeIsShown(parameter, value.from()));
        }
    }

    private void changeIsShown(Parameter parameter, LocalDate from) {
        for (var day : List.of(from.minusDays(1), from)) {
            if (pack.cases().stream().noneMatch(approved -> approved.on().equals(day))) {
                problems.add(
                        "parameter %s changes on %s: a case on %s is missing".formatted(parameter.id(), from, day));
            }
        }
    }

    private Set<String> usedNames() {
        return pack.programmes().values().stream()
                .flatMap(programme -> Stream.of(
                                programme.criteria().stream().flatMap(criterion -> Names.in(criterion.rule()).stream()),
                                programme.steps().stream().map(Programme.Step::days),
                                limitsOf(programme))
                        .flatMap(names -> names))
                .collect(Collectors.toSet());
    }

    private static Stream<String> limitsOf(Programme programme) {
        return Stream.of(
                programme.passMark(), programme.panelSize(), programme.correctionDays(), programme.objectionDays());
    }

    private void programmes() {
        var formulas = new FormulaCheck(pack.facts(), pack.parameters());
        for (var programme : pack.programmes().values()) {
            programme.clauses().forEach(clause -> demandClause("programme " + programme.id(), clause));
            Stream.concat(programme.steps().stream().map(Programme.Step::days), limitsOf(programme))
                    .filter(id -> !pack.parameters().containsKey(id))
                    .forEach(id -> problems.add(
                            "programme %s names the limit %s, which is no parameter".formatted(programme.id(), id)));
            for (var criterion : programme.criteria()) {
                demandClause("criterion " + criterion.id(), criterion.clause());
                try {
                    formulas.condition(criterion.rule());
                } catch (FormulaProblem e) {
                    problems.add("criterion %s: %s".formatted(criterion.id(), e.getMessage()));
                }
                failsAlone(programme, criterion);
            }
        }
    }

    private void failsAlone(Programme programme, Criterion criterion) {
        var shown = pack.cases().stream()
                .anyMatch(approved -> approved.programme().equals(programme.id())
                        && approved.refused().equals(List.of(criterion.id())));
        if (!shown) {
            problems.add("criterion %s: no case shows it failing alone".formatted(criterion.id()));
        }
    }

    private void cases() {
        for (var approved : pack.cases()) {
            var unknown = approved.given().keySet().stream()
                    .filter(id -> !pack.facts().containsKey(id))
                    .toList();
            if (!unknown.isEmpty()) {
                problems.add("case \"%s\" gives %s, which no fact defines".formatted(approved.name(), unknown));
                continue;
            }
            if (!pack.programmes().containsKey(approved.programme())) {
                problems.add("case \"%s\" names programme %s, which does not exist"
                        .formatted(approved.name(), approved.programme()));
                continue;
            }
            compare(approved);
        }
    }

    private void compare(ApprovedCase approved) {
        var findings = pack.evaluate(approved.programme(), approved.on(), approved.given(), true)
                .all();
        var refused = findings.stream()
                .filter(Finding.Unmet.class::isInstance)
                .map(finding -> finding.criterion().id())
                .toList();
        var missing = findings.stream()
                .flatMap(finding ->
                        finding instanceof Finding.NotYetKnown unknown ? unknown.missing().stream() : Stream.empty())
                .sorted()
                .distinct()
                .toList();
        if (!refused.equals(approved.refused())
                || !missing.equals(approved.undecided().stream().sorted().toList())) {
            problems.add("case \"%s\" expects refused %s, undecided %s, but the rules say refused %s, undecided %s"
                    .formatted(approved.name(), approved.refused(), approved.undecided(), refused, missing));
        }
    }

    private void demandClause(String who, String clause) {
        if (pack.item(clause).isEmpty() && pack.clause(clause).isEmpty()) {
            problems.add("%s rests on clause %s, which the document does not have".formatted(who, clause));
        }
    }
}
