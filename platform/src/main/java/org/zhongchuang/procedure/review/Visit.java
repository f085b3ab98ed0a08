package org.zhongchuang.procedure.review;

import java.time.LocalDate;
import java.util.Map;
import org.zhongchuang.ground.access.PersonId;

/** A visit to the site, by two. */
public record Visit(
        LocalDate day,
        String visitor,
        PersonId companionId,
        String companion,
        Map<String, Boolean> checks,
        String notes,
        boolean confirmed) {}
