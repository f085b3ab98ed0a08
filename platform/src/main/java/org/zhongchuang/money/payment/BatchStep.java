package org.zhongchuang.money.payment;

import java.time.Instant;
import org.zhongchuang.engine.Text;

/** Something that was done with a batch, by whom and when; {@code words} are the reason, where it has one. */
public record BatchStep(What what, String who, Instant at, String words) {

    /** What was done. */
    public enum What {
        MADE("制单", "Made"),
        FIRST("第一人审批", "First approval"),
        SECOND("第二人审批", "Second approval"),
        SENT("送出", "Sent"),
        DROPPED("撤销", "Dropped"),
        BOUNCED("确认退票", "Bounce confirmed"),
        KEPT("没有退票，仍为到账", "No bounce, still arrived");

        private final Text label;

        What(String zh, String en) {
            label = Text.of(zh, en);
        }

        public Text label() {
            return label;
        }
    }
}
