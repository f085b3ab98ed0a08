package org.zhongchuang.money.statement;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.records.registry.SubjectId;

/** Where the money of awards stands, added up by clause or by beneficiary. */
@Service
public class Statements {

    private final JdbcClient jdbc;

    Statements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Which awards are added up; an empty text and 0 mean all. */
    public record Scope(String payer, int year, String clause, Optional<SubjectId> subject, String words) {}

    /**
     * One line.
     *
     * @param key the clause, the beneficiary or the number of the award
     * @param label how it is called, where that is a name
     */
    public record Line(
            String key, String label, int awards, Fen promised, Fen paid, Fen onTheWay, Fen receivable, Fen returned) {}

    private static final Line NOTHING = new Line("", "", 0, Fen.ZERO, Fen.ZERO, Fen.ZERO, Fen.ZERO, Fen.ZERO);

    /** Clause by clause. */
    public List<Line> byClause(Scope scope) {
        return lines("w.clause", "''", "1", scope, Integer.MAX_VALUE);
    }

    /** The beneficiaries, those who were promised most first. */
    public List<Line> byBeneficiary(Scope scope, int most) {
        return lines("w.subject::text", "max(w.name)", "4 desc, 1", scope, most);
    }

    /** Award by award, the latest first. */
    public List<Line> byAward(Scope scope, int most) {
        return lines("w.number", "max(w.name)", "max(w.decided_on) desc, 1", scope, most);
    }

    /** What all of it comes to, however many lines are shown. */
    public Line total(Scope scope) {
        return lines("''", "''", "1", scope, 1).stream().findFirst().orElse(NOTHING);
    }

    /** Keys, labels and orders come from this class alone. */
    private List<Line> lines(String key, String label, String order, Scope scope, int most) {
        return jdbc.sql("""
                        select %s as key, %s as label, count(distinct w.id) awards,
                               coalesce(sum(b.fen) filter (where a.kind in ('COMMITTED', 'PAYABLE', 'PAID')), 0)::bigint promised,
                               coalesce(sum(b.fen) filter (where a.kind = 'PAID'), 0)::bigint paid,
                               coalesce(sum(b.fen) filter (where a.kind = 'PAYABLE'), 0)::bigint underway,
                               coalesce(sum(b.fen) filter (where a.kind = 'RECEIVABLE'), 0)::bigint receivable,
                               coalesce(sum(b.fen) filter (where a.kind = 'RETURNED'), 0)::bigint returned
                          from award.public_award w join ledger.public_account a on a.matter = w.id::text and a.matter <> '' join ledger.public_balance b on b.account = a.id
                         where (:payer = '' or a.payer = :payer) and (:year = 0 or w.year = :year) and (:clause = '' or w.clause = :clause)
                           and (cast(:subject as uuid) is null or w.subject = :subject)
                           and (:words = '' or position(lower(:words) in lower(w.name || ' ' || w.number)) > 0)
                         group by 1 order by %s limit :most
                        """.formatted(key, label, order))
                .param("payer", scope.payer())
                .param("year", scope.year())
                .param("clause", scope.clause())
                .param("subject", scope.subject().map(SubjectId::value).orElse(null), java.sql.Types.OTHER)
                .param("words", scope.words().strip())
                .param("most", most)
                .query((row, _) -> new Line(
                        row.getString("key"),
                        row.getString("label"),
                        row.getInt("awards"),
                        new Fen(row.getLong("promised")),
                        new Fen(row.getLong("paid")),
                        new Fen(row.getLong("underway")),
                        new Fen(row.getLong("receivable")),
                        new Fen(row.getLong("returned"))))
                .list();
    }
}
