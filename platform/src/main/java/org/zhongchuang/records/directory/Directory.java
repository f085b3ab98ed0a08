package org.zhongchuang.records.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.ground.kernel.Remembered;
import org.zhongchuang.records.registry.NameMatch;
import org.zhongchuang.records.registry.Relations;
import org.zhongchuang.records.registry.Subject;
import org.zhongchuang.records.registry.SubjectId;
import org.zhongchuang.records.registry.SubjectKind;
import org.zhongchuang.records.registry.Subjects;

/** The public directory: what is listed, searched by characters, sound or code and filtered by what holds today. */
@Service
public class Directory {

    /**
     * Beyond so many matches a count is told as "more than": nobody reads the difference, and everybody waits for it.
     */
    public static final int COUNTED = 1_000;

    private static final int PAGE = 24;

    private final JdbcClient jdbc;
    private final Map<SubjectKind, Remembered<Facets>> whole = new ConcurrentHashMap<>();

    Directory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What a reader asks for.
     *
     * @param traits all of these must hold; one that names several, with ~ between them, holds where any of them does
     * @param after the name and id of the last row of the page before
     */
    public record Query(
            SubjectKind kind, String words, @Nullable String area, List<String> traits, String after) {

        public Query {
            traits = List.copyOf(traits);
        }

        boolean isWhole() {
            return words.isEmpty() && area == null && traits.isEmpty();
        }
    }

    /** One page; {@code next} is empty at the end. */
    public record Listing(List<Subject> rows, String next) {}

    /**
     * How many match by area and by trait.
     *
     * @param more whether more match than were counted
     */
    public record Facets(long total, boolean more, Map<String, Long> areas, Map<String, Long> traits) {

        static Facets of(Map<String, Long> areas, Map<String, Long> traits, long most) {
            var total = areas.values().stream().mapToLong(Long::longValue).sum();
            return new Facets(Math.min(total, most), total > most, areas, traits);
        }
    }

    /**
     * A page of what matches.
     *
     * @param facets of the same query
     */
    public Listing list(Query query, Facets facets) {
        var rows = new ArrayList<Subject>();
        select(query, facets.more(), PAGE + 1, rows::add);
        if (rows.size() <= PAGE) {
            return new Listing(rows, "");
        }
        var last = rows.get(PAGE - 1);
        return new Listing(rows.subList(0, PAGE), last.name() + "~" + last.id());
    }

    /** Every row that matches, one by one. */
    @Transactional(readOnly = true)
    public void export(Query query, Consumer<Subject> row) {
        select(query, false, Integer.MAX_VALUE, row);
    }

    private void select(Query query, boolean many, int most, Consumer<Subject> each) {
        var values = new HashMap<String, Object>();
        var matching = "select * from registry.public_subject where " + where(query, values);
        // Where a word matches very many, the first that are found are put in order, not all of them.
        var sql = many && !query.words().isEmpty()
                ? "select * from (" + matching + " limit " + COUNTED + ") matching where true"
                : matching;
        var at = query.after().lastIndexOf('~');
        if (at > 0) {
            sql += " and (name, id) > (:name, cast(:last as uuid))";
            values.put("name", query.after().substring(0, at));
            values.put("last", query.after().substring(at + 1));
        }
        values.put("most", most);
        jdbc.sql(sql + " order by name, id limit :most").params(values).query((ResultSet row) -> {
            each.accept(Subjects.row(row, 0));
        });
    }

    /**
     * Figures beside the filters: of everything they are a few seconds old, of a search they are exact up to a bound.
     */
    public Facets facets(Query query) {
        return query.isWhole()
                ? whole.computeIfAbsent(query.kind(), kind -> new Remembered<>(() -> countWhole(query)))
                        .value()
                : count(query);
    }

