package org.zhongchuang.records.directory;

import java.math.BigDecimal;
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

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Remembered<Map<String, BigDecimal>> figures = new Remembered<>(this::count);

    Targets(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The figure of each target, by its id in the pack. */
    public Map<String, BigDecimal> reached() {
        return figures.value();
    }

    private Map<String, BigDecimal> count() {
        return jdbc.sql("""
                        select count(*) filter (where kind = 'SPACE' and traits && array['level_city:yes', 'level_provincial:yes', 'level_national:yes']) spaces,
                               count(*) filter (where kind = 'INVESTOR' and traits @> array['type:venture']) investors,
                               count(*) filter (where kind = 'PERSON' and exists (select 1 from unnest(traits) t where t like 'talent:%')) talents,
                               count(*) filter (where kind = 'PERSON' and traits @> array['mentor:yes']) mentors,
                               count(*) filter (where kind = 'ENTERPRISE' and traits @> array['science_sme:yes']) smes,
                               count(*) filter (where kind = 'ENTERPRISE' and traits @> array['high_tech:yes']) high_tech
                          from registry.public_subject where merged_into is null
                        """)
                .query((row, _) -> Map.of(
                        "spaces", BigDecimal.valueOf(row.getLong("spaces")),
                        "venture_firms", BigDecimal.valueOf(row.getLong("investors")),
                        "managed_capital", fundsOn(LocalDate.now(clock)),
                        "talents", BigDecimal.valueOf(row.getLong("talents")),
                        "mentors_2020", BigDecimal.valueOf(row.getLong("mentors")),
                        "tech_firms", BigDecimal.valueOf(row.getLong("smes")),
                        "high_tech_firms", BigDecimal.valueOf(row.getLong("high_tech"))))
                .single();
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
