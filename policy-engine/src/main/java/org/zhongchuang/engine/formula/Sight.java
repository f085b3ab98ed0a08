package org.zhongchuang.engine.formula;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The fields that a formula inside a tally can name: those of its records, and those of the records around it.
 *
 * @param around null unless the tally stands inside another one
 */
record Sight(
        String records, Map<String, Type> fields, @Nullable Sight around) {

    /** A field of the innermost records, by its name alone. */
    Optional<Node> own(String id, Span span) {
        return field(id, false, span);
    }

    /** A field of the records around, by the name of both. */
    Optional<Node> outer(Formula.Field field) {
        return around == null || !around.records.equals(field.records())
                ? Optional.empty()
                : around.field(field.id(), true, field.span());
    }

    private Optional<Node> field(String id, boolean outer, Span span) {
        return Optional.ofNullable(fields.get(id))
                .map(type ->
                        new Node.Field(type, id, List.copyOf(fields.keySet()).indexOf(id), outer, span));
    }

    /** How a field of the records around is written; empty where they have none of that name. */
    Said outerLike(String id) {
        return around != null && around.fields.containsKey(id)
                ? new Said(
                        "；外层记录的字段写 " + around.records + "." + id,
                        "; a field of the outer records is written " + around.records + "." + id)
                : Said.NOTHING;
    }
}
