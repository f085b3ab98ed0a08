package org.zhongchuang.money.standstill;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.engine.Text;
import org.zhongchuang.procedure.casework.CaseId;

/**
 * One reason for which money does not arrive.
 *
 * @param caseFile the case that it was granted in, and {@code number} its number
 * @param payer the area whose treasury pays
 * @param fen what does not arrive for it
 * @param detail in the words of whoever stopped it; the number of the batch it was left out of
 * @param batch where the payment stands, or which it was left out of
 * @param until the day from which it goes on by itself
 * @param mine whether the reader is one who can put it right
 */
public record Standstill(
        Why why,
        CaseId caseFile,
        String number,
        String name,
        String payer,
        Fen fen,
        LocalDate since,
        String detail,
        Optional<UUID> batch,
        Optional<LocalDate> until,
        boolean mine) {

    /** Why, who has to act, and where. */
    public enum Why {
        JUDGED(
                Turn.TREASURY,
                "决定需要复核",
                "the decision is looked at again",
                "财政或科技部门：追回差额，或写明理由维持",
                "treasury or science office: claim the difference back or keep the decision with a reason"),
        FINDING(
                Turn.OFFICE,
                "疑点属实",
                "a finding is true",
                "认定人以外的核查人员：写明处理结果",
                "somebody else than who found it true: say how it was dealt with"),
        BANK(
                Turn.TREASURY,
                "银行先说退票、后说到账",
                "the bank said that it bounced and later that it arrived",
                "读入回单和制单以外的财政人员：向银行核实",
                "a finance officer who neither read the file nor made the batch: ask the bank"),
        BOUNCE_SAID(
                Turn.TREASURY,
                "到账后又说退票，待确认",
                "said to have come back after it arrived",
                "提出和制单以外的财政人员：确认或不确认",
                "a finance officer who neither said so nor made the batch: confirm it or not"),
        ANSWER(
                Turn.TREASURY,
                "银行回单对不上，没有登记",
                "what the bank said does not fit and was not booked",
                "财政人员：请银行重出回单，再导入",
                "a finance officer: get a right result from the bank and import it"),
        NEW_ACCOUNT_NEEDED(
                Turn.PAYEE,
                "退票，等另一个账户",
                "bounced, waits for another account",
                "收款单位：在“我的资金”提交另一个账户",
                "the payee: give another account on the page “My money”"),
        NEW_ACCOUNT_TO_CONFIRM(
                Turn.TREASURY,
                "退票，新账户待确认",
                "bounced, the new account waits to be confirmed",
                "财政人员：另行核实并确认账户",
                "a finance officer: ask back and confirm the account"),
        ACCOUNT_NEEDED(
                Turn.PAYEE,
                "没有收款账户",
                "no bank account",
                "收款单位：在“我的资金”提交账户",
                "the payee: give an account on the page “My money”"),
        ACCOUNT_TO_CONFIRM(
                Turn.TREASURY,
                "收款账户待确认",
                "the bank account waits to be confirmed",
                "财政人员：另行核实并确认账户",
                "a finance officer: ask back and confirm the account"),
        ACCOUNT_COOLING(
                Turn.NOBODY,
                "新账户在冷静期",
                "the new account may not be used yet",
                "不用办理，到期自动可以支付",
                "nobody: it can be paid when the day has come"),
        LEFT_OUT(
                Turn.TREASURY,
                "制单时没有列入",
                "left out when a batch was made",
                "制单的财政人员：核查后列入下一批次",
                "whoever makes batches: look into it and put it into the next one");

        private final Turn turn;
        private final Text label;
        private final Text who;

        Why(Turn turn, String zh, String en, String whoZh, String whoEn) {
            this.turn = turn;
            label = Text.of(zh, en);
            who = Text.of(whoZh, whoEn);
        }

        public Text label() {
            return label;
        }

        /** Whose turn it is, and what they do. */
        public Text who() {
            return who;
        }

        boolean isForTreasury() {
            return turn == Turn.TREASURY;
        }
    }

    private enum Turn {
        TREASURY,
        OFFICE,
        PAYEE,
        NOBODY
    }

    /** The page on which it is put right, as that page declares its address. */
    public String door() {
        return switch (why) {
            case BANK, BOUNCE_SAID, ANSWER -> "/finance/batches/{id}";
            case NEW_ACCOUNT_NEEDED, ACCOUNT_NEEDED, ACCOUNT_COOLING -> "/awards/{number}";
            case JUDGED, FINDING, NEW_ACCOUNT_TO_CONFIRM, ACCOUNT_TO_CONFIRM, LEFT_OUT ->
                address().replaceFirst("\\?.*", "");
        };
    }

    /** Where it is put right, for whoever handles it. */
    public String address() {
        return switch (why) {
            case JUDGED -> "/recoveries?show=affected";
            case FINDING -> "/warnings?case=" + number;
            case BANK, BOUNCE_SAID, ANSWER ->
                batch.map(id -> "/finance/batches/" + id).orElse("/awards/" + number);
            case NEW_ACCOUNT_TO_CONFIRM, ACCOUNT_TO_CONFIRM -> "/finance/payments?show=accounts";
            case LEFT_OUT -> "/finance/payments?show=queue";
            case NEW_ACCOUNT_NEEDED, ACCOUNT_NEEDED, ACCOUNT_COOLING -> "/awards/" + number;
        };
    }
}
