package org.zhongchuang.money.ledger.web;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.PersonId;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.money.ledger.BudgetProposal;
import org.zhongchuang.money.ledger.BudgetProposals;
import org.zhongchuang.money.ledger.Execution;
import org.zhongchuang.money.ledger.Treasuries;
import org.zhongchuang.money.ledger.VerifyLedger;

/** The page of budget execution, on which budgets are also proposed and approved. */
@Component
public class BudgetView {

    private final Execution execution;
    private final BudgetProposals proposals;
    private final Treasuries treasuries;
    private final Policies policies;

    BudgetView(Execution execution, BudgetProposals proposals, Treasuries treasuries, Policies policies) {
        this.execution = execution;
        this.proposals = proposals;
        this.treasuries = treasuries;
        this.policies = policies;
    }

    /**
     * What the page tells somebody of what they have just done.
     *
     * @param typed the table that could not be taken, to be corrected
     * @param entered how many lines were proposed
     * @param booked how many lines were approved and stand in the books
     */
    record Said(
            String typed,
            List<Text> mistakes,
            @Nullable Integer entered,
            @Nullable Integer booked,
            VerifyLedger.@Nullable Report report) {

        static final Said NOTHING = new Said("", List.of(), null, null, null);

        static Said mistaken(String typed, List<Text> mistakes) {
            return new Said(typed, mistakes, null, null, null);
        }

        static Said entered(int lines) {
            return new Said("", List.of(), lines, null, null);
        }

        static Said booked(int lines) {
            return new Said("", List.of(), null, lines, null);
        }

        static Said verified(VerifyLedger.Report report) {
            return new Said("", List.of(), null, null, report);
        }
    }

    /** A year's execution. */
    public record ExecutionPage(
            PolicyPack pack,
            int year,
            List<Integer> years,
            String payer,
            boolean mayChoose,
            boolean mayEnter,
            PersonId reader,
            String ownTreasury,
            List<Execution.Line> lines,
            List<BudgetProposal> proposals,
            String typed,
            List<Text> mistakes,
            @Nullable Integer entered,
            @Nullable Integer booked,
            VerifyLedger.@Nullable Report report) {

        public Fen sum(Function<Execution.Line, Fen> of) {
            return Fen.sum(lines.stream().map(of));
        }

        public boolean hasLapsed() {
            return lines.stream().anyMatch(line -> line.lapsed().isPositive());
        }

        /** Whether the reader belongs to the treasury that a budget is proposed for. */
        public boolean handles(BudgetProposal proposal) {
            return mayEnter && proposal.payer().equals(ownTreasury);
        }

        public boolean approves(BudgetProposal proposal) {
            return handles(proposal) && !proposal.proposedBy().equals(reader);
        }
    }

    ModelAndView of(Actor actor, int year, String payer, Said said) {
        return of(actor, year, payer, said, false);
    }

    /** The whole of it, or by itself what another of the reader's treasury has proposed for the reader to approve. */
    ModelAndView of(Actor actor, int year, String payer, Said said, boolean toApprove) {
        var chosen = treasuries.chosen(actor, payer);
        return new ModelAndView(
                toApprove ? "money/ledger/to-approve" : "money/ledger/budget",
                "page",
                new ExecutionPage(
                        policies.current(),
                        year,
                        toApprove ? List.of() : execution.years(),
                        chosen,
                        treasuries.seesAll(actor),
                        treasuries.keepsBooks(actor),
                        actor.person(),
                        actor.area(),
                        toApprove ? List.of() : execution.of(year, chosen, ""),
                        proposals.waiting(toApprove ? actor.area() : chosen).stream()
                                .filter(one -> !toApprove || !one.proposedBy().equals(actor.person()))
                                .toList(),
                        said.typed(),
                        said.mistakes(),
                        said.entered(),
                        said.booked(),
                        said.report()));
    }
}
