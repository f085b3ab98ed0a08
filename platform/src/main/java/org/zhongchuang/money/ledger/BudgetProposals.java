package org.zhongchuang.money.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.ground.access.PersonId;
import org.zhongchuang.money.ledger.BudgetProposal.Planned;

/** The budgets that wait for approval, each line beside the present budget. */
@Service
public class BudgetProposals {

    private static final int MOST = 20;

    private final Execution execution;
    private final JdbcClient jdbc;

    BudgetProposals(Execution execution, JdbcClient jdbc) {
        this.execution = execution;
        this.jdbc = jdbc;
    }

    /** The budget of one programme of one treasury in one year. */
    private record Matter(String payer, int year, String programme) {}

    /** What waits, the latest first; of one payer, or of all where none is named. */
    public List<BudgetProposal> waiting(String payer) {
        var lines = new LinkedHashMap<UUID, List<Budgets.Line>>();
        var heads = new LinkedHashMap<UUID, BudgetProposal>();
        jdbc.sql("""
                        select b.id, b.payer, b.proposed_by, b.proposed_at, coalesce(n.name, '') proposer, l.year, l.programme, l.fen, l.document
                          from (select * from ledger.budget_proposal where state = 'PROPOSED' and (:payer = '' or payer = :payer)
                                 order by proposed_at desc, id limit :most) b
                          join ledger.budget_line l on l.proposal = b.id left join access.public_person n on n.id = b.proposed_by
                         order by b.proposed_at desc, b.id, l.seq
                        """).param("payer", payer).param("most", MOST).query(row -> {
            var id = row.getObject("id", UUID.class);
            heads.putIfAbsent(
                    id,
                    new BudgetProposal(
                            id,
                            row.getString("payer"),
                            new PersonId(row.getObject("proposed_by", UUID.class)),
                            row.getString("proposer"),
                            row.getTimestamp("proposed_at").toInstant(),
                            List.of()));
            lines.computeIfAbsent(id, _ -> new ArrayList<>())
                    .add(new Budgets.Line(
                            row.getInt("year"),
                            row.getString("programme"),
                            new Fen(row.getLong("fen")),
                            row.getString("document")));
        });
        return heads.values().stream()
                .map(one -> new BudgetProposal(
                        one.id(),
                        one.payer(),
                        one.proposedBy(),
                        one.proposer(),
                        one.proposedAt(),
                        planned(one.payer(), lines.getOrDefault(one.id(), List.of()))))
                .toList();
    }

    private List<Planned> planned(String payer, List<Budgets.Line> lines) {
        var stands = new HashMap<Matter, Fen>();
        lines.stream()
                .map(Budgets.Line::year)
                .distinct()
                .flatMap(year -> execution.of(year, payer, "").stream())
                .forEach(one -> stands.put(new Matter(payer, one.year(), one.programme()), one.budget()));
        var planned = new ArrayList<Planned>();
        for (var line : lines) {
            var matter = new Matter(payer, line.year(), line.programme());
            var before = stands.getOrDefault(matter, Fen.ZERO);
            var after = before.plus(line.fen());
            stands.put(matter, after);
            planned.add(new Planned(line, before, after));
        }
        return planned;
    }
}
