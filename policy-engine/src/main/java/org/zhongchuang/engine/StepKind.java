package org.zhongchuang.engine;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is done at a step of a procedure. The kinds are few and known to the program, which has an act for each; a pack
 * orders steps of these kinds, gives each to an office, and may give it a name of its own.
 */
public enum StepKind {
    ACCEPTANCE("受理", "Acceptance"),
    REVIEW("审核推荐", "Review"),
    SITE_VISIT("现场核查", "Site visit"),
    CITY_REVIEW("形式审查", "City review"),
    EXPERT_SCORING("专家评审", "Expert scoring"),
    MEETING("会议审定", "Meeting"),
    NOTICE("公示", "Public notice"),
    DECISION("决定", "Decision");

    private final Text label;

    StepKind(String zh, String en) {
        this.label = Text.of(zh, en);
    }

    public Text label() {
        return label;
    }

    /** The kind that has this word of a pack for a name. */
    static Optional<StepKind> named(String word) {
        return Stream.of(values()).filter(kind -> Names.word(kind).equals(word)).findFirst();
    }
}
