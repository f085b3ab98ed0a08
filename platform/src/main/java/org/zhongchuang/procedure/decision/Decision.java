package org.zhongchuang.procedure.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.procedure.casework.Outcome.Share;

/** What was decided; the sum, and which treasuries pay how much of it, where money was granted. */
public record Decision(
        boolean granted,
        String document,
        LocalDate day,
        List<RefusalReason> reasons,
        Optional<Fen> fen,
        List<Share> shares) {}
