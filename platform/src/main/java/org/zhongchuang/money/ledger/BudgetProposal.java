package org.zhongchuang.money.ledger;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.ground.access.PersonId;

/** A budget that one officer has proposed and another has not approved yet. */
public record BudgetProposal(
        UUID id, String payer, PersonId proposedBy, String proposer, Instant proposedAt, List<Planned> lines) {

    public BudgetProposal {
        lines = List.copyOf(lines);
    }

    /** A line of it, with the budget of its programme as it stands and as it will be after this line. */
    public record Planned(Budgets.Line line, Fen before, Fen after) {}
}
