package org.zhongchuang.grants.assessment;

import java.util.Set;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.audit.FormUsed;
import org.zhongchuang.ground.kernel.Refusal;

/** What came of an act in an assessment. */
public sealed interface Assessing {

    record Done() implements Assessing {}

    record Refused(Reason reason) implements Assessing {}

    /** Why it was not done; where several reasons apply, one is told. */
    enum Reason implements Refusal {
        NO_SUCH_ROUND("没有这一年的考评。", "There is no assessment of that year."),
        NOT_YOURS("不是您的事项。", "That is not yours to do."),
        YEAR_NOT_OVER("年度结束后才能考评。", "A year is assessed once it is over."),
        ALREADY_OPEN("这一年的考评已经开始。", "The assessment of that year has begun.", "round_year_key"),
        NOBODY("没有可以考评的众创空间。", "There is no makerspace to assess."),
        NOT_NOW("现在的阶段不能这样做。", "That cannot be done at this stage."),
        NO_INDICATORS("有的空间类型没有当年的指标。", "A kind of makerspace has no indicators for the year."),
        NOT_ENOUGH_EXPERTS("排除有利害关系的专家后，人数不够。", "Too few experts are left once those with ties are excluded."),
        SCORES_MISSING(
                "还有专家没有评分，时限也没有到；可以等待，或更换专家。", "Experts have yet to score and still have time; wait, or replace them."),
        TOO_FEW_BALLOTS(
                "评分时限已过，但有的空间评分份数还不够，请更换没有评分的专家。",
                "The time for scoring is over, but some space has too few ballots; replace the experts who have not scored."),
        NOT_SILENT("这位专家没有待评的空间。", "That expert has nothing left to score."),
        NOT_A_SCORE(
                "每项分数应在0到该项满分之间，最多两位小数。",
                "Each score lies between 0 and the points of its indicator, with at most two decimals."),
        NO_REASON("请写明理由，2到2000个字。", "Give the reason, 2 to 2,000 characters."),
        NO_GROUNDS("请写明复核理由，10到4000个字。", "Give the grounds, 10 to 4,000 characters."),
        NO_GROUNDS_TO_CHANGE("改分须写明依据，10到2000个字。", "Say on which grounds points are changed, 10 to 2,000 characters."),
        NO_CHANGE("改后得分与原来一样；没有变化的请选“不成立”。", "The points would stay as they are; reject what changes nothing."),
        CHANGED_BY_ANOTHER(
                "改分须由提出人以外的人同意。",
                "Who proposes to change points may not agree to it.",
                "who_changes_points_does_not_agree_to_it"),
        NO_SUCH_INDICATOR("没有这项指标。", "There is no such indicator."),
        ALREADY_APPEALED("这项指标的复核正在办理。", "An appeal against that indicator is open."),
        NO_SUCH_APPEAL("没有这项复核，或已经答复。", "There is no such appeal, or it was answered."),
        APPEALS_OPEN("还有复核没有答复。", "Appeals are still open."),
        NOTICE_RUNS("公示期还没有结束。", "The public notice is still running."),
        NO_DOCUMENT("请填写文号，例如：嘉科〔2018〕12号。", "Give the number of the document, such as 嘉科〔2018〕12号."),
        SAME_PERSON("发起考评的人不能公布结果。", "Who opened the assessment may not publish it."),
        FORM_USED(FormUsed.ZH, FormUsed.EN, FormUsed.RULE, "ballot_request_key");

        private final Text text;
        private final Set<String> constraints;

        Reason(String zh, String en, String... constraints) {
            this.text = Text.of(zh, en);
            this.constraints = Set.of(constraints);
        }

        @Override
        public Text text() {
            return text;
        }

        @Override
        public Set<String> constraints() {
            return constraints;
        }
    }

    static Assessing refused(Reason reason) {
        return new Refused(reason);
    }
}
