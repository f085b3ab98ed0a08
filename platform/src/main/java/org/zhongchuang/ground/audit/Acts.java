package org.zhongchuang.ground.audit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.audit.Act.Group;

/**
 * The acts that the record knows, with their words. Whoever records a new one adds a line here; a test looks for every
 * act that the code records.
 */
public final class Acts {

    private static final String CASE = "/cases/{}";
    private static final String AWARD = "/awards/{}";
    private static final String BATCH = "/finance/batches/{}";
    private static final String CLAIM = "/recoveries/{}";
    private static final String SPACE = "/register/spaces/{}";
    private static final String ROUND = "/assessments/{}";
    private static final String VALUE = "/parameters/{}";
    private static final String CALL = "/calls/{}";

    private static final Map<String, Act> ALL = new LinkedHashMap<>();

    static {
        group(Group.SIGN_IN)
                .act("sign-in.password", "用密码登录", "signed in with a password")
                .act("sign-in.passkey", "用通行密钥登录", "signed in with a passkey")
                .act("sign-in.demonstration", "在演示中一键登录", "signed in with one click in the demonstration")
                .act("sign-in.second-factor", "通过双重验证", "passed the second factor")
                .act("sign-in.confirmed", "办理前再次验证身份", "proved again who they are before an act")
                .act("sign-in.failed-second-factor", "双重验证失败", "failed the second factor")
                .act("session.end", "结束了一个登录会话", "ended a session")
                .act("session.end-all", "结束了全部登录会话", "ended all sessions")
                .act("sign-in.failed", "登录失败：密码不对", "failed to sign in: wrong password")
                .act("sign-in.failed-unknown", "登录失败：没有这个账号", "failed to sign in: no such account")
                .act("sign-in.failed-passkey", "登录失败：通行密钥无效", "failed to sign in: the passkey was not accepted")
                .act("sign-in.locked", "登录被拒：账号已锁定", "was turned away: the account is locked")
                .act("sign-in.disabled", "登录被拒：账号已停用", "was turned away: the account is disabled")
                .act("sign-in.throttled", "登录过于频繁，请其等待", "was made to wait: too many tries to sign in")
                .act("sign-out", "退出登录", "signed out")
                .act("session.role", "切换了身份", "changed the role acted under");
        group(Group.ACCOUNT)
                .act("access.appoint", "任命", "appointed somebody")
                .act("access.appointment-propose", "提出任命或重设，等第二人确认", "proposed what a second person must confirm")
                .act("access.appointment-confirm", "确认另一人提出的事项", "confirmed what another proposed")
                .act("access.appointment-reject", "否决所提出的事项", "rejected what was proposed")
                .act("access.organisation-code", "登记单位代码", "recorded the code of an organisation")
                .act("access.appointment-until", "设定任命的最后一天", "laid down the last day of an appointment")
                .act("access.end-appointment", "结束任命", "ended an appointment")
                .act("access.first-administrator", "成为第一个管理员", "became the first administrator")
                .act("access.disable", "停用账号", "disabled an account")
                .act("access.enable", "启用账号", "enabled an account")
                .act("password.change", "修改密码", "changed the password")
                .act("password.reset-link", "开具设定密码的链接", "made a link to set a password")
                .act("password.reset", "用链接设定密码", "set a password with a link")
                .act("factor.add", "添加双重验证", "added a second factor")
                .act("factor.remove", "删除双重验证", "removed a second factor")
                .act("factor.reset", "重设他人的双重验证", "reset somebody's second factor")
                .act("recovery-code.use", "用掉一个恢复码", "used up a recovery code")
                .act("recovery-code.make", "重新生成恢复码", "made new recovery codes")
                .act("passkey.remove", "删除通行密钥", "removed a passkey")
                .act("passkey.register", "添加通行密钥", "added a passkey");
        group(Group.REFUSAL)
                .act("refused.page", "被拒：身份不符", "was refused: not for this role")
                .act("refused.thing", "被拒：不在其管辖或权限内", "was refused: out of reach")
                .act("refused.token", "被拒：表单缺少防伪标记", "was refused: a form without its token")
                .act("refused.limit", "被拒：请求过多", "was refused: too many requests");
        group(Group.READING).act("export", "导出清单", "exported a list").act("read.file", "下载文件", "downloaded a file");
        group(Group.CASE)
                .act("case.FILED", CASE, "提交申报", "filed an application")
                .act("case.ACCEPTED", CASE, "予以受理", "accepted an application")
                .act("case.RETURNED", CASE, "一次性告知补正事项", "returned an application with all defects at once")
                .act("case.CORRECTED", CASE, "完成补正", "corrected an application")
                .act("case.RECOMMENDED", CASE, "审核通过，推荐上报", "reviewed and recommended")
                .act("case.ADVISED_AGAINST", CASE, "建议不予批准", "advised against")
                .act("case.VISITED", CASE, "完成现场核查", "visited the site")
                .act("case.ASSIGNED", CASE, "交同事承办", "handed a case to a colleague")
                .act("case.REFUSAL_ANNOUNCED", CASE, "告知拟不予批准", "told the applicant that refusal is intended")
                .act("case.HEARD", CASE, "陈述、申辩", "answered before the decision")
                .act("case.DELIVERED", CASE, "登记决定送达", "noted the delivery of a decision")
                .act("case.URGED", CASE, "催办", "urged")
                .act("case.VISIT_FAILED", CASE, "确认核查有不符合项", "confirmed a visit at which something was wrong")
                .act("case.VISIT_DISPUTED", CASE, "不认可核查记录", "did not agree with the record of a visit")
                .act("case.VISIT_CONFIRMED", CASE, "同行人员确认核查记录", "confirmed the visit as second officer")
                .act("case.CITY_PASSED", CASE, "形式审查通过，抽取专家", "passed a case and drew experts")
                .act("case.EXPERT_SCORED", CASE, "完成评分", "scored a case")
                .act("case.EXPERT_RECUSED", CASE, "回避评审", "recused themselves")
                .act("case.SCORING_DONE", CASE, "专家评审完成", "closed the scoring")
                .act("case.RULES_CHANGED", CASE, "改按修改后的规定办理", "went on by amended rules")
                .act("case.CALL_SETTLED", CASE, "批次结算", "went on as its call was settled")
                .act("case.RULES_KEPT", CASE, "仍按申报日的规定办理", "went on by the rules of the day of filing")
                .act("case.MEETING_HELD", CASE, "会议审定", "recorded the meeting's decision")
                .act("case.NOTICE_PUBLISHED", CASE, "发布公示", "published the notice")
                .act("case.OBJECTION_RECEIVED", CASE, "收到异议", "objection received")
                .act("case.OBJECTION_ADMITTED", CASE, "受理异议，公示暂停", "admitted an objection, notice paused")
                .act("case.OBJECTION_DISMISSED", CASE, "对异议不予受理", "did not admit an objection")
                .act("case.OBJECTION_REJECTED", CASE, "认定异议不成立，公示继续", "rejected an objection, notice goes on")
                .act("case.OBJECTION_UPHELD", CASE, "认定异议成立", "upheld an objection")
                .act("case.NOTICE_ENDED", CASE, "公示期满，没有成立的异议", "notice over, no objection upheld")
                .act("case.GRANTED", CASE, "批准", "granted")
                .act("case.REFUSED", CASE, "不予批准", "refused the application")
                .act("case.WITHDRAWN", CASE, "撤回申报", "withdrew an application")
                .act("case.ESTABLISHED", CASE, "核定内容", "established facts")
                .act("case.TAKEN", CASE, "认领申报件", "took on a case")
                .act("notice.publish", "/notices/{}", "公布公示内容", "put a notice before the public")
                .act("notice.object", "/notices/{}", "提出异议", "objected to a notice")
                .act("notice.sender", "查看异议人", "looked up who objected")
                .act("notice.check", "核对异议", "looked at an objection")
                .act("notice.answer", "答复异议", "answered an objection");
        group(Group.REGISTER)
                .act("register.enter", "/register/{}/record", "登记主体", "entered a subject")
                .act("register.record", "/register/{}/record", "登记事实", "recorded a fact")
                .act("register.incorporate", "/register/{}/record", "登记注册为企业", "recorded an incorporation")
                .act("register.list", "设定是否列入名录", "chose whether to be listed")
                .act("register.merge", "/register/{}/record", "合并重复主体", "merged two records")
                .act("register.unmerge", "/register/{}/record", "撤销合并", "took a merge apart")
                .act("register.tell-apart", "/register/{}/record", "确认为不同主体", "told two subjects apart")
                .act("register.join", "/register/{}/account", "由账号代表登记主体", "let an account act for an entry")
                .act("register.release", "/register/{}/account", "解除账号与登记主体", "released an account from an entry")
                .act("register.send-table", "/register/existing/firms/{}", "上传企业名单", "sent a table of firms")
                .act("register.bring-in", "/register/existing/firms/{}", "导入企业名单", "entered the firms of a table")
                .act("register.undo-table", "/register/existing/firms/{}", "撤销导入企业名单", "took the firms of a table back")
                .act("register.paper", "/register/{}/papers", "添加证明文件", "added a paper to an entry")
                .act("register.paper-remove", "/register/{}/papers", "移除证明文件", "took a paper off an entry")
                .act("register.relate", "/register/{}/record", "登记关联关系", "recorded a relation")
                .act("space.register", "登记众创空间", "registered a makerspace")
                .act("space.correct", "更正众创空间的名称和地址", "corrected a makerspace's name and address")
                .act("recognition.bring-in", SPACE, "导入已有认定", "brought in a recognition of before")
                .act("recognition.enter", SPACE, "列入认定名单", "entered a recognised makerspace")
                .act("recognition.ask", SPACE, "提出变更", "asked for a change")
                .act("recognition.withdraw", SPACE, "撤回变更申请", "took back a request for a change")
                .act("recognition.opine", SPACE, "对变更提出意见", "gave an opinion on a change")
                .act("recognition.approve", SPACE, "批准变更", "approved a change")
                .act("recognition.reject", SPACE, "不同意变更", "rejected a change")
                .act("recognition.ACTIVE", SPACE, "恢复认定", "restored a recognition")
                .act("recognition.SUSPENDED", SPACE, "暂停认定", "suspended a recognition")
                .act("recognition.RECTIFYING", SPACE, "责令整改", "ordered that it be put right")
                .act("recognition.REMOVED", SPACE, "撤销认定", "removed a recognition")
                .act("recognition.EXITED", SPACE, "办理退出", "recorded that a recognition was given back");
        group(Group.POLICY)
                .act("policy.import-text", "/policies/{}/text", "导入政策原文", "imported the official text")
                .act("policy.withdraw-text", "/policies/{}/text", "撤下政策原文", "took the official text off the pages")
                .act("policy.enter", "/documents", "提出政策文件", "proposed a document")
                .act("policy.enter-approved", "/documents", "批准政策文件", "approved a document")
                .act("policy.enter-rejected", "/documents", "不批准政策文件", "rejected a document")
                .act("policy.enter-withdrawn", "/documents", "撤回政策文件", "took back a proposed document")
                .act("call.open", CALL, "开设申报批次", "opened a call")
                .act("call.extend", CALL, "延长申报批次", "let a call run longer")
                .act("call.withdraw", CALL, "取消申报批次", "withdrew a call")
                .act("call.settle", CALL, "结算申报批次", "settled a call")
                .act("parameter.propose", VALUE, "提出数值", "proposed a value")
                .act("parameter.approved", VALUE, "批准数值", "approved a value")
                .act("parameter.rejected", VALUE, "不批准数值", "rejected a value")
                .act("parameter.withdrawn", VALUE, "撤回数值", "withdrew a proposed value");
        group(Group.RECORD)
                .act("evidence.write", "/spaces/{}/records", "填写台账", "wrote a record")
                .act("evidence.correct", "/spaces/{}/records", "更正台账", "corrected a record")
                .act("evidence.take-back", "作废台账记录", "took a record back")
                .act("evidence.send", "上传台账表格", "uploaded a table of records")
                .act("evidence.columns", "说明表格各列", "said what the columns of a table are")
                .act("evidence.import", "导入台账", "imported records")
                .act("evidence.undo", "撤销导入", "undid an import")
                .act("evidence.close", "/spaces/{}/figures", "关账", "closed a year of figures")
                .act("evidence.restate", "/spaces/{}/figures", "重述统计", "restated figures")
                .act("growth.plan", "/spaces/{}/growth", "列入成长计划", "planned a step")
                .act("growth.done", "/spaces/{}/growth", "完成计划事项", "finished a planned step")
                .act("growth.drop", "/spaces/{}/growth", "取消计划事项", "dropped a planned step")
                .act("assessment.open", ROUND, "开始年度考评", "opened the yearly assessment")
                .act("assessment.describe", "提交考评自述", "described the year for the assessment")
                .act("assessment.score", ROUND, "开始评分", "opened the scoring")
                .act("assessment.vote", "提交考评评分", "scored a makerspace")
                .act("assessment.abstain", "放弃考评评分", "abstained from scoring")
                .act("assessment.RECUSED", "回避考评评分", "recused themselves from scoring")
                .act("assessment.REPLACED", "更换考评专家", "replaced an expert")
                .act("assessment.rank", ROUND, "结束评分、排名", "closed the scoring and ranked")
                .act("assessment.notify", ROUND, "公示考评结果", "published the results for notice")
                .act("assessment.appeal", "申诉考评结果", "appealed against a result")
                .act("assessment.appeal-propose", "提出申诉改分", "proposed to change points after an appeal")
                .act("assessment.appeal-return", "退回申诉改分", "sent back a change of points")
                .act("assessment.answer", "答复申诉", "answered an appeal")
                .act("assessment.publish", ROUND, "公布考评结果", "published the assessment");
        group(Group.MONEY)
                .act("award.grant", AWARD, "形成资金承诺", "promised an award")
                .act("award.milestone", AWARD, "登记节点", "recorded a milestone")
                .act("award.spend", AWARD, "登记资金使用", "recorded a spending")
                .act("award.plan", AWARD, "填写用款计划", "planned the use of an award")
                .act("award.unspend", AWARD, "撤回资金使用登记", "took a spending back")
                .act("event.register", "登记活动", "registered an event")
                .act("prize.record", "登记获奖", "recorded a prize")
                .act("higher.record", "登记上级奖补", "recorded a higher award")
                .act("higher.verify", "核实上级奖补", "verified a higher award")
                .act("higher.withdraw", "撤回上级奖补的核实", "withdrew a higher award")
                .act("offer.ACCEPTED", "同意免申即享", "accepted an offer")
                .act("offer.DECLINED", "放弃免申即享", "declined an offer")
                .act("offer.LAPSED", "免申即享失效", "let an offer lapse")
                .act("offer.OPEN", "重新打开免申即享", "opened an offer")
                .act("account.enter", "登记银行账户", "entered a bank account")
                .act("account.confirm", "确认银行账户", "confirmed a bank account")
                .act("account.refuse", "退回银行账户", "refused a bank account")
                .act("batch.make", BATCH, "制作支付批次", "made a payment batch")
                .act("batch.approve", BATCH, "审批支付批次", "approved a payment batch")
                .act("batch.drop", BATCH, "作废支付批次", "dropped a payment batch")
                .act("batch.send", BATCH, "送出支付文件", "sent a payment batch")
                .act("batch.bounce", BATCH, "提出退票", "said that a payment came back")
                .act("batch.bounce-confirm", BATCH, "确认退票", "confirmed that a payment came back")
                .act("batch.bounce-refuse", BATCH, "不确认退票", "found that a payment did not come back")
                .act("batch.answer-clear", BATCH, "核实银行前后不一的回复", "cleared two different answers of the bank")
                .act("batch.answer-arrived", BATCH, "核实原登记退票的确已到账", "found that a payment booked as bounced did arrive")
                .act("batch.settle", BATCH, "登记支付结果", "recorded payment results")
                .act("recovery.propose", CLAIM, "提出追回", "proposed to take money back")
                .act("recovery.confirm", CLAIM, "确认追回", "confirmed a claim")
                .act("recovery.appeal", CLAIM, "对追回提出申诉", "appealed against a claim")
                .act("recovery.answer", CLAIM, "答复追回申诉", "answered an appeal against a claim")
                .act("recovery.repaid", CLAIM, "登记退款", "recorded a repayment")
                .act("recovery.plan", CLAIM, "约定分期退款", "agreed on instalments")
                .act("recovery.offset", CLAIM, "以应付款抵扣", "offset a claim against an award")
                .act("affected.keep", AWARD, "决定维持原奖补", "decided to let an award stand")
                .act("budget.propose", "提出预算", "proposed budgets")
                .act("budget.set", "审批预算并记账", "approved budgets, which were booked")
                .act("budget.drop", "撤回或不同意预算", "took back or did not approve proposed budgets")
                .act("closing.propose", "提出年终结账", "proposed to close a budget year")
                .act("closing.close", "年终结账", "closed a budget year")
                .act("warning.dismiss", "排除疑点", "dismissed a warning")
                .act("warning.confirm", "认定疑点属实", "said that a warning is true")
                .act("warning.resolve", "处理完毕属实疑点", "said how a true warning was dealt with")
                .act("sample.draw", "抽取检查样本", "drew a sample");
        group(Group.SYSTEM).act("work.run", "手动执行定时工作", "had a work done by hand");
    }

    private Acts() {}

    public static Optional<Act> of(String code) {
        return Optional.ofNullable(ALL.get(code));
    }

    /** All of them, in the order in which they are written down. */
    public static List<Act> all() {
        return List.copyOf(ALL.values());
    }

    private static Chapter group(Group group) {
        return new Chapter(group);
    }

    /** The lines of one group. */
    private record Chapter(Group group) {

        Chapter act(String code, String zh, String en) {
            return act(code, "", zh, en);
        }

        Chapter act(String code, String page, String zh, String en) {
            if (ALL.put(code, new Act(code, group, Text.of(zh, en), page)) != null) {
                throw new IllegalStateException("two acts are called " + code);
            }
            return this;
        }
    }
}
