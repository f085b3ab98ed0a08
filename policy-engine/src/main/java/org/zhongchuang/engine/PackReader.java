package org.zhongchuang.engine;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Turns the files of a pack into a {@link PolicyPack}.
 *
 * <p>A pack is a folder: {@code pack.yaml} with the document and the areas, {@code clauses/} with a file per part,
 * {@code facts.yaml}, {@code parameters/}, {@code programmes/} and {@code cases/} with a file each.
 */
public final class PackReader {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .withConfigOverride(
                    List.class, list -> list.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .addModule(new SimpleModule()
                    .addDeserializer(Formula.class, new FormulaText())
                    .addDeserializer(FactValue.class, new Scalar()))
            .build();

    private PackReader() {}

    private record Head(String pack, Document document, List<Area> areas) {}

    /** A folder of the pack: what its files hold, and the file each came from. */
    private record Folder<T>(Map<String, T> byFile) {

        <K> Map<K, T> by(Function<T, K> id) {
            return byFile.values().stream()
                    .collect(toMap(
                            id,
                            identity(),
                            (one, _) -> {
                                throw new PackProblem("pack", "\"" + id.apply(one) + "\" is defined twice");
                            },
                            LinkedHashMap::new));
        }
    }

    /**
     * Reads a pack.
     *
     * @param files text by path inside the pack, such as {@code parameters/minimum-area.yaml}
     */
    public static PolicyPack read(Map<String, String> files) {
        var sorted = new TreeMap<>(files);
        var head = one(sorted, "pack.yaml", Head.class);
        return new PolicyPack(
                head.pack(),
                edition(sorted),
                head.document(),
                head.areas(),
                List.copyOf(folder(sorted, "clauses/", Part.class).byFile().values()),
                Arrays.stream(one(sorted, "facts.yaml", Fact[].class))
                        .collect(toMap(Fact::id, identity(), (_, later) -> later, LinkedHashMap::new)),
                folder(sorted, "parameters/", Parameter.class).by(Parameter::id),
                folder(sorted, "programmes/", Programme.class).by(Programme::id),
                folder(sorted, "cases/", ApprovedCase[].class).byFile().values().stream()
                        .flatMap(Stream::of)
                        .toList());
    }

    private static <T> Folder<T> folder(SortedMap<String, String> files, String folder, Class<T> type) {
        var read = new LinkedHashMap<String, T>();
        files.keySet().stream()
                .filter(file -> file.startsWith(folder))
                .forEach(file -> read.put(file, one(files, file, type)));
        return new Folder<>(read);
    }

    private static <T> T one(SortedMap<String, String> files, String file, Class<T> type) {
        var text = files.get(file);
        if (text == null) {
            throw new PackProblem(file, "this file is missing");
        }
        try {
            var value = YAML.readValue(text, type);
            if (value == null) {
                throw new PackProblem(file, "this file is empty");
            }
            return value;
        } catch (JacksonException e) {
            var place = e.getLocation();
            throw new PackProblem(
                    place == null ? file : file + ":" + place.getLineNr() + ":" + place.getColumnNr(),
                    e.getOriginalMessage());
        }
    }

    private static String edition(SortedMap<String, String> files) {
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

    private static final class FormulaText extends StdDeserializer<Formula> {

        FormulaText() {
            super(Formula.class);
        }

        @Override
        public Formula deserialize(JsonParser parser, DeserializationContext context) {
            try {
                return Formula.parse(parser.getValueAsString(""));
            } catch (FormulaProblem e) {
                return context.reportInputMismatch(this, "%s", e.getMessage());
            }
        }
    }

    private static final class Scalar extends StdDeserializer<FactValue> {

        Scalar() {
            super(FactValue.class);
        }

        @Override
        public FactValue deserialize(JsonParser parser, DeserializationContext context) {
            var token = parser.currentToken();
            if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
                return new FactValue.YesNo(token == JsonToken.VALUE_TRUE);
            }
            if (token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT) {
                return new FactValue.Quantity(parser.getDecimalValue());
            }
            return context.reportInputMismatch(this, "a fact is a number, true or false");
        }
    }
}
