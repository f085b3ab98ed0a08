package org.zhongchuang.casework;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.zhongchuang.access.Role;
import org.zhongchuang.engine.Text;

/** Where a case stands. The words are those of the procedure; a programme lists which of them it goes through. */
public enum Step {
    DRAFT("填报", "Draft", Role.OPERATOR),
    ACCEPTANCE("受理", "Acceptance", Role.COUNTY_OFFICER),
    CORRECTION("补正", "Correction", Role.OPERATOR),
    REVIEW("审核推荐", "County review", Role.COUNTY_OFFICER),
    SITE_VISIT("现场核查", "Site visit", Role.COUNTY_OFFICER),
    CITY_REVIEW("形式审查", "City review", Role.CITY_OFFICER),
    EXPERT_SCORING("专家评审", "Expert scoring", Role.EXPERT),
    MEETING("会议审定", "Meeting", Role.CITY_OFFICER),
    NOTICE("公示", "Public notice", Role.CITY_OFFICER),
    DECISION("决定", "Decision", Role.CITY_DECIDER),
    GRANTED("已认定", "Granted", null),
    REFUSED("不予认定", "Refused", null),
    WITHDRAWN("已撤回", "Withdrawn", null);

    private final Text label;
    private final @Nullable Role holder;

    Step(String zh, String en, @Nullable Role holder) {
        this.label = Text.of(zh, en);
        this.holder = holder;
    }

    public Text label() {
        return label;
    }

    /** Who has the case at this step; null once it is closed. */
    public @Nullable Role holder() {
        return holder;
    }

    public boolean isOpen() {
        return holder != null;
    }

    static Step of(String packWord) {
        return valueOf(packWord.toUpperCase(Locale.ROOT));
    }
}
