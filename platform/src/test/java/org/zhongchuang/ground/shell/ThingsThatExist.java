package org.zhongchuang.ground.shell;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhongchuang.grants.recognition.AskForChange;
import org.zhongchuang.grants.recognition.Change;
import org.zhongchuang.ground.access.Accounts;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.records.registry.Duplicates;
import org.zhongchuang.records.registry.SubjectId;

/**
 * Things of every kind that pages are about, of several areas, owners and steps, and people of every role: for tests
 * that open all pages.
 */
final class ThingsThatExist {

    /** How the things of each kind are found. */
    private static final Map<Thing, String> THINGS = Map.ofEntries(
            Map.entry(
                    Thing.CASE,
                    "select distinct on (area, step) coalesce(number, id::text) from casework.case_file order by area, step, id"),
            Map.entry(
                    Thing.OBJECTION,
                    "select distinct on (c.area, c.programme) c.number from casework.case_file c where c.number is not null order by c.area, c.programme, c.id"),
            Map.entry(
                    Thing.SPACE,
                    "select distinct on (area, kind) id::text from registry.space order by area, kind, id"),
            Map.entry(
                    Thing.SUBJECT,
                    "select distinct on (area, kind, listed) id::text from registry.subject where withdrawn_at is null order by area, kind, listed, id"),
            Map.entry(
                    Thing.PAIR,
                    "select a.id || '|' || b.id from (select distinct on (area) id, area from registry.subject where kind = 'ENTERPRISE' order by area, id) a, (select distinct on (area) id, area from registry.subject where kind = 'ENTERPRISE' order by area, id desc) b where a.id <> b.id order by a.area, b.area"),
            Map.entry(Thing.MERGE, "select id::text from registry.merge order by id"),
            Map.entry(Thing.AWARD, "select distinct on (area, payer) number from award.award order by area, payer, id"),
            Map.entry(Thing.HIGHER_AWARD, "select id::text from award.higher_award order by id limit 6"),
            Map.entry(Thing.RECOVERY, "select id::text from recovery.claim order by id limit 6"),
            Map.entry(Thing.OFFER, "select id::text from offer.offer order by id limit 6"),
            Map.entry(
                    Thing.WARNING,
                    "select distinct on (c.area) w.id::text from scrutiny.warning w left join casework.case_file c on c.id = w.case_file order by c.area, w.id"),
            Map.entry(Thing.CHANGE, "select id::text from recognition.change order by id limit 6"),
            Map.entry(Thing.ROUND, "select year::text from assessment.round"),
            Map.entry(
                    Thing.ASSESSED,
                    "select distinct on (e.area) r.year || '|' || e.space from assessment.entry e join assessment.round r on r.id = e.round order by e.area, e.space"),
            Map.entry(
                    Thing.SEAT,
                    "select distinct on (s.state) r.year || '|' || s.space from assessment.seat s join assessment.round r on r.id = s.round order by s.state, s.space"),
            Map.entry(
                    Thing.BANK_ACCOUNT,
                    "select distinct on (o.area, b.state) b.id::text from payment.bank_account b join access.organisation o on o.id = b.organisation order by o.area, b.state, b.id"),
            Map.entry(Thing.BOOKS, "select distinct payer from payment.batch order by payer"),
            Map.entry(Thing.BATCH, "select distinct on (payer) id::text from payment.batch order by payer, id"));

    private final Accounts accounts;
    private final JdbcClient jdbc;
    private final AskForChange asking;
    private final Duplicates duplicates;
    private final Map<Thing, List<String>> found = new EnumMap<>(Thing.class);

    ThingsThatExist(Accounts accounts, JdbcClient jdbc, AskForChange asking, Duplicates duplicates) {
        this.accounts = accounts;
        this.jdbc = jdbc;
        this.asking = asking;
        this.duplicates = duplicates;
    }

    Set<Thing> kinds() {
        return THINGS.keySet();
    }

    List<String> of(Thing thing) {
        return found.computeIfAbsent(
                thing,
                one -> jdbc.sql("select id from ("
                                + Optional.ofNullable(THINGS.get(one)).orElseThrow()
                                + ") found (id) order by md5(id) limit 7")
                        .query(String.class)
                        .list());
    }

