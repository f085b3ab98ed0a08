package org.zhongchuang.law.edition;

import java.util.Set;
import java.util.UUID;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.kernel.Refusal;
import org.zhongchuang.law.policy.Trial;

/** What came of an attempt to enter a document, or to decide one that was proposed. */
public sealed interface Entering {

    /** It was done; the document has this id. */
    record Done(UUID id) implements Entering {}

    /** It was not done, for one reason. */
    record Refused(Reason reason) implements Entering {}

    /** The document itself cannot be read, or not together with the others. */
    record Flawed(Trial.Wrong wrong) implements Entering {}

    /** Why it was not done. */
    enum Reason implements Refusal {
        NOT_YOURS("您的职责不包括这件事。", "This is not for your office to do."),
        TOO_EARLY(
                "修改其他文件的，最早自明天起施行：规定不溯及既往。请改正文件的施行日期（effectiveFrom）。",
                "A document that amends another one holds from tomorrow at the earliest: rules do not reach back. Correct its first day (effectiveFrom)."),
        WAITS_ALREADY(
                "这份文件已经提出，正在等待审批，或者已经批准。",
                "This document was proposed already: it waits for approval or was approved.",
                "one_document_of_a_pack"),
        NO_SUCH_DOCUMENT("没有这份文件。", "There is no such document."),
        NOT_OPEN("这份文件已经办结。", "This document has been decided.", "a_decided_document_stays"),
        SAME_PERSON(
                "提出人不能批准自己提出的文件。", "Who proposed a document may not decide it.", "a_second_person_approves_a_document"),
        NO_REASON("请写明不批准的理由，2到1000个字。", "Say why it is not approved, in 2 to 1,000 characters.");

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

    static Entering refused(Reason reason) {
        return new Refused(reason);
    }
}
