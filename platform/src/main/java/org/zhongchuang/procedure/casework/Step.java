package org.zhongchuang.procedure.casework;

import java.util.Locale;
import org.zhongchuang.engine.Text;

/** Where a case stands. The words are those of the procedure; a programme lists which of them it goes through. */
public enum Step {
    DRAFT("填报", "Draft"),
    ACCEPTANCE("受理", "Acceptance"),
    CORRECTION("补正", "Correction"),
    TRAINING("创业培训核对", "Check of the training"),
    CREDIT("信用社区意见", "Opinion of the credit community"),
    LOAN("银行填报", "The bank's part"),
    REVIEW("审核推荐", "Review"),
    SITE_VISIT("现场核查", "Site visit"),
    CITY_REVIEW("形式审查", "City review"),
    EXPERT_SCORING("专家评审", "Expert scoring"),
    MEETING("会议审定", "Meeting"),
    NOTICE("公示", "Public notice"),
    DECISION("决定", "Decision"),
    GRANTED("已批准", "Granted"),
    REFUSED("不予批准", "Refused"),
    WITHDRAWN("已撤回", "Withdrawn");

    private final Text label;

    Step(String zh, String en) {
        this.label = Text.of(zh, en);
    }

    public Text label() {
        return label;
    }

    public boolean isOpen() {
        return this != GRANTED && this != REFUSED && this != WITHDRAWN;
    }

    /** Whether the applicant has the case. */
    public boolean isApplicants() {
        return this == DRAFT || this == CORRECTION;
    }

    public static Step of(String packWord) {
        return valueOf(packWord.toUpperCase(Locale.ROOT));
    }
}
