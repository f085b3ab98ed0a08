package org.zhongchuang.procedure.casework;

import org.zhongchuang.engine.Text;

/** What can happen to a case, in the words its applicant reads. */
public enum Act {
    FILED("提交申报", "Filed"),
    ACCEPTED("予以受理", "Accepted"),
    RETURNED("一次性告知补正事项", "Returned with all defects at once"),
    CORRECTED("完成补正", "Corrected"),
    RECOMMENDED("审核通过，推荐上报", "Reviewed and recommended"),
    ADVISED_AGAINST("建议不予批准", "Advised against"),
    VISITED("完成现场核查", "Site visited"),
    VISIT_CONFIRMED("同行人员确认核查记录", "Visit confirmed by the second officer"),
    VISIT_FAILED("核查有不符合项，同行人员已确认", "Visit confirmed: something was not as it should be"),
    VISIT_DISPUTED("同行人员不认可核查记录", "The second officer does not agree with the record of the visit"),
    CITY_PASSED("形式审查通过，抽取专家", "Passed by the city, experts drawn"),
    EXPERT_SCORED("专家完成评分", "Scored by an expert"),
    EXPERT_RECUSED("专家回避，另行抽取", "An expert recused; another drawn"),
    SCORING_DONE("专家评审完成", "All experts have scored"),
    MEETING_HELD("会议审定", "Decided in a meeting"),
    NOTICE_PUBLISHED("发布公示", "Public notice published"),
    OBJECTION_RECEIVED("收到异议，待核对", "Objection received, to be looked at"),
    OBJECTION_ADMITTED("受理异议，公示暂停", "Objection admitted, notice paused"),
    OBJECTION_DISMISSED("异议不予受理", "Objection not admitted"),
    OBJECTION_REJECTED("异议不成立，公示继续", "Objection rejected, notice goes on"),
    OBJECTION_UPHELD("异议成立", "Objection upheld"),
    NOTICE_ENDED("公示期满，没有成立的异议", "Notice over, no objection upheld"),
    REFUSAL_ANNOUNCED("告知拟不予批准，听取陈述、申辩", "Told that refusal is intended, and asked to answer"),
    HEARD("陈述、申辩", "Answered before the decision"),
    DELIVERED("决定送达", "Decision delivered"),
    URGED("催办", "Urged"),
    GRANTED("批准", "Granted"),
    REFUSED("不予批准", "Refused"),
    WITHDRAWN("撤回申报", "Withdrawn"),
    ESTABLISHED("核定内容", "Facts established"),
    RULES_CHANGED("改按修改后的规定办理", "Gone on with by the amended rules"),
    RULES_KEPT("仍按申报日的规定办理", "Gone on with by the rules of the day of filing"),
    CALL_SETTLED("批次结算", "Its call was settled"),
    TAKEN("认领", "Taken on"),
    ASSIGNED("交同事承办", "Handed to a colleague");

    private final Text label;

    Act(String zh, String en) {
        this.label = Text.of(zh, en);
    }

    public Text label() {
        return label;
    }

    /** The acts by which a case is prepared for its decision: whoever did one of them does not decide it. */
    public static Act[] ofReview() {
        return new Act[] {ACCEPTED, RECOMMENDED, ADVISED_AGAINST, VISITED, CITY_PASSED, EXPERT_SCORED};
    }
}
