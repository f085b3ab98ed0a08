package org.zhongchuang.engine.formula;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhongchuang.engine.formula.Formula.Operator;

/**
 * Gives a formula its types before it runs: every name exists, only like units meet, conditions are conditions, scales
 * are fixed. Throws {@link FormulaProblem} with the place and what to write instead.
 */
public final class Typing {

    /** Bounds the code generated for one formula well below what a just-in-time compiler takes. */
    static final int MOST_NODES = 400;

    static final Said COMPARE = new Said("比较", "compare");
    private static final Said REPLACE = new Said("互相代替", "stand in for one another");

    static final Type CONDITION = new Type.Condition();
    static final Type DAY = new Type.Calendar();

    private final Scope scope;
    private final Quantities quantities;
    private final Tallies tallies;
    private final Tables tables;
    private final Members members;
    /** The fields that can be named inside a tally, else null. */
    private @Nullable Sight sight;

    public Typing(Scope scope) {
        this.scope = scope;
        this.quantities = new Quantities(this);
        this.tallies = new Tallies(this, scope);
        this.tables = new Tables(this);
        this.members = new Members(this, scope);
    }

    /** The formula as a condition. */
    public Node condition(Formula formula) {
        return bounded(demandCondition(formula));
    }

    /** The formula as a value of the unit, at its decimals; a number with more decimals must be rounded first. */
    public Node amount(Formula formula, Unit unit) {
        var written = bounded(node(formula));
        var node =
                written.type() instanceof Type.Quantity && unit == Unit.YUAN ? TenThousands.inYuan(written) : written;
        if (!(node.type() instanceof Type.Quantity(var dimension, var decimals))
                || (dimension != null && !dimension.equals(unit.dimension()))) {
            throw FormulaProblem.needed(formula.span(), unit.zh(), node.type());
        }
        if (decimals > unit.decimals()) {
            throw FormulaProblem.tooFine(formula.span(), decimals, unit);
        }
        return Quantities.widened(node, unit.dimension(), unit.decimals());
    }

    /** The formula as whatever it is. */
    public Node value(Formula formula) {
        return bounded(node(formula));
    }

    /** What is written inside a tally over those records; empty where that would be the third within one another. */
    <T> Optional<T> within(String records, Map<String, Type> fields, Supplier<T> written) {
        var around = sight;
        if (around != null && around.around() != null) {
            return Optional.empty();
        }
        sight = new Sight(records, fields, around);
        try {
            return Optional.of(written.get());
        } finally {
            sight = around;
        }
    }

    private static Node bounded(Node node) {
        if (node.size() > MOST_NODES) {
            throw new FormulaProblem(
                    node.span(), "规则太长；把其中一部分写成计算项 terms", "this rule is too large; give parts of it a name as terms");
        }
        return node;
    }

    Node demandCondition(Formula formula) {
        var node = node(formula);
        if (!(node.type() instanceof Type.Condition)) {
            throw new FormulaProblem(
                    formula.span(),
                    "须是条件，不是%s；拿它同什么比较，如 desks >= 30",
                    "a condition is needed, not %s; compare it with something, such as desks >= 30",
                    node.type().said());
        }
        return node;
    }

    Node demand(Formula formula, Class<? extends Type> type, Said what) {
        var node = node(formula);
        if (!type.isInstance(node.type())) {
            throw FormulaProblem.needed(formula.span(), what, node.type());
        }
        return node;
    }

