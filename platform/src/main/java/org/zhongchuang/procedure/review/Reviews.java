package org.zhongchuang.procedure.review;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhongchuang.procedure.casework.CaseId;

/** What was written down while a case was reviewed. */
@Component
public class Reviews {

    private final Visits visits;
    private final Ballots ballots;
    private final Meetings meetings;

    Reviews(Visits visits, Ballots ballots, Meetings meetings) {
        this.visits = visits;
        this.ballots = ballots;
        this.meetings = meetings;
    }

    /** What offices saw, what experts thought of it, what the meeting resolved. */
    public record Review(Optional<Visit> visit, List<Ballot> ballots, Optional<Meeting> meeting) {}

    public Review of(CaseId id) {
        return new Review(visits.of(id), ballots.of(id), meetings.of(id));
    }
}
