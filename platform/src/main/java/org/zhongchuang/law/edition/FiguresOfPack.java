package org.zhongchuang.law.edition;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhongchuang.engine.Flaw;
import org.zhongchuang.engine.Item;
import org.zhongchuang.engine.Parameter;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.engine.Text;
import org.zhongchuang.engine.Where;
import org.zhongchuang.engine.formula.Unit;
import org.zhongchuang.law.document.Figures;

/** Figures that a clause fixes in words, held against the values by which they are worked. */
public final class FiguresOfPack {

    private static final BigDecimal MONTHS_OF_A_YEAR = BigDecimal.valueOf(12);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private FiguresOfPack() {}

    /** Figures that are no value of what they name; words without a figure say nothing. */
    public static List<Flaw> problemsOf(PolicyPack pack) {
        var flaws = new ArrayList<Flaw>();
        for (var item : pack.items()) {
            for (int i = 0; i < item.fixed().size(); i++) {
                var figure = item.fixed().get(i);
                var worked = values(pack, figure);
                if (!worked.isEmpty() && isApart(figure.zh(), worked) && !isRatio(pack, figure, worked)) {
                    flaws.add(Flaw.doubt(
                            Where.in("clauses/", item.id(), "fixed", String.valueOf(i)), apart(item, figure, worked)));
                }
            }
        }
        return flaws;
    }

    /** Whether no part of what is written has figures that are all values of what it names. */
    private static boolean isApart(String written, List<BigDecimal> worked) {
        var parts = Stream.of(written.split("[、，；]", -1))
                .map(FiguresOfPack::numbers)
                .filter(numbers -> !numbers.isEmpty())
                .toList();
        return !parts.isEmpty()
                && parts.stream()
                        .noneMatch(numbers -> numbers.stream()
                                .allMatch(one -> worked.stream().anyMatch(value -> value.compareTo(one) == 0)));
    }

    /** Whether it is told as so much to so much, such as 5 people on 1,000 ㎡, what a parameter has as 0.005. */
    private static boolean isRatio(PolicyPack pack, Item.Figure figure, List<BigDecimal> worked) {
        var parameter = pack.parameters().get(figure.by());
        var told = numbers(figure.zh());
        return parameter != null
                && parameter.unit().isRatio()
                && told.size() == 2
                && worked.stream()
                        .anyMatch(value -> told.getFirst().multiply(value).compareTo(told.getLast()) == 0
                                || told.getLast().multiply(value).compareTo(told.getFirst()) == 0);
    }

    private static Text apart(Item item, Item.Figure figure, List<BigDecimal> worked) {
        var values = worked.stream()
                .map(one -> one.stripTrailingZeros().toPlainString())
                .distinct()
                .collect(Collectors.joining(", "));
        return Text.of(
                "条款 %s 写的是“%s”，而 %s 的值是 %s，请核对".formatted(item.id(), figure.zh(), figure.by(), values),
                "clause %s says \"%s\", but the value of %s is %s; compare them"
                        .formatted(item.id(), figure.zh(), figure.by(), values));
    }

    private static List<BigDecimal> values(PolicyPack pack, Item.Figure figure) {
        var parameters =
                Optional.ofNullable(pack.parameters().get(figure.by())).stream().flatMap(FiguresOfPack::values);
        var targets = pack.targets().stream()
                .filter(target -> target.id().equals(figure.by()))
                .map(target -> target.atLeast());
        return Stream.concat(parameters, targets).toList();
    }

    /** Its values of all times; of years also as months and the other way round. */
    private static Stream<BigDecimal> values(Parameter parameter) {
        return parameter.values().stream().map(Parameter.Value::is).flatMap(value -> switch (parameter.unit()) {
            case Unit.YEARS -> Stream.of(value, value.multiply(MONTHS_OF_A_YEAR));
            case Unit.MONTHS -> Stream.of(value, value.divide(MONTHS_OF_A_YEAR, 2, RoundingMode.HALF_UP));
            case Unit.TEN_THOUSAND_YUAN -> Stream.of(value, value.movePointRight(Unit.TEN_THOUSAND_YUAN.tens()));
            default -> Stream.of(value);
        });
    }

    /** The figures of a text without what they measure and without years; a ratio such as 1:1 is a percentage. */
    private static List<BigDecimal> numbers(String text) {
        return Figures.in(text).stream()
                .map(Figures.Figure::value)
                .filter(value -> !value.matches("[0-9]{4}年"))
                .map(value -> value.replaceAll("[^0-9.:]", ""))
                .map(FiguresOfPack::number)
                .toList();
    }

    private static BigDecimal number(String value) {
        var parts = value.split(":", -1);
        var first = new BigDecimal(parts[0].replace(",", ""));
        if (parts.length == 1) {
            return first;
        }
        var second = new BigDecimal(parts[1].replace(",", ""));
        return second.signum() == 0 ? first : first.multiply(HUNDRED).divide(second, 2, RoundingMode.HALF_UP);
    }
}
