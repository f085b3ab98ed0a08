package org.zhongchuang.records.registry;

import java.time.LocalDate;

/** What is known of one fact: its value as written, since when, and whether anybody verified it. */
public record KnownFact(String fact, String value, Source source, LocalDate asOf) {

    /** Where a fact comes from. */
    public enum Source {
        DECLARED,
        VERIFIED,
        /** Brought about by a decision of the city itself. */
        REGISTERED
    }
}
