package org.zhongchuang.money.bank;

import java.util.UUID;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.engine.Text;

/** One line of a result file, as the bank wrote it, and what came of it here. */
public record Answer(int line, UUID payment, boolean arrived, Fen fen, String reason, Came came) {

    /** What came of a line. */
    public enum Came {
        ARRIVED(Sort.NEW, "到账，已登记", "arrived, booked"),
        BOUNCED(Sort.NEW, "退票，已登记", "bounced, booked"),
        SAME(Sort.UNCHANGED, "与已登记的相同，没有变动", "as on record already, nothing changed"),
        CAME_BACK(
                Sort.CONTRADICTING,
                "此前登记到账，现在说退票：已提出退票，由另一人确认，确认前仍为到账",
                "on record as arrived, now said to have bounced: proposed as a bounce for another person to confirm, arrived until then"),
        ARRIVED_AFTER_ALL(
                Sort.CONTRADICTING,
                "此前登记退票，现在说到账：登记没有改，这笔资金暂停支付，由另一人向银行核实",
                "on record as bounced, now said to have arrived: the record stands, the award is not paid again until another "
                        + "person has asked the bank"),
        BOTH(
                Sort.CONTRADICTING,
                "同一份文件里这一笔既有到账又有退票：都没有登记，请向银行核实",
                "the same file says both that it arrived and that it bounced: neither was booked; ask the bank"),
        OTHER_SUM(Sort.UNKNOWN, "金额与本批次这一笔不符：没有登记", "the sum is not that of the payment in this batch: not booked"),
        OTHER_PAYMENT(Sort.UNKNOWN, "笔号不在本批次中：没有登记", "no payment of this batch has that number: not booked");

        private final Sort sort;
        private final Text text;

        Came(Sort sort, String zh, String en) {
            this.sort = sort;
            text = Text.of(zh, en);
        }

        public Sort sort() {
            return sort;
        }

        public Text text() {
            return text;
        }
    }

    /** How lines are counted. */
    public enum Sort {
        NEW("新登记", "new"),
        UNCHANGED("没有变动", "unchanged"),
        CONTRADICTING("与此前矛盾", "contradicting"),
        UNKNOWN("对不上本批次", "not of this batch");

        private final Text label;

        Sort(String zh, String en) {
            label = Text.of(zh, en);
        }

        public Text label() {
            return label;
        }
    }
}
