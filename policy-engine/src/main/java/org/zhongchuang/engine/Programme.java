package org.zhongchuang.engine;

import java.util.List;

/**
 * What a clause offers: who may have it, on which conditions, with which papers, through which steps.
 *
 * @param clauses the items that grant it
 * @param passMark the parameter with the least mean score of the experts
 * @param panelSize the parameter with the number of experts who score a case
 * @param correctionDays the parameter with the time an applicant has to correct
 * @param objectionDays the parameter with the time in which an objection is handled
 */
public record Programme(
        String id,
        Text title,
        Text purpose,
        List<String> clauses,
        Audience beneficiary,
        String passMark,
        String panelSize,
        String correctionDays,
        String objectionDays,
        List<Criterion> criteria,
        List<Evidence> evidence,
        List<Step> steps,
        List<CheckItem> visitChecklist,
        List<RubricItem> rubric,
        Text statement) {

    public Programme {
        clauses = List.copyOf(clauses);
        criteria = List.copyOf(criteria);
        evidence = List.copyOf(evidence);
        steps = List.copyOf(steps);
        visitChecklist = List.copyOf(visitChecklist);
        rubric = List.copyOf(rubric);
    }

    /** The clause that grants it, such as 五(二). */
    public String clause() {
        return Clause.idOf(clauses.getFirst());
    }

    /** A paper the applicant hands in. */
    public record Evidence(String id, Text label, boolean required) {}

    /**
     * One step of the procedure.
     *
     * @param step a word of the procedure vocabulary, such as acceptance 受理
     * @param role who does it
     * @param days the parameter that holds its time limit in working days
     */
    public record Step(String step, String role, String days) {}

    /** One thing that a site visit looks at. */
    public record CheckItem(String id, Text label) {}

    /** One line of the experts' rubric, scored from 0 to {@code points}. */
    public record RubricItem(String id, Text label, int points) {}
}
