package org.zhongchuang.law.reading.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.ground.kernel.Typed;
import org.zhongchuang.ground.shell.Problem;
import org.zhongchuang.law.policy.Policies;

/** The day as of which a document is read: today, or another one that the address names. */
@Component
class ReadingDay {

    /** Before every document: a day that was asked for and cannot be read. */
    private static final LocalDate NO_DAY = LocalDate.MIN;

    private final Policies policies;
    private final Clock clock;

    ReadingDay(Policies policies, Clock clock) {
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * A document as it stands on a day.
     *
     * @param on the day where that is not today; null otherwise
     */
    record Read(PolicyPack policy, LocalDate day, @Nullable LocalDate on) {}

    /** Empty where the document was not there on that day, or it is none. */
    Optional<Read> of(String pack, Optional<String> on) {
        var today = LocalDate.now(clock);
        var day = on.map(typed -> Typed.day(typed).orElse(NO_DAY)).orElse(today);
        var policy = policies.find(pack, day).orElseThrow(() -> Problem.noSuchThing("policy " + pack));
        return on.isPresent() && day.isBefore(policy.document().effectiveFrom())
                ? Optional.empty()
                : Optional.of(new Read(policy, day, day.equals(today) ? null : day));
    }

    /** The page on which a day is chosen says at its field what is wrong with this one. */
    static ModelAndView otherDay(String pack, Optional<String> on) {
        return new ModelAndView("redirect:/policies/{pack}/editions", Map.of("pack", pack, "on", on.orElse("")));
    }

    Policies policies() {
        return policies;
    }
}
