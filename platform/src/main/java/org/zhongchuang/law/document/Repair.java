package org.zhongchuang.law.document;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Puts a text together as it was written: without page numbers, running headers and ends of lines that mean nothing.
 */
final class Repair {

    /** What is left, and what was done. */
    record Repaired(List<SourceLine> lines, List<Remark> remarks) {}

    private static final Pattern DASHED = Pattern.compile("^[-–—－―•·\\s]+\\d{1,4}[-–—－―•·\\s]+$");
    private static final Pattern COUNTED = Pattern.compile(
            "^第\\s*\\d{1,4}\\s*页(?:[\\s，,/／]*共\\s*\\d{1,4}\\s*页)?$|^(?i)page\\s*\\d{1,4}(?:\\s*of\\s*\\d{1,4})?$");
    private static final Pattern OF_ALL = Pattern.compile("^\\d{1,4}\\s*[/／]\\s*\\d{1,4}$");
    private static final Pattern BARE = Pattern.compile("^\\d{1,4}$");

    /** What begins a paragraph of its own although no number stands before it. */
    private static final Pattern STARTS =
            Pattern.compile("^(附件|附表|附录|抄送|[（(]此件)|^(\\d{4}|[〇○零一二三四五六七八九]{4})\\s*年.{1,4}月.{1,4}日$");

    private static final int WIDEST_OF_HARD_LINES = 110;
    private static final int NARROWEST_OF_HARD_LINES = 32;
    private static final int LONGEST_HEADER = 40;
    private static final int SLACK = 6;
    private static final int MOST_BEGINNINGS = 20;
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final List<Remark> remarks = new ArrayList<>();
    private final Map<Form, Integer> last = new EnumMap<>(Form.class);

    private Repair() {}

    static Repaired of(String text) {
        var repair = new Repair();
        var lines = repair.withoutHeaders(repair.withoutPageNumbers(SourceLine.of(text)));
        return new Repaired(repair.joined(repair.once(lines)), List.copyOf(repair.remarks));
    }

