package org.zhongchuang.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.zhongchuang.engine.Programme.PaymentShare;
import org.zhongchuang.engine.formula.Unit;

/** Checks who pays what a programme gives, where several do: each is a treasury, and together they pay the whole. */
final class ShareCheck {

    private final PolicyPack pack;
    private final Flaws flaws;
    private final LimitCheck limits;

    ShareCheck(PolicyPack pack, Flaws flaws) {
        this.pack = pack;
        this.flaws = flaws;
        this.limits = new LimitCheck(pack, flaws);
    }

    void check() {
        for (var programme : pack.programmes().values()) {
            var payers = programme.payers();
            if (programme.payer() != payers.getFirst().payer()) {
                flaws.add(
                        Where.programme(programme.id(), "payer"),
                        "payer 和 payers 只写一个",
                        "write either payer or payers");
            }
            if (payers.size() > 1) {
                several(payers, Where.programme(programme.id(), "payers"));
            } else if (payers.getFirst().share() != null) {
                flaws.add(
                        Where.programme(programme.id(), "payers", "0", "share"),
                        "只有一个出资方，不写 share",
                        "one who pays alone has no share");
            }
        }
    }

    private void several(List<PaymentShare> payers, Where where) {
        var seen = new TreeSet<Programme.Payer>();
        for (int i = 0; i < payers.size(); i++) {
            var one = payers.get(i);
            var place = where.at(String.valueOf(i));
            var word = Names.word(one.payer());
            if (!one.payer().isTreasury()) {
                flaws.add(
                        place.at("payer"),
                        "%s 不能分担出资；分担的只能是 city、county_of_seat",
                        "%s cannot pay a share; only city and county_of_seat can",
                        word);
            }
            if (!seen.add(one.payer())) {
                flaws.add(place.at("payer"), "出资方 %s 写了两次", "the payer %s is named twice", word);
            }
            var last = i == payers.size() - 1;
            if (last && one.share() != null) {
                flaws.add(place.at("share"), "最后一个出资方付余下的，不写 share", "the last payer pays the rest and has no share");
            } else if (!last && one.share() == null) {
                flaws.add(
                        place,
                        "出资方 %s 缺 share；只有最后一个不写",
                        "the payer %s has no share; only the last one goes without",
                        word);
            }
            limits.of(place.at("share"), one.share(), Set.of(Unit.PERCENT), 0);
        }
        together(payers, where);
    }

    /** On each day on which one of them changes, what is already paid leaves something for the last, or nothing. */
    private void together(List<PaymentShare> payers, Where where) {
        var shares = payers.stream()
                .map(PaymentShare::share)
                .filter(Objects::nonNull)
                .map(pack.parameters()::get)
                .filter(Objects::nonNull)
                .toList();
        var days = new TreeSet<LocalDate>();
        shares.forEach(share -> share.values().forEach(value -> days.add(value.from())));
        for (var day : days) {
            var sum = shares.stream()
                    .flatMap(share -> share.on(day).stream())
                    .map(Parameter.Value::is)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            if (sum.compareTo(Shares.WHOLE) > 0) {
                flaws.add(
                        where,
                        "自 %s 起出资比例合计 %s%%，超过 100%%",
                        "from %s on the shares make %s%%, more than 100%%",
                        day,
                        sum.toPlainString());
            }
        }
    }
}
