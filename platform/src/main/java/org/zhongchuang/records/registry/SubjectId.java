package org.zhongchuang.records.registry;

import java.util.UUID;

/** Which of the subjects of the registers: a space, a firm, a team or a person. */
public record SubjectId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
