package org.zhongchuang.procedure.decision;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.procedure.casework.Act;
import org.zhongchuang.procedure.casework.CaseFile;
import org.zhongchuang.procedure.casework.CaseFile.Proposal;
import org.zhongchuang.procedure.casework.CaseFiles;
import org.zhongchuang.procedure.casework.Handling.Reason;
import org.zhongchuang.procedure.notice.Notices;

/** What has to be so before a case is decided: by somebody else, as proposed, after its notice. */
@Component
class BeforeDecision {

    private final CaseFiles files;
    private final Notices notices;

    BeforeDecision(CaseFiles files, Notices notices) {
        this.files = files;
        this.notices = notices;
    }

    /** Why the actor may not grant it; in the order in which they are told. */
    Optional<Reason> againstGrant(Actor actor, CaseFile file) {
        var against = against(actor, file, Proposal.GRANT);
        return against.isPresent() || notices.hasEndedUnchallenged(file.id().value())
                ? against
                : Optional.of(Reason.NOTICE_NOT_OVER);
    }

    /** Why the actor may not refuse it; nobody waits for a notice to refuse. */
    Optional<Reason> againstRefusal(Actor actor, CaseFile file) {
        return against(actor, file, Proposal.REFUSE);
    }

    private Optional<Reason> against(Actor actor, CaseFile file, Proposal proposal) {
        if (hasReviewed(actor, file)) {
            return Optional.of(Reason.SAME_PERSON);
        }
        return file.proposal() == proposal ? Optional.empty() : Optional.of(Reason.OTHER_PROPOSAL);
    }

    private boolean hasReviewed(Actor actor, CaseFile file) {
        return files.hasActed(file.id(), actor.person(), Act.ofReview());
    }
}
