package org.zhongchuang.records.keeping;

import java.util.UUID;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.kernel.Refusal;

/** What came of an act on a table of firms and teams. */
public sealed interface Bringing {

    /** It was done to the table of that name. */
    record Done(UUID table) implements Bringing {}

    record Refused(Reason reason) implements Bringing {}

    /** The file is no table, or none that can be read. */
    record Rejected(Text why) implements Bringing {}

    /** Why it was not done. */
    enum Reason implements Refusal {
        NO_SUCH_TABLE("没有这张表，或已经处理。", "There is no such table, or it was dealt with."),
        NO_ROWS("没有可以登记的行。", "There is no row to enter."),
        TOO_MANY("一次最多2000行，请分几次导入。", "At most 2,000 rows at a time; bring them in by parts."),
        HAS_MISTAKES("有错误的行：请在表格里改正后重新上传。", "Some rows are wrong: correct the table and send it again."),
        HAS_QUESTIONS(
                "有的名称和已有的很像：请逐行回答是同一个还是另一个。",
                "Some names are very like others: say of each row whether it is the same or another one."),
        CHANGED("登记册刚才有变化，请看最新情况再确认。", "The register changed meanwhile; look again before you confirm."),
        IN_USE(
                "其中有的已经被别的记录用到，不能整批撤销；请逐个处理。",
                "Something refers to some of them by now, so the whole cannot be taken back; deal with them one by one.");

        private final Text text;

        Reason(String zh, String en) {
            this.text = Text.of(zh, en);
        }

        @Override
        public Text text() {
            return text;
        }
    }

    static Bringing refused(Reason reason) {
        return new Refused(reason);
    }
}
