package org.zhongchuang.evidence.web;

import java.util.Optional;
import java.util.UUID;

/** Identifiers as addresses write them. */
final class Ids {

    private Ids() {}

    static Optional<UUID> read(String text) {
        return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                ? Optional.of(UUID.fromString(text))
                : Optional.empty();
    }
}
