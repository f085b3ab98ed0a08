package org.zhongchuang.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Holds a pack against what a pack promises: nothing without a clause, no value without a basis, no figure of the
 * document without a rule, every criterion shown failing alone, every table without gap or overlap, every approved case
 * as expected, and no promise that a search can break.
 */
public final class PackCheck {

    private static final Pattern DIGIT = Pattern.compile("[0-9]");

    private final PolicyPack pack;
    private final List<String> problems = new ArrayList<>();

    private PackCheck(PolicyPack pack) {
        this.pack = pack;
    }

    /** What is wrong with the pack, in sentences; empty when it is sound. */
    public static List<String> problemsOf(PolicyPack pack) {
        var problems = new ArrayList<>(plainProblemsOf(pack));
        problems.addAll(contradictionsOf(pack, pack.document().effectiveFrom()));
        return List.copyOf(problems);
    }

    /** The same without the search for contradictions, for a start that must be quick; publishing a pack searches. */
    public static List<String> plainProblemsOf(PolicyPack pack) {
        var check = new PackCheck(pack);
        check.names();
        check.clauses();
        check.figures();
        check.parameters();
        check.programmes();
        check.obligations();
        check.indicators();
        check.statistics();
        check.assessment();
        check.treasury();
        check.problems.addAll(UseCheck.problemsOf(pack));
        check.problems.addAll(CaseCheck.problemsOf(pack));
        return List.copyOf(check.problems);
    }

    /** Tables with gaps or overlaps and promises that do not hold on that day: what a changed value may bring about. */
    public static List<String> contradictionsOf(PolicyPack pack, LocalDate on) {
        var problems = new ArrayList<String>();
        for (var rules : pack.rules().values()) {
            problems.addAll(TableCheck.problemsOf(rules, on));
            problems.addAll(PromiseCheck.problemsOf(rules, on));
        }
        return problems;
    }

    private void names() {
        named("audience", pack.names().audiences().keySet(), Audience.values());
        named("payer", pack.names().payers().keySet(), Programme.Payer.values());
    }

    private void named(String kind, Set<String> words, Enum<?>... known) {
        words.stream()
                .filter(word ->
                        Stream.of(known).noneMatch(one -> Names.word(one).equals(word)))
                .forEach(word -> problems.add("pack.yaml names %s %s, which there is not".formatted(kind, word)));
    }

    private void clauses() {
        var seen = new HashSet<String>();
        Stream.concat(
                        pack.clauses().stream().map(Clause::id),
                        pack.items().stream().map(Item::id))
                .filter(id -> !seen.add(id))
                .forEach(id -> problems.add("clause " + id + " is defined twice"));
    }

    /** A figure with digits in it is worked by something that rests on the same item. */
    private void figures() {
        for (var item : pack.items()) {
            for (var figure : item.fixed()) {
                if (DIGIT.matcher(figure.zh()).find() && !worksOn(figure.by(), item.id())) {
                    problems.add(
                            "clause %s fixes \"%s\" but no rule works by it; name the parameter, target, obligation or programme in by"
                                    .formatted(item.id(), figure.zh()));
                }
            }
        }
    }

    private boolean worksOn(String by, String item) {
        var parameter = pack.parameters().get(by);
        var programme = pack.programmes().get(by);
        return by.equals("document")
                || (parameter != null && parameter.clause().equals(item))
                || (programme != null && programme.clauses().contains(item))
                || pack.targets().stream()
                        .anyMatch(one -> one.id().equals(by) && one.clause().equals(item))
                || pack.obligations().stream()
                        .anyMatch(one -> one.id().equals(by) && one.clause().equals(item));
    }

