package org.zhongchuang.records.directory;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.ground.kernel.Remembered;
import org.zhongchuang.records.registry.SubjectId;

/**
 * How far the city has come towards the targets of part 二, counted from the registers: each subject once, whatever
 * areas claim it.
 *
 * <p>The money under management is what funds have paid in, less what one counted fund has put into another.
 */
@Service
public class Targets {

    /** What was last known by a day to be paid into each fund: for the figure and for the list alike. */
    private static final String PAID = """
            with paid as (
              select distinct on (f.subject) f.subject, nullif(f.value, '')::bigint fen, s.listed
                from registry.public_fact f join registry.public_subject s on s.id = f.subject
               where f.fact = 'paid_in' and s.kind = 'FUND' and s.merged_into is null
                 and f.as_of <= :day and (f.until is null or f.until >= :day)
               order by f.subject, f.as_of desc, f.id desc)
            """;

    private static final Count NONE = new Count(BigDecimal.ZERO, 0);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Remembered<Map<String, Count>> figures = new Remembered<>(this::count);

    Targets(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How far a target is reached, and how many of those who count for it the directory does not list. */
    public record Count(BigDecimal reached, long unlisted) {}

    /** The figure of a target, by its id in the pack; nothing for one that the registers do not know. */
    public Count of(String target) {
        return figures.value().getOrDefault(target, NONE);
    }

    private Map<String, Count> count() {
        var counts = new HashMap<String, Count>();
        counts.put("managed_capital", new Count(fundsOn(LocalDate.now(clock)), 0));
        jdbc.sql("""
                        select t.id, count(s.id) many, count(s.id) filter (where not s.listed) unlisted
                          from unnest(cast(:ids as text[]), cast(:kinds as text[]), cast(:traits as text[])) t (id, kind, traits)
                          left join registry.public_subject s
                            on s.kind = t.kind and s.merged_into is null and s.traits && string_to_array(t.traits, '~')
                         group by t.id
                        """)
                .param("ids", Counted.all(Counted::id))
                .param("kinds", Counted.all(one -> one.kind().name()))
                .param("traits", Counted.all(Counted::trait))
                .query((ResultSet row) -> {
                    counts.put(
                            row.getString("id"),
                            new Count(BigDecimal.valueOf(row.getLong("many")), row.getLong("unlisted")));
                });
        return counts;
    }

    /** What funds manage on a day, in yuan, money that went from one fund into another counted once. */
    public BigDecimal fundsOn(LocalDate day) {
        return funds(day).total().toYuan();
    }

    /**
     * What the figure is made of.
     *
     * @param listed paid into funds that the directory lists
     * @param others paid into funds that it does not list
     * @param twice what one of these funds has put into another
     */
    public record Funds(Fen listed, Fen others, Fen twice) {

        /** What they manage, money that went from one into another counted once. */
        public Fen total() {
            return listed.plus(others).minus(twice);
        }
    }

    /** What all funds together manage on a day, and what that is made of. */
    public Funds funds(LocalDate day) {
        return jdbc.sql(PAID + """
                        select coalesce(sum(fen) filter (where listed), 0) listed, coalesce(sum(fen) filter (where not listed), 0) others,
                               coalesce((select sum(r.amount) from registry.public_relation r
                                          where r.kind = 'INVESTS_IN' and r.since <= :day and (r.until is null or r.until >= :day)
                                            and r.source in (select subject from paid) and r.target in (select subject from paid)), 0) twice
                          from paid
                        """)
                .param("day", day)
                .query((row, _) -> new Funds(
                        new Fen(row.getLong("listed")), new Fen(row.getLong("others")), new Fen(row.getLong("twice"))))
                .single();
    }

    /** What was paid into each of these funds by a day; a fund of which nothing is recorded is left out. */
    public Map<SubjectId, Fen> paidIn(Collection<SubjectId> funds, LocalDate day) {
        var paid = new HashMap<SubjectId, Fen>();
        jdbc.sql(PAID + " select subject, fen from paid where fen is not null and subject = any (:funds)")
                .param("day", day)
                .param("funds", funds.stream().map(SubjectId::value).toArray(UUID[]::new))
                .query(row -> {
                    paid.put(new SubjectId(row.getObject("subject", UUID.class)), new Fen(row.getLong("fen")));
                });
        return paid;
    }
}
