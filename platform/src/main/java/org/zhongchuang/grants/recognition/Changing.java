package org.zhongchuang.grants.recognition;

import java.util.UUID;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.kernel.Refusal;

/** What came of an attempt to change a recognition. */
public sealed interface Changing {

    record Done(UUID change) implements Changing {}

    record Refused(Reason reason) implements Changing {}

    /** Why it was not done; where several reasons apply, one is told. */
    enum Reason implements Refusal {
        NO_SUCH_RECOGNITION("没有这项有效的认定。", "There is no such standing recognition."),
        NOT_YOURS("不是您能提出的事项。", "That is not for you to ask."),
        NO_REASON("请写明理由，2到1000个字。", "Give the reason, 2 to 1,000 characters."),
        NOTHING_WANTED("请填写变更后的内容，2到80个字。", "Say what it is to become, 2 to 80 characters."),
        NO_SUCH_AREA("请填写本市的区域代码。", "Give the code of an area of the city."),
        NO_SUCH_OPERATOR("没有找到这个运营机构，请填写已登记的机构全称。", "There is no such organisation; give its full name as registered."),
        ALREADY_OPEN("同样的事项正在办理。", "The same is being dealt with already."),
        NOT_NOW("现在的状态不适用。", "It does not apply to the present status."),
        NO_SUCH_CHANGE("没有这项申请，或已经办结。", "There is no such request, or it was decided."),
        SAME_PERSON("提出人不能决定自己的申请。", "Who asked for it may not decide it."),
        NO_DOCUMENT("请填写文号，2到60个字。", "Name the document, 2 to 60 characters.");

        private final Text text;

        Reason(String zh, String en) {
            text = Text.of(zh, en);
        }

        @Override
        public Text text() {
            return text;
        }
    }

    static Changing refused(Reason reason) {
        return new Refused(reason);
    }
}
