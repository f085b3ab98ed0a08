package org.zhongchuang.money.recovery;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.OrganisationId;
import org.zhongchuang.ground.kernel.InTheWay;
import org.zhongchuang.money.award.AwardId;

/** A claim for money back; {@code due} is what has not come back yet. */
public record Claim(
        UUID id,
        AwardId award,
        String number,
        String name,
        OrganisationId organisation,
        Fen fen,
        Fen due,
        Ground ground,
        String reasons,
        String recomputed,
        State state,
        Optional<String> document,
        Optional<LocalDate> dueOn,
        Optional<LocalDate> appealUntil,
        String appeal,
        String answer) {

    /** Why money must come back. */
    public enum Ground {
        FACTS("事实更正", "Facts corrected"),
        RULES("规则更正", "Rules corrected"),
        WITHDRAWN("上级奖励撤回", "The higher award was withdrawn"),
        MISUSE("挪用", "Misuse"),
        DECEPTION("弄虚作假", "Deception");

        private final Text label;

        Ground(String zh, String en) {
            label = Text.of(zh, en);
        }

        public Text label() {
            return label;
        }
    }

    /** How far a claim is. */
    public enum State {
        PROPOSED("待确认", "Proposed"),
        DUE("待缴回", "Due"),
        APPEALED("复议中，暂停追缴", "Appealed: paused"),
        SETTLED("已结清", "Settled"),
        DROPPED("已撤销", "Dropped");

        private final Text label;

        State(String zh, String en) {
            label = Text.of(zh, en);
        }

        public Text label() {
            return label;
        }
    }

    /** As what stands in the way of another claim on the same award. */
    InTheWay inTheWay() {
        return new InTheWay(
                Text.of(
                        number + " · " + state.label().zh(),
                        number + " · " + state.label().en()),
                "/recoveries/" + id);
    }
}
