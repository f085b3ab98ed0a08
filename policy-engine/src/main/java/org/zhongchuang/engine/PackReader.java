package org.zhongchuang.engine;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
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
import org.jspecify.annotations.Nullable;
import org.zhongchuang.engine.formula.Formula;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Turns the files of a pack into a {@link PolicyPack}, whole or not at all.
 *
 * <p>A pack is a folder: {@code pack.yaml} with the document, the areas and the city's own names, {@code clauses/} with
 * a file per part, {@code facts.yaml}, {@code parameters/}, {@code programmes/}, {@code cases/} and {@code indicators/}
 * with a file each, and where there are any {@code targets.yaml}, {@code obligations.yaml}, {@code statistics.yaml},
 * {@code everyday.yaml}, {@code assessment.yaml} and {@code treasury.yaml}.
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

    private record Head(
            String pack,
            Document document,
            List<Area> areas,
            @Nullable Names names) {}

    /**
     * Reads a pack.
     *
     * @param files text by path inside the pack, such as {@code parameters/minimum-area.yaml}
     * @throws PackProblem with every problem found, each with its place
     */
    public static PolicyPack read(Map<String, String> files) {
        var sorted = new TreeMap<>(files);
        try {
            return whole(sorted);
        } catch (PackProblem first) {
            var problems = problemsOfFiles(sorted);
            throw (problems.isEmpty() ? first : new PackProblem(problems)).placed(sorted);
        }
    }

    /** What is wrong with each file by itself, so that one run tells of all. */
    private static List<Flaw> problemsOfFiles(SortedMap<String, String> files) {
        var problems = new ArrayList<Flaw>();
        for (var part : List.<Runnable>of(
                () -> one(files, "pack.yaml", Head.class),
                () -> one(files, "facts.yaml", Fact[].class),
                () -> folder(files, "parameters/", Parameter.class),
                () -> folder(files, "programmes/", Programme.class),
                () -> folder(files, "clauses/", Part.class),
                () -> folder(files, "cases/", ApprovedCase[].class),
                () -> folder(files, "indicators/", IndicatorSet.class),
                () -> optional(files, "targets.yaml", Target[].class),
                () -> optional(files, "obligations.yaml", Obligation[].class),
                () -> optional(files, "statistics.yaml", Statistic[].class),
                () -> optional(files, "everyday.yaml", EverydayWord[].class),
                () -> alone(files, "assessment.yaml", AssessmentProcedure.class),
                () -> alone(files, "treasury.yaml", TreasuryProcedure.class))) {
            try {
                part.run();
            } catch (PackProblem problem) {
                problems.addAll(problem.problems());
            }
        }
        return problems;
    }

    private static PolicyPack whole(SortedMap<String, String> sorted) {
        var head = one(sorted, "pack.yaml", Head.class);
        var facts = by("facts.yaml", List.of(one(sorted, "facts.yaml", Fact[].class)), Fact::id);
        var parameters = by("parameters/", folder(sorted, "parameters/", Parameter.class), Parameter::id);
        var programmes = by("programmes/", folder(sorted, "programmes/", Programme.class), Programme::id);
        return new PolicyPack(
                head.pack(),
                edition(sorted),
                head.document(),
                head.areas(),
                Objects.requireNonNullElse(head.names(), Names.USUAL),
                folder(sorted, "clauses/", Part.class),
                facts,
                parameters,
                programmes,
                folder(sorted, "cases/", ApprovedCase[].class).stream()
                        .flatMap(Stream::of)
                        .toList(),
                optional(sorted, "targets.yaml", Target[].class),
                optional(sorted, "obligations.yaml", Obligation[].class),
                folder(sorted, "indicators/", IndicatorSet.class),
                optional(sorted, "statistics.yaml", Statistic[].class),
                optional(sorted, "everyday.yaml", EverydayWord[].class),
                alone(sorted, "assessment.yaml", AssessmentProcedure.class),
                alone(sorted, "treasury.yaml", TreasuryProcedure.class),
                rules(facts, parameters, programmes),
                Map.of(),
                List.of());
    }

    private static Map<String, Rules> rules(
            Map<String, Fact> facts, Map<String, Parameter> parameters, Map<String, Programme> programmes) {
        var problems = new ArrayList<Flaw>();
        var rules = new LinkedHashMap<String, Rules>();
        programmes.forEach((id, programme) -> rules.put(id, Rules.of(programme, facts, parameters, problems)));
        if (!problems.isEmpty()) {
            throw new PackProblem(problems);
        }
        return rules;
    }

    private static <T> Map<String, T> by(String where, List<T> all, Function<T, String> id) {
        return all.stream()
                .collect(toMap(
                        id,
                        identity(),
                        (one, _) -> {
                            throw new PackProblem(
                                    Where.in(where, id.apply(one)).again(),
                                    "“" + id.apply(one) + "”写了两次",
                                    "\"" + id.apply(one) + "\" is defined twice");
                        },
                        LinkedHashMap::new));
    }

    /** The files of a folder; what is wrong with them is told of all of them. */
    private static <T> List<T> folder(SortedMap<String, String> files, String folder, Class<T> type) {
        var problems = new ArrayList<Flaw>();
        var read = new ArrayList<T>();
        for (var file : files.keySet()) {
            if (file.startsWith(folder)) {
                try {
                    read.add(one(files, file, type));
                } catch (PackProblem problem) {
                    problems.addAll(problem.problems());
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new PackProblem(problems);
        }
        return read;
    }

    private static <T> List<T> optional(SortedMap<String, String> files, String file, Class<T[]> type) {
        return files.containsKey(file) ? Arrays.asList(one(files, file, type)) : List.of();
    }

    private static <T> Optional<T> alone(SortedMap<String, String> files, String file, Class<T> type) {
        return files.containsKey(file) ? Optional.of(one(files, file, type)) : Optional.empty();
    }

    private static <T> T one(SortedMap<String, String> files, String file, Class<T> type) {
        var text = files.get(file);
        if (text == null) {
            throw new PackProblem(Where.in(file), "缺这个文件", "this file is missing");
        }
        try {
            T value = YAML.readerFor(type)
                    .withAttribute(FILE, file)
                    .withAttribute(TEXT, text)
                    .readValue(text);
            if (value == null) {
                throw new PackProblem(Where.in(file), "这个文件是空的", "this file is empty");
            }
            Completeness.demand(file, value);
            FileCheck.demand(Where.in(file), value);
            return value;
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
