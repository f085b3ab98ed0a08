package org.zhongchuang.procedure.inbox;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zhongchuang.procedure.casework.Defects;
import org.zhongchuang.procedure.casework.Papers;
import org.zhongchuang.procedure.decision.Decisions;
import org.zhongchuang.procedure.filing.Costs;
import org.zhongchuang.procedure.notice.Notices;
import org.zhongchuang.procedure.review.Ballots;
import org.zhongchuang.procedure.review.Meetings;
import org.zhongchuang.procedure.review.Visits;

/** Gathers from each step of a case what was written down there. */
@Component
class CaseRecords {

    private final Papers papers;
    private final Costs costs;
    private final Defects defects;
    private final Visits visits;
    private final Ballots ballots;
    private final Meetings meetings;
    private final Notices notices;
    private final Decisions decisions;

    CaseRecords(
            Papers papers,
            Costs costs,
            Defects defects,
            Visits visits,
            Ballots ballots,
            Meetings meetings,
            Notices notices,
            Decisions decisions) {
        this.papers = papers;
        this.costs = costs;
        this.defects = defects;
        this.visits = visits;
        this.ballots = ballots;
        this.meetings = meetings;
        this.notices = notices;
        this.decisions = decisions;
    }

    CaseRecord of(UUID id) {
        return new CaseRecord(
                papers.of(id),
                costs.of(id),
                defects.of(id),
                visits.of(id),
                ballots.of(id),
                meetings.of(id),
                notices.latest(id),
                decisions.of(id));
    }
}
