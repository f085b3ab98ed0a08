package org.zhongchuang.casework;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.access.Actor;
import org.zhongchuang.access.Role;
import org.zhongchuang.engine.Programme;
import org.zhongchuang.policy.Policies;
import org.zhongchuang.policy.Tallies;
import org.zhongchuang.policy.Tally;
import org.zhongchuang.shell.Remembered;

/**
 * What people ask about cases: their inbox, one case, what has come of a programme. Everyone sees what their role lets
 * them see.
 */
@Service
public class Cases implements Tallies {

    private static final int PAGE = 20;

    private final CaseFiles files;
    private final CaseRecord record;
    private final Policies policies;
    private final Dossiers dossiers;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Remembered<Map<String, Tally>> tallies = new Remembered<>(this::count);

    Cases(CaseFiles files, CaseRecord record, Policies policies, Dossiers dossiers, JdbcClient jdbc, Clock clock) {
        this.files = files;
        this.record = record;
        this.policies = policies;
        this.dossiers = dossiers;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What an officer asks the list for.
     *
     * @param all every case they may see, newest first, instead of those that wait for them, due first
     * @param after the last row of the page before, as {@link Listing#next()} gave it
     */
    public record Query(
            String words, @Nullable Step step, @Nullable String area, boolean late, boolean all, String after) {

        public static Query inbox() {
            return new Query("", null, null, false, false, "");
        }

        /** The same question, from the first row on. */
        public Query fromTheStart() {
            return new Query(words, step, area, late, all, "");
        }
    }

    /** One page of a list, and how to ask for the next; empty at the end. */
    public record Listing(List<CaseFile> rows, String next) {}

    public Optional<CaseFile> find(UUID id) {
        return files.find(id);
    }

    public List<CaseFile> ofOperator(UUID organisation) {
        return files.ofOperator(organisation);
    }

    public Listing list(Actor actor, Query query) {
        var rows = new ArrayList<CaseFile>();
        select(actor, query, PAGE + 1, rows::add);
        if (rows.size() <= PAGE) {
            return new Listing(rows, "");
        }
        var last = rows.get(PAGE - 1);
        return new Listing(rows.subList(0, PAGE), sortDay(last, query) + "_" + last.id());
    }

    /** Every row of the list, page or not, one by one. Call inside a transaction so that they stream. */
    @Transactional(readOnly = true)
    public void export(Actor actor, Query query, Consumer<CaseFile> row) {
        select(actor, query, Integer.MAX_VALUE, row);
    }

    /** How many cases wait for the actor, and how many of them are late. */
    public Map<String, Long> waiting(Actor actor) {
        var conditions = new Conditions();
        scope(actor, Query.inbox(), conditions);
        return conditions
                .bind(jdbc.sql(
                        "select count(*) total, count(*) filter (where due_on < :today) late from casework.case_file c where "
                                + conditions.sql()))
                .param("today", LocalDate.now(clock))
                .query((row, _) -> Map.of("total", row.getLong(1), "late", row.getLong(2)))
                .single();
    }

    /** Everything about a case that the actor may see. */
    public Optional<CaseDetails> details(Actor actor, String number) {
        return files.findByNumber(number).filter(file -> maySee(actor, file)).map(file -> dossiers.of(actor, file));
    }

    public Optional<CaseDetails> details(Actor actor, UUID id) {
        return files.find(id).filter(file -> maySee(actor, file)).map(file -> dossiers.of(actor, file));
    }

    public Optional<CaseDetails.Attachment> attachment(Actor actor, UUID id, UUID attachment) {
        return files.find(id).filter(file -> maySee(actor, file)).flatMap(file -> record.attachment(id, attachment));
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
                               coalesce((select sum(b.fen) from ledger.account a join ledger.balance b on b.account = a.id
                                          where a.programme = c.programme and a.kind = 'PAID'), 0)::bigint paid
                          from casework.case_file c left join casework.decision d on d.case_file = c.id and d.outcome = 'GRANTED' group by programme
                        """)
                .query((row, _) -> Map.entry(
                        row.getString(1),
                        new Tally(
                                row.getLong(2),
                                row.getLong(3),
                                row.getLong(4),
                                row.getLong(5),
                                row.getLong(6),
                                row.getLong(7))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private boolean maySee(Actor actor, CaseFile file) {
        return switch (actor.role()) {
            case OPERATOR, FIRM, FOUNDER -> actor.organisation().equals(file.operator());
            case COUNTY_OFFICER -> actor.area().equals(file.area()) && file.filedOn() != null;
            case FINANCE_OFFICER ->
                (isCity(actor.area()) || actor.area().equals(file.area())) && file.filedOn() != null;
            case LABOUR_OFFICER -> takesPart(actor, file.programme()) && file.filedOn() != null;
            case EDUCATION_OFFICER, INVESTOR ->
                takesPart(actor, file.programme())
                        && (file.isWith(actor)
                                || files.hasActed(file.id(), actor.person(), Act.RECOMMENDED, Act.ADVISED_AGAINST));
            case CITY_OFFICER, CITY_DECIDER, LEADING_GROUP_OFFICE, AUDITOR -> file.filedOn() != null;
            case EXPERT ->
                record.ballots(file.id()).stream()
                        .anyMatch(ballot -> ballot.expert().equals(actor.person()));
            default -> false;
        };
    }

    private boolean isCity(String area) {
        return policies.current().areas().getFirst().code().equals(area);
    }

    /** Whether the programme has a step for people in that role. */
    private boolean takesPart(Actor actor, String programme) {
        return List.of(programmesOf(actor)).contains(programme);
    }

    private String[] programmesOf(Actor actor) {
        return policies.current().programmes().values().stream()
                .filter(one -> one.procedure().stream()
                        .flatMap(procedure -> procedure.steps().stream())
                        .anyMatch(step -> step.role().equals(actor.role().name().toLowerCase(Locale.ROOT))))
                .map(Programme::id)
                .toArray(String[]::new);
    }

    private void select(Actor actor, Query query, int most, Consumer<CaseFile> each) {
        var conditions = new Conditions();
        scope(actor, query, conditions);
        filter(query, conditions);
        var order = query.all() ? "c.filed_on desc, c.id desc" : "c.due_on, c.id";
        try (Stream<CaseFile> rows = conditions
                .bind(jdbc.sql("select c.* from casework.case_file c where " + conditions.sql() + " order by " + order
                        + " limit :most"))
                .param("most", most)
                .query(CaseFiles::row)
                .stream()) {
            rows.forEach(each);
        }
    }

    private void scope(Actor actor, Query query, Conditions conditions) {
        switch (actor.role()) {
            case OPERATOR, FIRM, FOUNDER -> conditions.add("c.operator = :operator", "operator", actor.organisation());
            case COUNTY_OFFICER -> conditions.add("c.area = :ownArea", "ownArea", actor.area());
            case EXPERT ->
                conditions.add(
                        query.all()
                                ? "exists (select 1 from casework.ballot b where b.case_file = c.id and b.expert = :expert)"
                                : "c.id in (select b.case_file from casework.ballot b where b.expert = :expert and b.state = 'ASSIGNED')",
                        "expert",
                        actor.person());
            case CITY_OFFICER, CITY_DECIDER, LEADING_GROUP_OFFICE, AUDITOR -> {}
            case LABOUR_OFFICER -> conditions.add("c.programme = any (:programmes)", "programmes", programmesOf(actor));
            case EDUCATION_OFFICER, INVESTOR -> {
                conditions.add("c.programme = any (:programmes)", "programmes", programmesOf(actor));
                if (query.all()) {
                    conditions.add(
                            "exists (select 1 from casework.event v where v.case_file = c.id and v.person = :self)",
                            "self",
                            actor.person());
                }
            }
            default -> conditions.add("false");
        }
        if (query.all()) {
            conditions.add("c.filed_on is not null");
        } else {
            conditions.add(
                    "c.holder = :holder and c.step <> 'DRAFT'",
                    "holder",
                    actor.role().isApplicant()
                            ? Role.OPERATOR.name()
                            : actor.role().name());
        }
    }

    private void filter(Query query, Conditions conditions) {
        if (!query.words().isBlank()) {
            // One character makes no pair; it is looked up by the text alone.
            if (query.words().strip().length() > 1) {
                conditions.add("c.words @> casework.words(:words)");
            }
            conditions.add("(c.space_name || ' ' || c.operator_name || ' ' || coalesce(c.number, '')) ilike :like");
            conditions.put("words", query.words().strip());
            conditions.put(
                    "like",
                    "%"
                            + query.words()
                                    .strip()
                                    .replace("\\", "\\\\")
                                    .replace("%", "\\%")
                                    .replace("_", "\\_") + "%");
        }
        if (query.step() != null) {
            conditions.add("c.step = :step", "step", query.step().name());
        }
        if (query.area() != null) {
            conditions.add("c.area = :area", "area", query.area());
        }
        if (query.late()) {
            conditions.add("c.holder is not null and c.due_on < :today", "today", LocalDate.now(clock));
        }
        var after = query.after().split("_", -1);
        if (after.length == 2) {
            conditions.add(query.all() ? "(c.filed_on, c.id) < (:day, :last)" : "(c.due_on, c.id) > (:day, :last)");
            conditions.put("day", LocalDate.parse(after[0]));
            conditions.put("last", UUID.fromString(after[1]));
        }
    }

    private static LocalDate sortDay(CaseFile file, Query query) {
        return Objects.requireNonNull(query.all() ? file.filedOn() : file.dueOn());
    }

    /** Conditions of a query with their values: text from here, values only as parameters. */
    private static final class Conditions {

        private final List<String> parts = new ArrayList<>();
        private final Map<String, Object> values = new HashMap<>();

        void add(String condition) {
            parts.add(condition);
        }

        void add(String condition, String name, Object value) {
            parts.add(condition);
            values.put(name, value);
        }

        void put(String name, Object value) {
            values.put(name, value);
        }

        String sql() {
            return parts.isEmpty() ? "true" : String.join(" and ", parts);
        }

        JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement) {
            return statement.params(values);
        }
    }
}
