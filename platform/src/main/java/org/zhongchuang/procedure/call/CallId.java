package org.zhongchuang.procedure.call;

import java.util.UUID;

/** Which call. */
public record CallId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