    Node node(Formula formula) {
        var span = formula.span();
        return switch (formula) {
            case Formula.Literal literal -> Quantities.literal(literal);
            case Formula.Words words ->
                new Node.Constant(new Type.Words(Set.of()), scope.codes().of(words.value()), span);
            case Formula.Day day -> new Node.Constant(DAY, day.value().toEpochDay(), span);
            case Formula.YesNo yes -> new Node.Constant(CONDITION, yes.value() ? 1 : 0, span);
            case Formula.Name name -> named(name.id(), span);
            case Formula.Field field -> outer(field);
            case Formula.At at -> at(at);
            case Formula.Member member -> members.node(member);
            case Formula.Compare compare -> compare(compare);
            case Formula.Calculate calculate ->
                calculate.by() == Operator.TIMES ? quantities.product(calculate) : quantities.sum(calculate);
            case Formula.Not not -> new Node.Not(CONDITION, demandCondition(not.of()), span);
            case Formula.All all -> new Node.Joined(CONDITION, false, conditions(all.of()), span);
            case Formula.Any any -> new Node.Joined(CONDITION, true, conditions(any.of()), span);
            case Formula.Choose choose ->
                choose(demandCondition(choose.when()), node(choose.then()), node(choose.otherwise()), span);
            case Formula.Call call -> call(call);
            case Formula.Tally tally -> tallies.node(tally);
            case Formula.Table table -> tables.node(table);
        };
    }

    private List<Node> conditions(List<Formula> of) {
        return of.stream().map(this::demandCondition).toList();
    }

    private Node named(String id, Span span) {
        var field = Optional.ofNullable(sight).flatMap(inside -> inside.own(id, span));
        if (field.isPresent()) {
            return field.get();
        }
        if (id.equals("day")) {
            return new Node.Today(DAY, span);
        }
        return scope.node(id, span)
                .orElseThrow(() -> scope.list(id).isPresent()
                        ? new FormulaProblem(
                                span,
                                "“%s”是清单；写 x in %1$s 或 begins(x, %1$s)",
                                "\"%s\" is a list; write x in %1$s or begins(x, %1$s)",
                                id)
                        : FormulaProblem.unknown(span, id, like(id)));
    }

    private Said like(String id) {
        var outer = sight == null ? Said.NOTHING : sight.outerLike(id);
        return outer.equals(Said.NOTHING) ? scope.like(id) : outer;
    }

    private Node outer(Formula.Field field) {
        return Optional.ofNullable(sight)
                .flatMap(inside -> inside.outer(field))
                .orElseThrow(() -> new FormulaProblem(
                        field.span(),
                        "“%s.%s”不是外层记录的字段；这样写只用在统计里的统计，本层的字段只写名称",
                        "\"%s.%s\" is no field of the outer records; so is one written in a tally within a tally, and fields"
                                + " of the records themselves by their name alone",
                        field.records(),
                        field.id()));
    }

    private Node at(Formula.At at) {
        var type = scope.parameter(at.parameter())
                .orElseThrow(() -> new FormulaProblem(
                        at.span(),
                        "“%s”不是参数；只有参数有按日期的数值",
                        "\"%s\" is no parameter; only parameters have values by date",
                        at.parameter()));
        var day = demand(at.day(), Type.Calendar.class, Said.DAY);
        return new Node.Setting(type, at.parameter(), scope.parameterSlot(at.parameter()), day, at.span());
    }

    private Node compare(Formula.Compare compare) {
        var left = node(compare.left());
        var right = node(compare.right());
        var span = compare.span();
        if (left.type() instanceof Type.Quantity && right.type() instanceof Type.Quantity) {
            var same = quantities.alike(List.of(left, right), span, COMPARE);
            return new Node.Compare(CONDITION, same.getFirst(), compare.by(), same.getLast(), span);
        }
        if (left.type() instanceof Type.Words(var some) && right.type() instanceof Type.Words(var others)) {
            demandOption(some, compare.right());
            demandOption(others, compare.left());
        } else if (!left.type().equals(right.type())
                || left.type() instanceof Type.Condition
                || left.type() instanceof Type.Records) {
            throw FormulaProblem.apart(span, left.type().said(), right.type().said(), COMPARE);
        }
        if (left.type() instanceof Type.Words && compare.by().ordered()) {
            throw new FormulaProblem(span, "文字只有相等或不等；写 = 或 !=", "texts are equal or not; write = or !=");
        }
        return new Node.Compare(CONDITION, left, compare.by(), right, span);
    }

