package org.zhongchuang.procedure.filing;

import java.util.List;
import java.util.Map;
import org.zhongchuang.engine.Programme;
import org.zhongchuang.engine.Text;
import org.zhongchuang.procedure.casework.Applicant;
import org.zhongchuang.procedure.casework.CaseFile;
import org.zhongchuang.procedure.casework.CaseId;
import org.zhongchuang.procedure.casework.Occasion;

/**
 * How one applicant stands with one programme: on what they can file for it now, and what they have filed already.
 *
 * @param grounds on which they can begin an application today
 * @param underWay their applications that are open, drafts among them
 * @param granted those that were granted, the latest first
 * @param hired by case, the graduate for whom it claims
 * @param state whether they can begin one, and if not, why
 */
public record Opening(
        Programme programme,
        Applicant applicant,
        List<Occasion> grounds,
        List<CaseFile> underWay,
        List<CaseFile> granted,
        Map<CaseId, String> hired,
        State state) {

    public Opening {
        grounds = List.copyOf(grounds);
        underWay = List.copyOf(underWay);
        granted = List.copyOf(granted);
        hired = Map.copyOf(hired);
    }

    /** Whether an application can be begun, or what stands against it; where several things do, one is told. */
    public enum State {
        OPEN("现在可以申报。", "Open to you now."),
        NOT_HERE("这一项不在这里申报，按条款写明的途径办理。", "This is not applied for here; the clause says how it is had."),
        NOT_FOR_YOU("这一项不由您这一类账号申报。", "Accounts like yours do not apply for this."),
        NOT_IN_FORCE("文件今天不在有效期内，不受理新的申报。", "The document is not in force today; no new application is taken."),
        NO_CALL(
                "这一项按批次受理，现在没有受理中的批次；批次的起止日期见“申报批次”。",
                "Claims for this are taken in calls, and none is open now; the days of calls stand under “Calls”."),
        UNDER_WAY(
                "已有一件没有办结，办结以前不能就同一事由再报。", "One is open already; nothing more is filed on that ground before it ends."),
        USED_UP(
                "同一事由只批准一次。有新的年度、奖项、活动或人员登记以后，可以就它再申报。",
                "Each ground is granted once. Once another year, prize, event or person is on record you can apply for that one."),
        TAKEN("同一事由已有另一家单位提出的申报在办。", "Another organisation has an open application on the same ground."),
        NO_GROUND(
                "现在没有可以申报的事由。上级奖励、获奖、赛事和考评等次登记后会出现在这里；认为应有而没有的，请向所在地科技部门提出。",
                "There is no ground to claim on at present. Higher awards, prizes, events and grades appear here once they are on "
                        + "record; if one is missing, tell your county's science office.");

        private final Text why;

        State(String zh, String en) {
            why = Text.of(zh, en);
        }

        public Text why() {
            return why;
        }
    }

    public boolean isOpen() {
        return state == State.OPEN;
    }

    /** Whether nothing is left to find out: it was granted, or an office has it, and nothing more can be filed. */
    public boolean isSettled() {
        return state == State.USED_UP || (state == State.UNDER_WAY && drafts().isEmpty());
    }

    /** Applications in which the applicant can still write everything. */
    public List<CaseFile> drafts() {
        return underWay.stream().filter(one -> one.filedOn() == null).toList();
    }
}
