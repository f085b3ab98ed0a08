package org.zhongchuang.money.bank;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.engine.Text;

/** One line of a result file, as the bank wrote it, what came of it here, and how it was cleared where it had to be. */
public record Answer(
        int line, UUID payment, boolean arrived, Fen fen, String reason, Came came, Optional<Cleared> cleared) {

    /** That somebody has asked the bank: who, when, what the bank said, and what holds. */
    public record Cleared(String who, Instant at, String why, Held held) {}

    /** What holds of a payment of which the bank has said both. */
    public enum Held {
        BOUNCED(
                "此前登记退票，这份回单说到账：已向银行核实，确为退票",
                "on record as bounced, said here to have arrived: the bank was asked, it did bounce"),
        ARRIVED(
                "此前登记退票，这份回单说到账：已向银行核实，确已到账，已登记",
                "on record as bounced, said here to have arrived: the bank was asked, it did arrive and is booked");

        private final Text text;

        Held(String zh, String en) {
            text = Text.of(zh, en);
        }

        public Text text() {
            return text;
        }
    }

    /** What is to be read beside the line today. */
    public Text text() {
        return cleared.map(one -> one.held().text()).orElse(came.text());
    }

    /** What came of a line. */
    public enum Came {
        ARRIVED(Sort.NEW, "到账，已登记", "arrived, booked"),
        BOUNCED(Sort.NEW, "退票，已登记", "bounced, booked"),
        SAME(Sort.UNCHANGED, "与已登记的相同，没有变动", "as on record already, nothing changed"),
        CAME_BACK(
                Sort.CONTRADICTING,
                "此前登记到账，这份回单说退票：已提出退票，由另一人确认才登记",
                "on record as arrived, said here to have bounced: proposed as a bounce, booked once another person confirms it"),
        ARRIVED_AFTER_ALL(
                Sort.CONTRADICTING,
                "此前登记退票，这份回单说到账：登记没有改，这笔资金暂停支付，由另一人向银行核实",
                "on record as bounced, said here to have arrived: the record stands, the award is not paid again until another "
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
