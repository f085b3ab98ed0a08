package org.zhongchuang.procedure.amendment.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhongchuang.engine.FactValue;
import org.zhongchuang.engine.Parameter;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.engine.Shown;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.kernel.Typed;
import org.zhongchuang.procedure.amendment.AmendParameter;
import org.zhongchuang.procedure.amendment.Amending;
import org.zhongchuang.procedure.amendment.Proposal;

/**
 * One parameter: its history, a proposal being written or waiting, and what that would do.
 *
 * @param doubt why the proposed value may be a slip
 * @param step what was just done with a value, or that one is looked over; empty where nothing was
 */
public record ParameterPage(
        PolicyPack pack,
        Parameter parameter,
        AmendParameter.Draft draft,
        Optional<Proposal> open,
        List<Proposal> past,
        @Nullable Impact impact,
        String answer,
        Amending.@Nullable Refused refused,
        Optional<Text> doubt,
        String step) {

    /** The step at which a value that may be a slip is shown once more before it is proposed. */
    static final String LOOK_OVER = "look-over";

    public boolean isLookedOver() {
        return step.equals(LOOK_OVER) && doubt.isPresent();
    }

    /** Whether that was just done. */
    public boolean has(String done) {
        return step.equals(done);
    }

    /** What is proposed, to go along while it is looked over. */
    public Map<String, String> sent() {
        return Map.of(
                "value", draft.value(), "from", draft.from(), "document", draft.document(), "reason", draft.reason());
    }

    /** The day from which the value is to hold; none where it cannot be read. */
    public @Nullable LocalDate from() {
        return Typed.day(draft.from()).orElse(null);
    }

    /** The value that holds on the day from which the new one is to hold, as far as it is shown. */
    public Optional<Text> before(boolean demonstration) {
        return Typed.day(draft.from())
                .flatMap(day -> parameter.on(day, demonstration))
                .map(one -> Shown.of(new FactValue.Quantity(one.is()), parameter.unit()));
    }

    /** What is wrong with a field, where it was that. */
    public @Nullable Text mistake(String field) {
        var of = refused == null
                ? ""
                : switch (refused.reason()) {
                    case NOT_A_VALUE -> "value";
                    case NOT_A_DAY, TOO_EARLY -> "from";
                    case NO_DOCUMENT -> "document";
                    case NO_REASON -> open.isPresent() ? "answer" : "reason";
                    default -> "";
                };
        return refused != null && of.equals(field) ? refused.reason().text() : null;
    }
}
