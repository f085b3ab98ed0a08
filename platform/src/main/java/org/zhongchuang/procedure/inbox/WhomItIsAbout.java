package org.zhongchuang.procedure.inbox;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.procedure.casework.CaseFile;
import org.zhongchuang.procedure.casework.ClaimedGraduates;
import org.zhongchuang.records.registry.Space;
import org.zhongchuang.records.registry.Spaces;

/** Whom a case is about beyond its subject: the makerspace, or the person for whom a firm claims. */
@Component
class WhomItIsAbout {

    private final Spaces spaces;
    private final ClaimedGraduates graduates;

    WhomItIsAbout(Spaces spaces, ClaimedGraduates graduates) {
        this.spaces = spaces;
        this.graduates = graduates;
    }

    Optional<Space> space(CaseFile file) {
        return spaces.find(file.subject());
    }

    /**
     * Of a claim for a graduate who was hired: who that is; empty where it is for nobody, or the reader is not told.
     */
    Optional<List<String>> hired(Actor reader, CaseFile file) {
        return Optional.ofNullable(graduates.of(reader, List.of(file)).get(file.id()));
    }
}
