package org.zhongchuang.ground.access;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which of the people who have an account. */
public record PersonId(UUID value) {

    /** From an address or a field, where a page asks for one. */
    public static PersonId of(String text) {
        return new PersonId(UUID.fromString(text));
    }

    public static Set<PersonId> all(UUID... values) {
        return Stream.of(values).map(PersonId::new).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
