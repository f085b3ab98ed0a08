package org.zhongchuang.law.document;

import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells the numbers of a document from what only looks like one, by their order, and how wide each form is in this
 * document.
 */
final class Sequence {

    private static final int WIDEST_GAP = 5;
    private static final int LONGEST_HEADING = 30;

    private final List<Remark> remarks;
    private final Map<Form, Integer> last = new EnumMap<>(Form.class);
    private final boolean partsHoldArticles;

    Sequence(List<SourceLine> lines, List<Remark> remarks) {
        this.remarks = remarks;
        this.partsHoldArticles =
                first(lines, Form.COMMA) < first(lines, Form.ARTICLE) && first(lines, Form.ARTICLE) < lines.size();
    }

    private static int first(List<SourceLine> lines, Form form) {
        for (int i = 0; i < lines.size(); i++) {
            if (Marker.of(lines.get(i).text())
                    .filter(one -> one.form() == form && one.number() == 1)
                    .isPresent()) {
                return i;
            }
        }
        return lines.size();
    }

    int rank(Form form) {
        return form == Form.COMMA && partsHoldArticles ? 2 * Form.CHAPTER.narrowness() + 1 : 2 * form.narrowness();
    }

    int rank(Node node) {
        return node.marker == null ? -1 : rank(node.marker.form());
    }

    /** In an annex numbers begin anew. */
    void startAgain() {
        last.clear();
    }

    /** The number that a line begins with, if it can be one at this place. */
    Optional<Marker> accepted(SourceLine line, Deque<Node> open) {
        var exact = Marker.of(line.text());
        var found = exact.filter(marker -> fits(marker, line, open))
                .or(() -> exact.isPresent() ? Optional.empty() : misread(line, open));
        found.ifPresent(marker -> last.put(marker.form(), marker.number()));
        return found;
    }

    private Optional<Marker> misread(SourceLine line, Deque<Node> open) {
        var found = Marker.misread(line.text())
                .filter(marker -> marker.number() == 1
                        ? marker.rest().length() <= LONGEST_HEADING || marker.form() == Form.BRACKET
                        : marker.number() == before(marker, open) + 1);
        found.ifPresent(marker -> remarks.add(Remark.at(
                line.number(),
                "编号“%s”可能识别有误，读作“%s”。".formatted(line.text().substring(0, 3), marker.printed()),
                "The number “%s” was probably misread; it is taken as “%s”."
                        .formatted(line.text().substring(0, 3), marker.printed()))));
        return found;
    }

    private boolean fits(Marker marker, SourceLine line, Deque<Node> open) {
        if (marker.form() == Form.WORD) {
            return mayBeWord(marker, open);
        }
        var before = before(marker, open);
        var number = marker.number();
        var sibling = sibling(marker, open);
        if (number == before + 1
                || (number == 1 && sibling == null)
                || (sibling != null && number == number(sibling) + 1)) {
            return true;
        }
        if (number > before && number - before <= WIDEST_GAP && !beginsWithNumber(marker.rest())) {
            tell(line, "编号跳过：前一个是%d，这里是“%s”，中间可能缺了内容。", "Numbers are left out: after %d comes “%s”.", before, marker);
            return true;
        }
        if (number <= before && marker.form().narrowness() <= Form.BRACKET.narrowness()) {
            tell(line, "编号倒退或重复：前一个是%d，这里是“%s”。", "Numbers go back or repeat: after %d comes “%s”.", before, marker);
            return true;
        }
        return false;
    }

    /** 三、四线城市 speaks of both and numbers nothing. */
    private static boolean beginsWithNumber(String rest) {
        return !rest.isEmpty() && HanNumber.DIGITS.indexOf(rest.charAt(0)) >= 0;
    }

    private void tell(SourceLine line, String zh, String en, int before, Marker marker) {
        remarks.add(Remark.at(
                line.number(),
                zh.formatted(before, marker.printed().strip()),
                en.formatted(before, marker.printed().strip())));
    }

    /** 一是 numbers something only directly below a part, or after another such word; elsewhere it is running text. */
    private boolean mayBeWord(Marker marker, Deque<Node> open) {
        var inner = open.peek();
        if (inner == null) {
            return false;
        }
        return (inner.marker != null && inner.marker.form() == Form.WORD)
                ? marker.number() == inner.marker.number() + 1
                : inner.takesWords() && marker.number() == 1;
    }

    /**
     * The last number of this form where it stands, or anywhere before: some documents count on through their parts.
     */
    private int before(Marker marker, Deque<Node> open) {
        var sibling = sibling(marker, open);
        return sibling == null ? last.getOrDefault(marker.form(), 0) : number(sibling);
    }

    private @Nullable Node sibling(Marker marker, Deque<Node> open) {
        for (var node : open) {
            if (node.marker != null && node.marker.form() == marker.form()) {
                return node;
            }
            if (rank(node) < rank(marker.form())) {
                return null;
            }
        }
        return null;
    }

    private static int number(Node node) {
        return node.marker == null ? 0 : node.marker.number();
    }
}
