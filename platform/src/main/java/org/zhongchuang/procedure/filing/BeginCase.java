package org.zhongchuang.procedure.filing;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
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
import org.zhongchuang.procedure.casework.Step;
import org.zhongchuang.records.registry.Space;
import org.zhongchuang.records.registry.SubjectId;

/** Begins an application for somebody who has neither got what it asks for nor an application that is still open. */
@Service
public class BeginCase {

    private final CaseFiles files;
    private final Drafts drafts;
    private final Costs costs;
    private final Policies policies;
    private final Represented represented;
    private final ClaimGrounds grounds;

    BeginCase(
            CaseFiles files,
            Drafts drafts,
            Costs costs,
            Policies policies,
            Represented represented,
            ClaimGrounds grounds) {
        this.files = files;
        this.drafts = drafts;
        this.costs = costs;
        this.policies = policies;
        this.represented = represented;
        this.grounds = grounds;
    }

    /** For whom the actor can apply. */
    public List<Applicant> applicants(Actor actor) {
        return represented.of(actor);
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

    /** The grounds on which a subject can claim now. */
    public List<Occasion> occasions(String programme, SubjectId subject) {
        return grounds.open(policies.current().programme(programme), subject);
    }

    /** The grounds on which a subject has not got yet what a programme gives. */
    public List<Occasion> unused(Programme programme, SubjectId subject) {
        return grounds.open(programme, subject).stream()
                .filter(one -> !grounds.isUsedUp(programme, subject, one.matter()))
                .toList();
    }

    /** What the actor's applications have brought already, the latest decision first. */
    public List<CaseFile> granted(Actor actor) {
        return files.ofOperator(actor.organisation()).stream()
                .filter(one -> one.step() == Step.GRANTED && files.isOwn(actor, one))
                .sorted(Comparator.comparing(CaseFile::stepSince).reversed())
                .toList();
    }

    /** What was granted of a programme to a subject of the actor's on one ground. */
    public Optional<CaseFile> granted(Actor actor, String programme, SubjectId subject, String matter) {
        return granted(actor).stream()
                .filter(one -> one.programme().equals(programme)
                        && one.subject().equals(subject)
                        && one.matter().equals(matter))
                .findFirst();
    }

    /** What is open of a programme for a subject of the actor's on one ground. */
    public Optional<CaseFile> begun(Actor actor, String programme, SubjectId subject, String matter) {
        return open(actor)
                .filter(one -> one.programme().equals(programme)
                        && one.subject().equals(subject)
                        && one.matter().equals(matter))
                .findFirst();
    }

    /** The drafts of the actor's that are not filed yet, the latest first. */
    public List<CaseFile> drafts(Actor actor) {
        return open(actor).filter(one -> one.step() == Step.DRAFT).toList();
    }

    private Stream<CaseFile> open(Actor actor) {
        return files.ofOperator(actor.organisation()).stream()
                .filter(one -> one.step().isOpen() && files.isOwn(actor, one));
    }

    /** Begins with the one ground there is for all. */
    @Transactional
    public Handling begin(Actor actor, String programme, Space space) {
        return begin(actor, programme, space.id(), "");
    }

    @Transactional
    public Handling begin(Actor actor, String programme, SubjectId subject, String matter) {
        var applicant = represented.of(actor).stream()
                .filter(one -> one.subject().equals(subject))
                .findFirst();
        var offered = policies.current().programmes().get(programme);
        if (offered == null) {
            return Handling.refused(Reason.NO_SUCH_PROGRAMME);
        }
        if (!policies.isInForce(programme)) {
            return Handling.refused(Reason.NOT_IN_FORCE);
        }
        if (applicant.isEmpty() || !files.ownsSubject(actor, subject)) {
            return Handling.refused(Reason.NOT_YOUR_SUBJECT);
        }
        if (!isFor(actor, offered)) {
            return Handling.refused(Reason.NOT_FOR_YOU);
        }
        if (grounds.isUsedUp(offered, subject, matter)) {
            return Handling.refused(Reason.ALREADY_GRANTED);
        }
        if (files.hasOpen(subject, programme, matter)) {
            return Handling.refused(Reason.ALREADY_OPEN);
        }
        var ground = grounds.open(offered, subject).stream()
                .filter(one -> one.matter().equals(matter))
                .findFirst();
        if (ground.isEmpty()) {
            return Handling.refused(Reason.NO_GROUND);
        }
        var file = files.add(actor, programme, applicant.get(), ground.get());
        drafts.prefill(file, ground.get());
        costs.sum(file);
        return new Handling.Done(file);
    }
}
