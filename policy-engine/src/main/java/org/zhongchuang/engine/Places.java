package org.zhongchuang.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Where in the files of a pack a thing stands. A file is gone through when something in it is asked for. */
final class Places {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Set<String> NAMES = Set.of("id", "code", "name", "step");

    private final TreeMap<String, String> files;
    private final Map<String, Spot> roots = new HashMap<>();

    Places(Map<String, String> files) {
        this.files = new TreeMap<>(files);
    }

    /** A value in a file: where it begins, its text if it is a single one, and what it holds by key or by number. */
    private record Spot(int line, int column, String text, boolean list, Map<String, Spot> inside) {

        boolean isCalled(String name) {
            return !list
                    && inside.entrySet().stream()
                            .anyMatch(one -> NAMES.contains(one.getKey())
                                    && one.getValue().text().equals(name));
        }

        /** All things of that name, at any depth, in their order. */
        Stream<Spot> called(String name) {
            return Stream.concat(
                    isCalled(name) ? Stream.of(this) : Stream.empty(),
                    inside.values().stream().flatMap(one -> one.called(name)));
        }

        @Nullable
        Spot step(String name, boolean last) {
            if (list) {
                var named = inside.values().stream()
                        .filter(one -> one.isCalled(name) || one.text().equals(name))
                        .reduce((first, later) -> last ? later : first);
                if (named.isPresent()) {
                    return named.get();
                }
            }
            return inside.get(name);
        }
    }

    Flaw of(Flaw flaw) {
        if (flaw.line() > 0) {
            return flaw;
        }
        var where = flaw.where();
        if (!where.file().endsWith("/")) {
            return files.containsKey(where.file()) ? placed(flaw, where.file(), root(where.file()), 0) : flaw;
        }
        if (where.path().isEmpty()) {
            return flaw;
        }
        var found = new ArrayList<Map.Entry<String, Spot>>();
        files.keySet().stream()
                .filter(file -> file.startsWith(where.file()))
                .forEach(file ->
                        root(file).called(where.path().getFirst()).forEach(spot -> found.add(Map.entry(file, spot))));
        if (found.isEmpty()) {
            return flaw;
        }
        var one = where.last() ? found.getLast() : found.getFirst();
        return placed(flaw, one.getKey(), one.getValue(), 1);
    }

    /** The place as far in as the way leads. */
    private static Flaw placed(Flaw flaw, String file, Spot from, int done) {
        var spot = from;
        var path = flaw.where().path();
        for (var name : path.subList(done, path.size())) {
            var next = spot.step(name, flaw.where().last());
            if (next == null) {
                break;
            }
            spot = next;
        }
        return new Flaw(
                new Where(file, path, flaw.where().last()), spot.line(), spot.column(), flaw.what(), flaw.warning());
    }

    private Spot root(String file) {
        return roots.computeIfAbsent(file, _ -> {
            try (var parser = YAML.createParser(files.getOrDefault(file, ""))) {
                return parser.nextToken() == null ? nothing() : spot(parser);
            } catch (JacksonException _) {
                return nothing();
            }
        });
    }

    private static Spot nothing() {
        return new Spot(1, 1, "", false, Map.of());
    }

    private static Spot spot(JsonParser parser) {
        var place = parser.currentTokenLocation();
        var inside = new LinkedHashMap<String, Spot>();
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                var name = parser.currentName();
                parser.nextToken();
                inside.put(name, spot(parser));
            }
            return spot(place, "", false, inside);
        }
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            for (int number = 0; parser.nextToken() != JsonToken.END_ARRAY; number++) {
                inside.put(String.valueOf(number), spot(parser));
            }
            return spot(place, "", true, inside);
        }
        return spot(place, parser.getValueAsString(""), false, inside);
    }

    private static Spot spot(TokenStreamLocation place, String text, boolean list, Map<String, Spot> inside) {
        return new Spot(Math.max(place.getLineNr(), 1), Math.max(place.getColumnNr(), 1), text, list, inside);
    }
}
