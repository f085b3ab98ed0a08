package org.zhongchuang.law.policy;

import java.util.List;
import java.util.Optional;
import org.zhongchuang.engine.Text;

/** What the importer makes of a text, before anything is kept. */
public sealed interface TextRecognition {

    /** The text is this pack's document, as far as {@code lines} show. */
    record Recognised(String number, String title, Optional<String> issuer, Optional<String> day, List<Line> lines)
            implements TextRecognition {

        public long matched() {
            return lines.stream().filter(line -> line.match() == Match.MATCHED).count();
        }
    }

    record NotRecognised(Text why) implements TextRecognition {}

    /** One clause of the pack or the text. */
    record Line(String id, String heading, String wording, Match match) {}

    /** How a clause of the text and the pack meet. */
    enum Match {
        MATCHED("已匹配", "matched"),
        OTHER_HEADING("序号相同、标题不同", "same number, other heading"),
        NOT_IN_TEXT("文本中缺少", "missing in the text"),
        NOT_IN_PACK("政策包中没有", "not in the pack");

        private final Text label;

        Match(String zh, String en) {
            this.label = Text.of(zh, en);
        }

        public Text label() {
            return label;
        }
    }
}
