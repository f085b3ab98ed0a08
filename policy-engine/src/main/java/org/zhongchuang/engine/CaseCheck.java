package org.zhongchuang.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zhongchuang.engine.formula.Node;
import org.zhongchuang.engine.formula.Trace;

/**
 * Runs the approved cases, and asks that they show enough: each criterion failing alone, each change of a value from
 * the day before and on the day itself.
 */
final class CaseCheck {

    private final PolicyPack pack;
    private final List<String> problems = new ArrayList<>();
    /** By parameter, the days for which a case looked it up. */
    private final Map<String, Set<LocalDate>> lookedUp = new HashMap<>();

    private CaseCheck(PolicyPack pack) {
        this.pack = pack;
    }

    static List<String> problemsOf(PolicyPack pack) {
        var check = new CaseCheck(pack);
        pack.cases().forEach(check::run);
        check.failuresAlone();
        check.changes();
        return check.problems;
    }

    private void run(ApprovedCase approved) {
        if (!pack.programmes().containsKey(approved.programme())) {
            problems.add("case \"%s\" names programme %s, which does not exist"
                    .formatted(approved.name(), approved.programme()));
            return;
        }
        var unknown = approved.given().keySet().stream()
                .filter(id -> !pack.facts().containsKey(id))
                .sorted()
                .toList();
        if (!unknown.isEmpty()) {
            problems.add("case \"%s\" gives %s, which no fact defines".formatted(approved.name(), unknown));
            return;
        }
        try {
            compare(approved, pack.evaluate(approved.programme(), approved.on(), approved.given(), true));
        } catch (FactProblem e) {
            problems.add("case \"%s\": %s".formatted(approved.name(), e.getMessage()));
        }
    }

    private void compare(ApprovedCase approved, Findings findings) {
        var missing = List.copyOf(findings.missing());
        if (!findings.unmet().equals(approved.refused())
                || !missing.equals(approved.undecided().stream().sorted().toList())) {
            problems.add("case \"%s\" expects refused %s, undecided %s, but the rules say refused %s, undecided %s"
                    .formatted(approved.name(), approved.refused(), approved.undecided(), findings.unmet(), missing));
        }
        var amount = findings.amount().map(Fen::toYuan).orElse(null);
        if (approved.amount() != null && (amount == null || amount.compareTo(approved.amount()) != 0)) {
            problems.add("case \"%s\" expects %s yuan, but the rules say %s"
                    .formatted(approved.name(), approved.amount(), amount));
        }
        if (approved.results() != null) {
            approved.results().forEach((term, expected) -> {
                var value = findings.results().get(term);
                if (value == null || !value.plain().equals(expected)) {
                    problems.add("case \"%s\" expects %s to be %s, but the rules say %s"
                            .formatted(approved.name(), term, expected, value == null ? "nothing" : value.plain()));
                }
            });
        }
        findings.all().forEach(finding -> collect(finding.trace(), approved.on()));
        findings.working().forEach(line -> collect(line.trace(), approved.on()));
    }

    private void collect(Trace trace, LocalDate on) {
        if (trace.node() instanceof Node.Setting setting) {
            var day = setting.at() == null
                    ? on
                    : LocalDate.ofEpochDay(trace.parts().getFirst().value());
            lookedUp.computeIfAbsent(setting.id(), _ -> new HashSet<>()).add(day);
        }
        trace.parts().forEach(part -> collect(part, on));
    }

    private void failuresAlone() {
        for (var programme : pack.programmes().values()) {
            for (var criterion : programme.criteria()) {
                var shown = pack.cases().stream()
                        .anyMatch(approved -> approved.programme().equals(programme.id())
                                && approved.refused().equals(List.of(criterion.id())));
                if (!shown) {
                    problems.add("criterion %s of %s: no case shows it failing alone"
                            .formatted(criterion.id(), programme.id()));
                }
            }
        }
    }

    private void changes() {
        for (var parameter : pack.parameters().values()) {
            for (var value : parameter.values()) {
                if (value.basis().zh().isBlank()) {
                    problems.add("parameter %s: the value of %s has no basis".formatted(parameter.id(), value.from()));
                }
            }
            if (isUsedByRules(parameter)) {
                parameter.values().stream().skip(1).forEach(value -> shown(parameter, value));
            }
        }
    }

    /** A case can show a value only where a rule looks it up; time limits and numbers of the treasury are in none. */
    private boolean isUsedByRules(Parameter parameter) {
        return pack.rules().values().stream()
                .anyMatch(rules ->
                        rules.parameters().stream().anyMatch(one -> one.id().equals(parameter.id())));
    }

    private void shown(Parameter parameter, Parameter.Value value) {
        for (var day : List.of(value.from().minusDays(1), value.from())) {
            if (!lookedUp.getOrDefault(parameter.id(), Set.of()).contains(day)) {
                problems.add("parameter %s changes on %s: a case on %s is missing"
                        .formatted(parameter.id(), value.from(), day));
            }
        }
    }
}
