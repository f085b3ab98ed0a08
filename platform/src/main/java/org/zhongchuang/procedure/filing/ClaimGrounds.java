package org.zhongchuang.procedure.filing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Programme;
import org.zhongchuang.procedure.casework.Occasion;
import org.zhongchuang.procedure.casework.Occasions;
import org.zhongchuang.procedure.casework.Outcome;
import org.zhongchuang.records.registry.SubjectId;

/** The grounds on which a subject can claim, and whether it has got what one of them gives. */
@Component
class ClaimGrounds {

    private final List<Outcome> outcomes;
    private final List<Occasions> occasions;

    ClaimGrounds(List<Outcome> outcomes, List<Occasions> occasions) {
        this.outcomes = outcomes;
        this.occasions = occasions;
    }

    /** The grounds on which a subject can claim now: one for all where nobody keeps a register of them. */
    List<Occasion> open(String programme, SubjectId subject) {
        var keepers = occasions.stream()
                .filter(one -> one.programme().equals(programme))
                .toList();
        return keepers.isEmpty()
                ? List.of(Occasion.whole(subject))
                : keepers.stream()
                        .flatMap(one -> one.open(Optional.of(subject)).stream())
                        .toList();
    }

    /** What a ground says today, used or not; nothing where there is one for all, or it is no ground any more. */
    Map<String, String> facts(String programme, SubjectId subject, String matter) {
        return occasions.stream()
                .filter(one -> one.programme().equals(programme))
                .flatMap(one -> one.facts(subject, matter).stream())
                .findFirst()
                .orElse(Map.of());
    }

    /** Whether the subject has got already what it would claim. */
    boolean isUsedUp(Programme programme, SubjectId subject, String matter) {
        return outcomes.stream()
                .anyMatch(outcome -> outcome.concerns(programme) && outcome.has(subject, programme.id(), matter));
    }
}
