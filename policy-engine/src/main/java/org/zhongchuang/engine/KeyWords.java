package org.zhongchuang.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What each key of the files of a pack holds, in both languages. */
final class KeyWords {

    private static final Map<String, Map<String, Text>> ALL = read();

    private KeyWords() {}

    /** By the name of the record and the key. */
    static Map<String, Map<String, Text>> all() {
        return ALL;
    }

    static Text of(Shape.Fields fields, String key) {
        return Objects.requireNonNull(
                ALL.getOrDefault(fields.name(), Map.of()).get(key), () -> fields.name() + " has no words for " + key);
    }

    private static Map<String, Map<String, Text>> read() {
        try (var file = Objects.requireNonNull(KeyWords.class.getResourceAsStream("keys.yaml"))) {
            return new YAMLMapper().readValue(file, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
