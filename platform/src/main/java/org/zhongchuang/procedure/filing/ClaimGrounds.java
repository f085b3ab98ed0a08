package org.zhongchuang.procedure.filing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Programme;
import org.zhongchuang.engine.Text;
import org.zhongchuang.procedure.call.Announced;
import org.zhongchuang.procedure.call.Calls;
import org.zhongchuang.procedure.casework.CaseFile;
import org.zhongchuang.procedure.casework.Occasion;
import org.zhongchuang.procedure.casework.Occasions;
import org.zhongchuang.procedure.casework.Outcome;
import org.zhongchuang.records.registry.SubjectId;

/** The grounds on which a subject can claim, and whether it has got what one of them gives. */
@Component
class ClaimGrounds {

    private final List<Outcome> outcomes;
    private final List<Occasions> occasions;
    private final Calls calls;

    ClaimGrounds(List<Outcome> outcomes, List<Occasions> occasions, Calls calls) {
        this.outcomes = outcomes;
        this.occasions = occasions;
        this.calls = calls;
    }

    /**
     * The grounds on which a subject can claim now: one for all where nobody keeps a register of them, and one in each
     * call where claims are judged together.
     */
    List<Occasion> open(Programme programme, SubjectId subject) {
        if (programme.call() != null) {
            var call = calls.open(programme);
            if (call.isEmpty() || programme.ground() == null) {
                return call.map(one -> in(one, subject)).stream().toList();
            }
        }
        if (programme.ground() == null) {
            return List.of(Occasion.whole(subject));
        }
        return keepers(programme)
                .flatMap(one -> one.open(programme, Optional.of(subject)).stream())
                .toList();
    }

    /** Whether claims are taken today. */
    boolean areTaken(Programme programme) {
        return calls.takes(programme);
    }

    /** Whether a draft can be filed today: in the call that is open, and on its ground. */
    boolean isTaken(Programme programme, CaseFile draft) {
        return programme.call() == null
                || calls.open(programme)
                        .filter(call ->
                                programme.ground() != null || call.number().equals(draft.matter()))
                        .isPresent();
    }

    private static Occasion in(Announced call, SubjectId subject) {
        return new Occasion(
                subject,
                call.number(),
                call.name(),
                Map.of(),
                Text.of("申报批次 " + call.document(), "call " + call.document()));
    }

    private Stream<Occasions> keepers(Programme programme) {
        return occasions.stream().filter(one -> programme.restsOn(one.source()));
    }

    /** What a ground says today, used or not; nothing where there is one for all, or it is no ground any more. */
    Map<String, String> facts(Programme programme, SubjectId subject, String matter) {
        return keepers(programme)
                .flatMap(one -> one.facts(programme, subject, matter).stream())
                .findFirst()
                .orElse(Map.of());
    }

    /** Whether the subject has got already what it would claim. */
    boolean isUsedUp(Programme programme, SubjectId subject, String matter) {
        return outcomes.stream()
                .anyMatch(outcome -> outcome.concerns(programme) && outcome.has(subject, programme.id(), matter));
    }
}
