package org.zhongchuang.procedure.casework;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.engine.Programme;
import org.zhongchuang.engine.StepKind;
import org.zhongchuang.ground.access.Accounts;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.audit.AuditLog;
import org.zhongchuang.ground.kernel.FormId;
import org.zhongchuang.ground.kernel.Refused;
import org.zhongchuang.procedure.casework.CaseFile.Proposal;
import org.zhongchuang.procedure.casework.Handling.Reason;

/**
 * What every act on a case has in common. Sent twice, it is done once. It is refused unless it is the actor's turn and
 * the case still stands as they saw it. It is written into the history of the case and the record of acts.
 *
 * <p>An act is a transaction, or part of the one around it.
 */
@Component
public class Desk {

    /** The most characters of what somebody writes about a case in one field. */
    public static final int LONGEST_TEXT = 4_000;

    /** What is done only once it is known where a case stands among the others of its call. */
    private static final Set<Act> AFTER_ITS_CALL = EnumSet.of(Act.NOTICE_PUBLISHED, Act.GRANTED);

    private final CaseFiles files;
    private final Accounts accounts;
    private final CaseRules rules;
    private final CaseFacts facts;
    private final Deadlines deadlines;
    private final AuditLog audit;

    Desk(CaseFiles files, Accounts accounts, CaseRules rules, CaseFacts facts, Deadlines deadlines, AuditLog audit) {
        this.files = files;
        this.accounts = accounts;
        this.rules = rules;
        this.facts = facts;
        this.deadlines = deadlines;
        this.audit = audit;
    }

    /**
     * Holds the case, checks whose turn it is, and lets {@code act} do the rest. A repeated ticket changes nothing.
     *
     * @param what what is done by it; the same ticket for anything else is refused
     */
    @Transactional
    public Handling act(
            Actor actor, CaseId id, Ticket ticket, Act what, List<Step> steps, Function<CaseFile, Handling> act) {
        return act(actor, id, ticket, what, steps, file -> file.isWith(actor), act);
    }

    /** The same for what an applicant may do while an office has the case. */
    @Transactional
    public Handling ofApplicant(
            Actor actor, CaseId id, Ticket ticket, Act what, List<Step> steps, Function<CaseFile, Handling> act) {
        return act(actor, id, ticket, what, steps, file -> actor.isApplicant() && files.isOwn(actor, file), act);
    }

    /** The same where it is for {@code turn} to say whose turn it is. */
    @Transactional
    public Handling act(
            Actor actor,
            CaseId id,
            Ticket ticket,
            Act what,
            List<Step> steps,
            Predicate<CaseFile> turn,
            Function<CaseFile, Handling> act) {
        var locked = files.lock(id);
        if (locked.isEmpty()) {
            return Handling.refused(Reason.NO_SUCH_CASE);
        }
        var file = locked.get();
        var form = new FormId(ticket.request());
        if (audit.isDone(actor, form, what.name(), id, ticket.content())) {
            return new Handling.Done(file);
        }
        if (!files.isNear(actor, file)) {
            return Handling.refused(Reason.NOT_YOURS);
        }
        if (!steps.contains(file.step())) {
            return Handling.refused(file.version() == ticket.version() ? Reason.WRONG_STEP : Reason.CHANGED_MEANWHILE);
        }
        if (!turn.test(file)) {
            return Handling.refused(Reason.NOT_YOURS);
        }
        // Experts score side by side; each has a ballot of their own, so another's vote does not make theirs stale.
        if (file.version() != ticket.version() && file.step() != Step.EXPERT_SCORING) {
            return Handling.refused(Reason.CHANGED_MEANWHILE);
        }
        if (!actor.isApplicant() && isRelated(actor.login(), file)) {
            return Handling.refused(Reason.RELATED);
        }
        if (AFTER_ITS_CALL.contains(what) && waitsForCall(file)) {
            return Handling.refused(Reason.CALL_NOT_SETTLED);
        }
        var handling = act.apply(file);
        if (files.hasWrittenWith(ticket.request())) {
            audit.isFirst(actor, form, what.name(), id, ticket.content());
        }
        return handling;
    }

    /** Whether it goes on only once its call is settled. */
    public boolean waitsForCall(CaseFile file) {
        return facts.waitsForCall(file);
    }

    /** Whether a text is as long as the database will have it. */
    public static boolean fits(String text, int least, int most) {
        return text.length() >= least && text.length() <= most;
    }

    public boolean isRelated(String login, CaseFile file) {
        return accounts.appointmentsOf(login).stream()
                .anyMatch(one -> one.organisation().equals(file.applicant()));
    }

    public Programme programme(CaseFile file) {
        return rules.programme(file);
    }

    public LocalDate today() {
        return deadlines.today();
    }

    /** Moves on to the step that the programme names after this one. */
    public Handling forward(CaseFile file, Actor actor, Ticket ticket, Act act, String note) {
        return to(file, rules.next(file), actor, ticket, act, note, file.proposal());
    }

