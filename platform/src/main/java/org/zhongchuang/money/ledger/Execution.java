package org.zhongchuang.money.ledger;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.zhongchuang.engine.Fen;

/** Budget execution: what was budgeted, promised, paid, and what is left, by payer, year and programme. */
@Service
public class Execution {

    private final JdbcClient jdbc;

    Execution(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One line of a budget.
     *
     * @param promised all that was ever committed and not released, paid or not
     * @param onTheWay ordered and not yet arrived
     * @param lapsed what was left when the year was closed
     */
    public record Line(
            String payer,
            int year,
            String programme,
            Fen budget,
            Fen promised,
            Fen onTheWay,
            Fen paid,
            Fen left,
            Fen lapsed,
            Fen receivable,
            Fen returned) {}

    /** The lines of a year; of one payer where one is named, of one programme where one is. */
    public List<Line> of(int year, String payer, String programme) {
        return jdbc.sql("""
                        select a.payer, a.year, a.programme,
                               -coalesce(sum(b.fen) filter (where a.kind = 'APPROPRIATION'), 0)::bigint budget,
                               coalesce(sum(b.fen) filter (where a.kind in ('COMMITTED', 'PAYABLE', 'PAID')), 0)::bigint promised,
                               coalesce(sum(b.fen) filter (where a.kind = 'PAYABLE'), 0)::bigint underway,
                               coalesce(sum(b.fen) filter (where a.kind = 'PAID'), 0)::bigint paid,
                               coalesce(sum(b.fen) filter (where a.kind = 'BUDGET'), 0)::bigint remaining,
                               coalesce(sum(b.fen) filter (where a.kind = 'LAPSED'), 0)::bigint lapsed,
                               coalesce(sum(b.fen) filter (where a.kind = 'RECEIVABLE'), 0)::bigint receivable,
                               coalesce(sum(b.fen) filter (where a.kind = 'RETURNED'), 0)::bigint returned
                          from ledger.account a join ledger.balance b on b.account = a.id
                         where (:year = 0 or a.year = :year) and (:payer = '' or a.payer = :payer) and (:programme = '' or a.programme = :programme)
                           and a.kind not in ('UPSTREAM', 'COUNTERPART', 'MATCHED')
                         group by a.payer, a.year, a.programme order by a.year desc, a.payer, a.programme
                        """)
                .param("year", year)
                .param("payer", payer)
                .param("programme", programme)
                .query((row, _) -> new Line(
                        row.getString("payer"),
                        row.getInt("year"),
                        row.getString("programme"),
                        new Fen(row.getLong("budget")),
                        new Fen(row.getLong("promised")),
                        new Fen(row.getLong("underway")),
                        new Fen(row.getLong("paid")),
                        new Fen(row.getLong("remaining")),
                        new Fen(row.getLong("lapsed")),
                        new Fen(row.getLong("receivable")),
                        new Fen(row.getLong("returned"))))
                .list();
    }

    /** What stands on each kind of account; 0 and an empty text mean all years and all payers. */
    public Map<Account.Kind, Fen> balances(int year, String payer) {
        var found = new EnumMap<Account.Kind, Fen>(Account.Kind.class);
        jdbc.sql("""
                        select a.kind, sum(b.fen)::bigint fen from ledger.account a join ledger.balance b on b.account = a.id
                         where (:year = 0 or a.year = :year) and (:payer = '' or a.payer = :payer) group by a.kind
                        """).param("year", year).param("payer", payer).query(row -> {
            found.put(Account.Kind.valueOf(row.getString("kind")), new Fen(row.getLong("fen")));
        });
        return found;
    }

    /** The years there are books of, the latest first. */
    public List<Integer> years() {
        return jdbc.sql("select distinct year from ledger.account order by 1 desc")
                .query((row, _) -> row.getInt("year"))
                .list();
    }
}
