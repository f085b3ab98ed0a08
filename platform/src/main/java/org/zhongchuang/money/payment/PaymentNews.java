package org.zhongchuang.money.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.FactValue;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.engine.Shown;
import org.zhongchuang.engine.Text;
import org.zhongchuang.engine.formula.Unit;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Reach;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.desk.DeskNews;
import org.zhongchuang.ground.desk.News;

/** Money that arrived or came back: for whom it was meant, and what came back for the treasury that paid it. */
@Component
class PaymentNews implements DeskNews {

    private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");

    private final Reach reach;
    private final JdbcClient jdbc;

    PaymentNews(Reach reach, JdbcClient jdbc) {
        this.reach = reach;
        this.jdbc = jdbc;
    }

    @Override
    public Stream<News> newsFor(Actor actor, Instant since, int most) {
        return jdbc
                .sql("""
                        select p.settled_on, p.state, p.fen, w.number, w.name from payment.payment p join award.public_award w on w.id = p.award
                         where p.settled_on > :since and p.state in ('ARRIVED', 'BOUNCED')
                           and (w.organisation = :ownOrganisation or (p.state = 'BOUNCED' and w.payer = :ownTreasury))
                         order by p.settled_on desc, w.number limit :most
                        """)
                .params(reach.bounds(actor, Thing.AWARD).parameters())
                .param("since", since.atZone(HERE).toLocalDate())
                .param("most", most)
                .query(PaymentNews::news)
                .list()
                .stream();
    }

    private static News news(ResultSet row, int number) throws SQLException {
        var sum = Shown.of(new FactValue.Quantity(new Fen(row.getLong("fen")).toYuan()), Unit.YUAN);
        var name = row.getString("number") + " " + row.getString("name");
        var arrived = row.getString("state").equals(Payment.State.ARRIVED.name());
        return new News(
                row.getObject("settled_on", LocalDate.class).atStartOfDay(HERE).toInstant(),
                arrived
                        ? Text.of(name + "：到账" + sum.zh(), name + ": " + sum.en() + " arrived")
                        : Text.of(name + "：" + sum.zh() + "退票", name + ": " + sum.en() + " came back"),
                "/awards/" + row.getString("number"));
    }
}
