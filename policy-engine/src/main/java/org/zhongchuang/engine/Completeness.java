package org.zhongchuang.engine;

import java.lang.reflect.RecordComponent;
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
        demand(file, "", value);
    }

    private static void demand(String file, String where, Object value) {
        switch (value) {
            case Object[] all -> demand(file, where, java.util.Arrays.asList(all));
            case Collection<?> all -> {
                var number = 0;
                for (var one : all) {
                    number++;
                    if (one == null) {
                        throw new PackProblem(file, where + " number " + number + " is empty");
                    }
                    demand(file, where + " number " + number, one);
                }
            }
            case Map<?, ?> all -> all.values().forEach(one -> demand(file, where, one));
            case Optional<?> one -> one.ifPresent(inside -> demand(file, where, inside));
            case Text text
            when isBlank(text.zh()) || isBlank(text.en()) ->
                throw new PackProblem(file, (where + " needs words in both zh and en").strip());
            case Record record
            when record.getClass().getPackage() == Completeness.class.getPackage() -> {
                for (var component : record.getClass().getRecordComponents()) {
                    component(file, where, record, component);
                }
            }
            default -> {}
        }
    }

    /** A pack may leave anything out, whatever the type says. */
    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static void component(String file, String where, Record record, RecordComponent component) {
        var inside = (where + " " + component.getName()).strip();
        Object value;
        try {
            value = component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record can be read", e);
        }
        if (value != null) {
            demand(file, inside, value);
        } else if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            throw new PackProblem(file, inside + " is missing");
        }
    }
}
