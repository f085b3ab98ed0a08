package org.zhongchuang.engine;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhongchuang.engine.formula.Formula;

/** What may stand at a place of a file of a pack, as told by the type that it is read into. */
sealed interface Shape {

    /** Keys that are given, each with what stands behind it. */
    record Fields(Class<?> of) implements Shape {

        /** A pack is full of the same few records: what each has is asked of the type once. */
        private static final ClassValue<Map<String, Field>> KNOWN = new ClassValue<>() {
            @Override
            protected Map<String, Field> computeValue(Class<?> type) {
                var all = new LinkedHashMap<String, Field>();
                for (var component : type.getRecordComponents()) {
                    all.put(component.getName(), Field.of(component));
                }
                return Collections.unmodifiableMap(all);
            }
        };

        /** In the order in which a pack writes them best. */
        Map<String, Field> all() {
            return KNOWN.get(of);
        }

        /** What the thing is called where keys are spoken of, such as {@code programme.step}. */
        String name() {
            var own = word(of.getSimpleName());
            var around = of.getEnclosingClass();
            return around == null || !around.isRecord() ? own : word(around.getSimpleName()) + "." + own;
        }

        private static String word(String type) {
            return type.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + type.substring(1);
        }
    }

    /**
     * What stands behind a key.
     *
     * @param otherwise what holds without it; empty where that is nothing
     */
    record Field(Shape shape, boolean required, String otherwise) {

        static Field of(RecordComponent component) {
            var shape = Shape.of(component.getGenericType());
            var otherwise = component.getAnnotation(Otherwise.class);
            var free = otherwise != null
                    || component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                    || component.getType().isPrimitive()
                    || component.getType() == Optional.class
                    || shape instanceof Many
                    || shape instanceof Named;
            return new Field(shape, !free, otherwise == null ? "" : otherwise.value());
        }
    }

    /** A list. */
    record Many(Shape each) implements Shape {}

    /** Names that the pack chooses, each with a value. */
    record Named(Shape each) implements Shape {}

    /** One of some words. */
    record Choice(List<String> words) implements Shape {}

    /** A single value. */
    enum Plain implements Shape {
        TEXT,
        NUMBER,
        WHOLE,
        YES_NO,
        DAY,
        FORMULA,
        /** A value of a fact. */
        VALUE
    }

    static Shape of(Type type) {
        if (type instanceof ParameterizedType generic) {
            var inner = generic.getActualTypeArguments();
            var outer = (Class<?>) generic.getRawType();
            return Collection.class.isAssignableFrom(outer)
                    ? new Many(of(inner[0]))
                    : outer == Map.class ? new Named(of(inner[1])) : of(inner[0]);
        }
        var one = (Class<?>) type;
        if (one.isArray()) {
            return new Many(of(one.getComponentType()));
        }
        if (one.isEnum()) {
            return new Choice(Stream.of(one.getEnumConstants())
                    .map(word -> Names.word((Enum<?>) word))
                    .toList());
        }
        return one.isRecord() ? new Fields(one) : plain(one);
    }

    private static Plain plain(Class<?> type) {
        if (type == boolean.class || type == Boolean.class) {
            return Plain.YES_NO;
        }
        if (type == int.class || type == Integer.class) {
            return Plain.WHOLE;
        }
        if (type == BigDecimal.class) {
            return Plain.NUMBER;
        }
        if (type == LocalDate.class) {
            return Plain.DAY;
        }
        if (type == FactValue.class) {
            return Plain.VALUE;
        }
        return type == Formula.class ? Plain.FORMULA : Plain.TEXT;
    }
}
