package org.zhongchuang.procedure.inbox;

import java.util.List;
import java.util.Optional;
import org.zhongchuang.procedure.casework.Defect;
import org.zhongchuang.procedure.casework.Paper;
import org.zhongchuang.procedure.decision.Deciding;
import org.zhongchuang.procedure.filing.Submissions.Submission;
import org.zhongchuang.procedure.notice.PublicNotice;
import org.zhongchuang.procedure.review.Ballot;
import org.zhongchuang.procedure.review.Meeting;
import org.zhongchuang.procedure.review.Visit;

/** What a case has gathered on its way, whoever may see it. */
record CaseRecord(
        List<Paper> papers,
        Submission submission,
        List<Defect> defects,
        Optional<Visit> visit,
        List<Ballot> ballots,
        Optional<Meeting> meeting,
        Optional<PublicNotice> notice,
        Deciding deciding) {}