    private Facets countWhole(Query query) {
        var areas = pairs(
                "select area as key, count(*) as many from registry.public_subject where kind = :kind and listed and merged_into is null group by area",
                Map.of("kind", query.kind().name()));
        var traits = pairs(
                "select trait as key, count(*) as many from registry.public_subject, unnest(traits) trait where kind = :kind and listed and merged_into is null group by trait",
                Map.of("kind", query.kind().name()));
        return Facets.of(areas, traits, Long.MAX_VALUE);
    }

    private Facets count(Query query) {
        var values = new HashMap<String, Object>();
        var areas = new HashMap<String, Long>();
        var traits = new HashMap<String, Long>();
        var matching = "select area, traits from registry.public_subject where " + where(query, values) + " limit "
                + (COUNTED + 1);
        jdbc.sql(matching).params(values).query((ResultSet row) -> {
            areas.merge(row.getString("area"), 1L, Long::sum);
            for (var trait : (String[]) row.getArray("traits").getArray()) {
                traits.merge(trait, 1L, Long::sum);
            }
        });
        return Facets.of(areas, traits, COUNTED);
    }

    /**
     * How many of one kind match.
     *
     * @param more whether more match than were counted
     */
    public record Matches(long total, boolean more) {}

    /** How many of every kind match the same words in the same area. */
    public Map<SubjectKind, Matches> matches(Query query) {
        var matches = new EnumMap<SubjectKind, Matches>(SubjectKind.class);
        for (var kind : SubjectKind.values()) {
            var values = new HashMap<String, Object>();
            var same = new Query(kind, query.words(), query.area(), List.of(), "");
            var sql = "select count(*) from (select 1 from registry.public_subject where " + where(same, values)
                    + " limit " + (COUNTED + 1) + ") matching";
            var found = jdbc.sql(sql).params(values).query(Long.class).single();
            matches.put(kind, new Matches(Math.min(found, COUNTED), found > COUNTED));
        }
        return matches;
    }

    private Map<String, Long> pairs(String sql, Map<String, Object> values) {
        var pairs = new LinkedHashMap<String, Long>();
        jdbc.sql(sql).params(values).query((ResultSet row) -> {
            pairs.put(row.getString("key"), row.getLong("many"));
        });
        return pairs;
    }

    private static String where(Query query, Map<String, Object> values) {
        var sql = new StringBuilder("kind = :kind and listed and merged_into is null");
        values.put("kind", query.kind().name());
        if (!query.words().isBlank()) {
            sql.append(" and ").append(NameMatch.of(query.words(), values));
        }
        if (query.area() != null) {
            sql.append(" and area = :area");
            values.put("area", query.area());
        }
        for (int i = 0; i < query.traits().size(); i++) {
            sql.append(" and traits && cast(:trait" + i + " as text[])");
            values.put("trait" + i, query.traits().get(i).split("~", -1));
        }
        return sql.toString();
    }

    /** A relation of a subject to another, as seen from it. */
    public record Related(
            Relations.Kind kind,
            boolean outward,
            SubjectId other,
            String name,
            LocalDate since,
            Optional<Fen> fen,
            String basis) {}

    /**
     * What a subject became, belongs to, manages or invests in.
     *
     * @param insider whether the reader may know of those who are not listed
     */
    public List<Related> related(SubjectId subject, boolean insider) {
        return jdbc.sql("""
                        select r.*, s.name, r.source = :id outward, s.id other_id
                          from registry.public_relation r join registry.public_subject s on s.id = case when r.source = :id then r.target else r.source end
                         where :id in (r.source, r.target) and (:insider or s.listed) order by r.since, r.id
                        """)
                .param("id", subject.value())
                .param("insider", insider)
                .query(Directory::related)
                .list();
    }

    private static Related related(ResultSet row, int number) throws SQLException {
        return new Related(
                Relations.Kind.valueOf(row.getString("kind")),
                row.getBoolean("outward"),
                new SubjectId(row.getObject("other_id", UUID.class)),
                row.getString("name"),
                row.getObject("since", LocalDate.class),
                Optional.ofNullable(row.getObject("amount", Long.class)).map(Fen::new),
                row.getString("basis"));
    }
}
