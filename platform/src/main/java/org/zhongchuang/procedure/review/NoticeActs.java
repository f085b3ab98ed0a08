package org.zhongchuang.procedure.review;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.calendar.WorkingDays;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.procedure.casework.Act;
import org.zhongchuang.procedure.casework.CaseFile.Proposal;
import org.zhongchuang.procedure.casework.CaseFiles;
import org.zhongchuang.procedure.casework.CaseId;
import org.zhongchuang.procedure.casework.Desk;
import org.zhongchuang.procedure.casework.Handling;
import org.zhongchuang.procedure.casework.Handling.Reason;
import org.zhongchuang.procedure.casework.Step;
import org.zhongchuang.procedure.casework.Ticket;
import org.zhongchuang.procedure.notice.Notices;

/** The public notice of a case: it is published, and objections to it are answered. */
@Service
public class NoticeActs {

    private final Desk desk;
    private final CaseFiles files;
    private final Notices notices;
    private final Policies policies;
    private final Publications publications;

    NoticeActs(Desk desk, CaseFiles files, Notices notices, Policies policies, Publications publications) {
        this.desk = desk;
        this.files = files;
        this.notices = notices;
        this.policies = policies;
        this.publications = publications;
    }

    /** Publishes the notice; its first day is today if today is worked, or the next working day. */
    @Transactional
    public Handling publish(Actor actor, CaseId id, Ticket ticket) {
        return desk.act(actor, id, ticket, List.of(Step.NOTICE), file -> {
            if (notices.running(id.value()).isPresent()) {
                return Handling.refused(Reason.WRONG_STEP);
            }
            var notice = notices.publish(
                    actor,
                    publications.of(file, desk.programme(file)),
                    policies.limit(desk.limitOf(file, Step.NOTICE)),
                    policies.limit(desk.programme(file).filed().objectionDays()));
            files.setDue(file, new WorkingDays.Due(notice.lastDay(), notice.provisional()));
            return desk.stay(files.find(id).orElseThrow(), actor, ticket, Act.NOTICE_PUBLISHED, "");
        });
    }

    /**
     * Answers an objection. Rejected: the notice runs on with the days it had left. Upheld: the notice is over and
     * refusal proposed. Who has reviewed the case may not answer.
     */
    @Transactional
    public Handling answer(Actor actor, CaseId id, Ticket ticket, UUID objection, boolean upheld, String reply) {
        return desk.act(actor, id, ticket, List.of(Step.NOTICE), file -> {
            if (files.hasActed(id, actor.person(), Act.RECOMMENDED, Act.CITY_PASSED)) {
                return Handling.refused(Reason.SAME_PERSON);
            }
            if (reply.isBlank()) {
                return Handling.refused(Reason.NO_REASON);
            }
            if (!notices.isWaiting(id.value(), objection)) {
                return Handling.refused(Reason.WRONG_STEP);
            }
            var notice = notices.answer(actor, objection, upheld, reply);
            if (upheld) {
                return desk.to(file, Step.DECISION, actor, ticket, Act.OBJECTION_UPHELD, reply, Proposal.REFUSE);
            }
            files.setDue(file, new WorkingDays.Due(notice.lastDay(), notice.provisional()));
            return desk.stay(files.find(id).orElseThrow(), actor, ticket, Act.OBJECTION_REJECTED, reply);
        });
    }
}
