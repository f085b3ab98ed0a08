package org.zhongchuang.engine.formula;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** Codes that stand in a list together, each whole or as the beginning of longer ones. */
public final class CodeSet {

    private final Set<String> codes;
    /** In order, without those that begin with another one: then only the last one before a text can begin it. */
    private final String[] beginnings;

    private CodeSet(Set<String> codes, String... beginnings) {
        this.codes = codes;
        this.beginnings = beginnings;
    }

    public static CodeSet of(Collection<String> codes) {
        var shortest = new ArrayList<String>();
        for (var code : new TreeSet<>(codes)) {
            if (shortest.isEmpty() || !code.startsWith(shortest.getLast())) {
                shortest.add(code);
            }
        }
        return new CodeSet(Set.copyOf(codes), shortest.toArray(String[]::new));
    }

    /** Whether the text is one of the codes. */
    boolean holds(String text) {
        return codes.contains(text);
    }

    /** Whether the text begins with one of the codes, or is one. */
    boolean begins(String text) {
        var place = Arrays.binarySearch(beginnings, text);
        return place >= 0 || (place < -1 && text.startsWith(beginnings[-place - 2]));
    }
}
