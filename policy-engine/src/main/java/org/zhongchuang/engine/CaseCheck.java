package org.zhongchuang.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
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
    private final Flaws flaws = new Flaws();
    /** By parameter or list, the days for which a case looked it up. */
    private final Map<String, Set<LocalDate>> lookedUp = new HashMap<>();

    private CaseCheck(PolicyPack pack) {
        this.pack = pack;
    }

    static List<Flaw> problemsOf(PolicyPack pack) {
        var check = new CaseCheck(pack);
        check.twice();
        pack.cases().forEach(check::run);
        check.failuresAlone();
        check.changes();
        check.changesOfLists();
        return check.flaws.all();
    }

    private static Where where(ApprovedCase approved) {
        return Where.in("cases/", approved.name());
    }

    private void twice() {
        for (var programme : pack.programmes().keySet()) {
            var names = pack.cases().stream()
                    .filter(approved -> approved.programme().equals(programme))
                    .map(ApprovedCase::name)
                    .toList();
            DocumentCheck.duplicates(names)
                    .forEach(name -> flaws.warn(
                            Where.in("cases/", name).again(), "案例“%s”写了两次", "case \"%s\" is written twice", name));
        }
    }

    private void run(ApprovedCase approved) {
        if (!pack.programmes().containsKey(approved.programme())) {
            flaws.add(
                    where(approved).at("programme"),
                    "案例“%s”所写事项 %s 不存在",
                    "case \"%s\" names programme %s, which does not exist",
                    approved.name(),
                    approved.programme());
            return;
        }
        var unknown = approved.given().keySet().stream()
                .filter(id -> !pack.facts().containsKey(id))
                .sorted()
                .toList();
        if (!unknown.isEmpty()) {
            flaws.add(
                    where(approved).at("given", unknown.getFirst()),
                    "案例“%s”给出 %s，没有这个事实",
                    "case \"%s\" gives %s, which no fact defines",
                    approved.name(),
                    unknown);
            return;
        }
        try {
            compare(approved, pack.evaluate(approved.programme(), approved.on(), approved.given(), true));
        } catch (FactProblem e) {
            flaws.add(
                    where(approved).at("given", e.fact()),
                    "案例“%s”：%s：%s",
                    "case \"%s\": %2$s: %4$s",
                    approved.name(),
                    e.fact(),
                    e.what().zh(),
                    e.what().en());
        }
    }

    private void compare(ApprovedCase approved, Findings findings) {
        var missing = List.copyOf(findings.missing());
        if (!findings.unmet().equals(approved.refused())
                || !missing.equals(approved.undecided().stream().sorted().toList())) {
            flaws.add(
                    where(approved),
                    "案例“%s”认为不符合 %s、未定 %s，规则算得不符合 %s、未定 %s",
                    "case \"%s\" expects refused %s, undecided %s, but the rules say refused %s, undecided %s",
                    approved.name(),
                    approved.refused(),
                    approved.undecided(),
                    findings.unmet(),
                    missing);
        }
        var amount = findings.amount().map(Fen::toYuan).orElse(null);
        if (approved.amount() != null && (amount == null || amount.compareTo(approved.amount()) != 0)) {
            flaws.add(
                    where(approved).at("amount"),
                    "案例“%s”认为是 %s 元，规则算得 %s",
                    "case \"%s\" expects %s yuan, but the rules say %4$s",
                    approved.name(),
                    approved.amount(),
                    amount == null ? "没有金额" : amount,
                    amount == null ? "no amount" : amount);
        }
        if (approved.results() != null) {
            approved.results().forEach((term, expected) -> {
                var value = findings.results().get(term);
                if (value == null || !isSame(value, expected)) {
                    flaws.add(
                            where(approved).at("results", term),
                            "案例“%s”认为 %s 是 %s，规则算得 %s",
                            "case \"%s\" expects %s to be %s, but the rules say %s",
                            approved.name(),
                            term,
                            expected,
                            value == null ? "-" : value.plain());
                }
            });
        }
        findings.all().forEach(finding -> collect(finding.trace(), approved.on()));
        findings.working().forEach(line -> collect(line.trace(), approved.on()));
    }

    /** Numbers are the same however many decimals they are written with. */
    private static boolean isSame(FactValue value, String expected) {
        if (value instanceof FactValue.Quantity(var number)) {
            try {
                return number.compareTo(new BigDecimal(expected.strip())) == 0;
            } catch (NumberFormatException _) {
                return false;
            }
        }
        return value.plain().equals(expected);
    }

    private void collect(Trace trace, LocalDate on) {
        ListsAsked.of(trace, on).forEach(asked -> lookUp(asked.list().id(), asked.on()));
        collectSettings(trace, on);
    }

    private void collectSettings(Trace trace, LocalDate on) {
        if (trace.node() instanceof Node.Setting setting) {
            lookUp(
                    setting.id(),
                    setting.at() == null
                            ? on
                            : LocalDate.ofEpochDay(trace.parts().getFirst().value()));
        }
        trace.parts().forEach(part -> collectSettings(part, on));
    }

    private void lookUp(String id, LocalDate day) {
        lookedUp.computeIfAbsent(id, _ -> new HashSet<>()).add(day);
    }

    private void failuresAlone() {
        for (var programme : pack.programmes().values()) {
            for (var criterion : programme.criteria()) {
                var shown = pack.cases().stream()
                        .anyMatch(approved -> approved.programme().equals(programme.id())
                                && approved.refused().equals(List.of(criterion.id())));
                if (!shown) {
                    flaws.add(
                            Where.programme(programme.id(), "criteria", criterion.id()),
                            "条件 %s：没有案例单独不符合它",
                            "criterion %s: no case shows it failing alone",
                            criterion.id());
                }
            }
        }
    }

    private void changes() {
        for (var parameter : pack.parameters().values()) {
            for (var value : parameter.values()) {
                if (value.basis().zh().isBlank()) {
                    flaws.add(
                            Where.parameter(parameter.id(), "values"),
                            "参数 %s：%s 起的数值没有依据 basis",
                            "parameter %s: the value of %s has no basis",
                            parameter.id(),
                            value.from());
                }
            }
            if (isUsedByRules(parameter)) {
                parameter.values().stream().skip(1).forEach(value -> shown(parameter, value));
            }
        }
    }

    private void changesOfLists() {
        for (var list : pack.lists().values()) {
            var isUsed = pack.rules().values().stream()
                    .anyMatch(rules -> rules.lists().contains(list));
            if (isUsed) {
                list.values().stream()
                        .skip(1)
                        .forEach(value -> days(value.from(), list.id())
                                .forEach(day -> flaws.add(
                                        Where.list(list.id(), "values"),
                                        "清单 %s 于 %s 变动：缺一个 %s 的案例",
                                        "list %s changes on %s: a case on %s is missing",
                                        list.id(),
                                        value.from(),
                                        day)));
            }
        }
    }

    /** The day before and the day itself, as far as no case looks the thing up on them. */
    private List<LocalDate> days(LocalDate from, String id) {
        return List.of(from.minusDays(1), from).stream()
                .filter(day -> !lookedUp.getOrDefault(id, Set.of()).contains(day))
                .toList();
    }

    /** A case can show a value only where a rule looks it up; time limits and numbers of the treasury are in none. */
    private boolean isUsedByRules(Parameter parameter) {
        return pack.rules().values().stream()
                .anyMatch(rules ->
                        rules.parameters().stream().anyMatch(one -> one.id().equals(parameter.id())));
    }

    private void shown(Parameter parameter, Parameter.Value value) {
        for (var day : days(value.from(), parameter.id())) {
            flaws.add(
                    Where.parameter(parameter.id(), "values"),
                    "参数 %s 于 %s 变动：缺一个 %s 的案例",
                    "parameter %s changes on %s: a case on %s is missing",
                    parameter.id(),
                    value.from(),
                    day);
        }
    }
}