    private static void demandOption(Set<String> options, Formula other) {
        if (!options.isEmpty() && other instanceof Formula.Words(var text, var span) && !options.contains(text)) {
            throw new FormulaProblem(
                    span,
                    "“%s”不是它的值，可写：%s",
                    "\"%s\" is none of its values: %s",
                    text,
                    String.join(", ", options.stream().sorted().toList()));
        }
    }

    Node choose(Node when, Node then, Node otherwise, Span span) {
        var same = same(List.of(then, otherwise), span);
        return new Node.Choose(same.getFirst().type(), when, same.getFirst(), same.getLast(), span);
    }

    /** The nodes with one type: numbers of one unit and scale, or all of the same other kind. */
    List<Node> same(List<Node> nodes, Span span) {
        if (nodes.stream().allMatch(node -> node.type() instanceof Type.Quantity)) {
            return quantities.alike(nodes, span, REPLACE);
        }
        for (var node : nodes) {
            if (!node.type().getClass().equals(nodes.getFirst().type().getClass())) {
                throw FormulaProblem.apart(
                        span, nodes.getFirst().type().said(), node.type().said(), REPLACE);
            }
        }
        return nodes;
    }

    private Node call(Formula.Call call) {
        var of = call.arguments();
        var span = call.span();
        return switch (call.function()) {
            case ROUND -> quantities.round(call);
            case DIVIDE -> quantities.divide(call);
            case MIN, MAX ->
                quantities.extreme(of.stream().map(this::node).toList(), call.function() == Formula.Function.MIN, span);
            case CLAMP -> {
                var floor = quantities.extreme(
                        Stream.of(of.get(0), of.get(1)).map(this::node).toList(), false, span);
                yield quantities.extreme(List.of(floor, node(of.get(2))), true, span);
            }
            case GIVEN -> {
                if (!(node(of.getFirst()) instanceof Node.Fact fact)) {
                    throw new FormulaProblem(
                            span, "given(…) 的第一项须是可选事实的名称", "given(…) starts with the name of an optional fact");
                }
                var same = same(List.of(fact, node(of.getLast())), span);
                yield new Node.Given(same.getFirst().type(), same.getFirst(), same.getLast(), span);
            }
            case DATE -> dated(Node.DateFunction.DATE, DAY, wholes(of), span);
            case YEAR_OF -> dated(Node.DateFunction.YEAR_OF, Quantities.plain(), days(of), span);
            case MONTH_OF -> dated(Node.DateFunction.MONTH_OF, Quantities.plain(), days(of), span);
            case MONTHS_BETWEEN ->
                dated(Node.DateFunction.MONTHS_BETWEEN, Type.quantity(Unit.MONTHS, 0), days(of), span);
            case WORKING_DAYS_BETWEEN ->
                dated(Node.DateFunction.WORKING_DAYS_BETWEEN, Type.quantity(Unit.WORKING_DAYS, 0), days(of), span);
            case WORKING_DAYS -> Quantities.widened(wholes(of).getFirst(), Unit.WORKING_DAYS.dimension(), 0);
            case DAYS -> Quantities.widened(wholes(of).getFirst(), Unit.DAYS.dimension(), 0);
            case MONTHS -> Quantities.widened(wholes(of).getFirst(), Unit.MONTHS.dimension(), 0);
            case YEARS -> Quantities.widened(wholes(of).getFirst(), Unit.YEARS.dimension(), 0);
        };
    }

    static Node dated(Node.DateFunction function, Type type, List<Node> of, Span span) {
        return new Node.Dated(type, function, of, span);
    }

    private List<Node> days(List<Formula> of) {
        return of.stream()
                .map(one -> demand(one, Type.Calendar.class, Said.DAY))
                .toList();
    }

    List<Node> wholes(List<Formula> of) {
        return of.stream()
                .map(one -> {
                    var node = demand(one, Type.Quantity.class, Said.WHOLE_NUMBER);
                    if (node.type() instanceof Type.Quantity(var dimension, var decimals)
                            && (decimals > 0
                                    || (dimension != null && !dimension.powers().isEmpty()))) {
                        throw Quantities.notPlain(one.span(), dimension);
                    }
                    return node;
                })
                .toList();
    }
}
