package org.zhongchuang.money.award;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.procedure.casework.Outcome.Part;
import org.zhongchuang.procedure.casework.Outcome.Share;

/** Instalments that two treasuries pay. */
class PaidPartTests {

    /** Whatever the instalments and the percentage, every sum is kept: of each instalment and of each treasury. */
    @Test
    void instalmentsAreDividedSoThatEachTreasuryPaysExactlyItsShare() {
        var random = new Random(6040);
        for (int trial = 0; trial < 5_000; trial++) {
            var instalments = new ArrayList<Part>();
            for (int i = random.nextInt(5); i >= 0; i--) {
                instalments.add(new Part(new Fen(1 + random.nextLong(trial % 2 == 0 ? 5 : 100_000_000)), "条件" + i));
            }
            var whole = Fen.sum(instalments.stream().map(Part::fen));
            var percent = BigDecimal.valueOf(random.nextInt(9_999) + 1, 2);
            var rest = BigDecimal.valueOf(100).subtract(percent);
            var sums = whole.inProportion(List.of(percent, rest));
            var shares = List.of(new Share("YT", percent, sums.getFirst()), new Share("YT-1", rest, sums.getLast()));

            var parts = PaidPart.of(instalments, shares);

            assertThat(parts).allMatch(part -> part.fen().isPositive());
            for (var share : shares) {
                assertThat(Fen.sum(parts.stream()
                                .filter(one -> one.payer().equals(share.payer()))
                                .map(PaidPart::fen)))
                        .isEqualTo(share.fen());
            }
            for (int nth = 1; nth <= instalments.size(); nth++) {
                var number = nth;
                assertThat(Fen.sum(parts.stream()
                                .filter(one -> one.nth() == number)
                                .map(PaidPart::fen)))
                        .isEqualTo(instalments.get(nth - 1).fen());
            }
        }
    }
}
