package org.zhongchuang.procedure.inbox;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zhongchuang.procedure.casework.CaseId;
import org.zhongchuang.procedure.casework.Defects;
import org.zhongchuang.procedure.casework.Paper;
import org.zhongchuang.procedure.casework.Papers;
import org.zhongchuang.procedure.decision.Decisions;
import org.zhongchuang.procedure.filing.Costs;
import org.zhongchuang.procedure.notice.Notices;
import org.zhongchuang.procedure.review.Reviews;

/** Gathers from each step of a case what was written down there. */
@Component
class CaseRecords {

    private final Papers papers;
    private final Costs costs;
    private final Defects defects;
    private final Reviews reviews;
    private final Notices notices;
    private final Decisions decisions;

    CaseRecords(Papers papers, Costs costs, Defects defects, Reviews reviews, Notices notices, Decisions decisions) {
        this.papers = papers;
        this.costs = costs;
        this.defects = defects;
        this.reviews = reviews;
        this.notices = notices;
        this.decisions = decisions;
    }

    Optional<Paper> paper(CaseId id, UUID paper) {
        return papers.find(id, paper);
    }

    CaseRecord of(CaseId id) {
        var review = reviews.of(id);
        return new CaseRecord(
                papers.of(id),
                costs.of(id),
                defects.of(id),
                review.visit(),
                review.ballots(),
                review.meeting(),
                notices.latest(id.value()),
                decisions.about(id));
    }
}
