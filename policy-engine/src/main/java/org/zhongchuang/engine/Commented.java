package org.zhongchuang.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Puts above each key of a file, where it stands first, what it holds; and below, what else there may be. */
final class Commented {

    private static final YAMLMapper YAML = new YAMLMapper();

    private final List<String> lines;
    /** Comments by the line above which they stand, from 1. */
    private final TreeMap<Integer, String> comments = new TreeMap<>();
    /** The keys that were come across, by record. */
    private final Map<Shape.Fields, Set<String>> seen = new LinkedHashMap<>();

    private Commented(String text) {
        this.lines = text.lines().toList();
    }

    static String of(String text, Shape shape) {
        var commented = new Commented(text);
        try (var parser = YAML.createParser(text)) {
            parser.nextToken();
            commented.go(parser, shape);
        }
        return commented.text();
    }

    private void go(JsonParser parser, Shape shape) {
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                go(parser, shape instanceof Shape.Many many ? many.each() : shape);
            }
        } else if (parser.currentToken() == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                var line = parser.currentTokenLocation().getLineNr();
                var key = parser.currentName();
                parser.nextToken();
                if (shape instanceof Shape.Fields fields) {
                    key(fields, key, line);
                    go(
                            parser,
                            Objects.requireNonNull(fields.all().get(key), key).shape());
                } else {
                    go(parser, shape instanceof Shape.Named named ? named.each() : shape);
                }
            }
        }
    }

    private void key(Shape.Fields fields, String key, int line) {
        var first = seen.computeIfAbsent(fields, _ -> new LinkedHashSet<>()).add(key);
        var text = lines.get(line - 1);
        var beginsTheLine = text.strip().startsWith(key + ":") || text.strip().startsWith("- " + key + ":");
        if (first && beginsTheLine) {
            var said = KeyWords.of(fields, key);
            var indent = " ".repeat(text.length() - text.stripLeading().length());
            comments.put(line, "%s# %s / %s".formatted(indent, said.zh(), said.en()));
        }
    }

    private String text() {
        var all = new ArrayList<String>();
        for (int i = 0; i < lines.size(); i++) {
            var comment = comments.get(i + 1);
            if (comment != null) {
                all.add(comment);
            }
            all.add(lines.get(i));
        }
        var more = new ArrayList<String>();
        seen.forEach((fields, keys) -> fields.all().keySet().stream()
                .filter(key -> !keys.contains(key))
                .forEach(key -> more.add("#   %s%s: %s / %s"
                        .formatted(
                                fields.equals(seen.keySet().iterator().next()) ? "" : fields.name() + " › ",
                                key,
                                KeyWords.of(fields, key).zh(),
                                KeyWords.of(fields, key).en()))));
        if (!more.isEmpty()) {
            all.add("");
            all.add("# 还可以写 / there may also be");
            all.addAll(more);
        }
        return String.join("\n", all) + "\n";
    }
}
