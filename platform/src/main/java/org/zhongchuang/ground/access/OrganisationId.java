package org.zhongchuang.ground.access;

import java.util.UUID;

/** Which of the organisations that people act for. */
public record OrganisationId(UUID value) {

    public static OrganisationId of(String text) {
        return new OrganisationId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
