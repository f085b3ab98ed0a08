package org.zhongchuang.money.award;

import java.util.UUID;

/** Which award, once granted. */
public record AwardId(UUID value) {

    /** From an address or a field, where a page asks for one. */
    public static AwardId of(String text) {
        return new AwardId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
