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

        /** How many passages the pack has. */
        public long passages() {
            return lines.size() - besides();
        }

        /** How many passages stand in the text alone: the pack says nothing of them, which is no fault of either. */
        public long besides() {
            return lines.stream()
                    .filter(line -> line.match() == Match.NOT_IN_PACK)
                    .count();
        }

        /** How many passages of the pack the text has not, or has otherwise. */
        public long differing() {
            return lines.stream().filter(Line::isDiffering).count();
        }

        /** Why it cannot be kept: so little of the document stands in the text that it is not its wording. */
        public Optional<Text> fragment() {
            var missing = lines.stream()
                    .filter(line -> line.match() == Match.NOT_IN_TEXT)
                    .count();
            var found = passages() - missing;
            return 2 * found >= passages()
                    ? Optional.empty()
                    : Optional.of(Text.of(
                            "只能导入全文，没有导入：文件共 %d 段，文字里只找到 %d 段。请粘贴全文。".formatted(passages(), found),
                            "Only the whole document can be imported; nothing was kept: of its %d passages %d stand in the text. Paste all of it."
                                    .formatted(passages(), found)));
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
    record Line(String id, String heading, String wording, Match match, List<Text> differences) {

        /** Whether the text has not, or has otherwise, what the pack has. */
        public boolean isDiffering() {
            return match != Match.MATCHED && match != Match.NOT_IN_PACK;
        }
    }

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
