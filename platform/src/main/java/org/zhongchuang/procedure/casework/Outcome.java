package org.zhongchuang.procedure.casework;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.engine.Programme;
import org.zhongchuang.engine.Shares;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.kernel.Refused;
import org.zhongchuang.records.registry.SubjectId;

/**
 * What a decision on a programme brings about; implemented by the module that knows, called in the deciding
 * transaction.
 */
public interface Outcome {

    boolean concerns(Programme programme);

    /** Whether the subject has already got what the programme grants on that ground. */
    boolean has(SubjectId subject, String programme, String matter);

    /** Brings about what is granted. Throws {@link Refused} where it cannot be; then nothing is decided. */
    void grant(Actor decider, CaseFile file, Terms terms);

    /**
     * What the decider laid down.
     *
     * @param document the number of the document that announces the decision
     * @param payer the area whose treasury pays, or leads where several do, or who arranges a project
     * @param computed what the rules come to; zero where no money is paid
     * @param fen what of that is paid
     * @param shares who pays how much of it, the leading payer first; none where no money is paid
     * @param parts in how many yearly or milestone parts it is paid, with what each waits for; empty for one part
     */
    record Terms(String document, String payer, Fen computed, Fen fen, List<Share> shares, List<Part> parts) {

        public Terms {
            shares = List.copyOf(shares);
            parts = List.copyOf(parts);
        }
    }

    /** What one treasury, named by its area, pays of a sum, and how much of each hundred that is. */
    record Share(String payer, BigDecimal percent, Fen fen) {

        /** The share of a treasury that pays for two. */
        Share and(Share other) {
            return new Share(payer, percent.add(other.percent), fen.plus(other.fen));
        }

        /** Its percentage as people write it: 40%. */
        public String written() {
            return Shares.written(percent);
        }

        /** What it pays in words, by the name of its area: 市财政 40%（4,000.00元）. */
        public Text said(Text area) {
            var sum = String.format(Locale.ROOT, "%,.2f", fen.toYuan());
            return Text.of(
                    "%s财政 %s（%s元）".formatted(area.zh(), written(), sum),
                    "%s treasury %s (¥%s)".formatted(area.en(), written(), sum));
        }
    }

    /** One part of a payment: how much, and what must have happened. */
    record Part(Fen fen, String milestone) {}

    /** What would be left of a sum after what the subject has got already, for the decision and its notice. */
    default Fen payable(CaseFile file, Fen fen) {
        return fen;
    }

    /** Why that is less, where it is: which earlier support it gives way to. */
    default Optional<Text> less(CaseFile file, Fen fen) {
        return Optional.empty();
    }
}
