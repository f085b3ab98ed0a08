package org.zhongchuang.law.wording;

import java.util.List;
import java.util.Optional;
import org.zhongchuang.engine.Text;
import org.zhongchuang.law.document.ReadDocument;
import org.zhongchuang.law.document.Remark;

/** What the importer makes of a text, before anything is kept. */
public sealed interface TextRecognition {

    /** The text is this pack's document, as far as {@code lines} show. */
    record Recognised(ReadDocument read, List<Remark> remarks, List<Line> lines) implements TextRecognition {

        public long matched() {
            return lines.stream().filter(line -> line.match() == Match.MATCHED).count();
        }

        /** How many passages of the pack the text has not, or has otherwise. */
        public long differing() {
            return lines.stream()
                    .filter(line -> line.match() != Match.MATCHED && line.match() != Match.NOT_IN_PACK)
                    .count();
        }

        /** Whether so little of the document stands in the text that it cannot be its wording. */
        public boolean isFragment() {
            return lines.stream()
                                    .filter(line -> line.match() == Match.NOT_IN_TEXT)
                                    .count()
                            * 2
                    > lines.size();
        }
    }

    /** The text is a document, but another one, or one that does not say which it is. */
    record OtherDocument(ReadDocument read, Text why) implements TextRecognition {

        /** Its number, or else its title. */
        public Optional<String> name() {
            return read.number()
                    .map(Object::toString)
                    .or(() -> Optional.of(read.title()).filter(title -> !title.isEmpty()));
        }
    }

    record NotRecognised(Text why) implements TextRecognition {}

    /**
     * One clause of the pack or the text.
     *
     * @param differences which figures differ, with those of both
     */
    record Line(String id, String heading, String wording, Match match, List<Text> differences) {}

    /** How a clause of the text and the pack meet. */
    enum Match {
        MATCHED("已匹配", "matched"),
        OTHER_HEADING("序号相同、标题不同", "same number, other heading"),
        OTHER_FIGURES("数字不同", "other figures"),
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
