package org.zhongchuang.engine;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhongchuang.engine.formula.Node;
import org.zhongchuang.engine.formula.Type;
import org.zhongchuang.engine.formula.Unit;

/** Checks the calls of a pack: what they add up, in which order claims come, and that each fact of a call is told. */
final class CallCheck {

    private final PolicyPack pack;
    private final Flaws flaws;

    CallCheck(PolicyPack pack, Flaws flaws) {
        this.pack = pack;
        this.flaws = flaws;
    }

    void check() {
        for (var programme : pack.programmes().values()) {
            var call = programme.call();
            if (call != null) {
                check(programme, call);
            }
            untold(programme);
        }
    }

    private void check(Programme programme, Call call) {
        var where = Where.programme(programme.id(), "call");
        if (programme.procedure().isEmpty()) {
            flaws.add(
                    where,
                    "事项 %s 按批次评定，但没有写怎样申请（procedure）",
                    "programme %s is judged by calls, but nobody files for it: there is no procedure",
                    programme.id());
        }
        if (programme.proactive()) {
            flaws.add(
                    where,
                    "事项 %s 按批次受理申报，不能又是免申即享（proactive）",
                    "programme %s takes claims in calls, so it cannot be offered without asking (proactive)",
                    programme.id());
        }
        var claim = term(programme, where.at("claim"), call.claim());
        term(programme, where.at("order"), call.order());
        call.facts()
                .forEach((told, id) -> Call.Tells.named(told)
                        .ifPresentOrElse(
                                one -> fact(programme, where.at("facts", told), one, id, call.claim(), claim),
                                () -> flaws.add(
                                        where.at("facts", told),
                                        "批次不告诉 %s，只告诉：%s",
                                        "a call does not tell %s; it tells: %s",
                                        told,
                                        Stream.of(Call.Tells.values())
                                                .map(Names::word)
                                                .collect(Collectors.joining(", ")))));
    }

    /** The node of a term that a call goes by; none where something is wrong with it. */
    private Optional<Node> term(Programme programme, Where where, @Nullable String id) {
        var rules = pack.rules().get(programme.id());
        if (id == null || rules == null) {
            return Optional.empty();
        }
        var slot = programme.terms().stream().map(Programme.Term::id).toList().indexOf(id);
        if (slot < 0) {
            flaws.add(where, "批次按 %s，terms 里没有它", "the call goes by %s, which is none of the terms", id);
            return Optional.empty();
        }
        if (slot >= rules.terms().size()) {
            return Optional.empty();
        }
        var node = rules.terms().get(slot);
        if (!(node.type() instanceof Type.Quantity)) {
            flaws.add(where, "批次按 %s，它应是一个数", "the call goes by %s, which should be a number", id);
            return Optional.empty();
        }
        var needed = rules.factsIn(node);
        var ofCall = rules.facts().stream()
                .filter(fact -> fact.by().equals(Fact.CALL))
                .map(Fact::id)
                .filter(needed::contains)
                .sorted()
                .toList();
        if (!ofCall.isEmpty()) {
            flaws.add(
                    where,
                    "批次按 %s，而它自己要用批次告诉的 %s",
                    "the call goes by %s, which itself needs what the call tells: %s",
                    id,
                    String.join(", ", ofCall));
        }
        return Optional.of(node);
    }

    private void fact(
            Programme programme,
            Where where,
            Call.Tells tells,
            String id,
            @Nullable String claim,
            Optional<Node> asked) {
        var fact = pack.facts().get(id);
        if (fact == null) {
            flaws.add(
                    where,
                    "事项 %s 由批次取 %s，没有这个事实",
                    "programme %s takes %s from its call, which is no fact",
                    programme.id(),
                    id);
            return;
        }
        if (!fact.by().equals(Fact.CALL) || fact.kind() != Fact.Kind.NUMBER) {
            flaws.add(
                    where,
                    "事实 %s 由批次得出，应写 kind: number 和 by: call",
                    "fact %s comes from a call: it should have kind: number and by: call",
                    id);
        }
        if (!tells.isSum()) {
            return;
        }
        if (claim == null) {
            flaws.add(
                    where,
                    "要合计申报数额，请写 call 的 claim：哪个计算项是各件申报的数额",
                    "to add up what is asked for, write claim: the term that is what each claim asks for");
        }
        asked.filter(node -> !fits(fact.unit(), (Type.Quantity) node.type()))
                .ifPresent(node -> flaws.add(
                        where,
                        "事实 %1$s 的单位是“%2$s”，与 claim 的单位不同，或小数位更少（用 round 写明舍入）",
                        "fact %1$s is in “%3$s”, unlike the claim or with fewer decimals (write the rounding with round)",
                        id,
                        fact.unit().zh(),
                        fact.unit().en()));
    }

    private static boolean fits(Unit unit, Type.Quantity asked) {
        return (asked.dimension() == null || asked.unit() == unit) && asked.decimals() <= unit.decimals();
    }

    /** What a programme uses of calls and no call of its own tells would never be known. */
    private void untold(Programme programme) {
        var rules = pack.rules().get(programme.id());
        if (rules == null) {
            return;
        }
        var call = programme.call();
        rules.facts().stream()
                .filter(fact -> fact.by().equals(Fact.CALL))
                .filter(fact -> call == null || !call.facts().containsValue(fact.id()))
                .forEach(fact -> flaws.add(
                        Where.programme(programme.id()),
                        "事项 %s 用到事实 %s（by: call），但它的 call 没有告诉这一项",
                        "programme %s uses fact %s (by: call), which its call does not tell",
                        programme.id(),
                        fact.id()));
    }
}
