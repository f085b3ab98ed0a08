package org.zhongchuang.money.statement;

import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.ground.kernel.Remembered;
import org.zhongchuang.law.policy.Tallies;
import org.zhongchuang.law.policy.Tally;

/** What has come of each programme. */
@Service
class CaseTallies implements Tallies {

    private final JdbcClient jdbc;
    private final Remembered<Map<String, Tally>> tallies = new Remembered<>(this::count);

    CaseTallies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Tally of(String programme) {
        return tallies.value().getOrDefault(programme, Tally.NOTHING);
    }

    private Map<String, Tally> count() {
        return jdbc
                .sql("""
                        select programme,
                               count(*) filter (where filed_on is not null) filed,
                               count(*) filter (where filed_on is not null and holder is not null) open,
                               count(*) filter (where step = 'GRANTED') granted,
                               count(*) filter (where step = 'REFUSED') refused,
                               coalesce(sum(d.fen), 0)::bigint promised,
                               coalesce((select sum(b.fen) from ledger.public_account a join ledger.public_balance b on b.account = a.id
                                          where a.programme = c.programme and a.kind = 'PAID'), 0)::bigint paid
                          from casework.public_case_file c left join decision.public_decision d on d.case_file = c.id and d.outcome = 'GRANTED' group by programme
                        """)
                .query((row, _) -> Map.entry(
                        row.getString("programme"),
                        new Tally(
                                row.getLong("filed"),
                                row.getLong("open"),
                                row.getLong("granted"),
                                row.getLong("refused"),
                                new Fen(row.getLong("promised")),
                                new Fen(row.getLong("paid")))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
