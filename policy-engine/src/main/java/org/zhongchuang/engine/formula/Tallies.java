package org.zhongchuang.engine.formula;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives what is made of records its types. */
final class Tallies {

    private final Typing typing;
    private final Scope scope;

    Tallies(Typing typing, Scope scope) {
        this.typing = typing;
        this.scope = scope;
    }

    /** What of each record is looked at: whether it counts, and what of it does. */
    private record Inside(@Nullable Node where, @Nullable Node of) {}

    Node node(Formula.Tally tally) {
        if (!(scope.fact(tally.records()).orElse(null) instanceof Type.Records(var fields))) {
            throw new FormulaProblem(
                    tally.span(),
                    "“%s”不是记录类的事实%s",
                    "\"%s\" is not a fact with records%s",
                    tally.records(),
                    scope.like(tally.records()));
        }
        var inside = typing.within(tally.records(), fields, () -> inside(tally))
                .orElseThrow(() -> new FormulaProblem(
                        tally.span(), "统计里的统计最多两层", "a tally stands within one other tally at most"));
        var of = inside.of();
        var more = tally.more();
        if (of == null) {
            return node(tally, Quantities.anyWhole(), inside.where(), null, null);
        }
        if (more == null) {
            var type = tally.by() == Tallying.DISTINCT ? Quantities.anyWhole() : of.type();
            return node(tally, type, inside.where(), of, null);
        }
        if (tally.by() == Tallying.BEST) {
            return node(
                    tally,
                    of.type(),
                    inside.where(),
                    of,
                    typing.wholes(List.of(more)).getFirst());
        }
        var same = typing.same(List.of(of, typing.node(more)), tally.span());
        return node(tally, same.getFirst().type(), inside.where(), same.getFirst(), same.getLast());
    }

    private Inside inside(Formula.Tally tally) {
        return new Inside(
                tally.where() == null ? null : typing.demandCondition(tally.where()),
                tally.of() == null ? null : of(tally.by(), tally.of()));
    }

    /** A number; or a day where the first or the last is sought; or a text too where they are told apart. */
    private Node of(Tallying by, Formula of) {
        var node = typing.node(of);
        var fits = switch (node.type()) {
            case Type.Quantity _ -> true;
            case Type.Calendar _ -> by != Tallying.SUM && by != Tallying.BEST;
            case Type.Words _ -> by == Tallying.DISTINCT;
            case Type.Condition _, Type.Records _ -> false;
        };
        if (!fits) {
            throw FormulaProblem.needed(of.span(), Said.NUMBER, node.type());
        }
        return node;
    }

    private Node node(Formula.Tally tally, Type type, @Nullable Node where, @Nullable Node of, @Nullable Node more) {
        return new Node.Tally(
                type, tally.by(), tally.records(), scope.factSlot(tally.records()), where, of, more, tally.span());
    }
}
