package org.zhongchuang.records.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhongchuang.engine.Statistic;

/** Which figures are known from what was counted, those that are made of others included. */
final class KnownFigures {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private KnownFigures() {}

    /** The figures by id, in the order of the pack. */
    static Map<String, BigDecimal> of(List<Statistic> statistics, Map<String, BigDecimal> counted) {
        var figures = new LinkedHashMap<String, BigDecimal>();
        for (var one : statistics) {
            known(one, counted, figures).ifPresent(figure -> figures.put(one.id(), figure));
        }
        return figures;
    }

    /** A figure; empty where the rows cannot tell it. What may be counted and was not is zero. */
    private static Optional<BigDecimal> known(
            Statistic one, Map<String, BigDecimal> counted, Map<String, BigDecimal> figures) {
        return switch (one.count()) {
            case SHARE ->
                share(one.parts().stream()
                        .map(part -> figures.getOrDefault(part, BigDecimal.ZERO))
                        .toList());
            case MONTHS_OPEN, MONTHS_LEFT ->
                Optional.ofNullable(counted.get(one.id())).map(figure -> scaled(one, figure));
            default -> Optional.of(scaled(one, counted.getOrDefault(one.id(), BigDecimal.ZERO)));
        };
    }

    private static Optional<BigDecimal> share(List<BigDecimal> parts) {
        return parts.get(1).signum() == 0
                ? Optional.empty()
                : Optional.of(parts.get(0).multiply(HUNDRED).divide(parts.get(1), 2, RoundingMode.HALF_UP));
    }

    private static BigDecimal scaled(Statistic one, BigDecimal figure) {
        return figure.setScale(one.unit().decimals(), RoundingMode.HALF_UP);
    }
}
