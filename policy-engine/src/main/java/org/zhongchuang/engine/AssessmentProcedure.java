package org.zhongchuang.engine;

import java.util.List;

/**
 * How a yearly assessment is run; each component names the parameter that holds its number.
 *
 * @param panel experts for each space
 * @param leastBallots below which the grade stays open
 * @param scoringDays working days in which experts score
 * @param noticeDays working days of public notice
 * @param firstYearGuidance 1 when spaces recognised in the year are assessed for guidance only
 * @param rectificationDays working days to put right what failed
 * @param failuresToRemoval failures in a row that start a removal
 * @param recusalYears years after its end for which a tie still bars an expert
 */
public record AssessmentProcedure(
        String clause,
        String panel,
        String leastBallots,
        String scoringDays,
        String noticeDays,
        String firstYearGuidance,
        String rectificationDays,
        String failuresToRemoval,
        String recusalYears) {

    /** All parameters it names. */
    public List<String> parameters() {
        return List.of(
                panel,
                leastBallots,
                scoringDays,
                noticeDays,
                firstYearGuidance,
                rectificationDays,
                failuresToRemoval,
                recusalYears);
    }
}
