package org.zhongchuang.procedure.decision;

import java.time.LocalDate;
import org.zhongchuang.engine.Text;

/**
 * How a decision reached its applicant (送达).
 *
 * @param note who received it, or the number of the letter; empty where it was opened here
 */
public record Delivery(Way way, LocalDate day, String note) {

    /** By which way. */
    public enum Way {
        OPENED("在本系统查看", "opened here"),
        HANDED("直接送达", "handed over"),
        POSTED("邮寄送达", "by post");

        private final Text label;

        Way(String zh, String en) {
            this.label = Text.of(zh, en);
        }

        public Text label() {
            return label;
        }
    }

    /** The last day for administrative review: 60 days from delivery (行政复议法). */
    public LocalDate lastDayOfReview() {
        return day.plusDays(60);
    }

    /** The last day to go to court: six months from delivery (行政诉讼法第四十六条). */
    public LocalDate lastDayOfSuit() {
        return day.plusMonths(6);
    }
}
