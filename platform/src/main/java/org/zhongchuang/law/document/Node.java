package org.zhongchuang.law.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A section while it is being read. */
final class Node {

    private static final int LONGEST_HEADING = 40;
    private static final int LONGEST_HEADING_OF_AN_ARTICLE = 20;
    private static final Pattern FRAMED = Pattern.compile("^[【\\[［](.{1,30}?)[】\\]］]\\s*(.*)$");
    private static final Pattern SET_OFF = Pattern.compile("^([^。；，,：:]{2,16})\\s{1,4}(\\S.{9,})$");

    final String id;
    final @Nullable Marker marker;
    private final int line;
    private final List<String> own = new ArrayList<>();
    private final List<Node> children = new ArrayList<>();
    private String heading = "";

    Node(String id, @Nullable Marker marker, int line) {
        this.id = id;
        this.marker = marker;
        this.line = line;
    }

    /** What follows the number: a heading, or the first paragraph. */
    void begin(String text) {
        if (isChapter() && text.length() <= LONGEST_HEADING && text.indexOf('。') < 0) {
            heading = text;
        } else if (!text.isEmpty()) {
            own.add(text);
        }
    }

    void add(String text) {
        if (isChapter() && heading.isEmpty() && own.isEmpty()) {
            begin(text);
        } else {
            own.add(text);
        }
    }

    void add(Node child) {
        children.add(child);
    }

    private boolean isChapter() {
        return marker == null ? !id.equals(Section.PREAMBLE) : marker.form().isChapter();
    }

    /** Whether words such as 一是 may number what stands here: directly below a part, where nothing else does. */
    boolean takesWords() {
        return isChapter()
                && children.stream().allMatch(child -> child.marker != null && child.marker.form() == Form.WORD);
    }

    boolean isEmpty() {
        return heading.isEmpty() && own.isEmpty() && children.isEmpty();
    }

    Section section() {
        return new Section(
                id,
                marker == null ? "" : marker.printed(),
                english(),
                printedHeading(),
                own,
                line,
                children.stream().map(Node::section).toList());
    }

    private String english() {
        if (marker == null) {
            return id.equals(Section.PREAMBLE)
                    ? "Preamble"
                    : "Annex" + id.replaceAll("\\D+", " ").stripTrailing();
        }
        return marker.form().english() + " " + marker.number();
    }

    private String printedHeading() {
        if (!heading.isEmpty() || own.isEmpty() || id.equals(Section.PREAMBLE)) {
            return plain(heading);
        }
        var first = own.getFirst();
        if (marker != null && marker.form().isNamed()) {
            return headingOfArticle(first);
        }
        var end = first.indexOf('。');
        return plain(end < 0 ? first : first.substring(0, end));
    }

    /** An article has a heading only where one is set off from its text. */
    private String headingOfArticle(String first) {
        var framed = FRAMED.matcher(first);
        if (framed.matches()) {
            return framed.group(1);
        }
        var setOff = SET_OFF.matcher(first);
        if (setOff.matches()) {
            return setOff.group(1);
        }
        return own.size() > 1
                        && first.length() <= LONGEST_HEADING_OF_AN_ARTICLE
                        && "。；：".indexOf(first.charAt(first.length() - 1)) < 0
                ? first
                : "";
    }

    private static String plain(String heading) {
        return heading.strip().replaceFirst("[；;：:，]$", "");
    }
}
