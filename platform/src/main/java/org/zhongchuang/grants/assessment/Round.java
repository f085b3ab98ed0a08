package org.zhongchuang.grants.assessment;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.PersonId;

/**
 * The assessment of one year.
 *
 * @param seed what the experts are drawn with
 * @param statementBy the day until which spaces complete their records and words
 * @param scoringUntil the last day for experts to score; null before they do
 * @param medians the median of each indicator's points, by indicator set
 * @param sha256 of the published result
 */
public record Round(
        UUID id,
        int year,
        State state,
        long seed,
        LocalDate statementBy,
        @Nullable LocalDate scoringUntil,
        Map<String, Map<String, String>> medians,
        @Nullable LocalDate noticeFirst,
        @Nullable LocalDate noticeLast,
        Optional<String> document,
        Optional<String> sha256,
        PersonId openedBy) {

    /** How far it has come. */
    public enum State {
        OPEN("已通知，完善台账", "Open: records being completed"),
        SCORING("专家评分", "Experts are scoring"),
        RANKED("已排名，待公示", "Ranked"),
        NOTICE("公示中", "Public notice"),
        PUBLISHED("已公布", "Published");

        private final Text label;

        State(String zh, String en) {
            this.label = Text.of(zh, en);
        }

        public Text label() {
            return label;
        }

        /** Whether everybody may read the grades. */
        public boolean isPublic() {
            return this == NOTICE || this == PUBLISHED;
        }
    }
}
