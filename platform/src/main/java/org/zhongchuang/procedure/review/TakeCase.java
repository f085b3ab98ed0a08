package org.zhongchuang.procedure.review;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.procedure.casework.Act;
import org.zhongchuang.procedure.casework.CaseFiles;
import org.zhongchuang.procedure.casework.CaseId;
import org.zhongchuang.procedure.casework.Desk;
import org.zhongchuang.procedure.casework.Handling;
import org.zhongchuang.procedure.casework.Step;
import org.zhongchuang.procedure.casework.Ticket;

/** An officer takes a case on, so that colleagues see who works on it; the next step begins untaken. */
@Service
public class TakeCase {

    private static final List<Step> OFFICE_STEPS = List.of(
            Step.ACCEPTANCE, Step.REVIEW, Step.SITE_VISIT, Step.CITY_REVIEW, Step.MEETING, Step.NOTICE, Step.DECISION);

    private final Desk desk;
    private final CaseFiles files;

    TakeCase(Desk desk, CaseFiles files) {
        this.desk = desk;
        this.files = files;
    }

    @Transactional
    public Handling take(Actor actor, CaseId id, Ticket ticket) {
        return desk.act(actor, id, ticket, OFFICE_STEPS, file -> {
            files.assign(file, actor.person());
            return desk.stay(file, actor, ticket, Act.TAKEN, "");
        });
    }
}
