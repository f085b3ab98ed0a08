package org.zhongchuang.engine;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.zhongchuang.engine.formula.Formula;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Turns the files of a pack into a {@link PolicyPack}, whole or not at all.
 *
 * <p>A pack is a folder: {@code pack.yaml} with the document, the areas and the city's own names, {@code clauses/} with
 * a file per part, {@code facts.yaml}, {@code parameters/}, {@code lists/}, {@code programmes/}, {@code cases/} and
 * {@code indicators/} with a file each, and where there are any {@code targets.yaml}, {@code obligations.yaml},
 * {@code statistics.yaml}, {@code everyday.yaml}, {@code assessment.yaml} and {@code treasury.yaml}.
 */
public final class PackReader {

    static final String FILE = "file";
    static final String TEXT = "text";

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .withConfigOverride(
                    List.class, list -> list.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .addModule(new SimpleModule()
                    .addDeserializer(Formula.class, new PackScalars.OfFormula())
                    .addDeserializer(FactValue.class, new PackScalars.OfFactValue()))
            .build();

    private PackReader() {}

    /** The amendment that a pack is, by its files; empty where it amends nothing or has no head that can be read. */
    public static Optional<Amendment> amendment(Map<String, String> files) {
        return amendment(FileKind.PACK.place(), files.getOrDefault(FileKind.PACK.place(), ""));
    }

    /** The id of a pack, by its files; empty where it has no head that can be read. */
    public static Optional<String> id(Map<String, String> files) {
        var head = FileKind.PACK.place();
        return head(head, files.getOrDefault(head, "")).map(PackHead::pack);
    }

    /** Whether a pack, by its files or its head alone, can lead a city: it has areas, and amends no other one. */
    public static boolean leads(Map<String, String> files) {
        var head = FileKind.PACK.place();
        return head(head, files.getOrDefault(head, ""))
                .filter(one -> !one.areas().isEmpty() && one.amendment().isEmpty())
                .isPresent();
    }

    /** The same by the text of a {@code pack.yaml} that lies in that file; what is wrong with it, reading it tells. */
    static Optional<Amendment> amendment(String file, String text) {
        return head(file, text).flatMap(PackHead::amendment);
    }

    private static Optional<PackHead> head(String file, String text) {
        return ShapeCheck.problemsOf(file, text, FileKind.PACK.shape()).isEmpty()
                ? Optional.of(one(new TreeMap<>(Map.of(file, text)), file, PackHead.class))
                : Optional.empty();
    }

    /**
     * Reads a pack.
     *
     * @param files text by path inside the pack, such as {@code parameters/minimum-area.yaml}
     * @throws PackProblem with every problem found, each with its place
     */
    public static PolicyPack read(Map<String, String> files) {
        var sorted = new TreeMap<>(files);
        var problems = problemsOfFiles(sorted);
        if (!problems.isEmpty()) {
            throw new PackProblem(problems).placed(sorted);
        }
        try {
            return whole(sorted);
        } catch (PackProblem problem) {
            throw problem.placed(sorted);
        }
    }

    /** What is wrong with each file by itself, so that one run tells of all. */
    public static List<Flaw> problemsOfFiles(Map<String, String> files) {
        var problems = new ArrayList<Flaw>();
        for (var kind : FileKind.values()) {
            if (kind.required() && !files.containsKey(kind.place())) {
                problems.add(Flaw.of(Where.in(kind.place()), Text.of("缺这个文件", "this file is missing")));
            }
        }
        new TreeMap<>(files)
                .forEach((file, text) -> FileKind.of(file)
                        .ifPresent(kind -> problems.addAll(ShapeCheck.problemsOf(file, text, kind.shape()))));
        return problems;
    }

    private static PolicyPack whole(SortedMap<String, String> sorted) {
        var flaws = new Flaws();
        var head = one(sorted, FileKind.PACK.place(), PackHead.class);
        var facts = by("facts.yaml", optional(sorted, "facts.yaml", Fact[].class), Fact::id, flaws);
        var parameters = by("parameters/", folder(sorted, "parameters/", Parameter.class), Parameter::id, flaws);
        var lists = by("lists/", folder(sorted, "lists/", CodeList.class), CodeList::id, flaws);
        var programmes = by("programmes/", folder(sorted, "programmes/", Programme.class), Programme::id, flaws);
        var indicators = folder(sorted, "indicators/", IndicatorSet.class);
        new FileCheck(flaws).check(parameters.values(), programmes.values(), indicators);
        demandNone(flaws.all());
        var rules = rules(new Vocabulary(facts, parameters, lists), programmes, flaws);
        var pack = new PolicyPack(
                head.pack(),
                edition(sorted),
                head.document(),
                head.areas(),
                Objects.requireNonNullElse(head.names(), Names.USUAL),
                folder(sorted, "clauses/", Part.class),
                facts,
                parameters,
                lists,
                programmes,
                folder(sorted, "cases/", ApprovedCase[].class).stream()
                        .flatMap(Stream::of)
                        .toList(),
                optional(sorted, "targets.yaml", Target[].class),
                optional(sorted, "obligations.yaml", Obligation[].class),
                indicators,
                optional(sorted, "statistics.yaml", Statistic[].class),
                optional(sorted, "everyday.yaml", EverydayWord[].class),
                alone(sorted, "assessment.yaml", AssessmentProcedure.class),
                alone(sorted, "treasury.yaml", TreasuryProcedure.class),
                rules,
                Map.of(),
                List.of());
        if (!flaws.all().isEmpty()) {
            flaws.addAll(PackCheck.besidesRules(pack));
        }
        demandNone(flaws.all());
        return pack;
    }

    private static void demandNone(List<Flaw> flaws) {
        if (!flaws.isEmpty()) {
            throw new PackProblem(flaws);
        }
    }

    /** The programmes made ready to judge; those that cannot be are left out, and told of. */
    private static Map<String, Rules> rules(Vocabulary words, Map<String, Programme> programmes, Flaws flaws) {
        var rules = new LinkedHashMap<String, Rules>();
        programmes.forEach((id, programme) -> {
            var problems = new ArrayList<Flaw>();
            var one = Rules.of(programme, words, problems);
            if (problems.isEmpty()) {
                rules.put(id, one);
            }
            flaws.addAll(problems);
        });
        return rules;
    }

    private static <T> Map<String, T> by(String where, List<T> all, Function<T, String> id, Flaws flaws) {
        DocumentCheck.duplicates(all.stream().map(id).toList())
                .forEach(twice ->
                        flaws.add(Where.in(where, twice).again(), "“%s”写了两次", "\"%s\" is defined twice", twice));
        return all.stream().collect(toMap(id, identity(), (one, _) -> one, LinkedHashMap::new));
    }

    private static <T> List<T> folder(SortedMap<String, String> files, String folder, Class<T> type) {
        return files.keySet().stream()
                .filter(file -> file.startsWith(folder) && file.endsWith(".yaml"))
                .map(file -> one(files, file, type))
                .toList();
    }

    private static <T> List<T> optional(SortedMap<String, String> files, String file, Class<T[]> type) {
        return files.containsKey(file) ? List.of(one(files, file, type)) : List.of();
    }

    private static <T> Optional<T> alone(SortedMap<String, String> files, String file, Class<T> type) {
        return files.containsKey(file) ? Optional.of(one(files, file, type)) : Optional.empty();
    }

    /** A file as a tree, and {@link #text} the other way. */
    static JsonNode tree(String file, String text) {
        try {
            return YAML.readTree(text);
        } catch (JacksonException e) {
            throw new PackProblem(List.of(ReadingFault.told(file, e)));
        }
    }

    static String text(JsonNode tree) {
        return YAML.writeValueAsString(tree);
    }

    /** One file by itself. */
    static Object bound(FileKind kind, String text) {
        return one(new TreeMap<>(Map.of(kind.place(), text)), kind.place(), kind.type());
    }

    private static <T> T one(SortedMap<String, String> files, String file, Class<T> type) {
        var text = files.getOrDefault(file, "");
        try {
            return YAML.readerFor(type)
                    .withAttribute(FILE, file)
                    .withAttribute(TEXT, text)
                    .readValue(text);
        } catch (JacksonException e) {
            throw new PackProblem(List.of(ReadingFault.told(file, e)));
        }
    }

    static String edition(SortedMap<String, String> files) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            files.forEach((file, text) -> {
                digest.update(file.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
                digest.update(text.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
