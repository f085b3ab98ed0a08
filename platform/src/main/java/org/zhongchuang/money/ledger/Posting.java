package org.zhongchuang.money.ledger;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.engine.Text;

/**
 * One movement of money, whole or not at all.
 *
 * @param key the caller's own name for it: the same key again is the same posting
 * @param award what was decided that lets the money move; null for budgets
 * @param note the document or other ground it rests on
 */
public record Posting(String key, Act act, @Nullable UUID award, String note, List<Entry> entries) {

    public Posting {
        entries = List.copyOf(entries);
    }

    /** A sum on an account: positive where the account gains. */
    public record Entry(Account account, Fen fen) {}

    /** What happened. Which accounts each may move is a table of the schema. */
    public enum Act {
        BUDGETED("预算下达", "Budgeted"),
        CUT("预算调减", "Budget cut"),
        LAPSED("年终收回结余", "Lapsed at the end of the year"),
        COMMITTED("作出承诺", "Committed"),
        RELEASED("承诺解除", "Commitment released"),
        ORDERED("下达支付", "Ordered"),
        CANCELLED("支付撤销", "Order cancelled"),
        PAID("支付到账", "Paid"),
        BOUNCED("退票", "Bounced"),
        OFFSET("抵扣", "Offset"),
        CLAIMED("认定追回", "Claimed back"),
        WAIVED("撤销追回", "Claim dropped"),
        REPAID("收回", "Repaid"),
        VERIFIED("上级资金到账核实", "Receipt verified"),
        UNVERIFIED("上级奖励撤回", "Receipt withdrawn"),
        UNMATCHED("配套冲回", "Match unwound");

        private final Text label;

        Act(String zh, String en) {
            label = Text.of(zh, en);
        }

        public Text label() {
            return label;
        }
    }

    /** Moves a sum from one account to another. */
    public static Posting move(
            String key, Act act, @Nullable UUID award, String note, Account from, Account to, Fen fen) {
        return new Posting(key, act, award, note, List.of(new Entry(from, fen.negated()), new Entry(to, fen)));
    }
}
