package org.zhongchuang.ground.audit;

import org.jspecify.annotations.Nullable;

/**
 * The text over which a leaf is hashed: one line for each field, in a fixed order. A line break inside of a field is
 * written {@code \n}, so no two rows ever make the same text.
 */
public final class Canonical {

    private final StringBuilder text = new StringBuilder();

    /** @param form what kind of row it is, with the number of its form */
    public Canonical(String form) {
        text.append(form).append('\n');
    }

    public Canonical with(String field, @Nullable Object value) {
        if (value != null) {
            text.append(field)
                    .append(": ")
                    .append(value.toString()
                            .replace("\\", "\\\\")
                            .replace("\n", "\\n")
                            .replace("\r", "\\r"))
                    .append('\n');
        }
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
