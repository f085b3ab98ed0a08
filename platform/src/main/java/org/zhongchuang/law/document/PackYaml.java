package org.zhongchuang.law.document;

import java.util.List;
import java.util.stream.Collectors;

/** One part of a document as the file of a pack. */
record PackYaml(String yaml) {

    private static final String LATER = "Only in Chinese so far.";

    static PackYaml of(String id, String title, String english, List<String> own, List<Section> clauses) {
        var yaml = new StringBuilder(
                "# 文字取自文件正文，请改写成自己的话，并补上英文。/ In the words of the document: say it in your own, add the English.\n");
        yaml.append("id: ").append(quoted(id)).append('\n');
        yaml.append("title: ").append(text(title, english)).append('\n');
        if (!own.isEmpty()) {
            yaml.append("items:\n").append(item("  ", id + "-1", title, english, String.join("\n", own)));
        }
        if (!clauses.isEmpty()) {
            yaml.append("clauses:\n");
            clauses.forEach(clause -> yaml.append(clause(clause)));
        }
        return new PackYaml(yaml.toString());
    }

    private static String clause(Section section) {
        var yaml = new StringBuilder();
        yaml.append("  - id: ").append(quoted(section.id())).append('\n');
        yaml.append("    title: ")
                .append(text(section.title(), section.english()))
                .append('\n');
        yaml.append("    summary: ").append(text(section.words(), LATER)).append('\n');
        yaml.append("    items:\n");
        if (section.children().isEmpty()) {
            yaml.append(item("      ", section.id() + "-1", section.title(), section.english(), section.words()));
        }
        for (int i = 0; i < section.children().size(); i++) {
            var child = section.children().get(i);
            yaml.append(item("      ", section.id() + "-" + (i + 1), child.title(), child.english(), child.words()));
        }
        return yaml.toString();
    }

    private static String item(String indent, String id, String title, String english, String words) {
        var figures =
                Figures.in(words).stream().map(Figures.Figure::shown).distinct().collect(Collectors.joining("、"));
        return indent + "- id: " + quoted(id) + "\n"
                + indent + "  title: " + text(title, english) + "\n"
                + indent + "  summary: " + text(words, LATER) + "\n"
                + (figures.isEmpty()
                        ? ""
                        : indent
                                + "  # 文中的数字，由规则使用的写进 fixed，并写明 by。/ Figures; one that a rule works by goes to fixed, with its by: "
                                + figures + "\n")
                + indent + "  actors: [ public ]\n"
                + indent + "  state: planned\n";
    }

    static String text(String zh, String en) {
        return "{ zh: " + quoted(zh) + ", en: " + quoted(en) + " }";
    }

    static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        text.chars().forEach(one -> {
            switch (one) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                default -> quoted.append((char) one);
            }
        });
        return quoted.append('"').toString();
    }
}
