package org.zhongchuang.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may stand in a file, and that everything which may not is told of at once. */
class ShapeTests {

    private static final String AREA = "parameters/minimum-area.yaml";
    private static final String SPACE = "programmes/space-recognition.yaml";

    private static List<Flaw> found(Map<String, String> files) {
        return catchThrowableOfType(PackProblem.class, () -> PackReader.read(files))
                .problems();
    }

    private static Map<String, String> with(String file, String... edits) {
        var files = new TreeMap<>(Packs.jiaxing());
        for (int i = 0; i < edits.length; i += 2) {
            var text = edits[i];
            var instead = edits[i + 1];
            assertThat(files.getOrDefault(file, "")).contains(text);
            files.computeIfPresent(file, (_, whole) -> whole.replace(text, instead));
        }
        return files;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            clause: 五(二)-1   | claus: 五(二)-1       | 2:8  | clause                | "claus" is not known here
            clause: 五(二)-1   |                       | 1:1  | 缺 clause             | clause is missing
            unit: square_metres | unit: square_metre   | 4:7  | 是不是 square_metres  | did you mean square_metres?
            unit: square_metres | unit: 3              | 4:7  | 写其中一个            | unit: write one of
            is: 500            | is: [ 500 ]           | 7:9  | is：写数字            | is: write a number
            is: 500            | is: 三百              | 7:9  | 不是“三百”            | instead of "三百"
            from: 2015-12-01   | from: 2015            | 6:11 | from：写日期          | from: write a day such as 2017-03-15 instead of "2015"
            from: 2015-12-01   | from: 2015-02-30      | 6:11 | from：写日期          | instead of "2015-02-30"
            published: true    | published: yes        | 10:16 | 写 true 或 false     | write true or false
            standing: demonstration | standing: demo   | 8:15 | 写其中一个：demonstration, fixed, set | write one of demonstration, fixed, set instead of "demo"
            """)
    void whatMayNotStandThereIsToldAtItsPlaceInBothLanguages(
            String text, String instead, String at, String zh, String en) {
        assertThat(found(with(AREA, text, instead == null ? "" : instead))).anySatisfy(flaw -> {
            assertThat("%d:%d".formatted(flaw.line(), flaw.column())).isEqualTo(at);
            assertThat(flaw.where().file()).isEqualTo(AREA);
            assertThat(flaw.what().zh()).contains(zh);
            assertThat(flaw.what().en()).contains(en);
            assertThat(flaw.said()).doesNotContain("java", "org.", "class", "deserialize");
        });
    }

    @Test
    void everythingThatIsWrongWithAFileIsToldAtOnce() {
        var broken = with(
                SPACE,
                "beneficiary: operator",
                "beneficiary: operators",
                "level: 1",
                "level: first",
                "rule: usable_share >= minimum_usable_share",
                "rule: usable_share >= >= minimum_usable_share",
                "rule: lease_months_left >= minimum_lease_months",
                "rule: lease_months_left >= 1,000",
                "purpose:",
                "purposes:");

        assertThat(found(broken)).hasSize(6).extracting(Flaw::line).isSorted();
        assertThat(found(broken)).extracting(flaw -> flaw.where().file()).containsOnly(SPACE);
    }

    @Test
    void whereAFormulaFitsNothingTheStepsAndClausesAreToldTooAndNothingThatFollowsFromIt() {
        var broken = with(
                SPACE,
                "rule: usable_share >= minimum_usable_share",
                "rule: usable_share >= minimum_desks",
                "rule: mentors >= minimum_mentors",
                "rule: mentor >= minimum_mentors",
                "clauses: [ 五(二)-1, 五(二)-2 ]",
                "clauses: [ 五(二)-1, 九(九)-9 ]");

        assertThat(found(broken))
                .extracting(flaw -> flaw.what().en())
                .satisfiesExactly(
                        clause -> assertThat(clause).contains("九(九)-9"),
                        unit -> assertThat(unit).contains("do not compare"),
                        name -> assertThat(name).contains("did you mean mentors?"));
    }

    static Stream<Arguments> nothing() {
        return Stream.of(
                Arguments.of("", "this file is empty"),
                Arguments.of("# only a comment\n", "this file is empty"),
                Arguments.of("id: [", "this is no YAML"),
                Arguments.of("id: a\n  b: c\n", "this is no YAML"),
                Arguments.of("- one\n- two\n", "write the fields"),
                Arguments.of("id: a\n---\nid: b\n", "a file holds one document"));
    }

    @ParameterizedTest
    @MethodSource("nothing")
    void aFileWithNothingThatCanBeReadIsToldOf(String text, String told) {
        var files = new TreeMap<>(Packs.jiaxing());
        files.put(AREA, text);

        assertThat(found(files))
                .anySatisfy(
                        flaw -> assertThat(flaw.said()).startsWith(AREA + ":").contains(told));
    }

    @Test
    void aPackNeedsItsHead() {
        assertThat(found(Map.of())).extracting(Flaw::said).containsExactly("pack.yaml  缺这个文件 / this file is missing");
    }

    /** What the shape demands is what a record cannot be read without, and what it lets be left out can be. */
    @ParameterizedTest
    @EnumSource(FileKind.class)
    void everyKindOfFileIsReadFromWhatItsShapeDemandsAndFromNothingLess(FileKind kind) {
        var least = Specimens.least(kind);
        assertThat(ShapeCheck.problemsOf("x.yaml", least, kind.shape())).isEmpty();
        assertThat(Specimens.read(kind, least)).isNotNull();

        Specimens.withoutOne(kind)
                .forEach((key, text) -> assertThat(ShapeCheck.problemsOf("x.yaml", text, kind.shape()))
                        .extracting(flaw -> flaw.what().en())
                        .anyMatch(told -> told.equals(key + " is missing") || told.contains("in both zh and en")));
    }

    @Test
    void aFileThatNoPackHasIsWarnedOf() {
        var files = new TreeMap<>(Packs.jiaxing());
        files.put("parametres/minimum-area.yaml", "id: minimum_area");

        assertThat(Flaw.placed(PackCheck.filesOf(files.keySet()), files))
                .singleElement()
                .extracting(Flaw::said)
                .asString()
                .startsWith("parametres/minimum-area.yaml:1:1  提醒：")
                .contains("parameters/, lists/, programmes/");
    }

    /** A name that ends otherwise than .yaml is not read, wherever the file lies, and that is not passed over. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "programmes/space-title.yml",
                "programmes/X.YAML",
                "programmes/x.yaml.txt",
                "policies/programmes/x.yaml"
            })
    void aFileOfAnotherNameIsWarnedOfAndNotRead(String name) {
        var files = new TreeMap<>(Packs.jiaxing());
        files.put(name, "not: [ what a programme is");

        assertThat(PackCheck.isMeant(name)).isTrue();
        assertThat(PackReader.read(files).programmes())
                .hasSameSizeAs(PackReader.read(Packs.jiaxing()).programmes());
        assertThat(PackCheck.filesOf(files.keySet()))
                .extracting(flaw -> flaw.where().file())
                .containsExactly(name);
        assertThat(PackCheck.isMeant("CHANGES.md") || PackCheck.isMeant(".schema/programmes.json"))
                .isFalse();
    }

    @Test
    void aPackThatIsReadWholeHasNothingToTell() {
        Packs.jiaxing()
                .forEach((file, text) -> assertThat(ShapeCheck.problemsOf(
                                file, text, FileKind.of(file).orElseThrow().shape()))
                        .isEmpty());
        assertThatThrownBy(() -> PackReader.read(Map.of())).isInstanceOf(PackProblem.class);
    }
}
