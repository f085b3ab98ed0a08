package org.zhongchuang.procedure.review;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** A visit to the site, by two. */
public record Visit(
        LocalDate day,
        String visitor,
        UUID companionId,
        String companion,
        Map<String, Boolean> checks,
        String notes,
        boolean confirmed) {}
