package org.zhongchuang.procedure.casework;

import java.util.List;
import java.util.Optional;
import org.zhongchuang.procedure.notice.PublicNotice;

/** What a case has gathered on its way, whoever may see it. */
record CaseRecord(
        List<Paper> papers,
        List<Costs.Invoice> invoices,
        List<Defect> defects,
        Optional<Visit> visit,
        List<Ballot> ballots,
        Optional<Meeting> meeting,
        Optional<PublicNotice> notice,
        Optional<Decision> decision) {}
