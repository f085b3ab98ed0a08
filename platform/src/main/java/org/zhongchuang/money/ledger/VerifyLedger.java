package org.zhongchuang.money.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.audit.Head;
import org.zhongchuang.ground.audit.VerifySeals;
import org.zhongchuang.ground.kernel.Sha256;

/**
 * Derives everything in the books again from the entries and names the first thing that is not as it should be: hashes,
 * seals, balances, and that no money went out without a decision.
 */
@Service
public class VerifyLedger {

    private final JdbcClient jdbc;

    public VerifyLedger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What was gone through, and the first fault if there is one. */
    public record Report(long postings, long entries, long seals, Optional<Text> fault) {}

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Report verify() {
        return verify(List.of());
    }

    /** The same, also against tree heads that somebody kept outside. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Report verify(List<Head> kept) {
        var tree = new VerifySeals(jdbc).verify(new Postings(jdbc), kept);
        return new Report(
                tree.rows(),
                count("ledger.entry"),
                count("ledger.seal") + tree.heads(),
                leaves().or(tree::fault).or(new FormerSeals(jdbc)::fault).or(this::sums));
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    /** Every posting says what it said when it was hashed. */
    private Optional<Text> leaves() {
        var faults = new ArrayList<Text>();
        jdbc.sql("""
                        select p.id, encode(p.leaf, 'hex') leaf, concat_ws('|', p.key, p.act, coalesce(p.award::text, ''), p.day::text,
                               (extract(epoch from p.at) * 1000000)::bigint::text, coalesce(p.person::text, ''), p.note,
                               (select string_agg(e.account || ':' || e.fen, ',' order by e.seq) from ledger.entry e where e.posting = p.id)) said
                          from ledger.posting p order by p.id
                        """).query(row -> {
            if (faults.isEmpty() && !Sha256.hex(row.getString("said")).equals(row.getString("leaf"))) {
                faults.add(Text.of(
                        "第%d笔记账的内容与当时的哈希不符".formatted(row.getLong("id")),
                        "posting %d no longer says what was hashed".formatted(row.getLong("id"))));
            }
        });
        return faults.stream().findFirst();
    }

    private Optional<Text> sums() {
        return first(
                        "select posting from ledger.entry group by posting having sum(fen) <> 0 order by 1 limit 1",
                        "第%d笔记账借贷不平",
                        "posting %d does not balance")
                .or(() -> first("""
                        select a.id from ledger.account a
                         where (select sum(fen) from ledger.balance where account = a.id) is distinct from
                               coalesce((select sum(fen) from ledger.entry where account = a.id), 0) order by 1 limit 1
                        """, "账户%d的余额与分录合计不符", "the balance of account %d is not the sum of its entries"))
                .or(() -> first(
                        "select account from ledger.balance where not floorless and fen < 0 limit 1",
                        "账户%d低于下限",
                        "account %d is below its floor"))
                .or(() -> first("""
                        select p.id from ledger.posting p join ledger.entry e on e.posting = p.id join ledger.account a on a.id = e.account
                         where not exists (select 1 from ledger.movement m where m.act = p.act and m.kind = a.kind and m.sign = sign(e.fen)) order by 1 limit 1
                        """, "第%d笔记账的去向不合规定", "posting %d moves money where its act may not"))
                .or(() -> first("""
                        select p.id from ledger.posting p
                         where p.act in ('COMMITTED', 'ORDERED', 'PAID', 'OFFSET') and not exists (
                           select 1 from award.public_award a join decision.public_decision d on d.case_file = a.case_file and d.outcome = 'GRANTED'
                             join notice.public_notice n on n.case_file = a.case_file and n.state = 'ENDED' where a.id = p.award) order by 1 limit 1
                        """, "第%d笔记账没有公示期满的决定作依据", "posting %d rests on no decision whose notice ended"));
    }

    private Optional<Text> first(String sql, String zh, String en) {
        return jdbc.sql(sql).query(Long.class).optional().map(id -> Text.of(zh.formatted(id), en.formatted(id)));
    }
}