    /** Moves to that step of the programme. */
    public Handling to(
            CaseFile file,
            Programme.Step step,
            @Nullable Actor actor,
            @Nullable Ticket ticket,
            Act act,
            String note,
            Proposal proposal) {
        return move(file, Step.of(step.does()), Optional.of(step), actor, ticket, act, note, proposal);
    }

    /** Moves to the first step of that kind that the programme has, or to an end. */
    public Handling to(
            CaseFile file,
            Step step,
            @Nullable Actor actor,
            @Nullable Ticket ticket,
            Act act,
            String note,
            Proposal proposal) {
        var named = step.isOpen() ? Optional.of(rules.stepOf(file, step)) : Optional.<Programme.Step>empty();
        return move(file, step, named, actor, ticket, act, note, proposal);
    }

    private Handling move(
            CaseFile file,
            Step step,
            Optional<Programme.Step> named,
            @Nullable Actor actor,
            @Nullable Ticket ticket,
            Act act,
            String note,
            Proposal proposal) {
        bound(note);
        if (step == Step.NOTICE && !facts.speakFor(file, today())) {
            throw new Refused(Reason.CRITERIA_NOT_MET);
        }
        files.move(
                file,
                step,
                named.map(Programme.Step::step).orElse(step.word()),
                named.map(Desk::holderOf).orElse(null),
                // While it waits for its call no time limit runs.
                named.filter(_ -> !step.isOfCall() || proposal == Proposal.REFUSE || !waitsForCall(file))
                        .map(one -> deadlines.after(rules.limit(file, one.days())))
                        .orElse(null),
                null,
                step == Step.NOTICE ? Proposal.GRANT : proposal);
        return record(file, actor, ticket, act, note);
    }

    /** Stops the clock of the present step: what is left of it is remembered. */
    public Handling pauseForCorrection(CaseFile file, Actor actor, Ticket ticket, String note) {
        var due = file.dueOn() == null ? today() : file.dueOn();
        files.move(
                file,
                Step.CORRECTION,
                Step.CORRECTION.word(),
                Role.OPERATOR,
                deadlines.after(rules.limit(file, programme(file).filed().correctionDays())),
                deadlines.left(due),
                file.proposal());
        return record(file, actor, ticket, Act.RETURNED, note);
    }

    /**
     * Gives the applicant time to answer; the present step has that much longer.
     *
     * @param parameter the parameter with the working days
     * @return the last day to answer
     */
    public LocalDate giveTime(CaseFile file, String parameter) {
        var left = file.dueOn() == null ? 0 : deadlines.left(file.dueOn());
        var days = rules.limit(file, parameter);
        files.setDue(file, deadlines.after(Math.max(left, 1) + days));
        return deadlines.after(days).day();
    }

    /** Goes back to the step that returned the case; its clock runs on with what was left of it. */
    public Handling resume(CaseFile file, Actor actor, Ticket ticket) {
        var left = file.daysLeft() == null ? 0 : file.daysLeft();
        var paused = files.pausedAt(file)
                .flatMap(id -> programme(file).filed().steps().stream()
                        .filter(one -> one.step().equals(id))
                        .findFirst())
                .orElseGet(() -> rules.stepOf(file, Step.ACCEPTANCE));
        files.move(
                file,
                Step.of(paused.does()),
                paused.step(),
                holderOf(paused),
                deadlines.after(Math.max(left, 1)),
                null,
                file.proposal());
        return record(file, actor, ticket, Act.CORRECTED, "");
    }

    /** Writes down an act that does not move the case. */
    public Handling stay(CaseFile file, Actor actor, Ticket ticket, Act act, String note) {
        bound(note);
        files.touch(file);
        return record(file, actor, ticket, act, note);
    }

    private static void bound(String note) {
        if (note.length() > LONGEST_TEXT) {
            throw new Refused(Reason.TOO_LONG);
        }
    }

    private Handling record(CaseFile file, @Nullable Actor actor, @Nullable Ticket ticket, Act act, String note) {
        files.record(file.id(), act, actor, note, ticket == null ? null : ticket.request());
        var subject = file.number() == null ? file.id().toString() : file.number();
        if (actor == null) {
            audit.recordWithoutActor("case." + act.name(), subject, "");
        } else {
            audit.record(actor, "case." + act.name(), subject, "");
        }
        return new Handling.Done(files.find(file.id()).orElseThrow());
    }

    private static Role holderOf(Programme.Step step) {
        return Role.named(step.role()).orElseThrow();
    }

    /**
     * Where a case goes that the decider does not follow: to the meeting, or to whoever handled it before the notice.
     */
    public static Programme.Step stepToReconsider(Programme programme) {
        var steps = programme.filed().steps();
        var kinds = steps.stream().map(Programme.Step::does).toList();
        return kinds.contains(StepKind.MEETING)
                ? steps.get(kinds.indexOf(StepKind.MEETING))
                : steps.get(Math.max(kinds.indexOf(StepKind.NOTICE) - 1, 0));
    }
}
