package org.zhongchuang.procedure.inbox;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zhongchuang.procedure.casework.CaseFile;
import org.zhongchuang.procedure.casework.CaseId;
import org.zhongchuang.procedure.casework.Defects;
import org.zhongchuang.procedure.casework.Paper;
import org.zhongchuang.procedure.casework.Papers;
import org.zhongchuang.procedure.decision.Decisions;
import org.zhongchuang.procedure.filing.Submissions;
import org.zhongchuang.procedure.notice.Notices;
import org.zhongchuang.procedure.review.Reviews;

/** Gathers from each step of a case what was written down there. */
@Component
class CaseRecords {

    private final Papers papers;
    private final Submissions submissions;
    private final Defects defects;
    private final Reviews reviews;
    private final Notices notices;
    private final Decisions decisions;

    CaseRecords(
            Papers papers,
            Submissions submissions,
            Defects defects,
            Reviews reviews,
            Notices notices,
            Decisions decisions) {
        this.papers = papers;
        this.submissions = submissions;
        this.defects = defects;
        this.reviews = reviews;
        this.notices = notices;
        this.decisions = decisions;
    }

    Optional<Paper> paper(CaseId id, UUID paper) {
        return papers.find(id, paper);
    }

    CaseRecord of(CaseFile file) {
        var id = file.id();
        var review = reviews.of(id);
        return new CaseRecord(
                papers.of(id),
                submissions.of(file),
                defects.of(id),
                review.visit(),
                review.ballots(),
                review.meeting(),
                notices.latest(id.value()),
                decisions.about(id));
    }
}
