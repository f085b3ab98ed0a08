package org.zhongchuang.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written about packs says what the reader reads: the reference, the words of keys, the pack to begin with. */
class ReferenceTests {

    static Stream<Arguments> sections() {
        return Stream.of(
                Arguments.of("keys", Reference.keys()),
                Arguments.of("units", Reference.units()),
                Arguments.of("audiences", Reference.audiences()),
                Arguments.of("payers", Reference.payers()),
                Arguments.of("steps", Reference.steps()));
    }

    /** What should stand there lies in the folder of the build after a failure. */
    @ParameterizedTest
    @MethodSource("sections")
    void theReferenceListsEveryKeyAndWord(String name, String section) throws IOException {
        var rules = Files.readString(Path.of("../docs/rules.md"));
        if (!rules.contains(section)) {
            Files.createDirectories(Path.of("target/reference"));
            Files.writeString(Path.of("target/reference/" + name + ".md"), section + "\n");
        }

        assertThat(rules.contains(section))
                .as("docs/rules.md has the " + name + " as they are")
                .isTrue();
    }

    @Test
    void everyKeyHasItsWordsAndNothingElseHas() {
        var keys = new TreeMap<String, Set<String>>();
        for (var kind : FileKind.values()) {
            collect(kind.shape(), keys);
        }
        var words = new TreeMap<String, Set<String>>();
        KeyWords.all().forEach((record, all) -> words.put(record, new TreeSet<>(all.keySet())));

        assertThat(words).isEqualTo(keys);
        assertThat(KeyWords.all().values())
                .allSatisfy(all -> assertThat(all.values())
                        .allSatisfy(text -> assertThat(text.zh() + text.en())
                                .doesNotContain("|")
                                .isNotBlank()));
    }

    private static void collect(Shape shape, Map<String, Set<String>> keys) {
        switch (shape) {
            case Shape.Many many -> collect(many.each(), keys);
            case Shape.Named named -> collect(named.each(), keys);
            case Shape.Fields fields
            when !keys.containsKey(fields.name()) -> {
                keys.put(fields.name(), new TreeSet<>(fields.all().keySet()));
                fields.all().values().forEach(field -> collect(field.shape(), keys));
            }
            default -> {}
        }
    }

    private static Map<String, String> skeleton() {
        var files = PackSkeleton.of("my-city-2026-1", Map.of());
        files.keySet().removeIf(file -> !file.endsWith(".yaml"));
        return files;
    }

    @Test
    void aNewPackIsReadAndNothingIsFoundInIt() {
        var pack = PackReader.read(skeleton());

        assertThat(pack.id()).isEqualTo("my-city-2026-1");
        assertThat(Flaw.placed(PackCheck.problemsOf(pack), skeleton())).isEmpty();
        assertThat(PackCheck.filesOf(skeleton().keySet())).isEmpty();
        assertThat(PackCheck.folderOf(pack.id(), "my-city-2026-1")).isEmpty();
    }

    @Test
    void aNewPackSaysOfEachKeyWhatItHolds() {
        skeleton().forEach((file, text) -> {
            assertThat(text).startsWith("# yaml-language-server: $schema=");
            var lines = text.lines().toList();
            var known = new TreeSet<String>();
            for (int i = 1; i < lines.size(); i++) {
                var key = lines.get(i).replaceFirst("^\\s*(- )?([A-Za-z]+):.*", "$2");
                if (lines.get(i).matches("\\s*(- )?[A-Za-z]+:.*") && known.add(key)) {
                    assertThat(lines.get(i - 1)).as(file + ": " + key).matches("\\s*# .+ / .+");
                }
            }
            assertThat(known).isNotEmpty();
        });
    }

    @Test
    void aNewPackTellsWhatElseThereMayBe() {
        assertThat(skeleton().get("programmes/space-title.yaml"))
                .contains("# 还可以写 / there may also be")
                .contains("#   payer: ")
                .contains("#   programme.procedure › panelSize: ");
    }

    @Test
    void thereIsASchemaForEachKindOfFileWithItsKeysAndWords() {
        var schemas = PackSchemas.of(Map.of("programme.step.role", java.util.List.of("clerk")));

        assertThat(schemas).hasSize(FileKind.values().length);
        assertThat(schemas.get("programmes.json"))
                .contains("\"clerk\"", "\"county_of_seat\"", "谁出钱 / whose money it is", "\"default\" : \"nobody\"");
    }
}
