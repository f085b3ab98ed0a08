package org.zhongchuang.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The files of a pack as JSON schemas, by which editors complete keys and words and underline what may not stand. */
public final class PackSchemas {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final String NUMBER = "^\\s*[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]+)?\\s*$";

    private final Map<String, List<String>> words;
    private final Map<String, Object> records = new TreeMap<>();

    private PackSchemas(Map<String, List<String>> words) {
        this.words = new TreeMap<>(words);
        this.words.put("names.audiences", of(Audience.values()));
        this.words.put("names.payers", of(Programme.Payer.values()));
    }

    /**
     * The schemas by the name of their file.
     *
     * @param words words that only the program knows, by record and key, such as {@code programme.step.role}
     */
    public static Map<String, String> of(Map<String, List<String>> words) {
        var all = new TreeMap<String, String>();
        for (var kind : FileKind.values()) {
            all.put(kind.schema(), JSON.writeValueAsString(new PackSchemas(words).of(kind)) + "\n");
        }
        return all;
    }

    private static List<String> of(Enum<?>... choices) {
        return Stream.of(choices).map(Names::word).toList();
    }

    private Map<String, Object> of(FileKind kind) {
        var schema = new LinkedHashMap<String, Object>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", kind.place());
        schema.putAll(of(kind.shape(), ""));
        schema.put("$defs", records);
        return schema;
    }

    /** What may stand at a place; {@code at} is the record and the key, where words of the program are asked for. */
    private Map<String, Object> of(Shape shape, String at) {
        var schema = new LinkedHashMap<String, Object>();
        switch (shape) {
            case Shape.Fields fields -> {
                define(fields);
                schema.put("$ref", "#/$defs/" + fields.name());
            }
            case Shape.Many many -> {
                schema.put("type", "array");
                schema.put("items", of(many.each(), at));
            }
            case Shape.Named named -> {
                schema.put("type", "object");
                schema.put("additionalProperties", of(named.each(), ""));
                if (words.containsKey(at)) {
                    schema.put("propertyNames", Map.of("enum", words.get(at)));
                }
            }
            case Shape.Choice choice -> schema.put("enum", choice.words());
            case Shape.Plain plain -> {
                if (words.containsKey(at)) {
                    schema.put("enum", words.get(at));
                } else {
                    plain(schema, plain);
                }
            }
        }
        return schema;
    }

    private static void plain(Map<String, Object> schema, Shape.Plain plain) {
        switch (plain) {
            case TEXT -> schema.put("type", List.of("string", "number", "boolean"));
            case FORMULA -> {
                schema.put("type", List.of("string", "number", "boolean"));
                schema.put("minLength", 1);
            }
            case NUMBER -> {
                schema.put("type", List.of("number", "string"));
                schema.put("pattern", NUMBER);
            }
            case WHOLE -> {
                schema.put("type", List.of("integer", "string"));
                schema.put("pattern", "^[-+]?[0-9]{1,9}$");
            }
            case YES_NO -> schema.put("enum", List.of(true, false, "true", "false"));
            case DAY -> {
                schema.put("type", "string");
                schema.put("pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$");
            }
            case VALUE -> schema.put("type", List.of("string", "number", "boolean", "array"));
        }
    }

    private void define(Shape.Fields fields) {
        if (records.containsKey(fields.name())) {
            return;
        }
        var record = new LinkedHashMap<String, Object>();
        records.put(fields.name(), record);
        var keys = new LinkedHashMap<String, Object>();
        var required = new ArrayList<String>();
        fields.all().forEach((key, field) -> {
            keys.put(key, field(fields, key, field));
            if (field.required()) {
                required.add(key);
            }
        });
        record.put("type", "object");
        record.put("properties", keys);
        record.put("required", required);
        record.put("additionalProperties", false);
    }

    /** What need not be written may also be written as nothing. */
    private Map<String, Object> field(Shape.Fields fields, String key, Shape.Field field) {
        var said = KeyWords.of(fields, key);
        var schema = new LinkedHashMap<String, Object>();
        schema.put("description", said.zh() + " / " + said.en());
        if (!field.otherwise().isEmpty()) {
            schema.put("default", field.otherwise());
        }
        var shape = of(field.shape(), fields.name() + "." + key);
        if (field.required()) {
            schema.putAll(shape);
            if (fields.of() == Text.class) {
                schema.put("pattern", "\\S");
            }
        } else {
            schema.put("anyOf", List.of(shape, Map.of("type", "null")));
        }
        return schema;
    }
}
