package org.zhongchuang.procedure.casework;

import java.util.Optional;
import java.util.Set;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.audit.FormUsed;
import org.zhongchuang.ground.kernel.InTheWay;
import org.zhongchuang.ground.kernel.Refusal;

/** What came of an attempt to move a case on. */
public sealed interface Handling {

    record Done(CaseFile file) implements Handling {}

    /**
     * It was not done.
     *
     * @param inTheWay the other case that it was refused for, where it is the actor's own
     */
    record Refused(Reason reason, Optional<InTheWay> inTheWay) implements Handling, Refusal {

        public Refused(Reason reason) {
            this(reason, Optional.empty());
        }

        @Override
        public String name() {
            return reason.name();
        }

        @Override
        public Text text() {
            return reason.text();
        }
    }

    /** Why it was not done; where several reasons apply, one is told. */
    enum Reason implements Refusal {
        NO_SUCH_CASE("没有这个申报件。", "There is no such case."),
        NO_SUCH_PROGRAMME("没有这个事项，请在页面上选择。", "There is no such programme; choose one on the page."),
        NOT_FOR_YOU("这个事项不面向您这一类申请人。", "This programme is not for applicants like you."),
        NOT_IN_FORCE("文件今天不在有效期内，不受理新的申报。", "The document is not in force today; no new application is taken."),
        NOT_YOUR_SUBJECT("您不能代表这个申报对象。", "You do not act for that applicant."),
        NOT_YOURS("这个申报件现在不归您的岗位办理。", "This case is not with your office now."),
        CHANGED_MEANWHILE(
                "别人刚刚办理了这个申报件。页面已更新，请看最新情况后再办；您填写的内容还在下面。",
                "Somebody else has just handled this case. The page is up to date now; look again before you act. What you typed is still below."),
        WRONG_STEP("这个申报件已经不在这一步。", "The case has left this step."),
        RELATED("您与申报单位有关系，应当回避。", "You are related to the applicant and must step aside."),
        SAME_PERSON("同一人不能既审核又决定。", "The person who reviewed may not decide."),
        TAKES_TWO("现场核查须两人，请选另一位同事。", "A site visit takes two; name another colleague."),
        FAULT_WITHOUT_REASON(
                "核查清单里没有打勾的每一项，都要在旁边写明问题（2到1000个字）；打了勾的不用写。",
                "Say in 2 to 1,000 characters what was wrong with each item that is not ticked, and nothing beside those that are."),
        WRONG_DAY("核查日期不早于申报日期，不晚于今天。", "The day of the visit is not before the filing and not after today."),
        NOT_COMPLETE("还有必填内容没有填写，见下面的提示。", "Something required is missing; see below."),
        SCORE_OUT_OF_BOUNDS(
                "每一项都要打分，写0到该项满分之间的整数，并写明评语。",
                "Score every line with a whole number from 0 to its full points, and write a comment."),
        CRITERIA_NOT_MET(
                "有条件尚未满足或尚不清楚，暂不能提交。", "Some conditions are not met or not yet known; it cannot be filed yet."),
        NO_STATEMENT("请先确认真实性承诺。", "Please confirm the statement of truth first."),
        WRONG_LENGTH(
                "文号、纪要编号写2到60个字，补正要求和说明写2到1000个字。",
                "A document or minutes number has 2 to 60 characters, the description of a defect and the reply to it 2 to 1,000."),
        NO_SUCH_POINT(
                "申报件没有这一项内容或材料，请在页面所列的项目旁填写。", "The case has no such point; write beside those that the page lists."),
        NO_CHOICE("请从所列的选项中选择。", "Choose one of those that are listed."),
        TOO_LONG("每一项意见、理由或记录不超过4,000个字。", "An opinion, a reason or a record has at most 4,000 characters."),
        NO_DEFECTS("请至少指出一处需要补正的内容。", "Name at least one thing to be corrected."),
        UNTOUCHED(
                "要求补正的内容都还没有改动，也没有说明。请修改，或在该项下写明为什么不改。",
                "Nothing that was to be corrected has been changed or explained. Correct it, or say beside it why not."),
        NO_DOCUMENT("请填写文号。", "Write the number of the document."),
        NOT_A_DOCUMENT_NUMBER(
                "文号写发文机关代字、年份和序号，例如：嘉科〔2018〕12号。",
                "A document number has the characters of the office, the year in brackets and its place in that year, such as 嘉科〔2018〕12号."),
        NO_MINUTES("请填写会议纪要编号。", "Write the number of the minutes."),
        NOT_A_MINUTES_NUMBER(
                "会议纪要编号写会议或机关名称、年份和序号，例如：嘉科纪要〔2018〕3号，或局长办公会议纪要〔2018〕第5期。",
                "The number of minutes has the meeting or the office, the year in brackets and its place in that year, such as 嘉科纪要〔2018〕3号."),
        NO_REASON("请写明理由。", "Please give reasons."),
        NOT_ENOUGH_EXPERTS("可以抽取的无关系专家不足。", "There are not enough experts without relation."),
        BELOW_PASS_MARK(
                "专家平均分未达到合格分，不能进入公示；请登记为不同意，或退回说明。",
                "The experts' mean is below the pass mark; it cannot go to public notice."),
        NOTICE_NOT_OVER("公示尚未期满，或有异议没有答复，不能认定。", "The public notice has not ended, or an objection is unanswered."),
        OTHER_PROPOSAL(
                "决定与前面的审核结论不一致，请退回会议重新审定。",
                "The decision differs from what was proposed; take it back to the meeting."),
        ALREADY_OPEN("同一事项已有一件在办的申报。", "There is an open application for this already.", "one_open_case_per_matter"),
        ALREADY_GRANTED("已经批准过，不必重复申报。", "It has been granted already."),
        NO_OPEN_CALL(
                "这一项按批次受理，现在没有受理中的批次，或这份草稿属于已经截止的批次。",
                "Claims for this are taken in calls; none is open now, or this draft is of one that has closed."),
        CALL_NOT_SETTLED(
                "这一项按批次评定，本批次结算以后才能继续。", "Claims for this are judged together; it goes on once its call is settled."),
        NO_GROUND("没有可以申报的事由，或已经用过。", "There is no ground to claim on, or it has been used."),
        BANNED("在不得申报的期限内。", "Support is barred for the time being."),
        INVOICE_USED(
                "这张发票已经在本市申报过，同一发票只能申报一次。",
                "That invoice has been claimed in this city already; each counts once.",
                "each_invoice_once"),
        FACTS_OPEN("请先核定本环节负责的内容。", "First establish what your office answers for."),
        NOT_HEARD(
                "请先告知拟不予批准的理由，并听取陈述、申辩。",
                "First tell the applicant what the refusal is to rest on and let them answer.",
                "a_refusal_follows_a_hearing"),
        HEARING_OPEN("陈述、申辩的期限还没有过，申报单位也还没有答复。", "The applicant still has time to answer and has not yet done so."),
        HEARING_OVER("现在没有可以陈述、申辩的告知，或期限已过。", "There is nothing to answer now, or the time for it is over."),
        CRITERION_HOLDS(
                "您所选的条件按规则判断是满足的，不能作为不予批准的理由。材料或陈述不真实的，请写在“其他依据”里。",
                "A condition that you named holds by the rules, so it is no reason to refuse. Where papers are untrue, say so under the other grounds."),
        NOT_OVERDUE("还没有超过办理期限，或今天已经催办过。", "It is not overdue yet, or you have urged today."),
        NO_PAYER("请确定出资方：市财政或所在地财政。", "Say whose treasury pays: the city's or the county's."),
        SHARES_OPEN(
                "各出资方的比例还没有确定，暂不能批准。",
                "The share that each treasury pays has not been set yet, so it cannot be granted."),
        CITY_LACKS_BUDGET("市财政的预算结余不足以承担它的份额，不能承诺。", "What is left of the city's budget does not cover its share."),
        COUNTY_LACKS_BUDGET(
                "所在地财政的预算结余不足以承担它的份额，不能承诺。",
                "What is left of the budget of the county of the seat does not cover its share."),
        NO_BUDGET("预算结余不足，不能承诺。", "What is left of the budget does not cover it.", "no_account_falls_below_its_floor"),
        YEAR_CLOSED(
                "该年度的预算已经结账，不能再承诺。",
                "The budget of that year is closed; nothing more can be promised of it.",
                "a_closed_year_takes_nothing_new"),
        NO_RECEIPT(
                "上级奖励资金没有到账核实，不能配套。",
                "The higher award's money has not been verified as received; it cannot be matched.",
                "matching_never_exceeds_receipts"),
        NOTHING_LEFT(
                "同一事项已享受更高的支持（从高不重复、就高补差），没有可以再给的金额。",
                "As much or more was granted for the same matter; nothing is left to grant."),
        PARTS_DIFFER(
                "分期金额合计须等于核定金额，除首期外每期写明条件。",
                "The parts must add up to the amount, and each after the first must say what it waits for."),
        FORM_USED(FormUsed.ZH, FormUsed.EN, FormUsed.RULE, "event_request_key");

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

    static Handling refused(Reason reason) {
        return new Refused(reason);
    }
}
