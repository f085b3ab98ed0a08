package org.zhongchuang.outside.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhongchuang.engine.Flaw;
import org.zhongchuang.engine.PackReader;
import org.zhongchuang.engine.PackSchemas;
import org.zhongchuang.procedure.amendment.WordsOfPack;

/** A pack to begin with, the schemas for editors, and the words that only the program knows. */
class NewPackTests {

    private static final Path DOCS = Path.of("../docs");
    private static final Path JIAXING = Path.of("../policies/jiaxing-2015-90");
    private static final Path YUNTING = Path.of("../cities/yunting/yunting-2018-7");
    private static final Map<String, String> SCHEMAS = PackSchemas.of(WordsOfPack.all());

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private int run(String... arguments) {
        out.reset();
        var stream = new PrintStream(out, true, UTF_8);
        return Commands.run(List.of(arguments), stream, stream);
    }

    private String said() {
        return out.toString(UTF_8);
    }

    @Test
    void aNewPackIsFoundSoundAndFollowsItsSchemas() throws IOException {
        var pack = folder.resolve("my-city-2026-1");

        assertThat(run("policy", "new", pack.toString())).isZero();
        assertThat(said()).contains("programmes/space-title.yaml", "policy check " + pack);
        assertThat(pack.resolve(".schema/programmes.json")).exists();
        assertThat(run("policy", "check", pack.toString())).isZero();
        assertThat(said()).startsWith("my-city-2026-1 ✓").doesNotContain("提醒");
        assertThat(broken(pack)).isEmpty();
    }

    @Test
    void aFileThatIsNotCalledYamlIsToldAndNotRead() throws IOException {
        var pack = folder.resolve("my-city-2026-1");
        assertThat(run("policy", "new", pack.toString())).isZero();
        Files.writeString(pack.resolve("programmes/second.yml"), "id: second");

        assertThat(run("policy", "check", pack.toString())).isZero();
        assertThat(said()).contains("programmes/second.yml", "不会读它", "；1 个提醒");
    }

    @Test
    void aFolderThatIsNotEmptyIsLeftAlone() throws IOException {
        Files.writeString(folder.resolve("letter.txt"), "mine");

        assertThat(run("policy", "new", folder.toString())).isEqualTo(2);
        assertThat(said()).contains("文件夹不是空的 / the folder is not empty");
        assertThat(folder).isDirectoryNotContaining("glob:**.yaml");
        assertThat(run("policy", "new", folder.resolve("letter.txt").toString()))
                .isEqualTo(2);
        assertThat(run("policy", "new", folder.resolve("我的").toString())).isEqualTo(2);
        assertThat(run("policy", "new")).isEqualTo(2);
    }

    /** What should stand there lies in the folder of the build after a failure. */
    @Test
    void theSchemasInTheDocumentsAreThoseOfTheReader() throws IOException {
        for (var schema : SCHEMAS.entrySet()) {
            var target = Files.createDirectories(Path.of("target/schema")).resolve(schema.getKey());
            Files.writeString(target, schema.getValue());
        }
        for (var schema : SCHEMAS.entrySet()) {
            assertThat(DOCS.resolve("schema/" + schema.getKey())).hasContent(schema.getValue());
        }
        try (var files = Files.list(DOCS.resolve("schema"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(SCHEMAS.keySet());
        }
    }

    @Test
    void thePacksThatShipFollowTheSchemas() throws IOException {
        assertThat(broken(JIAXING)).isEmpty();
        assertThat(broken(YUNTING)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            parameters/notice-days.yaml | unit: working_days | unit: workdays
            parameters/notice-days.yaml | unit: working_days |
            parameters/notice-days.yaml | is: 5              | is: five
            parameters/notice-days.yaml | from: 2015-12-01   | from: 2015
            programmes/loan-interest.yaml | role: investor   | role: banker
            programmes/loan-interest.yaml | payer: open      | payers: open
            facts.yaml | kind: number                        | kind: numbr
            pack.yaml | code: "330402"                       | kode: "330402"
            statistics.yaml | record: premises               | record: rooms
            clauses/5-support.yaml | zh: "                   | zh: "", x: "
            """)
    void whatTheCheckRefusesASchemaRefusesToo(String file, String text, String instead) throws IOException {
        var whole = Files.readString(JIAXING.resolve(file));
        assertThat(whole).contains(text);

        assertThat(broken(file, whole.replace(text, instead == null ? "" : instead)))
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            statistics.yaml | record: premises, count: quantity | record: rooms, count: quantity | statistics.yaml:2: | "rooms" is no kind of record; write one of premises
            statistics.yaml | only: [ workstations ]            | only: [ desks ]                | 提醒：“desks”：没有这个类别 | class of premises
            indicators/annual-assessment-maker.yaml | kinds: [ maker ] | kinds: [ workshop ]    | indicators/annual-assessment-maker.yaml:6: | "workshop" is no kind of makerspace
            """)
    void recordsAndMakerspacesOfNoKindAreFound(String file, String text, String instead, String zh, String en)
            throws IOException {
        var files = new TreeMap<String, String>(PackFolder.texts(JIAXING));
        assertThat(files.get(file)).contains(text);
        files.computeIfPresent(file, (_, whole) -> whole.replace(text, instead));

        assertThat(Flaw.placed(WordsOfPack.problemsOf(PackReader.read(files)), files))
                .extracting(Flaw::said)
                .anySatisfy(said -> assertThat(said).contains(zh, en));
    }

    @Test
    void indicatorsAreForKindsThatTheirOwnPackHas() throws IOException {
        var file = "indicators/yearly-evaluation.yaml";
        assertThat(WordsOfPack.problemsOf(PackReader.read(withKinds(file, "[ general, industry ]"))))
                .isEmpty();
        assertThat(WordsOfPack.problemsOf(PackReader.read(withKinds(file, "[ general, maker ]"))))
                .singleElement()
                .asString()
                .contains("\"maker\" is no kind of makerspace; write one of general, industry");
    }

    private static SortedMap<String, String> withKinds(String file, String kinds) throws IOException {
        var files = new TreeMap<String, String>(PackFolder.texts(YUNTING));
        assertThat(files.get(file)).contains("kinds: []");
        files.computeIfPresent(file, (_, whole) -> whole.replace("kinds: []", "kinds: " + kinds));
        return files;
    }

    @ParameterizedTest
    @ValueSource(strings = {"programmes.json", "facts.json"})
    void aSchemaSaysWhatEachKeyHolds(String name) {
        assertThat(SCHEMAS.get(name))
                .contains("\"description\" : \"")
                .contains("https://json-schema.org/draft/2020-12/");
    }

    /** What the schemas refuse of the files of a pack. */
    private static List<String> broken(Path pack) throws IOException {
        return PackFolder.texts(pack).entrySet().stream()
                .flatMap(file -> broken(file.getKey(), file.getValue()).stream())
                .toList();
    }

    private static List<String> broken(String file, String text) {
        var name = file.replaceAll("(/.*|\\.yaml)$", "") + ".json";
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SCHEMAS.get(name), InputFormat.JSON)
                .validate(text, InputFormat.YAML)
                .stream()
                .map(Error::toString)
                .map(error -> file + ": " + error)
                .toList();
    }
}
