package org.zhongchuang.grants.recognition;

import java.util.UUID;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.file.Storing;
import org.zhongchuang.ground.kernel.Refusal;

/** What came of an attempt to change a recognition. */
public sealed interface Changing {

    record Done(UUID change) implements Changing {}

    record Refused(Reason reason) implements Changing {}

    /** A paper could not be kept, and nothing was asked for. */
    record NotStored(Storing.Reason reason) implements Changing {}

    /** Why it was not done; where several reasons apply, one is told. */
    enum Reason implements Refusal {
        NO_SUCH_RECOGNITION("没有这项有效的认定。", "There is no such standing recognition."),
        NOT_YOURS("不是您能提出的事项。", "That is not for you to ask."),
        NO_REASON("请写明理由，2到1000个字。", "Give the reason, 2 to 1,000 characters."),
        NOTHING_WANTED("请填写变更后的内容，2到80个字。", "Say what it is to become, 2 to 80 characters."),
        SO_ALREADY("登记的已经是这个内容，没有要变更的。", "That is what is registered already; nothing would change."),
        NAME_OF_ANOTHER("本市已有另一家众创空间叫这个名称。", "Another makerspace of the city has that name."),
        NOT_A_CHANGE("请选择要办理的事项。", "Choose what is to be done."),
        NO_SUCH_AREA("请从列表中选择本市的区域。", "Choose an area of the city from the list."),
        NO_SUCH_OPERATOR("请先查找新的运营机构，再从结果中选一家。", "Search for the new operator and choose one of those found."),
        NO_PAPERS("请附上新地址的租赁合同或产权证明。", "Attach the lease or title of the new address."),
        ALREADY_OPEN("同样的事项正在办理。", "The same is being dealt with already."),
        NOT_NOW("现在的状态不适用。", "It does not apply to the present status."),
        NO_SUCH_CHANGE("没有这项申请，或已经办结。", "There is no such request, or it was decided."),
        SAME_PERSON("提出人不能决定自己的申请。", "Who asked for it may not decide it."),
        NO_OPINION("请写明意见，2到1000个字。", "Give the opinion, 2 to 1,000 characters."),
        HAS_OPINION("已经提出过意见，或已经决定。", "An opinion was given already, or it was decided."),
        NO_REPLY("不同意时须答复理由；答复2到1000个字。", "Say why it is rejected; a reply has 2 to 1,000 characters."),
        COUNTY_NOT_HEARD(
                "所在地还没有提出意见。请等所在地意见；确需先行决定的，写明不等意见的理由，2到1000个字。",
                "The county has not said yet what it thinks. Wait for its opinion, or say in 2 to 1,000 characters why it is "
                        + "decided without."),
        NO_NAME("请填写名称，2到80个字。", "Give a name of 2 to 80 characters."),
        NO_ADDRESS("请填写详细地址，4到200个字。", "Give the full address, 4 to 200 characters."),
        NO_DOCUMENT(
                "请填写决定的文号：机关代字、年份和序号，例如：嘉科〔2018〕12号。",
                "Give the number of the decision: the characters of the office, the year in brackets and its place, such as 嘉科〔2018〕12号.");

        private final Text text;

        Reason(String zh, String en) {
            text = Text.of(zh, en);
        }

        @Override
        public Text text() {
            return text;
        }

        /** The field of the form at which it is mended; empty where no field is to blame. */
        public String field() {
            return switch (this) {
                case NO_REASON -> "reason";
                case NOTHING_WANTED, SO_ALREADY, NAME_OF_ANOTHER, NO_SUCH_AREA, NO_SUCH_OPERATOR -> "wanted";
                case NO_PAPERS -> "file";
                case NO_DOCUMENT -> "document";
                case NO_OPINION -> "opinion";
                case NO_REPLY -> "reply";
                case COUNTY_NOT_HEARD -> "without";
                default -> "";
            };
        }
    }

    static Changing refused(Reason reason) {
        return new Refused(reason);
    }
}
