package org.zhongchuang.money.ledger;

import java.sql.Date;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.ground.audit.Canonical;
import org.zhongchuang.ground.audit.SealedLog;

/** The books as a sealed log: a posting with its entries, and each account by what it is and not by its number. */
@Component
public class Postings implements SealedLog {

    private final JdbcClient jdbc;

    public Postings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "ledger";
    }

    @Override
    public String table() {
        return "ledger.posting";
    }

    @Override
    public Map<Long, String> said(List<Long> rows) {
        var texts = new HashMap<Long, Canonical>();
        jdbc.sql("select * from ledger.posting where id = any (:rows)")
                .param("rows", rows.toArray(Long[]::new))
                .query(row -> {
                    texts.put(
                            row.getLong("id"),
                            new Canonical("zhongchuang posting 1")
                                    .with("number", row.getLong("id"))
                                    .with("key", row.getString("key"))
                                    .with("act", row.getString("act"))
                                    .with("award", row.getObject("award", UUID.class))
                                    .with("day", row.getObject("day", Date.class))
                                    .with(
                                            "at",
                                            row.getObject("at", Timestamp.class).toInstant())
                                    .with("person", row.getObject("person", UUID.class))
                                    .with("note", row.getString("note")));
                });
        jdbc.sql("""
                        select e.posting, e.fen, a.kind, a.payer, a.year, a.programme, a.matter
                          from ledger.entry e join ledger.account a on a.id = e.account
                         where e.posting = any (:rows) order by e.posting, e.seq
                        """).param("rows", rows.toArray(Long[]::new)).query(row -> {
            var text = texts.get(row.getLong("posting"));
            if (text != null) {
                text.with("fen", row.getLong("fen"))
                        .with("account", row.getString("kind"))
                        .with("payer", row.getString("payer"))
                        .with("year", row.getInt("year"))
                        .with("programme", row.getString("programme"))
                        .with("matter", row.getString("matter"));
            }
        });
        var said = new HashMap<Long, String>();
        texts.forEach((id, text) -> said.put(id, text.toString()));
        return said;
    }
}
