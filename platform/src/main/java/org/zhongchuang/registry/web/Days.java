package org.zhongchuang.registry.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** Days as addresses and forms write them. */
final class Days {

    private Days() {}

    static Optional<LocalDate> read(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
