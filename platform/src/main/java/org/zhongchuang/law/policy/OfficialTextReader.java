package org.zhongchuang.law.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Recognises the structure of an official document in plain text: document number, title, addressee, parts 一、, clauses
 * （一）, enumerations 一是, issuer, date and closing remarks.
 */
final class OfficialTextReader {

    private static final String ORDINAL = "[一二三四五六七八九十]{1,3}";
    private static final Pattern NUMBER =
            Pattern.compile("^(\\p{IsHan}{2,14})[〔\\[（(【](\\d{4})[〕\\]）)】]\\s*(\\d{1,4})\\s*号$");
    private static final Pattern PART = Pattern.compile("^(" + ORDINAL + ")[、．.]\\s*(.{2,40})$");
    private static final Pattern CLAUSE = Pattern.compile("^[（(]\\s*(" + ORDINAL + ")\\s*[）)]\\s*(.+)$");
    private static final Pattern ENUMERATED = Pattern.compile("^(" + ORDINAL + ")是(.+)$");
    private static final Pattern DAY = Pattern.compile("^(\\d{4}|[〇○零一二三四五六七八九]{4})年.{1,3}月.{1,3}日$");
    private static final Pattern REMARK = Pattern.compile("^[（(].*(公开发布|主动公开|依申请公开|不予公开).*[）)]$");

    /** A paragraph with the id it gets from its place. */
    record Passage(String id, String heading, String wording) {}

    /** What was recognised. */
    record Reading(
            Optional<String> number,
            String title,
            Optional<String> issuer,
            Optional<String> day,
            List<Passage> passages) {}

    private final Map<String, StringBuilder> wordings = new LinkedHashMap<>();
    private final List<String> head = new ArrayList<>();
    private Optional<String> number = Optional.empty();
    private Optional<String> issuer = Optional.empty();
    private Optional<String> day = Optional.empty();
    private String part = "";
    private String open = "";

    private OfficialTextReader() {}

    static Reading read(String text) {
        var reader = new OfficialTextReader();
        var lines = plain(text);
        for (int i = 0; i < lines.size(); i++) {
            reader.take(lines.get(i), i + 1 < lines.size() ? lines.get(i + 1) : "");
        }
        var passages = reader.wordings.entrySet().stream()
                .map(entry -> new Passage(
                        entry.getKey(),
                        headingOf(entry.getValue().toString()),
                        entry.getValue().toString()))
                .toList();
        return new Reading(reader.number, String.join("", reader.head), reader.issuer, reader.day, passages);
    }

    private void take(String line, String next) {
        var numbered = NUMBER.matcher(line);
        var heading = PART.matcher(line);
        var clause = CLAUSE.matcher(line);
        var enumerated = ENUMERATED.matcher(line);
        if (numbered.matches() && part.isEmpty()) {
            number = Optional.of("%s〔%s〕%s号".formatted(numbered.group(1), numbered.group(2), numbered.group(3)));
        } else if (DAY.matcher(line).matches()) {
            day = Optional.of(line);
            open = "";
        } else if (REMARK.matcher(line).matches()) {
            open = "";
        } else if (heading.matches()) {
            part = heading.group(1);
            open = "";
        } else if (clause.matches() && !part.isEmpty()) {
            begin(part + "(" + clause.group(1) + ")", clause.group(2));
        } else if (enumerated.matches() && isEnumerationHere()) {
            begin(part + "(" + enumerated.group(1) + ")", line);
        } else if (DAY.matcher(next).matches() && line.length() <= 30) {
            issuer = Optional.of(line);
            open = "";
        } else {
            continued(line);
        }
    }

    /**
     * 一是 begins an item of its own only directly under a part, or after another such item; inside a clause it is
     * running text.
     */
    private boolean isEnumerationHere() {
        if (part.isEmpty()) {
            return false;
        }
        var current = wordings.get(open);
        return open.isEmpty()
                || open.equals(part)
                || (current != null && ENUMERATED.matcher(current).lookingAt());
    }

    private void begin(String id, String wording) {
        open = id;
        wordings.computeIfAbsent(id, _ -> new StringBuilder()).append(wording);
    }

    private void continued(String line) {
        if (part.isEmpty()) {
            if (wordings.isEmpty() && !line.endsWith("：") && !line.endsWith(":")) {
                head.add(line);
            } else {
                append("序", line);
            }
        } else {
            append(open.isEmpty() ? part : open, line);
        }
    }

    private void append(String id, String line) {
        var wording = wordings.computeIfAbsent(id, _ -> new StringBuilder());
        wording.append(wording.isEmpty() ? "" : "\n").append(line);
        open = id.equals("序") ? "" : id;
    }

    private static String headingOf(String wording) {
        var end = wording.indexOf('。');
        return end < 0 ? wording : wording.substring(0, end);
    }

    /** Lines without what word processors leave behind: marks of order, soft hyphens, wide and unbreakable blanks. */
    private static List<String> plain(String text) {
        return text.replaceAll("[\\p{Cf}\u00AD]", "")
                .replaceAll("[\u00A0\u3000\u2000-\u200A\t]", " ")
                .lines()
                .flatMap(line -> line.replace('\u000B', '\n').lines())
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
