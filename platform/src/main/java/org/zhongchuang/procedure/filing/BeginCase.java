package org.zhongchuang.procedure.filing;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import org.zhongchuang.engine.Audience;
import org.zhongchuang.engine.Programme;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.procedure.casework.Applicant;
import org.zhongchuang.procedure.casework.CaseFile;
import org.zhongchuang.procedure.casework.CaseFiles;
import org.zhongchuang.procedure.casework.Handling;
import org.zhongchuang.procedure.casework.Handling.Reason;
import org.zhongchuang.procedure.casework.Occasion;
import org.zhongchuang.procedure.casework.Occasions;
import org.zhongchuang.procedure.casework.Outcome;
import org.zhongchuang.records.registry.Space;
import org.zhongchuang.records.registry.Spaces;
import org.zhongchuang.records.registry.Subjects;

/** Begins an application for somebody who has neither got what it asks for nor an application that is still open. */
@Service
public class BeginCase {

    private final CaseFiles files;
    private final Drafts drafts;
    private final Costs costs;
    private final Policies policies;
    private final Spaces spaces;
    private final Subjects subjects;
    private final List<Outcome> outcomes;
    private final List<Occasions> occasions;

    BeginCase(
            CaseFiles files,
            Drafts drafts,
            Costs costs,
            Policies policies,
            Spaces spaces,
            Subjects subjects,
            List<Outcome> outcomes,
            List<Occasions> occasions) {
        this.files = files;
        this.drafts = drafts;
        this.costs = costs;
        this.policies = policies;
        this.spaces = spaces;
        this.subjects = subjects;
        this.outcomes = outcomes;
        this.occasions = occasions;
    }

    /** For whom the actor can apply: an operator for its makerspaces, a firm or a founder for themselves. */
    public List<Applicant> applicants(Actor actor) {
        return files.keepsSpaces(actor)
                ? spaces.ofOperator(actor.organisation()).stream()
                        .map(BeginCase::applicant)
                        .toList()
                : subjects.actingAs(actor).stream()
                        .map(one -> new Applicant(one.id(), one.name(), one.area()))
                        .toList();
    }

    /** The programmes that the actor can file for. */
    public List<Programme> programmes(Actor actor) {
        return policies.current().programmes().values().stream()
                .filter(one -> one.procedure().isPresent() && isFor(actor, one))
                .toList();
    }

    private boolean isFor(Actor actor, Programme programme) {
        return (programme.beneficiary() == Audience.OPERATOR) == files.keepsSpaces(actor);
    }

    /** The grounds on which a subject can claim now: one for all where nobody keeps a register of them. */
    public List<Occasion> occasions(String programme, UUID subject) {
        var keepers = occasions.stream()
                .filter(one -> one.programme().equals(programme))
                .toList();
        return keepers.isEmpty()
                ? List.of(Occasion.whole(subject))
                : keepers.stream()
                        .flatMap(one -> one.open(Optional.of(subject)).stream())
                        .toList();
    }

    /** What is open of a programme for a subject of the actor's. */
    public Optional<CaseFile> begun(Actor actor, String programme, UUID subject) {
        return files.ofOperator(actor.organisation()).stream()
                .filter(one -> one.programme().equals(programme)
                        && one.subject().equals(subject)
                        && one.step().isOpen()
                        && files.isOwn(actor, one))
                .findFirst();
    }

    /** Begins with the one ground there is for all. */
    @Transactional
    public Handling begin(Actor actor, String programme, Space space) {
        return begin(actor, programme, space.id(), "");
    }

    @Transactional
    public Handling begin(Actor actor, String programme, UUID subject, String matter) {
        var applicant = applicants(actor).stream()
                .filter(one -> one.subject().equals(subject))
                .findFirst();
        var offered = policies.current().programmes().get(programme);
        if (applicant.isEmpty() || !files.ownsSubject(actor, subject) || offered == null || !isFor(actor, offered)) {
            return Handling.refused(Reason.NOT_YOURS);
        }
        if (outcomes.stream()
                .anyMatch(outcome -> outcome.concerns(offered) && outcome.has(subject, programme, matter))) {
            return Handling.refused(Reason.ALREADY_GRANTED);
        }
        if (files.hasOpen(subject, programme, matter)) {
            return Handling.refused(Reason.ALREADY_OPEN);
        }
        var ground = occasions(programme, subject).stream()
                .filter(one -> one.matter().equals(matter))
                .findFirst();
        if (ground.isEmpty()) {
            return Handling.refused(Reason.NO_GROUND);
        }
        CaseFile file;
        try {
            file = files.add(actor, programme, policies.current().edition(), applicant.get(), ground.get());
        } catch (DuplicateKeyException _) {
            // A colleague began it in the same moment.
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return Handling.refused(Reason.ALREADY_OPEN);
        }
        drafts.prefill(file, ground.get());
        costs.sum(file);
        return new Handling.Done(file);
    }

    private static Applicant applicant(Space space) {
        return new Applicant(space.id(), space.profile().name(), space.profile().area());
    }
}
