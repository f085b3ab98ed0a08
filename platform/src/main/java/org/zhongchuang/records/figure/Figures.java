package org.zhongchuang.records.figure;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.engine.Statistic;
import org.zhongchuang.engine.Statistic.Count;
import org.zhongchuang.engine.Statistic.In;
import org.zhongchuang.ground.access.OrganisationId;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.records.evidence.Entries;
import org.zhongchuang.records.evidence.Entry;
import org.zhongchuang.records.registry.SubjectId;
import org.zhongchuang.records.table.RecordKind;

/**
 * Statutory figures, counted from the rows each time they are asked for: for one makerspace or for all at once. A
 * figure that rows cannot tell, such as a share of nothing or the lease of unknown premises, is left out; it is not
 * zero.
 */
@Service
public class Figures {

    /** As many rows as a page shows. */
    public static final int MOST_ROWS = 500;

    private final JdbcClient jdbc;
    private final Entries entries;
    private final Policies policies;

    Figures(JdbcClient jdbc, Entries entries, Policies policies) {
        this.jdbc = jdbc;
        this.entries = entries;
        this.policies = policies;
    }

    /** A span of days, both ends counted. */
    public record Period(LocalDate from, LocalDate to) {

        public static Period ofYear(int year) {
            return new Period(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
        }

        /** The year that ends on that day. */
        public static Period yearTo(LocalDate day) {
            return new Period(day.minusYears(1).plusDays(1), day);
        }
    }

    /** Whose rows are counted, as a condition and its value. */
    private record Whose(String condition, Map<String, Object> values) {

        static final Whose ALL = new Whose("", Map.of());

        static Whose of(SubjectId space) {
            return new Whose(" and p.id = :space", Map.of("space", space.value()));
        }

        static Whose of(OrganisationId operator) {
            return new Whose(" and p.operator = :operator", Map.of("operator", operator.value()));
        }
    }

    /** Every figure of one space by id, in the order of the pack. */
    public Map<String, BigDecimal> of(SubjectId space, Period period) {
        var whose = Whose.of(space);
        var counted = count(period, whose, _ -> true);
        return counted.containsKey(space)
                ? counted.get(space)
                : derived(new HashMap<>(monthsOpen(period, whose).getOrDefault(space, Map.of())));
    }

    /** Those figures of all spaces of an operator together. */
    public Map<String, BigDecimal> of(OrganisationId operator, Period period, Predicate<Statistic> wanted) {
        var all = new HashMap<String, BigDecimal>();
        count(period, Whose.of(operator), wanted)
                .values()
                .forEach(one -> one.forEach((id, figure) -> all.merge(id, figure, BigDecimal::add)));
        return all;
    }

    /** Every figure of every space that has any record; the others have none. */
    @Transactional(readOnly = true)
    public Map<SubjectId, Map<String, BigDecimal>> ofAll(Period period) {
        // Counting each tenant once sorts the rows of a whole kind; in memory that takes half the time.
        jdbc.sql("select set_config('work_mem', '192MB', true)")
                .query(String.class)
                .single();
        return count(period, Whose.ALL, _ -> true);
    }

    /** What a space without records has. */
    public Map<String, BigDecimal> zeros() {
        return derived(new HashMap<>());
    }

    private Map<SubjectId, Map<String, BigDecimal>> count(Period period, Whose whose, Predicate<Statistic> which) {
        var counted = new HashMap<SubjectId, Map<String, BigDecimal>>();
        for (var kind : RecordKind.values()) {
            var wanted = policies.current().statistics().stream()
                    .filter(one ->
                            kind.id().equals(one.record()) && which.test(one) && one.count() != Count.MONTHS_OPEN)
                    .toList();
            if (!wanted.isEmpty()) {
                count(kind, wanted, period, whose, counted);
            }
        }
        var open = monthsOpen(period, whose);
        var all = new LinkedHashMap<SubjectId, Map<String, BigDecimal>>();
        counted.forEach((id, figures) -> {
            figures.putAll(open.getOrDefault(id, Map.of()));
            all.put(id, derived(figures));
        });
        return all;
    }

    /** How long makerspaces have been open: the register says so, whatever was written down. */
    private Map<SubjectId, Map<String, BigDecimal>> monthsOpen(Period period, Whose whose) {
        var wanted = policies.current().statistics().stream()
                .filter(one -> one.count() == Count.MONTHS_OPEN)
                .toList();
        var months = new HashMap<SubjectId, Map<String, BigDecimal>>();
        if (!wanted.isEmpty()) {
            jdbc.sql("select p.id, " + months("p.opened_on", ":to")
                            + " months from registry.public_space p where p.opened_on <= :to" + whose.condition())
                    .param("to", period.to())
                    .params(whose.values())
                    .query((ResultSet row) -> {
                        var figures = new HashMap<String, BigDecimal>();
                        for (var one : wanted) {
                            figures.put(one.id(), row.getBigDecimal("months"));
                        }
                        months.put(new SubjectId(row.getObject("id", UUID.class)), figures);
                    });
        }
        return months;
    }

