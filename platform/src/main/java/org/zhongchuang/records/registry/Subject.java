package org.zhongchuang.records.registry;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An entry of a register.
 *
 * @param code a unified social credit code or an older number; teams and people have none
 * @param founded since when it exists
 * @param traits what it can be filtered by today
 * @param listed whether the public directory shows it; people decide for themselves
 * @param mergedInto the entry that stands for it, if it was a duplicate
 */
public record Subject(
        SubjectId id,
        SubjectKind kind,
        String name,
        String area,
        Optional<String> code,
        Optional<LocalDate> founded,
        List<String> traits,
        boolean listed,
        Optional<SubjectId> mergedInto,
        int version) {

    public Subject {
        traits = List.copyOf(traits);
    }

    public Optional<String> trait(String attribute) {
        return traits.stream()
                .filter(trait -> trait.startsWith(attribute + ":"))
                .findFirst();
    }
}
