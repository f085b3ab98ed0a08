package org.zhongchuang.money.statement;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Reach;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.desk.DeskFigure;
import org.zhongchuang.ground.desk.DeskFigure.Row;
import org.zhongchuang.ground.desk.DeskFigure.Sum;
import org.zhongchuang.ground.desk.DeskFigures;

/** What an organisation was promised and what arrived, by year. */
@Component
class MoneyByYear implements DeskFigures {

    private final Reach reach;
    private final JdbcClient jdbc;

    MoneyByYear(Reach reach, JdbcClient jdbc) {
        this.reach = reach;
        this.jdbc = jdbc;
    }

    @Override
    public Stream<DeskFigure> figuresFor(Actor actor) {
        var rows = jdbc.sql("""
                        select w.year, sum(w.fen)::bigint promised,
                               coalesce(sum((select sum(b.fen) from ledger.public_account a join ledger.public_balance b on b.account = a.id
                                              where a.matter = w.id::text and a.kind = 'PAID')), 0)::bigint paid
                          from award.public_award w where w.organisation = :ownOrganisation group by w.year order by w.year desc limit 5
                        """)
                .params(reach.bounds(actor, Thing.AWARD).parameters())
                .query((row, _) -> new Row(
                        Text.of(row.getInt("year") + "年", String.valueOf(row.getInt("year"))),
                        List.of(new Sum(new Fen(row.getLong("promised"))), new Sum(new Fen(row.getLong("paid"))))))
                .list();
        return rows.isEmpty()
                ? Stream.empty()
                : Stream.of(new DeskFigure(
                        "money",
                        Text.of("我得到的支持", "Support I was granted"),
                        "/money",
                        Text.of("年度", "Year"),
                        List.of(Text.of("已批准", "Granted"), Text.of("已到账", "Arrived")),
                        rows.reversed()));
    }
}
