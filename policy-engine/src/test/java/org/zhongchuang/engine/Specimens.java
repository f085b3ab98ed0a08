package org.zhongchuang.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The least that a file of each kind can hold, made from its shape. JSON is YAML. */
final class Specimens {

    private Specimens() {}

    static String least(FileKind kind) {
        return JsonMapper.shared().writeValueAsString(value(kind.shape()));
    }

    /** The same, once without each key that is demanded, by that key. */
    static Map<String, String> withoutOne(FileKind kind) {
        var fields = kind.shape() instanceof Shape.Many(Shape.Fields each) ? each : (Shape.Fields) kind.shape();
        var all = new LinkedHashMap<String, String>();
        fields.all().forEach((key, field) -> {
            if (field.required()) {
                var without = fields(fields);
                without.remove(key);
                all.put(
                        key,
                        JsonMapper.shared()
                                .writeValueAsString(kind.shape() instanceof Shape.Many ? List.of(without) : without));
            }
        });
        return all;
    }

    static Object read(FileKind kind, String text) {
        return PackReader.bound(kind, text);
    }

    private static Object value(Shape shape) {
        return switch (shape) {
            case Shape.Fields fields -> fields(fields);
            case Shape.Many many -> List.of(value(many.each()));
            case Shape.Named named -> Map.of("some", value(named.each()));
            case Shape.Choice choice -> choice.words().getFirst();
            case Shape.Plain plain ->
                switch (plain) {
                    case TEXT -> "some";
                    case NUMBER, WHOLE, VALUE -> 1;
                    case YES_NO -> true;
                    case DAY -> "2017-03-15";
                    case FORMULA -> "some > 1";
                };
        };
    }

    private static Map<String, Object> fields(Shape.Fields fields) {
        var least = new LinkedHashMap<String, Object>();
        fields.all().forEach((key, field) -> {
            if (field.required()) {
                least.put(key, value(field.shape()));
            }
        });
        return least;
    }
}
