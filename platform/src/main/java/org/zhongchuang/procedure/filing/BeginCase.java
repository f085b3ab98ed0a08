package org.zhongchuang.procedure.filing;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
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
    private final Openings openings;
    private final ClaimGrounds grounds;

    BeginCase(CaseFiles files, Drafts drafts, Costs costs, Policies policies, Openings openings, ClaimGrounds grounds) {
        this.files = files;
        this.drafts = drafts;
        this.costs = costs;
        this.policies = policies;
        this.openings = openings;
        this.grounds = grounds;
    }

    /** For whom the actor can apply. */
    public List<Applicant> applicants(Actor actor) {
        return openings.applicants(actor);
    }

    /** The grounds on which a subject can claim now. */
    public List<Occasion> occasions(String programme, SubjectId subject) {
        return grounds.open(policies.current().programme(programme), subject);
    }

    /** What was granted of a programme to a subject of the actor's on one ground. */
    private Optional<CaseFile> granted(Actor actor, String programme, SubjectId subject, String matter) {
        return standing(actor, programme, subject)
                .filter(one -> one.step() == Step.GRANTED && one.matter().equals(matter))
                .findFirst();
    }

    /** What is open of a programme for a subject of the actor's on one ground. */
    public Optional<CaseFile> begun(Actor actor, String programme, SubjectId subject, String matter) {
        return standing(actor, programme, subject)
                .filter(one -> one.step().isOpen() && one.matter().equals(matter))
                .findFirst();
    }

    /** A draft of the actor's for a programme and a subject, on whichever ground. */
    public Optional<CaseFile> draft(Actor actor, String programme, SubjectId subject) {
        return standing(actor, programme, subject)
                .filter(one -> one.step() == Step.DRAFT)
                .findFirst();
    }

    private Stream<CaseFile> standing(Actor actor, String programme, SubjectId subject) {
        return files.standing(actor.organisation(), subject).stream()
                .filter(one -> one.programme().equals(programme) && files.isOwn(actor, one));
    }

    /** Begins with the one ground there is for all. */
    @Transactional
    public Handling begin(Actor actor, String programme, Space space) {
        return begin(actor, programme, space.id(), "");
    }

    @Transactional
    public Handling begin(Actor actor, String programme, SubjectId subject, String matter) {
        var applicant = openings.applicants(actor).stream()
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
        if (!openings.isFor(actor, offered)) {
            return Handling.refused(Reason.NOT_FOR_YOU);
        }
        if (!grounds.areTaken(offered)) {
            return Handling.refused(Reason.NO_OPEN_CALL);
        }
        if (grounds.isUsedUp(offered, subject, matter)) {
            return refused(Reason.ALREADY_GRANTED, granted(actor, programme, subject, matter));
        }
        var open = files.open(subject, programme, matter);
        if (open.isPresent()) {
            return refused(Reason.ALREADY_OPEN, open.filter(one -> files.isOwn(actor, one)));
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

    private Handling refused(Reason reason, Optional<CaseFile> other) {
        return new Handling.Refused(reason, other.map(one -> one.inTheWay(policies.current())));
    }
}
