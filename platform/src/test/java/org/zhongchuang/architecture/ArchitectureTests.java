package org.zhongchuang.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.lang.reflect.Executable;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import offenders.Offenders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.zhongchuang.Zhongchuang;
import org.zhongchuang.ground.access.Anyone;
import org.zhongchuang.ground.access.Fresh;
import org.zhongchuang.ground.access.Only;
import org.zhongchuang.ground.access.Role;

/** The shape of the platform. */
class ArchitectureTests {

    private static final JavaClasses PLATFORM = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("/jte/"))
            .importPackages("org.zhongchuang");

    /** Where two bare ids still meet, and why. */
    private static final Map<String, String> BARE_IDS = Map.of(
            "procedure.casework.Paper.<init>", "made of one row; files stand below and have no type of their own",
            "procedure.notice.PublicNotice.<init>", "made of one row; notices do not know casework",
            "procedure.notice.ReceivedObjections.keep", "one caller, in the module itself");

    /** A rule, and a class in the tests that breaks it on purpose. */
    record Rule(String name, ArchRule rule, Class<?> offender) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Rule> rules() {
        return Stream.of(
                new Rule(
                        "names say what a thing is, not what pattern it follows",
                        noClasses()
                                .should()
                                .haveNameMatching(".*(Impl|Utils?|Helper|Manager|Dto|DTO|Mapper|Service|Repository)"),
                        Offenders.VoucherHelper.class),
                new Rule(
                        "no amount is ever floating",
                        fields().should()
                                .notHaveRawType(double.class)
                                .andShould()
                                .notHaveRawType(float.class),
                        Offenders.FloatingMoney.class),
                // A whole population is judged in arrays of plain numbers.
                new Rule(
                        "a sum of money is a type and no bare number",
                        classes()
                                .that()
                                .resideOutsideOfPackage("org.zhongchuang.engine.population..")
                                .should(nameNoBareSum("keep sums as Fen", ArchitectureTests::fieldsOf)),
                        Offenders.KeepsABareSum.class),
                new Rule(
                        "a sum of money is handed over as what it is",
                        classes()
                                .that()
                                .resideOutsideOfPackage("org.zhongchuang.engine.population..")
                                .should(nameNoBareSum("take sums as Fen", ArchitectureTests::parametersOf)),
                        Offenders.TakesABareSum.class),
                new Rule(
                        "two ids that meet cannot be exchanged",
                        classes().should(takeAtMostOneBareId()),
                        Offenders.TakesTwoBareIds.class),
                new Rule(
                        "time comes from the one clock",
                        noClasses()
                                .should()
                                .callMethod(LocalDate.class, "now", java.time.ZoneId.class)
                                .orShould()
                                .callMethod(Instant.class, "now"),
                        Offenders.OwnClock.class),
                new Rule(
                        "every page states who may open it",
                        methods()
                                .that(are(describe("pages", ArchitectureTests::isPage)))
                                .should()
                                .beAnnotatedWith(Anyone.class)
                                .orShould()
                                .beAnnotatedWith(Only.class),
                        Offenders.OpenDoor.class),
                new Rule(
                        "money, appointments and what lets people in ask who is there once more",
                        methods()
                                .that(are(describe("acts that need a fresh proof", ArchitectureTests::needsFreshProof)))
                                .should()
                                .beAnnotatedWith(Fresh.class),
                        Offenders.StaleMoney.class),
                new Rule(
                        "the frame around pages is known by pages",
                        noClasses()
                                .that()
                                .resideOutsideOfPackages(
                                        "org.zhongchuang.ground.shell..",
                                        "org.zhongchuang.ground.identity..",
                                        "org.zhongchuang..web..")
                                .should()
                                .dependOnClassesThat()
                                .resideInAPackage("org.zhongchuang.ground.shell.."),
                        Offenders.ThinksInPages.class),
                new Rule(
                        "pages open no transactions",
                        methods()
                                .that()
                                .areDeclaredInClassesThat()
                                .areAnnotatedWith(Controller.class)
                                .should()
                                .notBeAnnotatedWith(Transactional.class),
                        Offenders.TransactionalPage.class),
                new Rule(
                        "rows are streamed only where the stream is closed",
                        noClasses()
                                .that()
                                .haveSimpleNameNotEndingWith("CaseLists")
                                .and()
                                .haveSimpleNameNotEndingWith("RecognisedSpaces")
                                .should()
                                .callMethod(JdbcClient.MappedQuerySpec.class, "stream"),
                        Offenders.LeavesTheTapOpen.class),
                // Before there is an application, launch reads the one column of an answer by itself.
                new Rule(
                        "results are read by the names of their columns",
                        noClasses()
                                .that()
                                .doNotHaveFullyQualifiedName("org.zhongchuang.installation.launch.Roles")
                                .and()
                                .doNotHaveFullyQualifiedName("org.zhongchuang.installation.launch.DatabaseState")
                                .should()
                                .callMethodWhere(describe("a column is read by its place", ArchitectureTests::counts)),
                        Offenders.CountsColumns.class),
                new Rule(
                        "what is refused is thrown, and undone at one place",
                        noClasses()
                                .should()
                                .callMethodWhere(describe(
                                        "a transaction is marked",
                                        call -> call.getName().equals("setRollbackOnly"))),
                        Offenders.UndoesByHand.class),
                // The demonstration makes people up, and calls them by the usual names.
                new Rule(
                        "a role is called what the city calls it",
                        noClasses()
                                .that()
                                .doNotHaveFullyQualifiedName("org.zhongchuang.law.policy.RolesOfPack")
                                .and()
                                .doNotHaveFullyQualifiedName("org.zhongchuang.outside.city.Cast")
                                .should()
                                .callMethod(Role.class, "label"),
                        Offenders.CallsRolesByTheUsualName.class),
                new Rule(
                        "templates are compiled before the product is packed",
                        noClasses().should().dependOnClassesThat().resideInAPackage("gg.jte.resolve.."),
                        Offenders.CompilesTemplatesWhileItServes.class),
                new Rule(
                        "nobody catches everything",
                        classes().should(catchNothingGeneral()),
                        Offenders.SwallowsEverything.class),
                new Rule(
                        "nobody needs more than six collaborators",
                        constructors()
                                .that(are(describe("of classes", ArchitectureTests::isOfClass)))
                                .should(haveAtMostSixParameters()),
                        Offenders.Octopus.class),
                new Rule(
                        "a record that is a component needs no more than six either",
                        constructors()
                                .that(are(describe("of records that are components", ArchitectureTests::isOfRecord)))
                                .should(haveAtMostSixParameters()),
                        Offenders.FlatOctopus.class));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void thePlatformKeepsTheRule(Rule rule) {
        rule.rule().check(PLATFORM);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theRuleCatchesItsOffender(Rule rule) {
        var offender = new ClassFileImporter().importClasses(rule.offender());

        assertThatThrownBy(() -> rule.rule().check(offender))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(rule.offender().getSimpleName());
    }

    @Test
    void modulesUseOnlyWhatTheyDeclare() {
        // The engine is a library of its own, with its own packages; it is no module of the application.
        ApplicationModules.of(Zhongchuang.class, JavaClass.Predicates.resideInAPackage("org.zhongchuang.engine.."))
                .verify();
    }

    @Test
    void everyPackageSaysWhatItIsAndChecksForNull() throws IOException {
        try (var folders = Files.walk(Path.of("src/main/java/org/zhongchuang"))) {
            for (var folder : folders.filter(Files::isDirectory).toList()) {
                assertThat(folder.resolve("package-info.java")).content().contains("@NullMarked");
            }
        }
    }

    @Test
    void noFileIsLongerThanThreeHundredLines() throws IOException {
        for (var sources : List.of("src/main/java", "../policy-engine/src/main/java")) {
            try (var files = Files.walk(Path.of(sources))) {
                for (var file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    assertThat(Files.readAllLines(file)).as(file.toString()).hasSizeLessThanOrEqualTo(300);
                }
            }
        }
    }

    @Test
    void noTemplateWritesUnescapedText() throws IOException {
        try (var files = Files.walk(Path.of("src/main/jte"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file)).as(file.toString()).doesNotContain("$unsafe");
            }
        }
    }

    private static boolean counts(JavaMethodCall call) {
        var target = call.getTarget();
        return target.getOwner().isEquivalentTo(ResultSet.class)
                && target.getName().startsWith("get")
                && target.getRawParameterTypes().stream().limit(1).anyMatch(first -> first.isEquivalentTo(int.class));
    }

    private static boolean isPage(JavaMethod method) {
        return method.isAnnotatedWith(GetMapping.class)
                || method.isAnnotatedWith(PostMapping.class)
                || method.isAnnotatedWith(RequestMapping.class);
    }

    /** By address: whatever is added below one of these is meant too, but for what takes a file or only answers. */
    private static boolean needsFreshProof(JavaMethod method) {
        return method.isAnnotatedWith(PostMapping.class)
                && Stream.of(method.getAnnotationOfType(PostMapping.class).value())
                        .anyMatch(path ->
                                path.matches("/administration/.+|/finance/(payments|accounts|batches|budget|closing).*"
                                                + "|/money/account|/recoveries/.+"
                                                + "|/account/(sessions|passkeys|authenticator|recovery-codes).*")
                                        && !path.matches(".*/(pretend|appeal)"));
    }

    private static boolean isOfClass(JavaConstructor constructor) {
        return !constructor.getOwner().isRecord() && !constructor.getOwner().isEnum();
    }

    /** A record of values may have as many as the values are; one that is given others to act with may not. */
    private static boolean isOfRecord(JavaConstructor constructor) {
        return constructor.getOwner().isRecord() && constructor.getOwner().isMetaAnnotatedWith(Component.class);
    }

    /** Something that has a name and a type: a field, a component of a record, a parameter. */
    private record Named(String name, Type type) {

        boolean isBareSum() {
            return name.matches("fen|\\w*Fen")
                    && (type == long.class || type.getTypeName().contains(Long.class.getName()));
        }
    }

    private static Stream<Named> fieldsOf(Class<?> type) {
        return Stream.of(type.getDeclaredFields()).map(field -> new Named(field.getName(), field.getGenericType()));
    }

    private static Stream<Named> parametersOf(Class<?> type) {
        return Stream.<Executable>concat(
                        Stream.of(type.getDeclaredConstructors()), Stream.of(type.getDeclaredMethods()))
                .flatMap(unit -> Stream.of(unit.getParameters()))
                .map(parameter -> new Named(parameter.getName(), parameter.getParameterizedType()));
    }

    private static ArchCondition<JavaClass> nameNoBareSum(String description, Function<Class<?>, Stream<Named>> named) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                named.apply(type.reflect())
                        .filter(Named::isBareSum)
                        .forEach(one -> events.add(SimpleConditionEvent.violated(
                                type,
                                type.getName() + " has " + one.name() + " as "
                                        + one.type().getTypeName())));
            }
        };
    }

    private static ArchCondition<JavaClass> takeAtMostOneBareId() {
        return new ArchCondition<>("take at most one bare UUID in a method, a constructor or a record") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                takingBareIds(type)
                        .filter(unit -> !BARE_IDS.containsKey(unit))
                        .forEach(unit ->
                                events.add(SimpleConditionEvent.violated(type, unit + " takes two bare UUIDs")));
            }
        };
    }

    private static Stream<String> takingBareIds(JavaClass type) {
        return type.getCodeUnits().stream()
                .filter(unit -> !unit.getModifiers().contains(JavaModifier.SYNTHETIC))
                .filter(unit -> unit.getRawParameterTypes().stream()
                                .filter(parameter -> parameter.isEquivalentTo(UUID.class))
                                .count()
                        > 1)
                .map(unit -> (type.getName() + "." + unit.getName()).replace("org.zhongchuang.", ""));
    }

    @Test
    void noExceptionForBareIdsIsKeptThatIsNoneAnyMore() {
        assertThat(PLATFORM.stream().flatMap(ArchitectureTests::takingBareIds)).containsAll(BARE_IDS.keySet());
    }

    private static ArchCondition<JavaConstructor> haveAtMostSixParameters() {
        return new ArchCondition<>("have at most six parameters") {
            @Override
            public void check(JavaConstructor constructor, ConditionEvents events) {
                if (constructor.getRawParameterTypes().size() > 6) {
                    events.add(SimpleConditionEvent.violated(constructor, constructor.getFullName()));
                }
            }
        };
    }

    private static ArchCondition<JavaClass> catchNothingGeneral() {
        return new ArchCondition<>("catch neither Exception nor Throwable") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getCodeUnits().stream()
                        .flatMap(unit -> unit.getTryCatchBlocks().stream())
                        .flatMap(block -> block.getCaughtThrowables().stream())
                        .filter(caught -> List.of("java.lang.Exception").contains(caught.getName()))
                        .forEach(caught -> events.add(
                                SimpleConditionEvent.violated(type, type.getName() + " catches " + caught.getName())));
            }
        };
    }
}
