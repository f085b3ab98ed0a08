package org.zhongchuang.money.award;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.procedure.casework.Outcome.Part;
import org.zhongchuang.procedure.casework.Outcome.Share;

/**
 * What one treasury pays of one instalment.
 *
 * @param nth which instalment, from 1
 * @param payer the area whose treasury pays it
 */
record PaidPart(int nth, String payer, Fen fen, String milestone) {

    /**
     * Divides each instalment between those who pay. Sums are divided as they add up, so that with the last instalment
     * each has paid exactly their share of the whole; who pays nothing of an instalment has no part of it.
     */
    static List<PaidPart> of(List<Part> instalments, List<Share> shares) {
        List<BigDecimal> weights = shares.stream().map(Share::percent).toList();
        var before = new HashMap<String, Fen>();
        var upTo = Fen.ZERO;
        var parts = new ArrayList<PaidPart>();
        for (int nth = 1; nth <= instalments.size(); nth++) {
            var instalment = instalments.get(nth - 1);
            upTo = upTo.plus(instalment.fen());
            var sums = upTo.inProportion(weights);
            for (int i = 0; i < shares.size(); i++) {
                var payer = shares.get(i).payer();
                var fen = sums.get(i).minus(before.getOrDefault(payer, Fen.ZERO));
                before.put(payer, sums.get(i));
                if (fen.isPositive()) {
                    parts.add(new PaidPart(nth, payer, fen, instalment.milestone()));
                }
            }
        }
        return parts;
    }
}
