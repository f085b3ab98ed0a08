package org.zhongchuang.procedure.filing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.procedure.casework.Act;
import org.zhongchuang.procedure.casework.CaseFile.Proposal;
import org.zhongchuang.procedure.casework.CaseFiles;
import org.zhongchuang.procedure.casework.CaseId;
import org.zhongchuang.procedure.casework.Desk;
import org.zhongchuang.procedure.casework.Handling;
import org.zhongchuang.procedure.casework.Handling.Reason;
import org.zhongchuang.procedure.casework.Step;
import org.zhongchuang.procedure.casework.Ticket;
import org.zhongchuang.procedure.notice.NoticeEnds;

/** What an applicant may do with a case that an office has: urge it on when it is late, take it back. */
@Service
public class UnderWay {

    private static final List<Step> WITH_AN_OFFICE =
            Stream.of(Step.values()).filter(step -> step.kind().isPresent()).toList();

    private final Desk desk;
    private final Costs costs;
    private final NoticeEnds notices;
    private final CaseFiles files;
    private final Clock clock;

    UnderWay(Desk desk, Costs costs, NoticeEnds notices, CaseFiles files, Clock clock) {
        this.files = files;
        this.clock = clock;
        this.desk = desk;
        this.costs = costs;
        this.notices = notices;
    }

    /** Withdraws the application; a public notice that runs ends with it. */
    @Transactional
    public Handling withdraw(Actor actor, CaseId id, Ticket ticket) {
        return desk.ofApplicant(actor, id, ticket, Act.WITHDRAWN, WITH_AN_OFFICE, file -> {
            costs.release(id);
            notices.withdraw(id.value());
            return desk.to(file, Step.WITHDRAWN, actor, ticket, Act.WITHDRAWN, "", Proposal.NONE);
        });
    }

    /** Reminds the office of a case whose time limit is over; once a day. */
    @Transactional
    public Handling urge(Actor actor, CaseId id, Ticket ticket) {
        return desk.ofApplicant(
                actor,
                id,
                ticket,
                Act.URGED,
                WITH_AN_OFFICE,
                file -> !file.isOverdue(desk.today()) || isUrgedToday(id)
                        ? Handling.refused(Reason.NOT_OVERDUE)
                        : desk.stay(file, actor, ticket, Act.URGED, ""));
    }

    private boolean isUrgedToday(CaseId id) {
        return files.events(id).stream()
                .anyMatch(event -> event.act() == Act.URGED
                        && LocalDate.ofInstant(event.at(), clock.getZone()).equals(desk.today()));
    }
}
