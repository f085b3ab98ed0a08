package org.zhongchuang.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A value in a file, and where it stands.
 *
 * @param line the line in which it begins, from 1
 * @param column the column in that line, from 1
 * @param text its text if it is a single value
 * @param inside what it holds, by key or by number
 */
record Spot(Kind kind, int line, int column, String text, Map<String, Spot> inside) {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Set<String> NAMES = Set.of("id", "code", "name", "step");

    enum Kind {
        FIELDS,
        LIST,
        TEXT,
        NUMBER,
        YES_NO,
        NOTHING
    }

    /** A file that is read. */
    record Page(Spot root, List<Flaw> flaws) {}

    /** Reads a file, and says what is no YAML in it and which keys stand twice. */
    static Page read(String file, String text) {
        var flaws = new ArrayList<Flaw>();
        var nothing = new Spot(Kind.NOTHING, 1, 1, "", Map.of());
        try (var parser = YAML.createParser(text)) {
            var root = parser.nextToken() == null ? nothing : new Reading(file, parser, flaws).spot();
            if (parser.nextToken() != null) {
                flaws.add(ReadingFault.further(file, parser.currentTokenLocation()));
            }
            return new Page(root, flaws);
        } catch (JacksonException fault) {
            flaws.add(ReadingFault.told(file, fault));
            return new Page(nothing, flaws);
        }
    }

    /** One that goes through a file. */
    private record Reading(String file, JsonParser parser, List<Flaw> flaws) {

        Spot spot() {
            var place = parser.currentTokenLocation();
            return switch (parser.currentToken()) {
                case START_OBJECT -> spot(Kind.FIELDS, place, "", fields());
                case START_ARRAY -> spot(Kind.LIST, place, "", list());
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> spot(Kind.NUMBER, place, parser.getString(), Map.of());
                case VALUE_TRUE, VALUE_FALSE -> spot(Kind.YES_NO, place, parser.getString(), Map.of());
                case VALUE_STRING -> spot(Kind.TEXT, place, parser.getString(), Map.of());
                default -> spot(Kind.NOTHING, place, "", Map.of());
            };
        }

        private Map<String, Spot> fields() {
            var fields = new LinkedHashMap<String, Spot>();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                var name = parser.currentName();
                var place = parser.currentTokenLocation();
                parser.nextToken();
                if (fields.put(name, spot()) != null) {
                    flaws.add(Flaw.at(
                            file,
                            place.getLineNr(),
                            place.getColumnNr(),
                            Flaws.text("“%s”写了两次，留一个", "\"%s\" is given twice; leave one", name)));
                }
            }
            return fields;
        }

        private Map<String, Spot> list() {
            var list = new LinkedHashMap<String, Spot>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                list.put(String.valueOf(list.size()), spot());
            }
            return list;
        }

        private static Spot spot(Kind kind, TokenStreamLocation place, String text, Map<String, Spot> inside) {
            return new Spot(kind, Math.max(place.getLineNr(), 1), Math.max(place.getColumnNr(), 1), text, inside);
        }
    }

    boolean isSingle() {
        return kind == Kind.TEXT || kind == Kind.NUMBER || kind == Kind.YES_NO;
    }

    private boolean isCalled(String name) {
        return kind == Kind.FIELDS
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

    /**
     * What stands one step further in: behind a key, at a number, or called so; the last of them where that is meant.
     */
    @Nullable
    Spot step(String name, boolean last) {
        if (kind == Kind.LIST) {
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
