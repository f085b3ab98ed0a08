package org.zhongchuang.procedure.filing;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.zhongchuang.engine.Audience;
import org.zhongchuang.engine.Programme;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.procedure.casework.Applicant;
import org.zhongchuang.procedure.casework.CaseFile;
import org.zhongchuang.procedure.casework.CaseFiles;
import org.zhongchuang.procedure.casework.ClaimedGraduates;
import org.zhongchuang.procedure.casework.Step;
import org.zhongchuang.procedure.filing.Opening.State;

/** What somebody can file for now, what not and why: one answer for every page that offers programmes. */
@Service
public class Openings {

    private final CaseFiles files;
    private final ClaimGrounds grounds;
    private final ClaimedGraduates graduates;
    private final Represented represented;
    private final Policies policies;

    Openings(
            CaseFiles files,
            ClaimGrounds grounds,
            ClaimedGraduates graduates,
            Represented represented,
            Policies policies) {
        this.files = files;
        this.grounds = grounds;
        this.graduates = graduates;
        this.represented = represented;
        this.policies = policies;
    }

    /** For whom the actor asks and applies: their makerspaces, their firm, themselves. */
    public List<Applicant> applicants(Actor actor) {
        return represented.of(actor);
    }

    /** The programmes that concern the actor: made for readers like them, or to be filed for by them. */
    public List<Programme> programmes(Actor actor) {
        return policies.current().programmes().values().stream()
                .filter(one -> !one.internal() && (one.beneficiary() == actor.audience() || isFor(actor, one)))
                .sorted(Comparator.comparing(one -> one.clauses().getFirst()))
                .toList();
    }

    /** Whether the actor can file for a programme at all. */
    boolean isFor(Actor actor, Programme programme) {
        return programme.procedure().isPresent()
                && files.writes(actor)
                && (programme.beneficiary() == Audience.OPERATOR) == files.keepsSpaces(actor);
    }

    /** How each of the actor's applicants stands with each programme that concerns the actor. */
    public List<Opening> of(Actor actor) {
        return applicants(actor).stream()
                .flatMap(one -> of(actor, one).stream())
                .toList();
    }

    /** How one of the actor's applicants stands with each programme that concerns the actor. */
    public List<Opening> of(Actor actor, Applicant applicant) {
        var standing =
                files.writes(actor) ? files.standing(actor.organisation(), applicant.subject()) : List.<CaseFile>of();
        return programmes(actor).stream()
                .map(one -> of(
                        actor,
                        applicant,
                        one,
                        standing.stream()
                                .filter(file -> file.programme().equals(one.id()))
                                .toList()))
                .toList();
    }

    private Opening of(Actor actor, Applicant applicant, Programme programme, List<CaseFile> standing) {
        var underWay = standing.stream().filter(one -> one.step().isOpen()).toList();
        var granted =
                standing.stream().filter(one -> one.step() == Step.GRANTED).toList();
        var lines = graduates.lines(actor, standing);
        var against = against(actor, programme);
        if (against.isPresent()) {
            return new Opening(programme, applicant, List.of(), underWay, granted, lines, against.get());
        }
        var subject = applicant.subject();
        var all = grounds.open(programme, subject);
        var unused = all.stream()
                .filter(one -> !grounds.isUsedUp(programme, subject, one.matter()))
                .toList();
        var free = unused.stream()
                .filter(one -> files.open(subject, programme.id(), one.matter()).isEmpty())
                .toList();
        var state = !free.isEmpty()
                ? State.OPEN
                : !underWay.isEmpty()
                        ? State.UNDER_WAY
                        : !unused.isEmpty()
                                ? State.TAKEN
                                : granted.isEmpty() && all.isEmpty() ? State.NO_GROUND : State.USED_UP;
        return new Opening(programme, applicant, free, underWay, granted, lines, state);
    }

    /** What stands against an application whoever the applicant is. */
    private Optional<State> against(Actor actor, Programme programme) {
        if (programme.procedure().isEmpty()) {
            return Optional.of(State.NOT_HERE);
        }
        if (!isFor(actor, programme)) {
            return Optional.of(State.NOT_FOR_YOU);
        }
        if (!policies.isInForce(programme.id())) {
            return Optional.of(State.NOT_IN_FORCE);
        }
        return grounds.areTaken(programme) ? Optional.empty() : Optional.of(State.NO_CALL);
    }
}
