package org.zhongchuang.procedure.decision;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.zhongchuang.engine.Text;

/** What a refusal may rest on besides a condition that does not hold. */
public enum RefusalGround {
    UNTRUE("申报材料或陈述不真实", "What was handed in or said is not true"),
    VISIT("现场核查不符合", "The visit found that it is not so"),
    SCORE("专家评审未达到合格分", "The experts' score is below the pass mark"),
    OBJECTION("公示异议成立", "An objection to the public notice was upheld"),
    NOT_CORRECTED("逾期没有补正", "It was not corrected in time"),
    BARRED("在不得申报的期限内，或同一事项已享受支持", "Support is barred, or was given for the same matter"),
    OTHER("其他依法不予批准的情形（写明依据的条款）", "Another ground in law (name the provision)");

    /** Stands before its word where the reasons of a decision are kept, so that it is not taken for a condition. */
    private static final String MARK = "ground.";

    private final Text label;

    RefusalGround(String zh, String en) {
        this.label = Text.of(zh, en);
    }

    public Text label() {
        return label;
    }

    /** How a reason names it: {@code ground.untrue}. */
    public String word() {
        return MARK + name().toLowerCase(Locale.ROOT);
    }

    static Optional<RefusalGround> named(String word) {
        return Stream.of(values()).filter(one -> one.word().equals(word)).findFirst();
    }
}
