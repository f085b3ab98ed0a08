package org.zhongchuang.procedure.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What was decided; the sum in fen, and whose treasury pays it, where money was granted. */
public record Decision(
        boolean granted,
        String document,
        LocalDate day,
        List<CriterionReason> reasons,
        Optional<Long> fen,
        Optional<String> payer) {}
