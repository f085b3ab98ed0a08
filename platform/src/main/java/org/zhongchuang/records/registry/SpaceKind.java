package org.zhongchuang.records.registry;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.engine.Text;

/** A kind of makerspace, as the city's pack has it. */
public record SpaceKind(String name, Text label) {

    /** All there are in a city, in the order of choice. */
    public static List<SpaceKind> in(PolicyPack pack) {
        return pack.names().kinds().entrySet().stream()
                .map(one -> new SpaceKind(one.getKey().toUpperCase(Locale.ROOT), one.getValue()))
                .toList();
    }

    /** The one that somebody chose, however it is cased. */
    public static Optional<SpaceKind> chosen(PolicyPack pack, String name) {
        return in(pack).stream().filter(one -> one.name.equalsIgnoreCase(name)).findFirst();
    }

    /** The one that was written down; by that word where the pack has it no more. */
    public static SpaceKind named(PolicyPack pack, String name) {
        return chosen(pack, name).orElseGet(() -> new SpaceKind(name, Text.of(name, name)));
    }

    /** The word by which the pack has it. */
    public String word() {
        return name.toLowerCase(Locale.ROOT);
    }
}
