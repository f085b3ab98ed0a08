package org.zhongchuang.money.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.PersonId;
import org.zhongchuang.money.ledger.Posting.Act;

/**
 * Posts movements of money and tells balances. Called inside the transaction of a use case: what the schema refuses
 * undoes the whole of it, and is one of its reasons, by the name of the rule.
 */
@Service
public class Ledger {

    private static final Pattern PLACE = Pattern.compile("([0-9]{1,18})\\.([0-9]{1,6})");
    private static final String FROM = """
            from ledger.entry e join ledger.posting p on p.id = e.posting join ledger.account a on a.id = e.account
             where (:payer = '' or a.payer = :payer) and (:year = 0 or a.year = :year)
               and (:programme = '' or a.programme = :programme) and (cardinality(cast(:kinds as text[])) = 0 or a.kind = any (cast(:kinds as text[])))
               and (:award = '' or p.award = cast(nullif(:award, '') as uuid))
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Ledger(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One entry as it stands in the books; {@code seq} is its number in the posting. */
    public record Line(
            long posting,
            int seq,
            Account.Kind kind,
            Act act,
            LocalDate day,
            String note,
            @Nullable UUID award,
            Fen fen,
            @Nullable PersonId person) {

        /** Where it stands among all, for asking what comes after it. */
        String place() {
            return posting + "." + seq;
        }
    }

    /** Posts in one round trip; returns how many were new. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int post(@Nullable Actor actor, List<Posting> postings) {
        if (postings.isEmpty()) {
            return 0;
        }
        var entries = new ArrayList<Posting.Entry>();
        var of = new ArrayList<Integer>();
        for (int i = 0; i < postings.size(); i++) {
            for (var entry : postings.get(i).entries()) {
                entries.add(entry);
                of.add(i + 1);
            }
        }
        var today = LocalDate.now(clock);
        return jdbc.sql("""
                        select ledger.post(cast(:keys as text[]), cast(:acts as text[]), cast(:awards as uuid[]), cast(:days as date[]),
                               cast(:notes as text[]), :now, :person, cast(:of as int[]), cast(:kinds as text[]), cast(:payers as text[]),
                               cast(:years as int[]), cast(:programmes as text[]), cast(:matters as text[]), cast(:fens as bigint[]))
                        """)
                .param("keys", postings.stream().map(Posting::key).toArray(String[]::new))
                .param("acts", postings.stream().map(one -> one.act().name()).toArray(String[]::new))
                .param("awards", postings.stream().map(Posting::award).toArray(UUID[]::new))
                .param("days", postings.stream().map(_ -> today.toString()).toArray(String[]::new))
                .param("notes", postings.stream().map(Posting::note).toArray(String[]::new))
                .param("now", Timestamp.from(clock.instant()))
                .param("person", actor == null ? null : actor.person().value(), java.sql.Types.OTHER)
                .param("of", of.toArray(Integer[]::new))
                .param(
                        "kinds",
                        entries.stream().map(one -> one.account().kind().name()).toArray(String[]::new))
                .param(
                        "payers",
                        entries.stream().map(one -> one.account().payer()).toArray(String[]::new))
                .param(
                        "years",
                        entries.stream().map(one -> one.account().year()).toArray(Integer[]::new))
                .param(
                        "programmes",
                        entries.stream().map(one -> one.account().programme()).toArray(String[]::new))
                .param(
                        "matters",
                        entries.stream().map(one -> one.account().matter()).toArray(String[]::new))
                .param("fens", entries.stream().map(one -> one.fen().value()).toArray(Long[]::new))
                .query(Integer.class)
                .single();
    }

    /** What stands on an account; nothing where there is none. */
    public Fen balance(Account account) {
        return jdbc.sql("""
                        select coalesce(sum(b.fen), 0)::bigint fen from ledger.account a join ledger.balance b on b.account = a.id
                         where (a.payer, a.year, a.programme, a.kind, a.matter) = (:payer, :year, :programme, :kind, :matter)
                        """)
                .param("payer", account.payer())
                .param("year", account.year())
                .param("programme", account.programme())
                .param("kind", account.kind().name())
                .param("matter", account.matter())
                .query((row, _) -> new Fen(row.getLong("fen")))
                .single();
    }

    /** A page of the entries behind a figure, the latest first; {@code next} is empty at the end. */
    public record Page(List<Line> lines, String next) {}

    /** A page of entries after the one that {@code after} names; an empty text begins. */
    public Page page(Scope scope, String after, int size) {
        var lines = new ArrayList<Line>();
        each(scope, after, size + 1, lines::add);
        return lines.size() <= size
                ? new Page(lines, "")
                : new Page(lines.subList(0, size), lines.get(size - 1).place());
    }

    /** How many entries there are behind a figure and what they come to. */
    public Total total(Scope scope) {
        return jdbc.sql("select count(*) entries, coalesce(sum(e.fen), 0)::bigint fen " + FROM)
                .params(values(scope))
                .query((row, _) -> new Total(row.getLong("entries"), new Fen(row.getLong("fen"))))
                .single();
    }

    /** A number of entries and their sum. */
    public record Total(long entries, Fen fen) {}

    /** Every entry behind a figure, one by one. */
    @Transactional(readOnly = true)
    public void each(Scope scope, Consumer<Line> line) {
        each(scope, "", Integer.MAX_VALUE, line);
    }

    private void each(Scope scope, String after, int most, Consumer<Line> line) {
        var place = PLACE.matcher(after);
        var values = values(scope);
        values.put("posting", place.matches() ? Long.parseLong(place.group(1)) : Long.MAX_VALUE);
        values.put("seq", place.matches() ? Integer.parseInt(place.group(2)) : 0);
        values.put("most", most);
        jdbc.sql("select p.id, e.seq, a.kind, p.act, p.day, p.note, p.award, e.fen, p.person " + FROM + """
                         and (e.posting < :posting or (e.posting = :posting and e.seq > :seq)) order by e.posting desc, e.seq limit :most
                        """)
                .params(values)
                .query((ResultSet row) -> {
                    line.accept(line(row, 0));
                });
    }

    /** What came onto and left the accounts of one award, in the order in which it happened. */
    public List<Line> ofAward(UUID award, Account.Kind... kinds) {
        return jdbc.sql("""
                        select p.id, e.seq, a.kind, p.act, p.day, p.note, p.award, e.fen, p.person
                          from ledger.account a join ledger.entry e on e.account = a.id join ledger.posting p on p.id = e.posting
                         where a.matter = :award and a.kind = any (:kinds) order by p.id, e.seq
                        """)
                .param("award", award.toString())
                .param("kinds", Stream.of(kinds).map(Enum::name).toArray(String[]::new))
                .query(Ledger::line)
                .list();
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        return new Line(
                row.getLong("id"),
                row.getInt("seq"),
                Account.Kind.valueOf(row.getString("kind")),
                Act.valueOf(row.getString("act")),
                row.getObject("day", LocalDate.class),
                row.getString("note"),
                row.getObject("award", UUID.class),
                new Fen(row.getLong("fen")),
                Optional.ofNullable(row.getObject("person", UUID.class))
                        .map(PersonId::new)
                        .orElse(null));
    }

    private static Map<String, Object> values(Scope scope) {
        return new HashMap<>(Map.of(
                "payer", scope.payer(),
                "year", scope.year(),
                "programme", scope.programme(),
                "kinds", scope.kinds().stream().map(Enum::name).toArray(String[]::new),
                "award", scope.award().map(UUID::toString).orElse("")));
    }

    /** Which entries are meant; an empty text or set, 0 or nothing means all. */
    public record Scope(String payer, int year, String programme, Set<Account.Kind> kinds, Optional<UUID> award) {}
}
