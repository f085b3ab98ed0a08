package org.zhongchuang.procedure.review;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.engine.calendar.WorkingDays;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.procedure.casework.Act;
import org.zhongchuang.procedure.casework.CaseFile;
import org.zhongchuang.procedure.casework.CaseFile.Proposal;
import org.zhongchuang.procedure.casework.CaseFiles;
import org.zhongchuang.procedure.casework.CaseId;
import org.zhongchuang.procedure.casework.CaseRules;
import org.zhongchuang.procedure.casework.Desk;
import org.zhongchuang.procedure.casework.Handling;
import org.zhongchuang.procedure.casework.Handling.Reason;
import org.zhongchuang.procedure.casework.Step;
import org.zhongchuang.procedure.casework.Ticket;
import org.zhongchuang.procedure.notice.AnswerObjections;
import org.zhongchuang.procedure.notice.Notices;
import org.zhongchuang.procedure.notice.Objection;

/** The public notice of a case: it is published, and objections to it are answered. */
@Service
public class NoticeActs {

    private final Desk desk;
    private final CaseFiles files;
    private final Notices notices;
    private final AnswerObjections answers;
    private final CaseRules rules;
    private final Publications publications;

    NoticeActs(
            Desk desk,
            CaseFiles files,
            Notices notices,
            AnswerObjections answers,
            CaseRules rules,
            Publications publications) {
        this.desk = desk;
        this.files = files;
        this.notices = notices;
        this.answers = answers;
        this.rules = rules;
        this.publications = publications;
    }

    /** Publishes the notice; its first day is today if today is worked, or the next working day. */
    @Transactional
    public Handling publish(Actor actor, CaseId id, Ticket ticket) {
        return desk.act(actor, id, ticket, Act.NOTICE_PUBLISHED, List.of(Step.NOTICE), file -> {
            if (notices.running(id.value()).isPresent()) {
                return Handling.refused(Reason.WRONG_STEP);
            }
            var notice = notices.publish(
                    actor,
                    publications.of(file, desk.programme(file)),
                    rules.limit(file, rules.limitOf(file, Step.NOTICE)),
                    rules.limit(file, desk.programme(file).filed().timeToCheckObjections()),
                    rules.limit(file, desk.programme(file).filed().objectionDays()));
            files.setDue(file, new WorkingDays.Due(notice.lastDay(), notice.provisional()));
            return desk.stay(files.find(id).orElseThrow(), actor, ticket, Act.NOTICE_PUBLISHED, "");
        });
    }

    /**
     * Looks at an objection. Admitted: the notice waits until it is answered. Not admitted: it is answered with the
     * reason, and the notice runs on. Who has reviewed the case may not.
     */
    @Transactional
    public Handling check(Actor actor, CaseId id, Ticket ticket, UUID objection, boolean admits, String reason) {
        var what = admits ? Act.OBJECTION_ADMITTED : Act.OBJECTION_DISMISSED;
        return about(actor, id, ticket, what, objection, Objection.State.RECEIVED, (file, found) -> {
            if (admits) {
                answers.admit(actor, found);
                return goOn(file, actor, ticket, Act.OBJECTION_ADMITTED, "");
            }
            if (reason.isBlank()) {
                return Handling.refused(Reason.NO_REASON);
            }
            answers.dismiss(actor, found, reason);
            return goOn(file, actor, ticket, Act.OBJECTION_DISMISSED, reason);
        });
    }

    /**
     * Answers an objection. Rejected: the notice runs on with the days it had left. Upheld: the notice is over and
     * refusal proposed. Who has reviewed the case may not answer.
     */
    @Transactional
    public Handling answer(Actor actor, CaseId id, Ticket ticket, UUID objection, boolean upheld, String reply) {
        var what = upheld ? Act.OBJECTION_UPHELD : Act.OBJECTION_REJECTED;
        return about(actor, id, ticket, what, objection, Objection.State.ADMITTED, (file, found) -> {
            if (reply.isBlank()) {
                return Handling.refused(Reason.NO_REASON);
            }
            answers.answer(actor, found, upheld, reply);
            return upheld
                    ? desk.to(file, Step.DECISION, actor, ticket, Act.OBJECTION_UPHELD, reply, Proposal.REFUSE)
                    : goOn(file, actor, ticket, Act.OBJECTION_REJECTED, reply);
        });
    }

    /** Who objected, for whoever has to look at the objection or answer it; empty for everybody else. */
    @Transactional
    public Optional<Objection.Sender> sender(Actor actor, CaseFile file, UUID objection) {
        return files.isNear(actor, file) && file.isWith(actor) && !hasReviewed(actor, file)
                ? answers.waiting(file.id().value()).stream()
                        .filter(one -> one.id().equals(objection))
                        .findFirst()
                        .map(one -> answers.sender(actor, one))
                : Optional.empty();
    }

    private boolean hasReviewed(Actor actor, CaseFile file) {
        return files.hasActed(file.id(), actor.person(), Act.RECOMMENDED, Act.CITY_PASSED);
    }

    private Handling about(
            Actor actor,
            CaseId id,
            Ticket ticket,
            Act what,
            UUID objection,
            Objection.State state,
            BiFunction<CaseFile, Objection, Handling> act) {
        return desk.act(actor, id, ticket.about(objection), what, List.of(Step.NOTICE), file -> {
            if (hasReviewed(actor, file)) {
                return Handling.refused(Reason.SAME_PERSON);
            }
            return answers.waiting(id.value()).stream()
                    .filter(one -> one.id().equals(objection) && one.state() == state)
                    .findFirst()
                    .map(found -> act.apply(file, found))
                    .orElse(Handling.refused(Reason.WRONG_STEP));
        });
    }

    /** The case stays in its step, until what comes next: another objection, or the last day of the notice. */
    private Handling goOn(CaseFile file, Actor actor, Ticket ticket, Act act, String note) {
        var notice = notices.latest(file.id().value()).orElseThrow();
        files.setDue(
                file,
                notices.nextDue(notice.id())
                        .map(day -> new WorkingDays.Due(day, false))
                        .orElse(new WorkingDays.Due(notice.lastDay(), notice.provisional())));
        return desk.stay(files.find(file.id()).orElseThrow(), actor, ticket, act, note);
    }
}
