package org.zhongchuang.money.award;

import java.sql.ResultSet;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Deed;
import org.zhongchuang.ground.access.OrganisationId;
import org.zhongchuang.ground.access.Reach;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.audit.AuditLog;
import org.zhongchuang.ground.kernel.Like;
import org.zhongchuang.ground.kernel.Remembered;
import org.zhongchuang.money.award.Award.Instalment;
import org.zhongchuang.money.award.Award.Standing;
import org.zhongchuang.money.ledger.Account;
import org.zhongchuang.records.registry.Subjects;

/** All awards, and where their money stands. */
@Service
public class Awards {

    private static final int PAGE = 25;
    private static final String PUBLIC_NAME = "case when s.kind = 'PERSON' then left(w.name, 1) || '*' else w.name end";

    /** What has arrived of an award, and the last day on which something did. */
    private static final String MONEY = """
            left join lateral (select sum(b.fen)::bigint fen from ledger.public_account a join ledger.public_balance b on b.account = a.id
                                where a.matter = w.id::text and a.kind = 'PAID') m on true
            left join lateral (select max(p.day) as day from ledger.public_posting p where p.award = w.id and p.act in ('PAID', 'OFFSET')) d on true
            """;

    private final Reach reach;
    private final Subjects subjects;
    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final Clock clock;

    private final Remembered<Sums> all = new Remembered<>(() -> counted(Query.ALL));

