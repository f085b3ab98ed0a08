package org.zhongchuang.procedure.filing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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
    List<Occasion> open(Programme programme, SubjectId subject) {
        return programme.ground() == null
                ? List.of(Occasion.whole(subject))
                : keepers(programme)
                        .flatMap(one -> one.open(programme, Optional.of(subject)).stream())
                        .toList();
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
