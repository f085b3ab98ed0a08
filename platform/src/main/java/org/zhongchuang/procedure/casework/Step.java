package org.zhongchuang.procedure.casework;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhongchuang.engine.StepKind;
import org.zhongchuang.engine.Text;

/**
 * Where a case stands: with its applicant, at a step of one of the sealed kinds, or at its end. What the step is called
 * in its programme says {@link CaseFile#stepId}.
 */
public enum Step {
    DRAFT("填报", "Draft"),
    ACCEPTANCE(StepKind.ACCEPTANCE),
    CORRECTION("补正", "Correction"),
    REVIEW(StepKind.REVIEW),
    SITE_VISIT(StepKind.SITE_VISIT),
    CITY_REVIEW(StepKind.CITY_REVIEW),
    EXPERT_SCORING(StepKind.EXPERT_SCORING),
    MEETING(StepKind.MEETING),
    NOTICE(StepKind.NOTICE),
    DECISION(StepKind.DECISION),
    GRANTED("已批准", "Granted"),
    REFUSED("不予批准", "Refused"),
    WITHDRAWN("已撤回", "Withdrawn");

    private final Text label;
    private final @Nullable StepKind kind;

    Step(String zh, String en) {
        this.label = Text.of(zh, en);
        this.kind = null;
    }

    Step(StepKind kind) {
        this.label = kind.label();
        this.kind = kind;
    }

    public Text label() {
        return label;
    }

    public boolean isOpen() {
        return this != GRANTED && this != REFUSED && this != WITHDRAWN;
    }

    /** Whether a claim that is judged together with others waits there for its call, the first of them it comes to. */
    public boolean isOfCall() {
        return this == MEETING || this == NOTICE || this == DECISION;
    }

    /** Whether the applicant has the case. */
    public boolean isApplicants() {
        return this == DRAFT || this == CORRECTION;
    }

    /** The kind of the steps of programmes at which a case stands then; none before, between and after them. */
    public Optional<StepKind> kind() {
        return Optional.ofNullable(kind);
    }

    /** Where a case stands while it is at a step of that kind. */
    public static Step of(StepKind kind) {
        return valueOf(kind.name());
    }

    /** The word of a step that no pack names. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
