package org.zhongchuang.money.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.PersonId;
import org.zhongchuang.ground.kernel.Refusal;

/**
 * The end of a budget year of one treasury. Before it is closed the lines are what it would come to today.
 *
 * @param proposedBy empty while nobody has proposed it
 * @param document the document that closes the year; empty until it is closed
 */
public record Closing(
        String payer,
        int year,
        Optional<PersonId> proposedBy,
        Optional<LocalDate> closedOn,
        String document,
        List<Line> lines) {

    public Closing {
        lines = List.copyOf(lines);
    }

    /**
     * One budget: {@code budget = paid + carried + lapsed}.
     *
     * @param carried promised by decisions and not yet arrived: paid later out of the same year's books
     */
    public record Line(String programme, Fen budget, Fen paid, Fen carried, Fen lapsed) {}

    public boolean isClosed() {
        return closedOn.isPresent();
    }

    /** What came of an attempt to close a year. */
    public sealed interface Attempt {

        static Attempt refused(Reason reason) {
            return new Refused(reason);
        }
    }

    public record Done(Closing closing) implements Attempt {}

    public record Refused(Reason reason) implements Attempt {}

    /** Why it was not done; where several reasons apply, one is told. */
    public enum Reason implements Refusal {
        CLOSED_ALREADY("这一年度已经结账。", "That year is closed already."),
        YEAR_RUNS(
                "年度还没有结束：预算年度到12月31日为止（预算法第十八条）。",
                "The year is not over: a budget year runs to 31 December (Budget Law, article 18)."),
        NO_BOOKS("这一年度没有预算。", "There is no budget for that year."),
        NOT_PROPOSED("请先由一人提出结账。", "Somebody has to propose the closing first."),
        SAME_PERSON("提出和确认结账须由不同的人办理。", "Proposing and confirming take different people."),
        NOT_COMPLETE("请填写结账依据的文号（4到60字）。", "Give the document that closes the year, 4 to 60 characters."),
        MOVED_MEANWHILE(
                "结账时账目有变动，请重试。",
                "The books moved meanwhile; try again.",
                "no_account_falls_below_its_floor",
                "a_closed_year_takes_nothing_new",
                "a_key_means_one_posting");
        private final Text text;
        private final Set<String> constraints;

        Reason(String zh, String en, String... constraints) {
            this.text = Text.of(zh, en);
            this.constraints = Set.of(constraints);
        }

        @Override
        public Text text() {
            return text;
        }

        @Override
        public Set<String> constraints() {
            return constraints;
        }
    }
}
