package org.zhongchuang.ground.access;

import java.util.UUID;

/** Which of the organisations that people act for. */
public record OrganisationId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
