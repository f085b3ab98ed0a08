package org.zhongchuang.law.document;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Recognises the structure of an official document: its head, its parts and clauses by whatever numbers it uses, its
 * annexes, who issued it and when.
 */
final class OutlineReader {

    private static final Pattern CLOSING = Pattern.compile("^[（(].*(公开发布|主动公开|依申请公开|不予公开).*[）)]$|^(抄送|主送|分送)[：:].*"
            + "|^.{0,40}\\d{4}\\s*年\\s*\\d{1,2}\\s*月\\s*\\d{1,2}\\s*日\\s*印发$");
    private static final Pattern ANNEX =
            Pattern.compile("^(附件|附表|附录)\\s*([0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})?(?:\\s*([：:．.、])\\s*|\\s+|$)(.*)$");
    private static final Pattern LIST = Pattern.compile("^[0-9０-９]{1,2}\\s*[.．、].*");
    private static final Pattern ISSUED_BY = Pattern.compile("^(\\p{IsHan}{4,30}?)关于.*");
    private static final int LONGEST_CLOSING = 200;
    private static final int LONGEST_ISSUER = 30;

    /** More than any document has: what is beyond is text, so that no text can be made to cost without end. */
    private static final int MOST_SECTIONS = 3_000;

    private static final int MOST_REMARKS = 200;

    private final List<Remark> remarks;
    private final Head head;
    private final Sequence sequence;
    private final Node preamble = new Node(Section.PREAMBLE, null, 1);
    private final List<Node> top = new ArrayList<>();
    private final Deque<Node> open = new ArrayDeque<>();
    private final Set<String> ids = new HashSet<>();
    private final List<String> attached = new ArrayList<>();
    private @Nullable Node annex;
    private Optional<String> issuer = Optional.empty();
    private Optional<LocalDate> day = Optional.empty();
    private boolean signed;
    private boolean listing;

    private OutlineReader(List<SourceLine> lines, List<Remark> remarks) {
        this.remarks = new ArrayList<>(remarks);
        this.head = new Head(this.remarks);
        this.sequence = new Sequence(lines, this.remarks);
    }

    static ReadDocument read(String text) {
        var repaired = Repair.of(text);
        var lines = repaired.lines();
        var reader = new OutlineReader(lines, repaired.remarks());
        for (int i = 0; i < lines.size(); i++) {
            reader.take(lines.get(i), i + 1 < lines.size() ? lines.get(i + 1).text() : "");
        }
        return reader.document();
    }

    private void take(SourceLine line, String next) {
        if (takesClosing(line.text(), next) || takesAnnex(line)) {
            return;
        }
        if (listing && LIST.matcher(line.text()).matches()) {
            return;
        }
        listing = false;
        var marker =
                line.isRow() || ids.size() == MOST_SECTIONS ? Optional.<Marker>empty() : sequence.accepted(line, open);
        if (marker.isPresent()) {
            head.close();
            begin(marker.get(), line);
        } else if (!head.isOpen() || !head.take(line)) {
            continued(line);
        }
    }

    /** Who issued the document, when, and what is said about publishing it. */
    private boolean takesClosing(String line, String next) {
        if (annex != null) {
            return false;
        }
        var dated = Head.day(line);
        if (dated.isPresent()) {
            day = day.or(() -> dated);
            signed |= !head.isOpen();
            open.clear();
            return true;
        }
        if (line.length() <= LONGEST_CLOSING && CLOSING.matcher(line).matches()) {
            open.clear();
            return true;
        }
        if (!head.isOpen() && Head.day(next).isPresent() && line.length() <= LONGEST_ISSUER) {
            issuer = issuer.or(() -> Optional.of(line.replaceAll("\\s+", "")));
            open.clear();
            return true;
        }
        return false;
    }

    private boolean takesAnnex(SourceLine line) {
        var found = ANNEX.matcher(line.text());
        if (head.isOpen() || line.isRow() || !found.matches()) {
            return false;
        }
        var rest = found.group(4).strip();
        if (LIST.matcher(rest).matches() || (!signed && found.group(3) != null && !rest.isEmpty())) {
            listing = true;
            return true;
        }
        if (rest.length() > LONGEST_ISSUER || rest.endsWith("。")) {
            return false;
        }
        var number = found.group(2) == null ? "" : found.group(2);
        beginAnnex(found.group(1) + number, line.number()).begin(rest);
        return true;
    }

    private Node beginAnnex(String id, int line) {
        var begun = new Node(unique(id, ""), null, line);
        annex = begun;
        top.add(begun);
        open.clear();
        sequence.startAgain();
        return begun;
    }

    private void begin(Marker marker, SourceLine line) {
        while (!open.isEmpty() && sequence.rank(open.peek()) >= sequence.rank(marker.form())) {
            open.pop();
        }
        var parent = open.isEmpty() ? annex : open.peek();
        var node = new Node(id(marker, parent), marker, line.number());
        node.begin(marker.form() == Form.WORD ? line.text() : marker.rest());
        if (parent == null) {
            top.add(node);
        } else {
            parent.add(node);
        }
        open.push(node);
    }

    /** What carries its own word is known by it alone; a plain number by what it stands in. */
    private String id(Marker marker, @Nullable Node parent) {
        var inside = parent == null ? "" : parent.id + (parent.marker == null ? "·" : "");
        return marker.form().isNamed() && parent != annex
                ? unique(marker.label(), inside + marker.label())
                : unique(inside + marker.label(), "");
    }

    private String unique(String id, String otherwise) {
        var found = Stream.concat(
                        Stream.of(id, otherwise).filter(one -> !one.isEmpty()),
                        Stream.iterate(2, count -> count + 1).map(count -> id + "[" + count + "]"))
                .filter(one -> !ids.contains(one))
                .findFirst()
                .orElseThrow();
        ids.add(found);
        return found;
    }

    private void continued(SourceLine line) {
        if (!open.isEmpty()) {
            open.peek().add(line.text());
        } else if (annex != null) {
            annex.add(line.text());
        } else if (top.isEmpty()) {
            if (signed) {
                attached.add(line.text());
            } else {
                preamble.add(line.text());
            }
        } else if (signed) {
            beginAnnex("附件", line.number()).add(line.text());
        } else {
            top.getLast().add(line.text());
        }
    }

    private ReadDocument document() {
        if (!top.isEmpty()) {
            head.retitle(attached);
        } else {
            attached.forEach(preamble::add);
        }
        var title = head.title();
        if (issuer.isEmpty()) {
            var named = ISSUED_BY.matcher(title);
            issuer = named.matches() ? Optional.of(named.group(1)) : Optional.empty();
        }
        tellOfWhatIsMissing(title);
        return new ReadDocument(
                head.number(),
                title,
                issuer,
                day,
                Stream.concat(Stream.of(preamble).filter(one -> !one.isEmpty()), top.stream())
                        .map(Node::section)
                        .toList(),
                remarks.subList(0, Math.min(remarks.size(), MOST_REMARKS)));
    }

    private void tellOfWhatIsMissing(String title) {
        if (head.number().isEmpty()) {
            remarks.add(Remark.at(1, "没有找到文号。", "The document number was not found."));
        }
        if (title.isEmpty()) {
            remarks.add(Remark.at(1, "没有找到标题。", "The title was not found."));
        }
        if (day.isEmpty()) {
            remarks.add(Remark.at(1, "没有找到成文日期。", "The day of the document was not found."));
        }
    }
}