    private void parameters() {
        var used = usedParameters();
        for (var parameter : pack.parameters().values()) {
            demandClause("parameter " + parameter.id(), parameter.clause());
            if (!used.contains(parameter.id())) {
                problems.add("parameter %s is used by no rule, step, obligation or rubric; remove it or use it"
                        .formatted(parameter.id()));
            }
            if (parameter.values().isEmpty()) {
                problems.add("parameter %s has no value; leave it out until it has one".formatted(parameter.id()));
            }
            var days = parameter.values().stream().map(Parameter.Value::from).toList();
            if (!days.equals(days.stream().sorted().distinct().toList())) {
                problems.add(
                        "parameter %s: its values must stand oldest first, one for each day".formatted(parameter.id()));
            }
        }
    }

    private Set<String> usedParameters() {
        return Stream.of(
                        pack.rules().values().stream()
                                .flatMap(rules -> rules.parameters().stream())
                                .map(Parameter::id),
                        pack.programmes().values().stream()
                                .flatMap(one -> one.procedure().stream())
                                .flatMap(Programme.Procedure::parameters),
                        pack.obligations().stream().map(Obligation::days),
                        pack.assessment().stream().flatMap(one -> one.parameters().stream()),
                        pack.treasury().stream().flatMap(one -> one.parameters().stream()))
                .flatMap(ids -> ids)
                .collect(Collectors.toSet());
    }

    /** Each step has a name, stands once, and of what ends a procedure there is one. */
    private void steps(Programme programme) {
        var steps = programme.procedure().map(Programme.Procedure::steps).orElse(List.of());
        steps.stream()
                .filter(step -> !step.isNamed())
                .forEach(step -> problems.add("programme %s: the step %s is no word of the procedure and has no name"
                        .formatted(programme.id(), step.step())));
        steps.stream()
                .collect(Collectors.groupingBy(Programme.Step::step, Collectors.counting()))
                .forEach((step, times) -> {
                    if (times > 1) {
                        problems.add("programme %s has the step %s %d times".formatted(programme.id(), step, times));
                    }
                });
        for (var kind : List.of(StepKind.ACCEPTANCE, StepKind.NOTICE, StepKind.DECISION)) {
            if (steps.stream().filter(step -> step.does() == kind).count() > 1) {
                problems.add("programme %s has more than one step of the kind %s"
                        .formatted(programme.id(), kind.name().toLowerCase(Locale.ROOT)));
            }
        }
    }

    private void programmes() {
        for (var programme : pack.programmes().values()) {
            if (programme.clauses().isEmpty()) {
                problems.add("programme %s rests on no clause".formatted(programme.id()));
            }
            programme.clauses().forEach(clause -> demandClause("programme " + programme.id(), clause));
            steps(programme);
            programme.procedure().stream()
                    .flatMap(filed -> filed.shownOfNothing(pack.facts().keySet()))
                    .forEach(id -> problems.add(
                            "programme %s shows experts %s, no fact and no paper".formatted(programme.id(), id)));
            programme.procedure().stream()
                    .flatMap(Programme.Procedure::parameters)
                    .filter(id -> !pack.parameters().containsKey(id))
                    .forEach(id -> problems.add(
                            "programme %s names the limit %s, which is no parameter".formatted(programme.id(), id)));
            for (var criterion : programme.criteria()) {
                demandClause("criterion " + criterion.id(), criterion.clause());
            }
            var terms = programme.terms().stream().map(Programme.Term::id).toList();
            programme.results().stream()
                    .filter(id -> !terms.contains(id))
                    .forEach(id -> problems.add(
                            "programme %s shows %s, which is none of its terms".formatted(programme.id(), id)));
            programme.costs().forEach((kind, fact) -> {
                if (!pack.facts().containsKey(fact)) {
                    problems.add(
                            "programme %s sums %s into %s, which is no fact".formatted(programme.id(), kind, fact));
                }
            });
            duplicates(terms)
                    .forEach(id -> problems.add("term %s of %s is defined twice".formatted(id, programme.id())));
            terms.stream()
                    .filter(id ->
                            pack.facts().containsKey(id) || pack.parameters().containsKey(id))
                    .forEach(id -> problems.add(
                            "term %s of %s hides a fact or parameter of that name".formatted(id, programme.id())));
        }
        pack.facts().keySet().stream()
                .filter(pack.parameters()::containsKey)
                .forEach(id -> problems.add("%s is both a fact and a parameter".formatted(id)));
    }

