package org.zhongchuang.procedure.casework;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.engine.Programme;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.OrganisationId;
import org.zhongchuang.ground.access.PersonId;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.kernel.InTheWay;
import org.zhongchuang.records.registry.SubjectId;

/**
 * A case as it stands.
 *
 * @param number given when it is filed
 * @param subject whom it is about: a makerspace, a firm, a person
 * @param matter what it is about among others of its programme; empty where there is only one
 * @param occasion the matter in words
 * @param holder in which role people handle it now; all applicants count as operators; null once it is closed
 * @param edition the edition of the rules it was filed under; of a draft, that it was begun under
 * @param dueOn the last day of the present step's time limit
 * @param daysLeft working days left of a time limit that is paused
 * @param stepId the id of the step in its programme; before and after those the word of {@code step}
 * @param proposal what the steps so far propose to the decider
 */
public record CaseFile(
        CaseId id,
        @Nullable String number,
        String programme,
        String edition,
        SubjectId subject,
        String subjectName,
        OrganisationId applicant,
        String applicantName,
        String area,
        Step step,
        String stepId,
        int version,
        Proposal proposal,
        @Nullable LocalDate filedOn,
        LocalDate stepSince,
        @Nullable LocalDate dueOn,
        boolean dueProvisional,
        @Nullable Integer daysLeft,
        @Nullable PersonId assignee,
        @Nullable Role holder,
        String matter,
        Text occasion) {

    /** What is proposed to the decider. */
    public enum Proposal {
        NONE,
        GRANT,
        REFUSE
    }

    /** What the step is called in its programme. */
    public Text stepName(PolicyPack pack) {
        return pack.known().stream()
                .filter(one -> one.id().equals(programme))
                .flatMap(one -> one.procedure().stream())
                .flatMap(procedure -> procedure.steps().stream())
                .filter(one -> one.step().equals(stepId))
                .map(Programme.Step::label)
                .findFirst()
                .orElse(step.label());
    }

    /** The year that is claimed for, where the matter is a year. */
    public Optional<Integer> year() {
        return matter.matches("[0-9]{4}") ? Optional.of(Integer.valueOf(matter)) : Optional.empty();
    }

    /** Whether the time limit of the present step is over. */
    public boolean isOverdue(LocalDate today) {
        return dueOn != null && today.isAfter(dueOn);
    }

    /** Whether it is with people in the actor's role. */
    public boolean isWith(Actor actor) {
        return holder != null && actor.holds(holder);
    }

    /** Where its applicant goes on with it, or follows it. */
    public String ownAddress() {
        return step.isApplicants() || number == null ? "/applications/" + id : "/cases/" + number;
    }

    /** As what stands in the way of another application of its applicant's. */
    public InTheWay inTheWay(PolicyPack pack) {
        var at = stepName(pack);
        var named = subjectName + (number == null ? "" : " · " + number) + " · ";
        return new InTheWay(Text.of(named + at.zh(), named + at.en()), ownAddress());
    }

    /** The number of a filed case. */
    public String caseNumber() {
        if (number == null) {
            throw new IllegalStateException("a draft has no number yet");
        }
        return number;
    }
}
