package org.zhongchuang.procedure.call;

import java.util.Set;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.kernel.Refusal;

/** What came of an attempt to open, lengthen, withdraw or settle a call. */
public sealed interface Calling {

    record Done(CallId call) implements Calling {}

    record Refused(Reason reason) implements Calling {}

    /** Why it was not done; where several reasons apply, one is told. */
    enum Reason implements Refusal {
        NOT_YOURS("开设批次由市级审核人员办理。", "Calls are opened by officers of the city."),
        NO_SUCH_PROGRAMME("请选择一个按批次评定的事项。", "Choose a programme whose claims are judged together."),
        NOT_DAYS(
                "请填写起止日期，例如 2018-03-01；截止日不早于开始日。",
                "Write the first and the last day, such as 2018-03-01; it closes no earlier than it opens."),
        TOO_EARLY("开始日最早为今天。", "It opens today at the earliest."),
        NOT_IN_FORCE("文件在这些日子不都有效。", "The document does not hold on all of these days."),
        NO_DOCUMENT(
                "请填写公布这一批次的文号，例如：嘉科〔2018〕12号。",
                "Write the number of the document that announces it, such as 嘉科〔2018〕12号."),
        TWO_AT_A_TIME(
                "这一事项在这些日子已有一个批次。",
                "This programme has a call on some of these days already.",
                "one_call_at_a_time",
                "one_call_of_that_number"),
        NO_SUCH_CALL("没有这个批次。", "There is no such call."),
        NOT_LATER("新的截止日须晚于现在的截止日，不早于今天。", "The new last day comes after the present one and is not over."),
        ENDED("这个批次已经结算或取消。", "This call was settled or withdrawn.", "an_ended_call_stays"),
        HAS_CLAIMS("这个批次已有申报，不能取消。", "Claims were filed in this call; it cannot be withdrawn."),
        NOT_CLOSED("还没有截止，截止以后才能结算。", "It is still open; it is settled once it has closed."),
        UNDER_REVIEW(
                "还有申报件没有审核完，全部审核完才能结算；见下面所列。",
                "Some of its claims are still under review; it is settled once all of them have been looked through. They are listed below."),
        NOT_KNOWN(
                "有申报件的数额或排序依据还不清楚，不能结算；见下面所列。",
                "What some of its claims ask for, or what they are ordered by, is not known; they are listed below.");

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

    static Calling refused(Reason reason) {
        return new Refused(reason);
    }
}
