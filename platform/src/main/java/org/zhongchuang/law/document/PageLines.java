package org.zhongchuang.law.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The lines of one page, put together from pieces of text that know only where they stand. Lengths are whole numbers in
 * a unit of the format's own.
 */
final class PageLines {

    /** A piece of text: its left edge, its base line, how wide it is and how high a character of it. */
    record Piece(int x, int y, int width, int size, String text) {}

    private static final String INDENTED = "　　";

    private final List<Piece> pieces = new ArrayList<>();

    void add(Piece piece) {
        if (!piece.text().isBlank()) {
            pieces.add(piece);
        }
    }

    /** A line for each line of the page; what is indented begins with two wide blanks, columns have tabs between. */
    String text() {
        var lines = lines();
        var left = pieces.stream().mapToInt(Piece::x).min().orElse(0);
        var text = new StringBuilder();
        for (var line : lines) {
            var first = line.getFirst();
            text.append(2L * (first.x() - left) >= 3L * first.size() ? INDENTED : "")
                    .append(joined(line))
                    .append('\n');
        }
        return text.toString();
    }

    private List<List<Piece>> lines() {
        var lines = new ArrayList<List<Piece>>();
        pieces.sort(Comparator.comparingInt(Piece::y));
        for (var piece : pieces) {
            if (lines.isEmpty()
                    || 2L * (piece.y() - lines.getLast().getFirst().y())
                            > Math.min(piece.size(), lines.getLast().getFirst().size())) {
                lines.add(new ArrayList<>());
            }
            lines.getLast().add(piece);
        }
        lines.forEach(line -> line.sort(Comparator.comparingInt(Piece::x)));
        return lines;
    }

    private static String joined(List<Piece> line) {
        var text = new StringBuilder();
        for (int i = 0; i < line.size(); i++) {
            if (i > 0) {
                var before = line.get(i - 1);
                text.append(between(before, line.get(i), before.x() + before.width()));
            }
            text.append(line.get(i).text());
        }
        return text.toString();
    }

    /** Chinese has no blanks between words; where a gap is wider than two characters a column begins. */
    private static String between(Piece before, Piece after, int end) {
        var gap = after.x() - (long) end;
        if (gap > 2L * after.size()) {
            return "\t";
        }
        var last = before.text().charAt(before.text().length() - 1);
        return 4 * gap > after.size() && last < 0x2000 && after.text().charAt(0) < 0x2000 ? " " : "";
    }
}