    private List<SourceLine> withoutPageNumbers(List<SourceLine> lines) {
        var kept = new ArrayList<SourceLine>();
        var taken = new ArrayList<SourceLine>();
        var page = 1;
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            if (isPageNumber(lines, i)) {
                taken.add(line);
                page++;
            } else {
                kept.add(line.onPage(taken.isEmpty() ? line.page() : Math.max(page, line.page())));
            }
        }
        if (!taken.isEmpty()) {
            remarks.add(Remark.at(
                    taken.getFirst().number(),
                    "去掉了%d个页码，第一个是“%s”。"
                            .formatted(taken.size(), taken.getFirst().text()),
                    "%d page numbers were taken out, the first “%s”."
                            .formatted(taken.size(), taken.getFirst().text())));
        }
        return kept;
    }

    private static boolean isPageNumber(List<SourceLine> lines, int at) {
        var text = lines.get(at).text();
        if (DASHED.matcher(text).matches() || COUNTED.matcher(text).matches()) {
            return true;
        }
        var atEdge = (at + 1 < lines.size()
                        && lines.get(at + 1).page() > lines.get(at).page())
                || (at > 0 && lines.get(at - 1).page() < lines.get(at).page())
                || (at + 1 == lines.size() && lines.get(at).page() > 1);
        return atEdge && (BARE.matcher(text).matches() || OF_ALL.matcher(text).matches());
    }

    /** What stands alike at the edge of most pages is a header or a footer. */
    private List<SourceLine> withoutHeaders(List<SourceLine> lines) {
        var edges = new HashMap<String, Set<Integer>>();
        for (int i = 0; i < lines.size(); i++) {
            if (isAtEdge(lines, i) && lines.get(i).text().length() <= LONGEST_HEADER) {
                edges.computeIfAbsent(lines.get(i).text(), _ -> new HashSet<>())
                        .add(lines.get(i).page());
            }
        }
        var pages = lines.isEmpty() ? 0 : lines.getLast().page();
        edges.values().removeIf(found -> found.size() < 3 || 2 * found.size() < pages);
        var kept = new ArrayList<SourceLine>();
        var told = new HashSet<String>();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            if (!edges.containsKey(line.text()) || !isAtEdge(lines, i) || isTitle(line, lines)) {
                kept.add(line);
            } else if (told.add(line.text())) {
                remarks.add(Remark.at(
                        line.number(),
                        "去掉了每页重复的页眉或页脚“%s”。".formatted(line.text()),
                        "The header or footer “%s” that stands on every page was taken out.".formatted(line.text())));
            }
        }
        return kept;
    }

    private static boolean isAtEdge(List<SourceLine> lines, int at) {
        var page = lines.get(at).page();
        return at == 0
                || at + 1 == lines.size()
                || lines.get(at - 1).page() < page
                || lines.get(at + 1).page() > page;
    }

    /** On the first page a title may be what later pages repeat. */
    private static boolean isTitle(SourceLine line, List<SourceLine> lines) {
        return line.page() == 1
                && Head.TITLE.matcher(line.text()).find()
                && lines.stream()
                                .filter(one -> one.page() == 1 && one.text().equals(line.text()))
                                .count()
                        == 1;
    }

    /** A text that stands twice is read once; lines that differ are told. */
    private List<SourceLine> once(List<SourceLine> lines) {
        var bare = lines.stream()
                .map(line -> BLANKS.matcher(line.text()).replaceAll(""))
                .toList();
        return IntStream.rangeClosed(3, lines.size() / 2 + 1)
                .filter(start -> start < bare.size() && bare.getFirst().equals(bare.get(start)))
                .limit(MOST_BEGINNINGS)
                .filter(start -> standsTwice(lines, bare, start))
                .mapToObj(start -> lines.subList(0, start))
                .findFirst()
                .orElse(lines);
    }

    private boolean standsTwice(List<SourceLine> lines, List<String> bare, int start) {
        var length = Math.min(start, bare.size() - start);
        var differing = IntStream.range(0, length)
                .filter(i -> !bare.get(i).equals(bare.get(start + i)))
                .mapToObj(i -> lines.get(start + i))
                .toList();
        if (length < start / 2 || 5 * differing.size() > length) {
            return false;
        }
        remarks.add(Remark.at(
                lines.get(start).number(),
                "全文出现了两遍：从这一行起是第二遍，没有采用。",
                "The text stands twice: it begins again on this line, and the second was left out."));
        differing.forEach(line -> remarks.add(Remark.at(
                line.number(),
                "第二遍的这一行与第一遍不同：“%s”。".formatted(shortened(line.text())),
                "This line of the second differs from the first: “%s”.".formatted(shortened(line.text())))));
        return true;
    }

    static String shortened(String text) {
        return text.length() <= 30 ? text : text.substring(0, 30) + "…";
    }

    private List<SourceLine> joined(List<SourceLine> lines) {
        var full = Fullness.of(lines);
        var indents = lines.stream().filter(SourceLine::indented).count() > lines.size() / 10;
        var gaps = 2 * lines.stream().filter(SourceLine::afterGap).count() < lines.size();
        var joined = new ArrayList<SourceLine>();
        var count = 0;
        for (var line : lines) {
            var before = joined.isEmpty() ? null : joined.getLast();
            if (before != null && goesOn(before, line, full, indents, gaps)) {
                joined.set(joined.size() - 1, before.joined(line));
                count++;
            } else {
                joined.add(line);
                Marker.of(line.text()).ifPresent(marker -> last.put(marker.form(), marker.number()));
            }
        }
        if (count > 0) {
            remarks.add(Remark.at(
                    1,
                    "文本在行末被硬断开，已接上%d处。".formatted(count),
                    "Lines were broken at their ends; %d breaks were mended.".formatted(count)));
        }
        return joined;
    }

    private boolean goesOn(SourceLine before, SourceLine line, Fullness full, boolean indents, boolean gaps) {
        var pageTurned = line.page() > before.page();
        if (before.isRow()
                || line.isRow()
                || line.indented()
                || (line.afterGap() && gaps && !pageTurned)
                || STARTS.matcher(line.text()).find()
                || beginsAnew(line)) {
            return false;
        }
        if (pageTurned && !before.isEnded() && before.width() > NARROWEST_OF_HARD_LINES) {
            return true;
        }
        return full.isFull(before, before.isEnded() && !indents ? 0 : SLACK);
    }

    private boolean beginsAnew(SourceLine line) {
        return Marker.of(line.text())
                .filter(marker -> marker.follows(last.getOrDefault(marker.form(), 0)))
                .isPresent();
    }

    /** How wide and how long lines are that were broken for want of room; 0 in a text whose lines are paragraphs. */
    private record Fullness(int width, int length) {

        static Fullness of(List<SourceLine> lines) {
            var texts = lines.stream().filter(line -> !line.isRow()).toList();
            var most = new Fullness(
                    most(texts.stream().map(SourceLine::width).sorted().toList()),
                    most(texts.stream().map(SourceLine::length).sorted().toList()));
            var full = texts.stream().filter(line -> most.isFull(line, SLACK)).toList();
            var hard = most.width() <= WIDEST_OF_HARD_LINES
                    && most.width() >= NARROWEST_OF_HARD_LINES
                    && full.size() >= Math.max(4, texts.size() / 3)
                    && full.stream().filter(line -> !line.isEnded()).count() * 2 > full.size();
            return hard ? most : new Fullness(0, 0);
        }

        /** The most, but for a few that stick out. */
        private static int most(List<Integer> sorted) {
            return sorted.isEmpty() ? 0 : sorted.get(Math.max(0, sorted.size() - 1 - sorted.size() / 50));
        }

        boolean isFull(SourceLine line, int slack) {
            return width > 0 && (line.width() >= width - slack || line.length() >= length - slack / 3);
        }
    }
}
