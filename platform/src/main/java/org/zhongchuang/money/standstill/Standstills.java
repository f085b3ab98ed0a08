package org.zhongchuang.money.standstill;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
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
import org.zhongchuang.ground.access.Reach;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.desk.Pile;
import org.zhongchuang.ground.kernel.Like;
import org.zhongchuang.money.standstill.Standstill.Why;
import org.zhongchuang.procedure.casework.CaseId;

/** All that is stopped, the longest first: a treasury sees what it pays, an auditor everything. */
@Service
public class Standstills {

    private static final int PAGE = 200;

    private static final String FROM = """
             from payment.public_stopped s join award.public_award w on w.id = s.award
            where (:everywhere or s.payer = :ownTreasury) and (s.until is null or s.until > :today)
              and (cardinality(:whys) = 0 or s.why = any (:whys))
              and (:words = '' or w.number ilike :within or w.name ilike :within)
              and (not :mine or (s.why = any (:treasury) and (s.why <> 'BANK' or s.batch is not null) and not :person = any (s.not_by)))
            """;

    private final Reach reach;
    private final JdbcClient jdbc;
    private final Clock clock;

    Standstills(Reach reach, JdbcClient jdbc, Clock clock) {
        this.reach = reach;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What is asked for.
     *
     * @param why empty for every reason
     * @param words part of a number or of a name
     * @param mine only what the reader can put right
     */
    public record Query(Optional<Why> why, String words, boolean mine) {

        public static final Query ALL = new Query(Optional.empty(), "", false);
    }

    /** How many, and what they come to, for each reason; what is asked for by reason does not narrow it. */
    public Map<Why, Pile> counts(Actor actor, Query query) {
        var counts = new EnumMap<Why, Pile>(Why.class);
        jdbc.sql("select s.why, count(*) many, sum(s.fen)::bigint fen, null::date as first" + FROM + " group by s.why")
                .params(values(actor, new Query(Optional.empty(), query.words(), query.mine())))
                .query(row -> {
                    counts.put(Why.valueOf(row.getString("why")), Pile.row(row, 0));
                });
        return counts;
    }

    /** The first of what is asked for. */
    public List<Standstill> list(Actor actor, Query query) {
        var found = new ArrayList<Standstill>();
        each(actor, query, PAGE, found::add);
        return found;
    }

    /** Everything that is asked for, one by one. */
    @Transactional(readOnly = true)
    public void export(Actor actor, Query query, Consumer<Standstill> each) {
        each(actor, query, Integer.MAX_VALUE, each);
    }

    private void each(Actor actor, Query query, int most, Consumer<Standstill> each) {
        var values = values(actor, query);
        values.put("most", most);
        jdbc.sql("""
                        select s.*, w.case_file, w.number, w.name,
                               s.why = any (:treasury) and :handles and s.payer = :ownTreasury
                                 and (s.why <> 'BANK' or s.batch is not null) and not :person = any (s.not_by) mine
                        """ + FROM + " order by s.since, w.number, s.why, s.payment limit :most")
                .params(values)
                .query((ResultSet row) -> each.accept(row(row)));
    }

    /** Whether somebody can put right what a treasury has stopped. */
    boolean handles(Actor actor) {
        return reach.may(actor, Deed.HANDLE, Thing.BATCH);
    }

    private Map<String, Object> values(Actor actor, Query query) {
        var values = new HashMap<>(reach.bounds(actor, Thing.BATCH).parameters());
        values.put("today", LocalDate.now(clock));
        values.put("whys", query.why().stream().map(Enum::name).toArray(String[]::new));
        values.put("words", query.words());
        values.put("person", actor.person().value());
        values.put("within", Like.containing(query.words()));
        values.put("mine", query.mine());
        values.put("handles", handles(actor));
        values.put(
                "treasury",
                Arrays.stream(Why.values())
                        .filter(Why::isForTreasury)
                        .map(Enum::name)
                        .toArray(String[]::new));
        return values;
    }

    private static Standstill row(ResultSet row) throws SQLException {
        return new Standstill(
                Why.valueOf(row.getString("why")),
                new CaseId(row.getObject("case_file", UUID.class)),
                row.getString("number"),
                row.getString("name"),
                row.getString("payer"),
                new Fen(row.getLong("fen")),
                row.getObject("since", LocalDate.class),
                row.getString("detail"),
                Optional.ofNullable(row.getObject("batch", UUID.class)),
                Optional.ofNullable(row.getObject("until", LocalDate.class)),
                row.getBoolean("mine"));
    }
}
