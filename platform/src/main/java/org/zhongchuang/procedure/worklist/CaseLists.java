package org.zhongchuang.procedure.worklist;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Deed;
import org.zhongchuang.ground.access.Reach;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.access.Tie;
import org.zhongchuang.ground.desk.Pile;
import org.zhongchuang.procedure.casework.CaseFile;
import org.zhongchuang.procedure.casework.CaseRow;
import org.zhongchuang.procedure.notice.Objection;
import org.zhongchuang.procedure.notice.PublicNotice;
import org.zhongchuang.procedure.review.Ballot;
import org.zhongchuang.procedure.worklist.Query.Filters;

/** Which cases a list holds: those in its reader's reach that fit the filters. */
@Component
class CaseLists {

    /**
     * While a notice runs to which no objection is open nobody can act, and who reviewed the case does nothing about
     * the objections to it.
     */
    private static final String NOTHING_TO_DO_AT_A_NOTICE = """
            not (c.step = 'NOTICE' and exists (
                   select 1 from notice.public_notice n where n.case_file = c.id and n.state in (:goingOn)
                      and (not exists (
                             select 1 from notice.public_objection o where o.notice = n.id and o.state in (:open))
                        or exists (
                             select 1 from casework.public_event v
                              where v.case_file = c.id and v.person = :self and v.act in ('RECOMMENDED', 'CITY_PASSED')))))
            """;

    private final Reach reach;
    private final CaseWords words;
    private final JdbcClient jdbc;
    private final Clock clock;

    CaseLists(Reach reach, CaseWords words, JdbcClient jdbc, Clock clock) {
        this.reach = reach;
        this.words = words;
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
        conditions.put("goingOn", List.of(PublicNotice.State.OPEN.name(), PublicNotice.State.PAUSED.name()));
        conditions.put("open", List.of(Objection.State.RECEIVED.name(), Objection.State.ADMITTED.name()));
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
    void select(Actor actor, Query query, int most, Consumer<Listed> each) {
        try (Stream<Listed> rows = statement(actor, query, "", most)
                .query((row, number) -> new Listed(
                                CaseRow.read(row, number), Optional.ofNullable(row.getString("handler")))
                        .atNotice(Optional.ofNullable(row.getString("notice")).map(PublicNotice.State::valueOf)))
                .stream()) {
            rows.forEach(each);
        }
    }

    /** A case as it stands in a list. */
    Listed listed(CaseFile file) {
        return new Listed(
                file,
                Optional.ofNullable(file.assignee())
                        .flatMap(person -> jdbc.sql("select name from access.public_person where id = :id")
                                .param("id", person.value())
                                .query(String.class)
                                .optional()));
    }

    /** How the database finds the cases that are asked for. */
    String plan(Actor actor, Query query, int most) {
        var lines = new StringBuilder();
        statement(actor, query, "explain ", most).query(row -> {
            lines.append(row.getString("QUERY PLAN")).append('\n');
        });
        return lines.toString();
    }

    private JdbcClient.StatementSpec statement(Actor actor, Query query, String before, int most) {
        var conditions = conditions(actor, query);
        return conditions
                .bind(jdbc.sql(before
                        + "select c.*, p.name handler, n.state notice from casework.public_case_file c "
                        + "left join access.public_person p on p.id = c.assignee "
                        + "left join notice.public_notice n on c.step = 'NOTICE' and n.case_file = c.id and n.state in (:goingOn) where "
                        + conditions.sql() + " order by " + query.order().sql() + " limit :most"))
                .param("most", most);
    }

    private void filter(Query query, Conditions conditions) {
        words.add(query.words(), conditions);
        var filters = query.filters();
        if (filters.step() != null) {
            conditions.add("c.step_id = :step", "step", filters.step());
        }
        if (filters.area() != null) {
            conditions.add("c.area = :area", "area", filters.area());
        }
        if (filters.programme() != null) {
            conditions.add("c.programme = :programme", "programme", filters.programme());
        }
        if (filters.objections()) {
            conditions.add("c.holder = :desk and c.id in (select o.case_file from notice.public_open_objection o)");
            conditions.add(NOTHING_TO_DO_AT_A_NOTICE);
        }
        if (filters.late()) {
            conditions.add("c.holder is not null and c.due_on < :today", "today", LocalDate.now(clock));
        }
        handler(filters.handler(), conditions);
        var at = query.after().lastIndexOf('~');
        if (at >= 0) {
            conditions.add(query.order().after());
            conditions.put("key", query.after().substring(0, at));
            conditions.put("last", query.after().substring(at + 1));
        }
    }

    private static void handler(@Nullable String handler, Conditions conditions) {
        if (Filters.NOBODY.equals(handler)) {
            conditions.add("c.assignee is null and c.holder is not null");
        } else if (Filters.ME.equals(handler)) {
            conditions.add("c.assignee = :self");
        } else if (handler != null) {
            conditions.add("c.assignee = :handler", "handler", UUID.fromString(handler));
        }
    }
}
