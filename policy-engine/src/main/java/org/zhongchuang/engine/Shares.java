package org.zhongchuang.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Whose money a programme gives on a day, and how much of each hundred.
 *
 * @param all those who pay, in the order of the pack; their percentages make a hundred
 */
public record Shares(List<Share> all) {

    /** All of it, in percent. */
    public static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    public Shares {
        all = List.copyOf(all);
    }

    /** What one of them pays of each hundred. */
    public record Share(Programme.Payer payer, BigDecimal percent) {

        /** As people write it: 40%. */
        public String written() {
            return Shares.written(percent);
        }
    }

    /** A percentage as people write it: 40%, 33.33%. */
    public static String written(BigDecimal percent) {
        return percent.stripTrailingZeros().toPlainString() + "%";
    }

    /**
     * Who pays by the values of that day.
     *
     * @param demonstration whether shares that no authority has set may stand in; without them the shares are unknown
     * @return empty where a share has no value on that day, or those there are pass the whole
     */
    public static Optional<Shares> of(PolicyPack pack, Programme programme, LocalDate day, boolean demonstration) {
        var parameters = pack.home(programme.id()).parameters();
        var shares = new ArrayList<Share>();
        var left = WHOLE;
        for (var one : programme.payers()) {
            var percent = one.share() == null
                    ? Optional.of(left)
                    : Optional.ofNullable(parameters.get(one.share()))
                            .flatMap(parameter -> parameter.on(day, demonstration))
                            .map(Parameter.Value::is);
            if (percent.isEmpty() || percent.get().compareTo(left) > 0) {
                return Optional.empty();
            }
            shares.add(new Share(one.payer(), percent.get()));
            left = left.subtract(percent.get());
        }
        return Optional.of(new Shares(shares));
    }

    /** What each pays of a sum: rounded down to the fen, and the last the rest. */
    public List<Fen> of(Fen fen) {
        return fen.inProportion(all.stream().map(Share::percent).toList());
    }

    /** Who pays, in words, with the share of each where there are several: 市财政 40%、所在地财政 60%. */
    public static Text said(PolicyPack pack, Programme programme, LocalDate day, boolean demonstration) {
        if (programme.payers().size() == 1) {
            return pack.name(programme.payer());
        }
        var known = of(pack, programme, day, demonstration);
        return known.isPresent()
                ? Text.of(
                        joined(
                                known.get().all(),
                                "、",
                                one -> pack.name(one.payer()).zh() + " " + one.written()),
                        joined(
                                known.get().all(),
                                ", ",
                                one -> pack.name(one.payer()).en() + " " + one.written()))
                : Text.of(
                        joined(
                                        programme.payers(),
                                        "、",
                                        one -> pack.name(one.payer()).zh()) + "（比例未定）",
                        joined(
                                        programme.payers(),
                                        ", ",
                                        one -> pack.name(one.payer()).en()) + " (shares not set)");
    }

    private static <T> String joined(List<T> all, String between, Function<T, String> said) {
        return all.stream().map(said).collect(Collectors.joining(between));
    }
}
