package org.zhongchuang.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import offenders.Offenders;
import org.junit.jupiter.api.Test;

/** Tables leave by one writer, and nothing is done because a form did not say what. */
class FormsAndExportsTests {

    private static final ArchRule ONE_WRITER = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.zhongchuang.ground.sheet.CsvTable")
            .and()
            .doNotHaveFullyQualifiedName("org.zhongchuang.ground.sheet.Spreadsheet")
            .and()
            .haveSimpleNameNotEndingWith("Tests")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("de.siegmar.fastcsv.writer..", "org.dhatim.fastexcel..");

    /** Lines of text that somebody puts together by hand say what they are. */
    private static final Pattern CSV_BY_HAND = Pattern.compile("\"text/csv");

    private static final Pattern SILENT_ACT =
            Pattern.compile("(defaultValue[^)]*|required = false[^)]*)\\)\\s*(@Nullable )?String act\\b"
                    + "|Optional<String> act\\b|getOrDefault\\(\"act\"");

    /**
     * A choice that is none of those offered, and something else in its place; how a list is shown is no such choice.
     */
    private static final Pattern CHOICE_REPLACED = Pattern.compile(
            "Typed\\.choice\\((?:[^;()]|\\([^()]*\\)|\\([^()]*\\([^()]*\\)[^()]*\\))*\\)\\s*\\.orElse\\([A-Z]");

    @Test
    void aChoiceThatIsNotOfferedIsNeverReplacedByAnother() throws IOException {
        assertThat(sourcesWith(CHOICE_REPLACED)).isEmpty();
        assertThat(List.of(
                        "Typed.choice(Extent.class, Typed.text(typed, \"reach\")).orElse(Extent.REGIONAL)",
                        "Typed.choice(Item.class, item)\n                .orElse(Item.RENT)"))
                .allMatch(line -> CHOICE_REPLACED.matcher(line).find());
    }

    @Test
    void tablesLeaveByOneWriter() {
        ONE_WRITER.check(new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.zhongchuang"));
        assertThat(sourcesWith(CSV_BY_HAND, "CsvTable.java", "MediaKind.java")).isEmpty();
    }

    @Test
    void anotherWriterIsCaught() {
        var offender = new ClassFileImporter().importClasses(Offenders.WritesItsOwnTable.class);

        assertThatThrownBy(() -> ONE_WRITER.check(offender))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("WritesItsOwnTable");
        assertThat(CSV_BY_HAND
                        .matcher("response.setContentType(\"text/csv;charset=UTF-8\");")
                        .find())
                .isTrue();
    }

    /** On the page of recorded acts {@code act} is a filter: nothing is done by it. */
    @Test
    void nothingIsDoneBecauseAFormNamesNoAct() throws IOException {
        assertThat(sourcesWith(SILENT_ACT, "AuditPages.java")).isEmpty();
    }

    @Test
    void anActWithASilentDefaultIsCaught() {
        assertThat(List.of(
                        "@RequestParam(defaultValue = \"\") String act",
                        "@RequestParam(required = false) @Nullable String act",
                        "@RequestParam Optional<String> act",
                        "switch (form.getOrDefault(\"act\", \"\"))"))
                .allMatch(line -> SILENT_ACT.matcher(line).find());
        assertThat(SILENT_ACT
                        .matcher("@Act({\"close\", \"restate\"}) String act")
                        .find())
                .isFalse();
    }

    private static List<String> sourcesWith(Pattern wanted, String... but) {
        var found = new ArrayList<String>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                if (!List.of(but).contains(file.getFileName().toString())
                        && wanted.matcher(Files.readString(file)).find()) {
                    found.add(file.toString());
                }
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return found;
    }
}
