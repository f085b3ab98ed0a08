package org.zhongchuang.engine;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.zhongchuang.engine.formula.Unit;

/** Every key and every word of a pack as tables, as the reference has them. */
final class Reference {

    private static final Map<List<String>, String> TABLES = Map.of(
            words(Unit.values()), "[unit](#units)",
            words(Audience.values()), "[audience](#audiences)",
            words(Programme.Payer.values()), "[payer](#payers)",
            words(StepKind.values()), "[step](#steps)");

    private Reference() {}

    static String keys() {
        var text = new StringBuilder();
        var told = new LinkedHashMap<String, Shape.Fields>();
        for (var kind : FileKind.values()) {
            var list = kind.shape() instanceof Shape.Many;
            text.append(
                    "\n### %s%s\n".formatted(kind.place(), list ? ", a list" : kind.isFolder() ? ", a file each" : ""));
            tables(list ? ((Shape.Many) kind.shape()).each() : kind.shape(), told, text, true);
        }
        return text.toString().strip();
    }

    private static void tables(Shape shape, Map<String, Shape.Fields> told, StringBuilder text, boolean first) {
        switch (shape) {
            case Shape.Many many -> tables(many.each(), told, text, false);
            case Shape.Named named -> tables(named.each(), told, text, false);
            case Shape.Fields fields
            when fields.of() != Text.class && told.put(fields.name(), fields) == null -> {
                text.append("\n| %s | value | holds |\n|---|---|---|\n".formatted(first ? "key" : fields.name()));
                fields.all()
                        .forEach((key, field) -> text.append("| %s | %s%s | %s / %s |\n"
                                .formatted(
                                        field.required() ? "**`" + key + "`**" : "`" + key + "`",
                                        said(field.shape()),
                                        field.otherwise().isEmpty() ? "" : ", otherwise `" + field.otherwise() + "`",
                                        KeyWords.of(fields, key).zh(),
                                        KeyWords.of(fields, key).en())));
                fields.all().values().forEach(field -> tables(field.shape(), told, text, false));
            }
            default -> {}
        }
    }

    private static String said(Shape shape) {
        return switch (shape) {
            case Shape.Fields fields -> fields.of() == Text.class ? "`{ zh, en }`" : "`{ " + fields.name() + " }`";
            case Shape.Many many -> "list of " + said(many.each());
            case Shape.Named named -> "names with " + said(named.each());
            case Shape.Choice(var words) ->
                TABLES.getOrDefault(
                        words, words.stream().map(word -> "`" + word + "`").collect(Collectors.joining(" ")));
            case Shape.Plain plain ->
                switch (plain) {
                    case TEXT -> "text";
                    case NUMBER -> "number";
                    case WHOLE -> "whole number";
                    case YES_NO -> "`true` `false`";
                    case DAY -> "day";
                    case FORMULA -> "formula";
                    case VALUE -> "value of a fact";
                };
        };
    }

    static String units() {
        return "| unit | | | decimals |\n|---|---|---|---|\n"
                + Arrays.stream(Unit.values())
                        .map(unit -> "| `%s` | %s | %s | %d |"
                                .formatted(Names.word(unit), unit.zh(), unit.en(), unit.decimals()))
                        .collect(Collectors.joining("\n"));
    }

    static String audiences() {
        return table(
                "audience",
                Arrays.stream(Audience.values())
                        .collect(Collectors.toMap(Names::word, Audience::label, (a, _) -> a, LinkedHashMap::new)));
    }

    static String payers() {
        return table(
                "payer",
                Arrays.stream(Programme.Payer.values())
                        .collect(Collectors.toMap(
                                Names::word, Programme.Payer::label, (a, _) -> a, LinkedHashMap::new)));
    }

    static String steps() {
        return table(
                "step",
                Arrays.stream(StepKind.values())
                        .collect(Collectors.toMap(Names::word, StepKind::label, (a, _) -> a, LinkedHashMap::new)));
    }

    private static String table(String of, Map<String, Text> words) {
        return "| " + of + " | | |\n|---|---|---|\n"
                + words.entrySet().stream()
                        .map(one -> "| `%s` | %s | %s |"
                                .formatted(
                                        one.getKey(),
                                        one.getValue().zh(),
                                        one.getValue().en()))
                        .collect(Collectors.joining("\n"));
    }

    private static List<String> words(Enum<?>... choices) {
        return Arrays.stream(choices).map(Names::word).toList();
    }
}
