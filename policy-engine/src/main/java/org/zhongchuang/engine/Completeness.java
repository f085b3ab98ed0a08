package org.zhongchuang.engine;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Nothing that a pack must say may be left out: each component of each record that is not {@link Nullable} is there.
 */
final class Completeness {

    private Completeness() {}

    static void demand(String file, Object value) {
        demand(Where.in(file), value);
    }

    private static void demand(Where where, Object value) {
        switch (value) {
            case Object[] all -> demand(where, Arrays.asList(all));
            case Collection<?> all -> {
                var number = 0;
                for (var one : all) {
                    var inside = where.at(String.valueOf(number));
                    number++;
                    if (one == null) {
                        throw new PackProblem(
                                inside,
                                said(where) + "第 %d 项是空的".formatted(number),
                                "number %d is empty".formatted(number));
                    }
                    demand(inside, one);
                }
            }
            case Map<?, ?> all -> all.forEach((key, one) -> demand(where.at(String.valueOf(key)), one));
            case Optional<?> one -> one.ifPresent(inside -> demand(where, inside));
            case Text text
            when isBlank(text.zh()) || isBlank(text.en()) ->
                throw new PackProblem(
                        where, said(where) + "须写中英文 zh 和 en", (said(where) + "needs words in both zh and en").strip());
            case Record record
            when record.getClass().getPackage() == Completeness.class.getPackage() -> {
                for (var component : record.getClass().getRecordComponents()) {
                    component(where, record, component);
                }
            }
            default -> {}
        }
    }

    /** The name of what stands there; nothing for one of a list. */
    private static String said(Where where) {
        var name = where.path().isEmpty() ? "" : where.path().getLast();
        return name.isEmpty() || Character.isDigit(name.charAt(0)) ? "" : name + " ";
    }

    /** A pack may leave anything out, whatever the type says. */
    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static void component(Where where, Record record, RecordComponent component) {
        Object value;
        try {
            value = component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record can be read", e);
        }
        var inside = where.at(component.getName());
        if (value != null) {
            demand(inside, value);
        } else if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            throw new PackProblem(inside, "缺 " + component.getName(), component.getName() + " is missing");
        }
    }
}
