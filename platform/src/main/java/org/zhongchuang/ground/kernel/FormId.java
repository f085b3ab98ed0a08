package org.zhongchuang.ground.kernel;

import java.util.UUID;

/**
 * What a form is known by. The thing that it makes gets this id, so that a form that is sent twice makes one thing:
 * whoever sends it again is shown what it made the first time.
 */
public record FormId(UUID value) {

    /** A form that nobody has sent yet. */
    public static FormId fresh() {
        return new FormId(UUID.randomUUID());
    }

    /** As a form carries it; one that carries none has not been sent before. */
    public static FormId read(String text) {
        return Typed.id(text, FormId::new).orElseGet(FormId::fresh);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
