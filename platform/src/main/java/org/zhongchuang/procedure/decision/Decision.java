package org.zhongchuang.procedure.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.zhongchuang.engine.Fen;

/** What was decided; the sum, and whose treasury pays it, where money was granted. */
public record Decision(
        boolean granted,
        String document,
        LocalDate day,
        List<RefusalReason> reasons,
        Optional<Fen> fen,
        Optional<String> payer) {}
