package org.zhongchuang.engine;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.zhongchuang.engine.formula.Unit;

/** Checks the programmes: what they rest on, what they name, and who must say what they ask. */
final class ProgrammeCheck {

    private static final Pattern SLOT = Pattern.compile("\\{([A-Za-z_][A-Za-z0-9_]*)}");

    private final PolicyPack pack;
    private final Flaws flaws;
    private final ClauseCheck clauses;

    ProgrammeCheck(PolicyPack pack, Flaws flaws) {
        this.pack = pack;
        this.flaws = flaws;
        this.clauses = new ClauseCheck(pack, flaws);
    }

    void check() {
        var procedures = new ProcedureCheck(pack, flaws);
        for (var programme : pack.programmes().values()) {
            var where = Where.programme(programme.id());
            if (programme.clauses().isEmpty()) {
                flaws.add(where.at("clauses"), "事项 %s 没有依据条款", "programme %s rests on no clause", programme.id());
            }
            programme.clauses().forEach(clause -> clauses.demand(where.at("clauses", clause), clause));
            programme.procedure().ifPresent(procedure -> procedures.check(programme, procedure));
            terms(programme, where);
            criteria(programme, where.at("criteria"));
            counts(programme, where);
            programme.costs().forEach((kind, fact) -> {
                if (!pack.facts().containsKey(fact)) {
                    flaws.add(
                            where.at("costs", kind),
                            "%s 类发票汇总到 %s，没有这个事实",
                            "it sums %s into %s, which is no fact",
                            kind,
                            fact);
                } else if (pack.facts().get(fact).unit() != Unit.YUAN) {
                    flaws.add(
                            where.at("costs", kind),
                            "%s 类发票按元汇总，而 %s 的单位不是元",
                            "invoices of %s are summed in yuan, but %s is not in yuan",
                            kind,
                            fact);
                }
            });
        }
        sources();
    }

    private void terms(Programme programme, Where where) {
        var terms = programme.terms().stream().map(Programme.Term::id).toList();
        programme.results().stream()
                .filter(id -> !terms.contains(id))
                .forEach(id -> flaws.add(
                        where.at("results", id), "所示结果 %s 不在 terms 之中", "it shows %s, which is none of its terms", id));
        DocumentCheck.duplicates(terms)
                .forEach(id -> flaws.add(where.at("terms", id).again(), "计算项 %s 写了两次", "term %s is defined twice", id));
        terms.stream()
                .filter(id -> pack.facts().containsKey(id)
                        || pack.parameters().containsKey(id)
                        || pack.lists().containsKey(id))
                .forEach(id -> flaws.add(
                        where.at("terms", id),
                        "计算项 %s 与事实、参数或清单同名",
                        "term %s hides a fact, parameter or list of that name",
                        id));
    }

    private void criteria(Programme programme, Where where) {
        var rules = pack.rules().get(programme.id());
        DocumentCheck.duplicates(
                        programme.criteria().stream().map(Criterion::id).toList())
                .forEach(id -> flaws.add(where.at(id).again(), "条件 %s 写了两次", "criterion %s is defined twice", id));
        for (int i = 0; i < programme.criteria().size(); i++) {
            var criterion = programme.criteria().get(i);
            var place = where.at(criterion.id());
            clauses.demand(place.at("clause"), criterion.clause());
            if (rules == null) {
                continue;
            }
            var ofRule = rules.parametersIn(rules.criteria().get(i));
            Stream.of(criterion.wording().zh(), criterion.wording().en())
                    .flatMap(words -> SLOT.matcher(words).results())
                    .map(slot -> slot.group(1))
                    .distinct()
                    .filter(slot -> !ofRule.contains(slot))
                    .forEach(slot -> slot(place.at("wording"), slot, List.copyOf(ofRule)));
        }
    }

    private void counts(Programme programme, Where where) {
        var rules = pack.rules().get(programme.id());
        if (rules == null) {
            return;
        }
        var counts = new CountCheck(flaws);
        for (int i = 0; i < rules.terms().size(); i++) {
            counts.check(
                    where.at("terms", programme.terms().get(i).id()),
                    rules.terms().get(i));
        }
        for (int i = 0; i < rules.criteria().size(); i++) {
            counts.check(
                    where.at("criteria", programme.criteria().get(i).id(), "rule"),
                    rules.criteria().get(i));
        }
    }

    private void slot(Where where, String slot, List<String> ofRule) {
        flaws.add(
                where,
                pack.parameters().containsKey(slot) ? "{%s} 是别的规则的参数；这条规则的参数：%s" : "{%s} 不是参数；这条规则的参数：%s",
                pack.parameters().containsKey(slot)
                        ? "{%s} is a parameter of another rule; those of this one: %s"
                        : "{%s} is no parameter; those of this rule: %s",
                slot,
                String.join(", ", ofRule));
    }

    /** Who says what a programme asks must have a step in which to say it. */
    private void sources() {
        for (var fact : pack.facts().values()) {
            if (!fact.isOfOffice()) {
                continue;
            }
            var by = fact.by();
            var filed = pack.programmes().values().stream()
                    .filter(programme -> programme.procedure().isPresent() && uses(programme, fact))
                    .toList();
            filed.stream()
                    .filter(programme -> programme.filed().steps().stream()
                            .noneMatch(step -> step.role().equals(by)))
                    .forEach(programme -> flaws.warn(
                            Where.in("facts.yaml", fact.id(), "by"),
                            "事实 %s 由 %s 认定，但事项 %s 没有由其办理的步骤",
                            "fact %s is established by %s, who has no step in programme %s",
                            fact.id(),
                            by,
                            programme.id()));
        }
    }

    private boolean uses(Programme programme, Fact fact) {
        var rules = pack.rules().get(programme.id());
        return rules != null && rules.facts().contains(fact);
    }
}