    Awards(Reach reach, Subjects subjects, JdbcClient jdbc, AuditLog audit, Clock clock) {
        this.reach = reach;
        this.subjects = subjects;
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What the public asks the list for; empty texts and 0 mean all. {@code after} is the number of the last row
     * before.
     */
    public record Query(String words, String programme, String payer, int year, AwardOrder order, String after) {

        private static final Query ALL = new Query("", "", "", 0, AwardOrder.NEWEST, "");

        boolean isForAll() {
            return words.isBlank() && programme.isEmpty() && payer.isEmpty() && year == 0;
        }
    }

    /** One row of the list with what has arrived of it, and when the last of that did. */
    public record Row(Award award, String publicName, boolean isPerson, Fen paid, Optional<LocalDate> paidOn) {}

    /** One page of the list; {@code next} is empty at the end. */
    public record Listing(List<Row> rows, String next) {}

    /** How many awards, what they come to, what of it has arrived; of one payer, what that one pays of them. */
    public record Sums(long many, Fen fen, Fen arrived) {}

    public Optional<Award> find(AwardId id) {
        return one("id", id.value());
    }

    public Optional<Award> byNumber(String number) {
        return one("number", number);
    }

    private Optional<Award> one(String column, Object value) {
        return jdbc.sql("select w.*, q.payers, q.fens %s where w.%s = :value".formatted(AwardRows.FROM, column))
                .param("value", value)
                .query(AwardRows::award)
                .optional();
    }

    public List<Award> ofOrganisation(OrganisationId organisation) {
        return jdbc.sql(
                        "select w.*, q.payers, q.fens %s where w.organisation = :organisation order by w.decided_on desc, w.id desc limit 200"
                                .formatted(AwardRows.FROM))
                .param("organisation", organisation.value())
                .query(AwardRows::award)
                .list();
    }

    public Listing list(Query query) {
        var rows = new java.util.ArrayList<Row>();
        each(query, PAGE + 1, rows::add);
        return rows.size() <= PAGE
                ? new Listing(rows, "")
                : new Listing(rows.subList(0, PAGE), rows.get(PAGE - 1).award().number());
    }

    /** Every row, one by one. */
    @Transactional(readOnly = true)
    public void export(Query query, Consumer<Row> row) {
        each(query, Integer.MAX_VALUE, row);
    }

    /** What the awards that a query finds come to, over all pages; of all there are, as of a few seconds ago. */
    public Sums total(Query query) {
        return query.isForAll() ? all.value() : counted(query);
    }

    /** The years in which anything was awarded, the latest first. */
    public List<Integer> years() {
        return jdbc.sql("select distinct year from award.award order by year desc")
                .query((row, _) -> row.getInt("year"))
                .list();
    }

    private Sums counted(Query query) {
        var values = values(query);
        return jdbc.sql("""
                        select count(*) many, coalesce(sum(x.fen), 0)::bigint fen, coalesce(sum(x.arrived), 0)::bigint arrived from (
                          select case when :payer = '' then w.fen else (
                                   select sum(i.fen) from award.instalment i where i.award = w.id and i.payer = :payer) end fen, sum(b.fen) arrived
                            from award.award w join registry.public_subject s on s.id = w.subject
                            left join ledger.public_account a on a.matter = w.id::text and a.kind = 'PAID' and (:payer = '' or a.payer = :payer)
                            left join ledger.public_balance b on b.account = a.id where %s group by w.id) x
                        """.formatted(found(query, values)))
                .params(values)
                .query((row, _) ->
                        new Sums(row.getLong("many"), new Fen(row.getLong("fen")), new Fen(row.getLong("arrived"))))
                .single();
    }

    private static Map<String, Object> values(Query query) {
        return new HashMap<>(Map.of("programme", query.programme(), "payer", query.payer(), "year", query.year()));
    }

    private String found(Query query, Map<String, Object> values) {
        return matching(query.words().strip(), values)
                + " and (:programme = '' or w.programme = :programme) and (:payer = '' or exists (select 1 from award.instalment i where i.award = w.id and i.payer = :payer)) and (:year = 0 or w.year = :year) ";
    }

    private void each(Query query, int most, Consumer<Row> each) {
        var values = values(query);
        values.put("most", most);
        values.put("after", query.after());
        var key = query.order().key;
        var beyond = byNumber(query.after()).isEmpty()
                ? ""
                : " and (%s, w.id) %s ((select %s from award.award w %s where w.number = :after), (select id from award.award where number = :after))"
                        .formatted(key, query.order().direction.equals("desc") ? "<" : ">", key, MONEY);
        jdbc.sql("""
                        select w.*, q.payers, q.fens, %s public_name, s.kind = 'PERSON' person, coalesce(m.fen, 0) arrived,
                               case when m.fen > 0 then d.day end paid_on
                          %s join registry.public_subject s on s.id = w.subject %s
                         where %s %s order by %s %s, w.id %s limit :most
                        """.formatted(
                                PUBLIC_NAME,
                                AwardRows.FROM,
                                MONEY,
                                found(query, values),
                                beyond,
                                key,
                                query.order().direction,
                                query.order().direction))
                .params(values)
                .query((ResultSet row) -> {
                    each.accept(new Row(
                            AwardRows.award(row, 0),
                            row.getString("public_name"),
                            row.getBoolean("person"),
                            new Fen(row.getLong("arrived")),
                            Optional.ofNullable(row.getObject("paid_on", LocalDate.class))));
                });
    }

    /**
     * An organisation is found by its name and how it sounds too. People are found by number and document only: whoever
     * types a name does not learn whether they got money.
     */
    private String matching(String words, Map<String, Object> values) {
        if (words.isEmpty()) {
            return "true";
        }
        values.put("words", words);
        values.put("sounding", subjects.sounding(words));
        values.put("within", Like.containing(words));
        values.put("start", Like.plain(words.toUpperCase(Locale.ROOT)) + "%");
        var indexed = words.length() > 1
                ? "registry.public_words(w.number || ' ' || w.name || ' ' || w.document) @> registry.public_words(:words) and "
                : "";
        return "(w.number like :start or (w.subject = any (:sounding) and s.kind <> 'PERSON') or (" + indexed
                + "case when s.kind = 'PERSON' then '' else w.name || ' ' end || w.number || ' ' || w.document ilike :within))";
    }

    /** What the public reads for the name of whom an award goes to: of people the surname only. */
    public String publicName(Award award) {
        return jdbc.sql("select " + PUBLIC_NAME
                        + " from award.award w join registry.public_subject s on s.id = w.subject where w.id = :id")
                .param("id", award.id().value())
                .query(String.class)
                .single();
    }

    /** Where the money of an award stands. */
    public Standing standing(AwardId award) {
        var fen = new HashMap<String, Fen>();
        jdbc.sql(
                        "select a.kind, sum(b.fen)::bigint fen from ledger.public_account a join ledger.public_balance b on b.account = a.id where a.matter = :award group by a.kind")
                .param("award", award.toString())
                .query((ResultSet row) -> {
                    fen.put(row.getString("kind"), new Fen(row.getLong("fen")));
                });
        return new Standing(
                fen.getOrDefault(Account.Kind.COMMITTED.name(), Fen.ZERO),
                fen.getOrDefault(Account.Kind.PAYABLE.name(), Fen.ZERO),
                fen.getOrDefault(Account.Kind.PAID.name(), Fen.ZERO),
                fen.getOrDefault(Account.Kind.RECEIVABLE.name(), Fen.ZERO),
                fen.getOrDefault(Account.Kind.RETURNED.name(), Fen.ZERO));
    }

    public List<Instalment> instalments(AwardId award) {
        return jdbc.sql("select * from award.instalment where award = :award order by seq")
                .param("award", award.value())
                .query((row, _) -> new Instalment(
                        new AwardId(row.getObject("award", UUID.class)),
                        row.getInt("seq"),
                        row.getInt("nth"),
                        row.getString("payer"),
                        new Fen(row.getLong("fen")),
                        row.getObject("due_on", LocalDate.class),
                        row.getString("milestone"),
                        Optional.ofNullable(row.getObject("met_on", LocalDate.class))))
                .list();
    }

    /**
     * Whether the office that watches the award has found what an instalment waits for; told once, for all who pay it.
     *
     * @param nth which instalment
     */
    @Transactional
    public boolean meet(Actor actor, AwardId award, int nth) {
        var met = reach.may(actor, Deed.HANDLE, Thing.AWARD, award.value())
                && jdbc.sql(
                                        "update award.instalment set met_on = :today, met_by = :person where award = :award and nth = :nth and met_on is null and milestone <> ''")
                                .param("today", LocalDate.now(clock))
                                .param("person", actor.person().value())
                                .param("award", award.value())
                                .param("nth", nth)
                                .update()
                        > 0;
        if (met) {
            audit.record(actor, "award.milestone", award.toString(), String.valueOf(nth));
        }
        return met;
    }

    /** Whose award somebody may look into beyond what is public. */
    public boolean mayRead(Actor actor, Award award) {
        return reach.may(actor, Deed.SEE, Thing.AWARD, award.id().value());
    }

    /** Whether an award is somebody's to use. */
    boolean mayUse(Actor actor, AwardId award) {
        return reach.may(actor, Deed.KEEP, Thing.AWARD, award.value());
    }

    /** Whether somebody may propose to take money of an award back. */
    public boolean mayClaimBack(Actor actor, Award award) {
        return reach.may(actor, Deed.HANDLE, Thing.AWARD, award.id().value());
    }
}
