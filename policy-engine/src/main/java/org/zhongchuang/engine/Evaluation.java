package org.zhongchuang.engine;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.zhongchuang.engine.Formula.Comparison;

/**
 * One walk over a formula with one subject's facts on one day: the reference meaning of the language.
 *
 * <p>A missing fact is unknown, never null; an unknown that cannot change the result does not make the result unknown.
 */
final class Evaluation {

    /** What is known of a condition. */
    sealed interface Truth {
        record Settled(boolean holds) implements Truth {}

        /** Not decided while {@code missing} is not known. */
        record Open(Set<String> missing) implements Truth {}
    }

    /** What is known of a number. */
    private sealed interface Amount {
        record Exact(BigDecimal value) implements Amount {}

        record Open(Set<String> missing) implements Amount {}
    }

    private final Map<String, FactValue> facts;
    private final Map<String, Parameter> parameters;
    private final LocalDate day;
    private final boolean demonstration;

    Evaluation(Map<String, FactValue> facts, Map<String, Parameter> parameters, LocalDate day, boolean demonstration) {
        this.facts = facts;
        this.parameters = parameters;
        this.day = day;
        this.demonstration = demonstration;
    }

    Truth truth(Formula formula) {
        return switch (formula) {
            case Formula.Name(var id) ->
                facts.get(id) instanceof FactValue.YesNo(var yes) ? new Truth.Settled(yes) : new Truth.Open(Set.of(id));
            case Formula.Not(var of) ->
                truth(of) instanceof Truth.Settled(var holds) ? new Truth.Settled(!holds) : truth(of);
            case Formula.All(var of) -> combine(of, false);
            case Formula.Any(var of) -> combine(of, true);
            case Formula.Compare(var left, var by, var right) -> compare(amount(left), by, amount(right));
            case Formula.Literal _, Formula.Sum _, Formula.Product _ ->
                throw new FormulaProblem("a condition is needed where a number stands");
        };
    }

    /** Any settles on the first that holds, All on the first that does not. */
    private Truth combine(List<Formula> parts, boolean decisive) {
        var truths = parts.stream().map(this::truth).toList();
        if (truths.contains(new Truth.Settled(decisive))) {
            return new Truth.Settled(decisive);
        }
        var missing = truths.stream()
                .flatMap(truth -> truth instanceof Truth.Open(var ids) ? ids.stream() : Stream.empty())
                .collect(toUnmodifiableSet());
        return missing.isEmpty() ? new Truth.Settled(!decisive) : new Truth.Open(missing);
    }

    private static Truth compare(Amount left, Comparison by, Amount right) {
        if (left instanceof Amount.Exact(var one) && right instanceof Amount.Exact(var other)) {
            return new Truth.Settled(by.holds(one.compareTo(other)));
        }
        return new Truth.Open(missing(left, right));
    }

    private Amount amount(Formula formula) {
        return switch (formula) {
            case Formula.Literal(var value) -> new Amount.Exact(value);
            case Formula.Name(var id) -> named(id);
            case Formula.Sum(var left, var right, var subtracted) ->
                both(left, right, subtracted ? BigDecimal::subtract : BigDecimal::add);
            case Formula.Product(var left, var right) -> both(left, right, BigDecimal::multiply);
            case Formula.Compare _, Formula.Not _, Formula.All _, Formula.Any _ ->
                throw new FormulaProblem("a number is needed where a condition stands");
        };
    }

    private Amount both(Formula left, Formula right, java.util.function.BinaryOperator<BigDecimal> operation) {
        var one = amount(left);
        var other = amount(right);
        return one instanceof Amount.Exact(var a) && other instanceof Amount.Exact(var b)
                ? new Amount.Exact(operation.apply(a, b))
                : new Amount.Open(missing(one, other));
    }

    private Amount named(String id) {
        if (facts.get(id) instanceof FactValue.Quantity(var value)) {
            return new Amount.Exact(value);
        }
        return Optional.ofNullable(parameters.get(id))
                .flatMap(parameter -> parameter.on(day))
                .filter(value -> demonstration || value.standing() != Parameter.Standing.DEMONSTRATION)
                .<Amount>map(value -> new Amount.Exact(value.is()))
                .orElseGet(() -> new Amount.Open(Set.of(id)));
    }

    private static Set<String> missing(Amount... amounts) {
        return Stream.of(amounts)
                .flatMap(amount -> amount instanceof Amount.Open(var ids) ? ids.stream() : Stream.empty())
                .collect(toUnmodifiableSet());
    }

    /**
     * The ways to make the formula hold by changing facts, each a set of changes that is enough; empty when changing
     * facts cannot help.
     */
    List<List<Change>> remedies(Formula formula) {
        if (truth(formula).equals(new Truth.Settled(true))) {
            return List.of(List.of());
        }
        return switch (formula) {
            case Formula.Any(var of) ->
                of.stream().flatMap(part -> remedies(part).stream()).toList();
            case Formula.All(var of) -> {
                List<List<Change>> together = List.of(List.of());
                for (var part : of) {
                    together = product(together, remedies(part));
                }
                yield together;
            }
            case Formula.Name(var id) -> List.of(List.of(new Change(id, new FactValue.YesNo(true))));
            case Formula.Not(Formula.Name(var id)) -> List.of(List.of(new Change(id, new FactValue.YesNo(false))));
            case Formula.Compare(Formula.Name(var id), var by, var right)
            when by != Comparison.MORE && by != Comparison.LESS && !parameters.containsKey(id) ->
                amount(right) instanceof Amount.Exact(var bound)
                        ? List.of(List.of(new Change(id, new FactValue.Quantity(bound))))
                        : List.of();
            default -> List.of();
        };
    }

    private static List<List<Change>> product(List<List<Change>> some, List<List<Change>> more) {
        return some.stream()
                .flatMap(one -> more.stream().map(other -> {
                    var both = new ArrayList<>(one);
                    both.addAll(other);
                    return List.copyOf(both);
                }))
                .toList();
    }
}
