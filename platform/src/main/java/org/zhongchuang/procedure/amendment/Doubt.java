package org.zhongchuang.procedure.amendment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.zhongchuang.engine.FactValue;
import org.zhongchuang.engine.Parameter;
import org.zhongchuang.engine.Shown;
import org.zhongchuang.engine.Text;
import org.zhongchuang.engine.formula.Unit;

/**
 * Why a value that can be read may still be a slip of the hand: it is far from the one before it, or more than its unit
 * usually allows. It is asked about once; what an authority confirms stands.
 */
final class Doubt {

    private static final BigDecimal FAR = BigDecimal.TEN;
    private static final BigDecimal WHOLE = new BigDecimal(100);

    private Doubt() {}

    static Optional<Text> of(Parameter parameter, BigDecimal value, LocalDate from, boolean isDemonstration) {
        return parameter
                .on(from, isDemonstration)
                .map(Parameter.Value::is)
                .flatMap(before -> far(parameter.unit(), before, value))
                .or(() -> parameter.unit() == Unit.PERCENT && value.compareTo(WHOLE) > 0
                        ? Optional.of(Text.of("比例超过100%", "a share of more than 100%"))
                        : Optional.empty());
    }

    private static Optional<Text> far(Unit unit, BigDecimal before, BigDecimal value) {
        if (before.signum() == 0 || value.compareTo(before) == 0) {
            return Optional.empty();
        }
        var now = Shown.of(new FactValue.Quantity(before), unit);
        if (value.signum() == 0) {
            return Optional.of(Text.of("改为0，原来是" + now.zh(), "nothing instead of " + now.en()));
        }
        var isMore = value.compareTo(before) > 0;
        var times =
                isMore ? value.divide(before, 1, RoundingMode.HALF_UP) : before.divide(value, 1, RoundingMode.HALF_UP);
        if (times.compareTo(FAR) < 0) {
            return Optional.empty();
        }
        var shown = new DecimalFormat("#,##0.#", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(times);
        return Optional.of(
                isMore
                        ? Text.of("是原来" + now.zh() + "的" + shown + "倍", shown + " times the former " + now.en())
                        : Text.of(
                                "只有原来" + now.zh() + "的" + shown + "分之一", "1/" + shown + " of the former " + now.en()));
    }
}
