package org.zhongchuang.records.registry;

import java.util.List;
import java.util.Locale;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.engine.Text;

/** What a makerspace is built on, as the city's pack has it. */
public record Carrier(String name, Text label) {

    /** Where nothing better is known. */
    public static final Carrier OTHER = new Carrier("OTHER", Text.of("其他", "Other"));

    /** All there are in a city, in the order of choice. */
    public static List<Carrier> in(PolicyPack pack) {
        return pack.names().carriers().entrySet().stream()
                .map(one -> new Carrier(one.getKey().toUpperCase(Locale.ROOT), one.getValue()))
                .toList();
    }

    /** The one that was written down; by that word where the pack has it no more. */
    static Carrier named(PolicyPack pack, String name) {
        return in(pack).stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseGet(() -> name.equals(OTHER.name()) ? OTHER : new Carrier(name, Text.of(name, name)));
    }
}