    private void count(
            RecordKind kind,
            List<Statistic> wanted,
            Period period,
            Whose whose,
            Map<SubjectId, Map<String, BigDecimal>> counted) {
        var values = values(kind, period);
        var sql = new StringBuilder("select e.space");
        for (int i = 0; i < wanted.size(); i++) {
            var one = wanted.get(i);
            sql.append(", ")
                    .append(measure(one))
                    .append(" filter (where ")
                    .append(condition(one, i))
                    .append(one.count() == Count.AMOUNT ? ") / 100.0" : ")")
                    .append(" as figure")
                    .append(i);
            values.put("only" + i, one.only().toArray(String[]::new));
        }
        var byDay = wanted.stream().allMatch(one -> one.in() == In.PERIOD);
        sql.append(" from evidence.public_entry e left join registry.public_subject s on s.id = e.subject")
                .append(
                        " left join registry.public_subject k on k.id = s.merged_into join registry.public_space p on p.id = e.space")
                .append(" where e.kind = :kind and e.voided_at is null and ")
                .append(byDay ? "e.day between :from and :to" : "e.day <= :to")
                .append(thatFit(kind))
                .append(whose.condition());
        values.putAll(whose.values());
        sql.append(" group by e.space");
        jdbc.sql(sql.toString()).params(values).query((ResultSet row) -> {
            var figures =
                    counted.computeIfAbsent(new SubjectId(row.getObject("space", UUID.class)), _ -> new HashMap<>());
            for (int i = 0; i < wanted.size(); i++) {
                var figure = row.getBigDecimal("figure" + i);
                if (figure != null) {
                    figures.put(wanted.get(i).id(), figure);
                }
            }
        });
    }

    private static Map<String, Object> values(RecordKind kind, Period period) {
        var values = new HashMap<String, Object>();
        values.put("kind", kind.name());
        values.put("from", period.from());
        values.put("to", period.to());
        return values;
    }

    private static String measure(Statistic one) {
        return switch (one.count()) {
            case ROWS -> "count(*)";
            case SUBJECTS -> "count(distinct coalesce(k.id, s.id))";
            case PARTIES -> "count(distinct e.who)";
            case CLASSES -> "count(distinct e.class)";
            case AMOUNT -> "sum(e.amount)";
            case NUMBER -> "sum(e.number)";
            case QUANTITY -> "sum(e.quantity)";
            case MONTHS_LEFT ->
                "min(case when e.until is null then 600 else " + months("cast(:to as date)", "e.until") + " end)";
            case SHARE, MONTHS_OPEN -> throw new IllegalArgumentException(one.id() + " is not counted in rows");
        };
    }

    private static String months(String from, String to) {
        return "greatest(0, extract(year from age(cast(%2$s as date), %1$s)) * 12 + extract(month from age(cast(%2$s as date), %1$s)))"
                .formatted(from, to);
    }

    private static String condition(Statistic one, int number) {
        var in = switch (one.in()) {
            case PERIOD -> "e.day between :from and :to";
            case DURING -> "e.day <= :to and (e.until is null or e.until >= :from)";
            case END -> "e.day <= :to and (e.until is null or e.until >= :to)";
        };
        var tenants = switch (one.tenants()) {
            case ALL -> "";
            case TEAMS -> " and " + founded() + " is null";
            case FIRMS -> " and " + founded() + " <= :to";
            case NEW_FIRMS -> " and " + founded() + " between :from and :to";
        };
        return in + tenants + (one.only().isEmpty() ? "" : " and e.class = any(cast(:only" + number + " as text[]))");
    }

    /** Leaves out departures that contradict the agreements, as these stand now: nobody leaves who was not there. */
    private static String thatFit(RecordKind kind) {
        return kind == RecordKind.EXITS ? """
                     and exists (select 1 from evidence.public_entry a
                                  where a.space = e.space and a.kind = 'AGREEMENTS' and a.voided_at is null
                                    and a.subject in (select x.id from registry.public_subject x where coalesce(x.merged_into, x.id) = coalesce(k.id, s.id))
                                    and e.day between a.day and coalesce(a.until, 'infinity'))
                  """ : "";
    }

    /**
     * Since when a tenant is a firm; null for a team. A firm whose registration nobody entered counts as an old one.
     */
    private static String founded() {
        return "(case when coalesce(k.code, s.code) is null then null else coalesce(k.founded_on, s.founded_on, date '1949-10-01') end)";
    }

    private Map<String, BigDecimal> derived(Map<String, BigDecimal> counted) {
        return KnownFigures.of(policies.current().statistics(), counted);
    }

    /**
     * The rows that a figure is counted from, the latest {@value #MOST_ROWS}; of one that is made of others, those of
     * its parts.
     */
    public List<Entry> rows(SubjectId space, Statistic statistic, Period period) {
        if (statistic.count().isDerived()) {
            var rows = new ArrayList<Entry>();
            statistic
                    .parts()
                    .forEach(part ->
                            policies.current().statistic(part).ifPresent(one -> rows.addAll(rows(space, one, period))));
            return rows;
        }
        return entries.where(rowCondition(statistic), rowValues(space, statistic, period), MOST_ROWS);
    }

    /** The numbers of all rows that a figure is counted from; none for one that is made of others. */
    List<Long> numbers(SubjectId space, Statistic statistic, Period period) {
        return statistic.count().isDerived()
                ? List.of()
                : entries.numbersWhere(rowCondition(statistic), rowValues(space, statistic, period));
    }

    private static Map<String, Object> rowValues(SubjectId space, Statistic statistic, Period period) {
        var values = values(RecordKind.of(String.valueOf(statistic.record())).orElseThrow(), period);
        values.put("space", space.value());
        values.put("only0", statistic.only().toArray(String[]::new));
        return values;
    }

    private static String rowCondition(Statistic statistic) {
        return "e.kind = :kind and e.voided_at is null and e.space = :space and e.day <= :to"
                + thatFit(RecordKind.of(String.valueOf(statistic.record())).orElseThrow()) + " and "
                + (statistic.count() == Count.MONTHS_OPEN ? "true" : condition(statistic, 0));
    }
}