    private static List<String> duplicates(List<String> ids) {
        var seen = new HashSet<String>();
        return ids.stream().filter(id -> !seen.add(id)).toList();
    }

    private void obligations() {
        pack.targets().forEach(target -> demandClause("target " + target.id(), target.clause()));
        for (var obligation : pack.obligations()) {
            demandClause("obligation " + obligation.id(), obligation.clause());
            if (!pack.parameters().containsKey(obligation.days())) {
                problems.add(
                        "obligation %s counts %s, which is no parameter".formatted(obligation.id(), obligation.days()));
            }
        }
    }

    private void indicators() {
        for (var set : pack.indicators()) {
            demandClause("indicator set " + set.id(), set.clause());
            if (set.points() != 100) {
                problems.add("indicator set %s: its points make %d, not 100".formatted(set.id(), set.points()));
            }
            set.indicators().stream()
                    .filter(one -> one.statistic() != null
                            && pack.statistic(one.statistic()).isEmpty())
                    .forEach(one -> problems.add("indicator %s of set %s counts %s, which is no statistic"
                            .formatted(one.id(), set.id(), one.statistic())));
        }
    }

    private void assessment() {
        pack.assessment().ifPresent(one -> {
            demandClause("the assessment", one.clause());
            one.parameters().stream()
                    .filter(parameter -> !pack.parameters().containsKey(parameter))
                    .forEach(parameter ->
                            problems.add("the assessment names %s, which is no parameter".formatted(parameter)));
        });
    }

    private void treasury() {
        pack.treasury().ifPresent(one -> {
            demandClause("the treasury", one.clause());
            one.parameters().stream()
                    .filter(parameter -> !pack.parameters().containsKey(parameter))
                    .forEach(parameter ->
                            problems.add("the treasury names %s, which is no parameter".formatted(parameter)));
        });
    }

    private void statistics() {
        duplicates(pack.statistics().stream().map(Statistic::id).toList())
                .forEach(id -> problems.add("statistic %s is defined twice".formatted(id)));
        var before = new HashSet<String>();
        for (var one : pack.statistics()) {
            var derived = one.count().isDerived();
            if (derived == one.parts().isEmpty()
                    || (one.count() == Statistic.Count.SHARE && one.parts().size() != 2)) {
                problems.add("statistic %s: sums have parts, shares have two, others none".formatted(one.id()));
            }
            one.parts().stream()
                    .filter(part -> !before.contains(part))
                    .forEach(part -> problems.add(
                            "statistic %s is made of %s, which no statistic before it is".formatted(one.id(), part)));
            var fact = pack.facts().get(one.id());
            if (fact != null && fact.unit() != one.unit()) {
                problems.add(
                        "statistic %s counts %s, but the fact counts %s".formatted(one.id(), one.unit(), fact.unit()));
            }
            before.add(one.id());
        }
    }

    private void demandClause(String who, String clause) {
        if (pack.item(clause).isEmpty() && pack.clause(clause).isEmpty()) {
            problems.add(
                    "%s rests on clause %s, which the document does not have%s".formatted(who, clause, hint(clause)));
        }
    }

    /** Brackets of another width are the mistake that nobody sees. */
    private String hint(String clause) {
        var narrow = clause.replace('（', '(').replace('）', ')');
        var wide = clause.replace('(', '（').replace(')', '）');
        return Stream.of(narrow, wide)
                .filter(one -> pack.item(one).isPresent() || pack.clause(one).isPresent())
                .findFirst()
                .map(one -> "; it has %s, with brackets of the other width".formatted(one))
                .orElse("");
    }
}
