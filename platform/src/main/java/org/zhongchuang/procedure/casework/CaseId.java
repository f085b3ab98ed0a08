package org.zhongchuang.procedure.casework;

import java.util.UUID;

/** Which case, from its draft to its end. */
public record CaseId(UUID value) {

    /** From an address or a field, where a page asks for one. */
    public static CaseId of(String text) {
        return new CaseId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
