package org.zhongchuang.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a yearly assessment is run; each component names the parameter that holds its number.
 *
 * @param panel experts for each space
 * @param leastBallots below which the grade stays open
 * @param scoringDays working days in which experts score; without it, as many as there are for the notice
 * @param noticeDays working days of public notice
 * @param firstYearGuidance 1 when spaces recognised in the year are assessed for guidance only
 * @param rectificationDays working days to put right what failed
 * @param failuresToRemoval failures in a row that start a removal
 * @param recusalYears years after its end for which a tie still bars an expert
 * @param grading what turns a score into a grade; without it no round can be opened
 */
public record AssessmentProcedure(
        String clause,
        String panel,
        String leastBallots,
        @Nullable String scoringDays,
        String noticeDays,
        String firstYearGuidance,
        String rectificationDays,
        String failuresToRemoval,
        String recusalYears,
        @Nullable Grading grading) {

    /**
     * The programme whose term {@code grade} is the grade.
     *
     * @param score the fact that is the score
     * @param share the fact that is the place as a share of all, in percent
     */
    public record Grading(String programme, String score, String share) {}

    /** The parameter with the time that experts have to score. */
    public String timeToScore() {
        return scoringDays != null ? scoringDays : noticeDays;
    }

    /** All parameters it names. */
    public List<String> parameters() {
        return List.of(
                panel,
                leastBallots,
                timeToScore(),
                noticeDays,
                firstYearGuidance,
                rectificationDays,
                failuresToRemoval,
                recusalYears);
    }
}