    /** One of each role, officers of two counties, treasuries of the city and of a county, and two owners. */
    List<Actor> people() {
        var logins = new ArrayList<String>();
        accounts.onePerRole().stream()
                .filter(one -> one.role() != Role.COUNTY_OFFICER)
                .forEach(one -> logins.add(one.login()));
        logins.addAll(List.of("c330402-1", "c330411-1", "f330402-1"));
        logins.addAll(jdbc.sql("""
                        select distinct on (a.area) p.login from access.appointment a join access.person p on p.id = a.person
                          join casework.case_file c on c.operator = a.organisation
                         where a.role = 'OPERATOR' order by a.area, p.login limit 2
                        """).query(String.class).list());
        logins.addAll(jdbc.sql("""
                        select distinct on (b.state) p.login from review.ballot b join access.person p on p.id = b.expert
                         order by b.state, p.login
                        """).query(String.class).list());
        return logins.stream()
                .distinct()
                .flatMap(login -> accounts.appointmentsOf(login).stream())
                .toList();
    }

    /** Makes what the city of the tests has none of, in two counties: requests, merges, batches and claims. */
    void make() {
        var officer = accounts.appointmentsOf("city1").getFirst();
        jdbc.sql("""
                        select distinct on (area) code from recognition.recognised_space r
                         where status = 'ACTIVE' and not exists (select 1 from recognition.change c where c.code = r.code) order by area, code limit 2
                        """)
                .query(String.class)
                .list()
                .forEach(code -> asking.ask(officer, code, Change.Kind.RECTIFY, "", "矩阵测试：责令整改"));
        jdbc.sql("""
                        select distinct on (a.area) a.id, b.id from registry.subject a join registry.subject b
                            on b.kind = 'ENTERPRISE' and a.kind = 'ENTERPRISE' and b.area = a.area and b.id > a.id
                         where a.code is null and b.code is null and a.merged_into is null and b.merged_into is null order by a.area, a.id, b.id limit 2
                        """)
                .query((row, _) -> List.of(
                        new SubjectId(row.getObject(1, UUID.class)), new SubjectId(row.getObject(2, UUID.class))))
                .list()
                .forEach(pair -> duplicates.merge(officer, pair.get(0), pair.get(1), "矩阵测试：同一家"));
        for (var payer : List.of("330400", "330402")) {
            jdbc.sql(
                            "insert into payment.batch (id, number, payer, state, fen, two, made_by, made_at, dropped_by, dropped_at, dropped_why) values (gen_random_uuid(), :number, :payer, 'DROPPED', 1, false, :person, now(), :person, now(), '矩阵测试')")
                    .param("number", "JZ" + payer)
                    .param("payer", payer)
                    .param("person", officer.person().value())
                    .update();
        }
        jdbc.sql("""
                        insert into recovery.claim (id, award, fen, ground, reasons, state, proposed_by, proposed_at)
                        select gen_random_uuid(), w.id, 1, 'FACTS', '矩阵测试：看谁能看到这件追回', 'DROPPED', :person, now()
                          from (select distinct on (area) id from award.award order by area, id limit 2) w
                        """).param("person", officer.person().value()).update();
    }

    void takeAway() {
        var officer = accounts.appointmentsOf("city1").getFirst();
        jdbc.sql("update recognition.change set state = 'WITHDRAWN' where reason = '矩阵测试：责令整改' and state = 'OPEN'")
                .update();
        jdbc.sql("select id from registry.merge where reason = '矩阵测试：同一家' and undone_at is null")
                .query((row, _) -> row.getObject(1, UUID.class))
                .list()
                .forEach(merge -> duplicates.undo(officer, merge));
        jdbc.sql("delete from payment.batch where number like 'JZ%'").update();
        jdbc.sql("delete from recovery.claim where reasons = '矩阵测试：看谁能看到这件追回'").update();
    }

    /** A part of a thing that pages name beside it. */
    static String part(String name) {
        return switch (name) {
            case "kind" -> "events";
            case "seq" -> "1";
            case "figure" -> "tenants";
            default -> "00000000-0000-0000-0000-000000000001";
        };
    }
}
