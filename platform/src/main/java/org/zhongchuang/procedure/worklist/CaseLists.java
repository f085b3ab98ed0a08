package org.zhongchuang.procedure.worklist;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Deed;
import org.zhongchuang.ground.access.Reach;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.access.Tie;
import org.zhongchuang.ground.desk.Pile;
import org.zhongchuang.ground.kernel.Like;
import org.zhongchuang.procedure.casework.CaseFile;
import org.zhongchuang.procedure.casework.CaseFiles;
import org.zhongchuang.procedure.notice.PublicNotice;
import org.zhongchuang.procedure.review.Ballot;
import org.zhongchuang.records.registry.Subjects;

/** Which cases a list holds: those in its reader's reach that fit the filters. */
@Component
class CaseLists {

    /** While a notice runs nobody can act, and who reviewed the case does not answer the objections to it. */
    private static final String NOTHING_TO_DO_AT_A_NOTICE = """
            not (c.step = 'NOTICE' and exists (
                   select 1 from notice.public_notice n where n.case_file = c.id
                      and (n.state = :running or (n.state = :paused and exists (
                             select 1 from casework.public_event v
                              where v.case_file = c.id and v.person = :self and v.act in ('RECOMMENDED', 'CITY_PASSED'))))))
            """;

    private final Reach reach;
    private final Subjects subjects;
    private final JdbcClient jdbc;
    private final Clock clock;

    CaseLists(Reach reach, Subjects subjects, JdbcClient jdbc, Clock clock) {
        this.reach = reach;
        this.subjects = subjects;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Conditions conditions(Actor actor, Query query) {
        var conditions = new Conditions();
        scope(actor, query, conditions);
        filter(query, conditions);
        return conditions;
    }

    private void scope(Actor actor, Query query, Conditions conditions) {
        var bounds = reach.bounds(actor, Thing.CASE);
        if (!bounds.everywhere()) {
            var ties = reach.ties(actor, Deed.SEE, Thing.CASE).stream()
                    .map(tie -> within(tie, query))
                    .collect(Collectors.joining(" or "));
            conditions.add("(" + (ties.isEmpty() ? "false" : ties) + ")");
        }
        bounds.parameters().forEach(conditions::put);
        conditions.put("desk", actor.desk().name());
        conditions.put("self", actor.person().value());
        conditions.put("running", PublicNotice.State.OPEN.name());
        conditions.put("paused", PublicNotice.State.PAUSED.name());
        conditions.put("assigned", Ballot.State.ASSIGNED.name());
        conditions.put("recused", Ballot.State.RECUSED.name());
        if (query.all()) {
            conditions.add("c.filed_on is not null");
        } else {
            conditions.add("c.holder = :desk and c.step <> 'DRAFT'");
            conditions.add(NOTHING_TO_DO_AT_A_NOTICE);
        }
    }

    /** What a tie means in the list of cases; an expert's inbox holds what they have not scored yet. */
    private static String within(Tie tie, Query query) {
        return switch (tie) {
            case OWNER -> "c.operator = :ownOrganisation";
            case AREA -> "c.area = :ownArea";
            case OFFICE -> "(c.programme = any (:ownProgrammes) and :officeArea in ('', c.area))";
            case TURN -> "c.holder = :desk";
            case SEAT ->
                query.all()
                        ? "exists (select 1 from review.public_ballot b where b.case_file = c.id and b.expert = :self and b.state <> :recused)"
                        : "c.id in (select b.case_file from review.public_ballot b where b.expert = :self and b.state = :assigned)";
            case PART ->
                "exists (select 1 from casework.public_event v where v.case_file = c.id and v.person = :self and v.act in ('RECOMMENDED', 'ADVISED_AGAINST'))";
            case CITY, WHOLE_CITY, PAYER -> "false";
        };
    }

    /** How many there are, and the first day by which one is due. */
    Pile count(Actor actor, Query query) {
        var conditions = conditions(actor, query);
        return conditions
                .bind(jdbc.sql(
                        "select count(*) many, null::bigint fen, min(c.due_on) as first from casework.public_case_file c where "
                                + conditions.sql()))
                .query(Pile::row)
                .single();
    }

    /** The cases that are asked for, one by one, in the order of the list. */
    void select(Actor actor, Query query, int most, Consumer<CaseFile> each) {
        var conditions = conditions(actor, query);
        var order = query.all() ? "c.filed_on desc, c.id desc" : "c.due_on, c.id";
        try (Stream<CaseFile> rows = conditions
                .bind(jdbc.sql("select c.* from casework.public_case_file c where " + conditions.sql() + " order by "
                        + order + " limit :most"))
                .param("most", most)
                .query(CaseFiles::row)
                .stream()) {
            rows.forEach(each);
        }
    }

    private void filter(Query query, Conditions conditions) {
        var words = query.words().strip();
        if (!words.isEmpty()) {
            // One character makes no pair; it is looked up by the text alone.
            var indexed = words.length() > 1 ? "c.words @> registry.public_words(:words) and " : "";
            conditions.add("(c.number like :start or c.space = any (:sounding) or (" + indexed
                    + "(c.space_name || ' ' || c.operator_name || ' ' || coalesce(c.number, '')) ilike :like))");
            conditions.put("words", words);
            conditions.put("like", Like.containing(words));
            conditions.put("start", Like.plain(words.toUpperCase(Locale.ROOT)) + "%");
            conditions.put("sounding", subjects.sounding(words));
        }
        if (query.step() != null) {
            conditions.add("c.step_id = :step", "step", query.step());
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

    /** Conditions of a query with their values: text from here, values only as parameters. */
    static final class Conditions {

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
