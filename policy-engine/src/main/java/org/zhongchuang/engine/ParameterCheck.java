package org.zhongchuang.engine;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks parameters and facts: each is used, each value has its day and its basis. */
final class ParameterCheck {

    private final PolicyPack pack;
    private final Flaws flaws;

    ParameterCheck(PolicyPack pack, Flaws flaws) {
        this.pack = pack;
        this.flaws = flaws;
    }

    void check() {
        var clauses = new ClauseCheck(pack, flaws);
        var used = usedParameters();
        for (var parameter : pack.parameters().values()) {
            var where = Where.parameter(parameter.id());
            clauses.demand(where.at("clause"), parameter.clause());
            if (allIsKnown() && !used.contains(parameter.id())) {
                flaws.add(
                        where.at("id"),
                        "参数 %s 没有用处：规则、步骤、义务、评分都没有用到；删去或用上",
                        "parameter %s is used by no rule, step, obligation or rubric; remove it or use it",
                        parameter.id());
            }
            values(parameter, where.at("values"));
        }
        pack.facts().keySet().stream()
                .filter(pack.parameters()::containsKey)
                .forEach(id ->
                        flaws.add(Where.in("facts.yaml", id), "%s 既是事实又是参数", "%s is both a fact and a parameter", id));
        facts();
    }

    private void values(Parameter parameter, Where where) {
        if (parameter.values().isEmpty()) {
            flaws.add(
                    where,
                    "参数 %s 没有数值；有了再写",
                    "parameter %s has no value; leave it out until it has one",
                    parameter.id());
        }
        var days = parameter.values().stream().map(Parameter.Value::from).toList();
        if (!days.equals(days.stream().sorted().distinct().toList())) {
            flaws.add(
                    where,
                    "参数 %s 的数值须从早到晚写，一天一个",
                    "parameter %s: its values must stand oldest first, one for each day",
                    parameter.id());
        }
        for (int i = 0; i < parameter.values().size(); i++) {
            var value = parameter.values().get(i);
            var recorded = value.recorded();
            if (recorded != null && recorded.isBefore(value.from())) {
                flaws.warn(
                        where.at(String.valueOf(i), "recorded"),
                        "登记日 %s 早于生效日 %s；只有事后才得知的数值才写",
                        "recorded on %s, before it holds from %s; it is for values that became known later",
                        recorded,
                        value.from());
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
                        pack.programmes().values().stream()
                                .flatMap(one -> one.payers().stream())
                                .map(Programme.PaymentShare::share)
                                .filter(Objects::nonNull),
                        pack.obligations().stream().map(Obligation::days),
                        pack.assessment().stream().flatMap(one -> one.parameters().stream()),
                        pack.treasury().stream().flatMap(one -> one.parameters().stream()))
                .flatMap(ids -> ids)
                .collect(Collectors.toSet());
    }

    /** Whether every programme could be made ready to judge, so that it is known what each uses. */
    private boolean allIsKnown() {
        return pack.rules().keySet().containsAll(pack.programmes().keySet());
    }

    private void facts() {
        var used = Stream.of(
                        pack.rules().values().stream()
                                .flatMap(rules -> rules.facts().stream())
                                .map(Fact::id),
                        pack.programmes().values().stream().flatMap(one -> one.costs().values().stream()),
                        pack.programmes().values().stream()
                                .flatMap(one -> one.procedure().stream())
                                .flatMap(one -> one.rubric().stream())
                                .flatMap(line -> line.shows().stream()),
                        pack.statistics().stream().map(Statistic::id))
                .flatMap(ids -> ids)
                .collect(Collectors.toSet());
        for (var fact : pack.facts().values()) {
            var where = Where.in("facts.yaml", fact.id());
            if (allIsKnown() && !used.contains(fact.id())) {
                flaws.warn(where, "事实 %s 没有规则用到", "fact %s is used by no rule", fact.id());
            }
            DocumentCheck.duplicates(
                            fact.options().stream().map(Fact.Option::code).toList())
                    .forEach(code -> flaws.add(
                            where.at("options", code).again(), "选项 %s 写了两次", "option %s is defined twice", code));
            DocumentCheck.duplicates(fact.fields().stream().map(Fact::id).toList())
                    .forEach(id ->
                            flaws.add(where.at("fields", id).again(), "字段 %s 写了两次", "field %s is defined twice", id));
        }
    }
}
