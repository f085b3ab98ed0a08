package org.zhongchuang.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.Parameter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import offenders.OutOfReach;
import org.junit.jupiter.api.Test;
import org.springframework.core.ResolvableType;
import org.springframework.stereotype.Controller;
import org.springframework.stereotype.Service;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Common;
import org.zhongchuang.ground.access.Concerns;
import org.zhongchuang.ground.access.Reach;
import org.zhongchuang.ground.kernel.FormId;

/** Whoever names a thing asks whether the actor reaches it: see decision 0018. */
class ReachRulesTests {

    private static final JavaClasses PLATFORM = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("/jte/") && !location.contains("/test/"))
            .importPackages("org.zhongchuang");

    private static final Path SOURCES = Path.of("src/main/java/org/zhongchuang");

    /** A page of a list begins after a row, and a form is sent once: neither names a thing to do something with. */
    private static final Set<String> NO_THINGS = Set.of("after", "before", "request");

    /** Fields that narrow a list which keeps to the reader's bounds anyway. May only shrink. */
    private static final Set<String> FILTERS =
            Set.of("EntryPages.java award", "StatementPages.java subject", "BenefitPages.java subject");

    private static final String ACCOUNTS = "accounts are the administrators', of whom each has the whole city";

    /** Use cases that are given a thing together with an actor who cannot reach for another's. May only shrink. */
    private static final Map<String, String> ASKS_OTHERWISE = Map.of(
            "Spaces#record", "keeps what a case has found out; the case asks",
            "Register#decided", "keeps what a decision brought about; the decision asks",
            "ClosingAccounts#endAppointment", ACCOUNTS,
            "ClosingAccounts#endOn", ACCOUNTS,
            "ClosingAccounts#endSessions", ACCOUNTS,
            "Countersigning#decide", ACCOUNTS,
            "Countersigning#factorReset", ACCOUNTS,
            "Countersigning#appointment", ACCOUNTS,
            "PasswordLinks#make", ACCOUNTS);

    /** Where a role is read for what it is, not for what it may. May only shrink. */
    private static final Map<String, String> READS_ROLES = Map.ofEntries(
            Map.entry("ground.audit.AuditLog", "writes down under which role somebody acted"),
            Map.entry("procedure.casework.CaseFiles", "writes down under which role somebody acted"),
            Map.entry("procedure.inbox.Dossiers", "the pack says which facts a role answers for"),
            Map.entry("procedure.review.EstablishFacts", "the pack says which facts a role answers for"),
            Map.entry("outside.administration.Appointing", "compares appointments, not what they allow"),
            Map.entry("outside.administration.ClosingAccounts", "keeps the last administrator, whatever they may do"),
            Map.entry(
                    "outside.administration.WhoAppointed",
                    "finds the act by which a role was given, whatever it allows"),
            Map.entry("outside.administration.web.EntryOfAccount", "says for whom people act, not what they may do"),
            Map.entry("outside.administration.web.AdministrationPages", "says in words which appointment was made"),
            Map.entry("ground.identity.Threshold", "officials bring a second proof, whatever they may do"),
            Map.entry(
                    "government.inspection.web.AuditPages",
                    "auditors read all groups of acts, administrators those about accounts"),
            Map.entry("ground.shell.SignInPages", "writes down under which role somebody went on"),
            Map.entry("ground.menu.Door", "holds a role against what a page states"));

    @Test
    void everyPageThatNamesAThingSaysWhichOrThatItIsNobodys() {
        assertThat(unsaid(PLATFORM)).isEmpty();
        assertThat(unsaid(classes(OutOfReach.ShowsAnybodysThing.class)))
                .allMatch(one -> one.contains("ShowsAnybodysThing"))
                .satisfiesExactlyInAnyOrder(
                        one -> assertThat(one).contains("names id"),
                        one -> assertThat(one).contains("names person"));
    }

    @Test
    void whatNamesAThingOnOnePageNamesItOnEveryPage() throws IOException {
        var fields = pages(PLATFORM)
                .flatMap(page -> Stream.of(page.reflect().getAnnotationsByType(Concerns.class)))
                .flatMap(concerns -> Stream.of(concerns.by()))
                .filter(name -> !isVariable(name))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(fields).contains("subject", "award", "space");
        var unsaid = new ArrayList<String>();
        for (var file : sources("web")) {
            var said = said(file);
            for (var field : fieldsRead(Files.readString(file))) {
                if (fields.contains(field)
                        && !said.contains(field)
                        && !FILTERS.contains(file.getFileName() + " " + field)) {
                    unsaid.add(file.getFileName() + " reads the field " + field + HOW.formatted(field));
                }
            }
        }
        assertThat(unsaid).isEmpty();
        assertThat(fieldsRead("Typed.id(text(typed, \"space\"))")).containsExactly("space");
    }

    @Test
    void everyUseCaseForAnIdentifiedThingAsks() {
        assertThat(unasked(PLATFORM)
                        .filter(method -> !ASKS_OTHERWISE.containsKey(name(method)))
                        .map(ReachRulesTests::name))
                .as("asks Reach, itself or through what it calls (decision 0018)")
                .isEmpty();
        assertThat(unasked(classes(OutOfReach.DecidesAnybodysThing.class))).hasSize(2);
        assertThat(ASKS_OTHERWISE.keySet())
                .as("exceptions that are none any more")
                .isSubsetOf(unasked(PLATFORM).map(ReachRulesTests::name).toList());
    }

    @Test
    void whatARoleMayIsWrittenInOnePlace() {
        assertThat(readingRoles(PLATFORM).stream().filter(one -> !READS_ROLES.containsKey(one)))
                .as("asks Reach instead of comparing roles (decision 0018)")
                .isEmpty();
        assertThat(readingRoles(classes(OutOfReach.KnowsItsOwnRoles.class))).hasSize(1);
        assertThat(READS_ROLES.keySet()).as("exceptions that are none any more").isSubsetOf(readingRoles(PLATFORM));
    }

    @Test
    void noTemplateComparesRoles() throws IOException {
        try (var files = Files.walk(Path.of("src/main/jte"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file))
                        .as(file.toString())
                        .doesNotContainPattern("Role\\.[A-Z]|isActing\\(");
            }
        }
    }

    @Test
    void noSwitchOverRolesHasADefault() throws IOException {
        for (var file : sources("")) {
            assertThat(defaults(Files.readString(file))).as(file.toString()).isEmpty();
        }
        assertThat(defaults("switch (actor.role()) { case EXPERT -> true; default -> false; }"))
                .hasSize(1);
        assertThatThrownBy(() -> assertThat(defaults("return switch (role) {\n default -> 1;\n}"))
                        .isEmpty())
                .isInstanceOf(AssertionError.class);
    }

    private static final String HOW =
            ": say which thing it is, @Concerns(value = Thing.…, deed = Deed.…, by = \"%s\"), or that it is nobody's, @Common(\"why\")";

    private static List<String> unsaid(JavaClasses classes) {
        return pages(classes)
                .filter(page -> !page.isAnnotatedWith(Common.class))
                .flatMap(page -> {
                    var said = said(page);
                    return Stream.of(page.reflect().getParameters())
                            .map(ReachRulesTests::named)
                            .flatMap(Optional::stream)
                            .filter(name -> !said.contains(name) && !NO_THINGS.contains(name))
                            .map(name -> page.getFullName() + " names " + name + HOW.formatted(name));
                })
                .toList();
    }

    private static Set<String> said(JavaMethod page) {
        return Stream.of(page.reflect().getAnnotationsByType(Concerns.class))
                .flatMap(concerns -> Stream.concat(Stream.of(concerns.by()), Stream.of(concerns.parts())))
                .collect(Collectors.toSet());
    }

    /** What a parameter of a page names a thing by: each variable of an address, each identifier of a form. */
    private static Optional<String> named(Parameter parameter) {
        if (parameter.isAnnotationPresent(PathVariable.class)) {
            return Optional.of(parameter.getName());
        }
        var field = parameter.getAnnotation(RequestParam.class);
        var type = ResolvableType.forType(parameter.getParameterizedType());
        if (field == null || !(isId(type.toClass()) || isId(type.getGeneric().toClass()))) {
            return Optional.empty();
        }
        return Optional.of(field.name().isEmpty() ? parameter.getName() : field.name());
    }

    /**
     * Whether it says which one of the things of a kind is meant: a bare UUID, or a record around one. A form's own
     * number names no thing.
     */
    private static boolean isId(Class<?> type) {
        return type == UUID.class
                || (type.isRecord()
                        && type != FormId.class
                        && type.getRecordComponents().length == 1
                        && type.getRecordComponents()[0].getType() == UUID.class);
    }

    private static boolean isVariable(String name) {
        return pages(PLATFORM)
                .flatMap(page -> Stream.of(page.reflect().getParameters()))
                .anyMatch(parameter -> parameter.isAnnotationPresent(PathVariable.class)
                        && parameter.getName().equals(name));
    }

    private static Set<String> said(Path file) throws IOException {
        var said = new HashSet<String>();
        var concerns = Pattern.compile("@(Concerns|Common)\\((.*?)\\)\\n", Pattern.DOTALL)
                .matcher(Files.readString(file));
        while (concerns.find()) {
            var names = Pattern.compile("\"(\\w+)\"").matcher(concerns.group(2));
            while (names.find()) {
                said.add(names.group(1));
            }
        }
        return said;
    }

    /** The fields that a page takes out of a form by name. */
    private static Set<String> fieldsRead(String source) {
        var read = new TreeSet<String>();
        var names = Pattern.compile("(?:get|getOrDefault|containsKey|text)\\((?:\\w+, )?\"(\\w+)\"")
                .matcher(source);
        while (names.find()) {
            read.add(names.group(1));
        }
        return read;
    }

    private static Stream<JavaMethod> unasked(JavaClasses classes) {
        return classes.stream()
                .filter(type -> type.isAnnotatedWith(Service.class))
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(method ->
                        method.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Actor.class))
                                && method.getRawParameterTypes().stream().anyMatch(type -> isId(type.reflect())))
                .filter(method -> !reaches(method));
    }

    /** Whether a call of Reach is found from there, through any call or method reference inside the platform. */
    private static boolean reaches(JavaMethod from) {
        var seen = new HashSet<JavaCodeUnit>();
        var next = new ArrayDeque<JavaCodeUnit>(List.of(from));
        while (!next.isEmpty()) {
            var unit = next.poll();
            for (var target : targets(unit)) {
                if (target.getOwner().isEquivalentTo(Reach.class)) {
                    return true;
                }
                target.resolveMember()
                        .filter(one -> one.getOwner().getPackageName().startsWith("org.zhongchuang"))
                        .filter(seen::add)
                        .ifPresent(next::add);
            }
        }
        return false;
    }

    private static Collection<CodeUnitCallTarget> targets(JavaCodeUnit unit) {
        var targets = new ArrayList<CodeUnitCallTarget>();
        unit.getCallsFromSelf().forEach(call -> targets.add(call.getTarget()));
        return targets;
    }

    private static Set<String> readingRoles(JavaClasses classes) {
        return classes.stream()
                .filter(type ->
                        !type.getPackageName().matches("org\\.zhongchuang\\.(ground\\.access|outside\\.city.*)"))
                .flatMap(type -> type.getMethodCallsFromSelf().stream())
                .filter(call -> call.getTargetOwner().isEquivalentTo(Actor.class)
                        && List.of("role", "is").contains(call.getName()))
                .map(call -> outer(call.getOriginOwner()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String outer(JavaClass type) {
        return type.getName().replaceFirst("\\$.*", "").replace("org.zhongchuang.", "");
    }

    /** The branches of last resort in switches over a role. */
    private static List<String> defaults(String source) {
        var found = new ArrayList<String>();
        var start = Pattern.compile("switch \\((?:\\w+(?:\\(\\))?\\.)*role(?:\\(\\))?\\) \\{")
                .matcher(source);
        while (start.find()) {
            var depth = 1;
            var at = start.end();
            while (at < source.length() && depth > 0) {
                var sign = source.charAt(at);
                depth += sign == '{' ? 1 : sign == '}' ? -1 : 0;
                if (depth == 1 && source.startsWith("default ->", at)) {
                    found.add(source.substring(start.start(), at));
                }
                at++;
            }
        }
        return found;
    }

    private static List<Path> sources(String folder) throws IOException {
        try (var files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> folder.isEmpty()
                            || SOURCES.relativize(file).toString().contains(folder + "/"))
                    .toList();
        }
    }

    private static Stream<JavaMethod> pages(JavaClasses classes) {
        return classes.stream()
                .filter(type -> type.isAnnotatedWith(Controller.class))
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(GetMapping.class)
                        || method.isAnnotatedWith(PostMapping.class)
                        || method.isAnnotatedWith(RequestMapping.class));
    }

    private static String name(JavaMethod method) {
        return method.getOwner().getSimpleName() + "#" + method.getName();
    }

    private static JavaClasses classes(Class<?> type) {
        return new ClassFileImporter().importClasses(type);
    }
}
