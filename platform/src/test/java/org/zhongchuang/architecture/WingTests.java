package org.zhongchuang.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.zhongchuang.Zhongchuang;
import org.zhongchuang.ground.KnowsMoney;

/** The wings that the modules stand in, and the map of them. */
class WingTests {

    /** From the top down: a wing knows those that stand after it. */
    static final List<String> WINGS = List.of(
            "outside", "government", "grants", "money", "procedure", "records", "law", "ground", "installation");

    /** A wing as templates name it: in the type of what they show, or in the template that they call. */
    private static final Pattern NAMED = Pattern.compile("(?:@template\\.|org\\.zhongchuang\\.)(\\w+)\\.");

    private static final Path SOURCES = Path.of("src/main/java/org/zhongchuang");
    private static final Path DOCUMENT = Path.of("../ARCHITECTURE.md");
    private static final Pattern MAP = Pattern.compile(
            "(?s)(?<=<!-- map of the modules: written by WingTests -->\n).*?(?=<!-- end of the map -->)");

    private static final JavaClasses PLATFORM = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("/jte/"))
            .importPackages("org.zhongchuang");

    // The engine is a library of its own, with its own packages; it is no module of the application.
    private static final ApplicationModules MODULES =
            ApplicationModules.of(Zhongchuang.class, JavaClass.Predicates.resideInAPackage("org.zhongchuang.engine.."));

    @Test
    void aboutADozenNamesStandBelowTheRoot() throws IOException {
        try (var folders = Files.list(SOURCES)) {
            assertThat(folders.filter(Files::isDirectory)
                            .map(folder -> folder.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(WINGS)
                    .hasSizeLessThanOrEqualTo(16);
        }
    }

    @Test
    void arrowsBetweenWingsGoDown() {
        assertThat(goingUp(PLATFORM)).isEmpty();
        assertThat(goingUp(new ClassFileImporter().importClasses(KnowsMoney.class)))
                .singleElement()
                .asString()
                .contains("KnowsMoney", "money");
    }

    @Test
    void templatesKeepTheOrderOfTheWings() throws IOException {
        var templates = Path.of("src/main/jte");
        var up = new ArrayList<String>();
        try (var files = Files.walk(templates)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var name = templates.relativize(file).toString();
                up.addAll(goingUp(name, Files.readString(file)));
            }
        }

        // The layout shows the clock of the demonstration until modules contribute their own doors.
        assertThat(up).containsExactly("layout.jte names outside");
        assertThat(goingUp("ground/shell/problem.jte", "@template.money.award.use(frame = frame)"))
                .containsExactly("ground/shell/problem.jte names money");
        assertThat(goingUp("parts/field.jte", "@import org.zhongchuang.money.award.Award"))
                .containsExactly("parts/field.jte names money");
    }

    /** The wings above its own that a template names; one that lies in no wing is ground for all. */
    private static List<String> goingUp(String template, String source) {
        var folder = template.replaceFirst("/.*", "");
        var own = WINGS.indexOf(WINGS.contains(folder) ? folder : "ground");
        return NAMED.matcher(source)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .filter(wing -> WINGS.contains(wing) && WINGS.indexOf(wing) < own)
                .map(wing -> template + " names " + wing)
                .toList();
    }

    @Test
    void aModuleIsSmallEnoughToKnow() throws IOException {
        for (var module : MODULES) {
            var folder = SOURCES.resolve(name(module).replace('.', '/'));
            var lines = 0;
            try (var files = Files.walk(folder)) {
                var types = files.filter(file -> file.toString().endsWith(".java"))
                        .filter(file -> !file.endsWith("package-info.java"))
                        .toList();
                for (var type : types) {
                    lines += Files.readAllLines(type).size();
                }
                assertThat(types).as(name(module)).hasSizeLessThanOrEqualTo(30);
            }
            assertThat(lines).as(name(module)).isLessThanOrEqualTo(2_750);
        }
    }

    @Test
    void modulesDeclareNothingThatTheyDoNotCall() {
        for (var module : MODULES) {
            assertThat(declared(module))
                    .as(name(module))
                    .isSubsetOf(called(module).toList());
        }
    }

    @Test
    void theMapInTheDocumentIsTheMapOfTheCode() throws IOException {
        var map = map();
        var document = Files.readString(DOCUMENT);
        var fresh = Path.of("target/ARCHITECTURE.md");
        Files.writeString(fresh, MAP.matcher(document).replaceFirst(_ -> map.replace("$", "\\$")));

        assertThat(MAP.matcher(document).results().map(MatchResult::group))
                .as("ARCHITECTURE.md as it should be lies in platform/" + fresh)
                .containsExactly(map);
    }

    private static List<String> goingUp(JavaClasses classes) {
        return classes.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(one -> level(one.getOriginClass()).isPresent()
                        && level(one.getTargetClass()).isPresent()
                        && level(one.getTargetClass()).get()
                                < level(one.getOriginClass()).get())
                .map(Dependency::getDescription)
                .toList();
    }

    private static Optional<Integer> level(JavaClass type) {
        return Stream.of(type.getPackageName())
                .filter(name -> name.startsWith("org.zhongchuang."))
                .map(name -> WINGS.indexOf(name.replaceFirst("org\\.zhongchuang\\.(\\w+).*", "$1")))
                .filter(index -> index >= 0)
                .findFirst();
    }

    /**
     * One line for each wing with its sentence, and below it one for each module with its sentence and what it may
     * call.
     */
    private static String map() throws IOException {
        var lines = new ArrayList<String>();
        for (var wing : WINGS) {
            lines.add("\n**" + wing + "**: " + sentence(SOURCES.resolve(wing)) + "\n");
            for (var module : MODULES.stream()
                    .filter(one -> name(one).startsWith(wing + "."))
                    .sorted(Comparator.comparing(WingTests::name))
                    .toList()) {
                var folder = SOURCES.resolve(name(module).replace('.', '/'));
                lines.add("- `%s` %s%s"
                        .formatted(name(module).substring(wing.length() + 1), sentence(folder), calls(module)));
            }
        }
        return lines.stream().collect(Collectors.joining("\n", "", "\n\n"));
    }

    private static String calls(ApplicationModule module) {
        var wing = name(module).replaceFirst("\\..*", ".");
        var called = called(module)
                .map(one -> one.startsWith(wing) ? one.substring(wing.length()) : one)
                .sorted()
                .toList();
        return called.isEmpty() ? "" : " → " + String.join(", ", called);
    }

    private static Stream<String> called(ApplicationModule module) {
        return module.getDirectDependencies(MODULES).uniqueModules().map(WingTests::name);
    }

    private static List<String> declared(ApplicationModule module) {
        return List.of(module.getBasePackage()
                .getAnnotation(org.springframework.modulith.ApplicationModule.class)
                .orElseThrow()
                .allowedDependencies());
    }

    private static String name(ApplicationModule module) {
        return module.getIdentifier().toString();
    }

    /** The first sentence of what a package says of itself. */
    private static String sentence(Path folder) throws IOException {
        var comment = Files.readString(folder.resolve("package-info.java"))
                .replaceFirst("(?s)^/\\*\\*(.*?)\\*/.*$", "$1")
                .replaceAll("(?m)^\\s*\\* ?", "")
                .replaceAll("\\{@\\w+ (?:[\\w.]*\\.)?([^}]*)\\}", "`$1`")
                .replaceAll("\\s+", " ")
                .strip();
        return comment.replaceFirst("(?s)(?<=\\.)\\s+(?=[A-Z<`]).*$", "");
    }
}
