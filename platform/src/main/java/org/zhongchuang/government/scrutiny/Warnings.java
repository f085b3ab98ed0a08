package org.zhongchuang.government.scrutiny;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.engine.Audience;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.engine.Ground.Source;
import org.zhongchuang.engine.Programme;
import org.zhongchuang.engine.Programme.Use;
import org.zhongchuang.engine.Text;
import org.zhongchuang.engine.TreasuryProcedure;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Deed;
import org.zhongchuang.ground.access.PersonId;
import org.zhongchuang.ground.access.Reach;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.calendar.DueWork;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.procedure.casework.CaseFile;
import org.zhongchuang.procedure.casework.CaseId;
import org.zhongchuang.procedure.casework.Watcher;

/** Findings that somebody must look at. */
@Service
public class Warnings implements Watcher, DueWork {

    private static final String SELECT = """
            select w.*, coalesce(w.confirmed_by, w.first_by) last_by, c.number, exists (select 1 from award.public_award a where a.case_file = w.case_file) awarded
              from scrutiny.warning w left join casework.public_case_file c on c.id = w.case_file
             where (:everywhere or c.area = :ownArea
                    or (c.programme = any (:ownProgrammes) and :officeArea in ('', c.area)))
            """;

    private final Reach reach;
    private final Policies policies;
    private final JdbcClient jdbc;
    private final Clock clock;

    Warnings(Reach reach, Policies policies, JdbcClient jdbc, Clock clock) {
        this.reach = reach;
        this.policies = policies;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * How far a finding has been looked at; {@code LOOKED} waits for a second person, {@code CONFIRMED} for what
     * follows from it.
     */
    public enum State {
        OPEN("待核查", "open"),
        LOOKED("待复看", "second look due"),
        DISMISSED("已消除", "cleared"),
        CONFIRMED("属实，待处理", "true, to be dealt with"),
        RESOLVED("属实，已处理", "true, dealt with");

        private final Text label;

        State(String zh, String en) {
            this.label = Text.of(zh, en);
        }

        public Text label() {
            return label;
        }

        /** Whether nobody has to look into it any more. */
        public boolean isOver() {
            return this == DISMISSED || this == RESOLVED;
        }
    }

    /**
     * One finding.
     *
     * @param number of the case it concerns, and {@code awarded} whether that came to an award
     * @param lastBy who said that it is true, or looked at it first: what comes next is for another person
     */
    public record Found(
            UUID id,
            Text what,
            Optional<String> number,
            boolean awarded,
            Text evidence,
            Fen fen,
            Instant foundAt,
            State state,
            boolean two,
            Optional<String> firstReason,
            Optional<String> secondReason,
            Optional<String> confirmedWhy,
            Optional<String> resolvedWhy,
            Optional<PersonId> lastBy) {}

    @Override
    public About about() {
        return new About(
                "scrutiny",
                Text.of("疑点筛查", "Scrutiny"),
                Text.of(
                        "逐项检查申报和拨付中对不上的地方，列入疑点清单。",
                        "All checks are run for what does not fit together; findings join the list of warnings."));
    }

    @Override
    @Transactional
    public void settle() {
        run(null);
    }

    @Override
    public Optional<LocalDate> nextDue() {
        return Optional.empty();
    }

    @Override
    public boolean isLook() {
        return true;
    }

    @Override
    public void filed(CaseFile file) {
        run(file.id());
    }

    /**
     * Runs all checks; of one case only where one is named. What was found before is not found again.
     *
     * <p>A filing waits for this while it holds its number, and the next filing for that: so the one case is named in a
     * condition of its own, with which the database begins, and is no parameter that may be empty.
     */
    private void run(@Nullable CaseId caseFile) {
        var threshold = Fen.ofYuan(policies.treasury(TreasuryProcedure::secondLookFrom, 0));
        var which = caseFile == null ? "" : " where w.case_file = :case";
        for (var check : Check.values()) {
            jdbc.sql("""
                            insert into scrutiny.warning (id, kind, key, case_file, parts, fen, found_at, state, two)
                            select gen_random_uuid(), :kind, w.key, w.case_file, w.parts, w.fen, :now, 'OPEN', w.fen >= :threshold
                              from (""" + check.query() + """
                                   ) w""" + which + " on conflict (kind, key) do nothing")
                    .params(programmes())
                    .param("kind", check.name())
                    .param("now", Timestamp.from(clock.instant()))
                    .param("today", LocalDate.now(clock))
                    .param("threshold", threshold.value())
                    .param("case", caseFile == null ? null : caseFile.value(), Types.OTHER)
                    .update();
        }
    }

    /** The programmes that checks look at, by what they are for. */
    private Map<String, Object> programmes() {
        return Map.of(
                "recognition", ids(one -> one.use() == Use.RECOGNITION),
                "graduates", ids(one -> one.restsOn(Source.HIRED_GRADUATES)),
                "events", ids(one -> one.restsOn(Source.EVENTS)),
                "firms", ids(one -> one.pays() && one.beneficiary() == Audience.FIRM));
    }

    private String[] ids(Predicate<Programme> which) {
        return policies.current().known().stream()
                .filter(which)
                .map(Programme::id)
                .toArray(String[]::new);
    }

    @Override
    public Map<CaseId, List<Warning>> warnings(Collection<CaseId> cases) {
        var found = new HashMap<CaseId, List<Warning>>();
        jdbc.sql("""
                        select id, case_file, kind, parts, two from scrutiny.warning
                         where case_file = any (:cases) and state not in ('DISMISSED', 'RESOLVED') order by found_at, id
                        """)
                .param("cases", cases.stream().map(CaseId::value).toArray(UUID[]::new))
                .query(row -> {
                    found.computeIfAbsent(new CaseId(row.getObject("case_file", UUID.class)), _ -> new ArrayList<>())
                            .add(new Warning(
                                    check(row).label(),
                                    evidence(row),
                                    row.getBoolean("two"),
                                    "/warnings?id=" + row.getObject("id", UUID.class)));
                });
        return found;
    }

    /** One finding, settled or not, if the actor may see it. */
    public Optional<Found> find(Actor actor, UUID id) {
        return jdbc.sql(SELECT + " and w.id = :id")
                .params(reach.bounds(actor, Thing.WARNING).parameters())
                .param("id", id)
                .query(Warnings::row)
                .optional();
    }

    /**
     * What the list is asked for: which of them, of one case where its number is given; {@code after} is the last
     * finding of the page before.
     */
    public record Query(Which which, String number, Optional<UUID> after) {

        public Query(String number) {
            this(Which.OPEN, number, Optional.empty());
        }
    }

    /** Which findings a list holds, by how far they are. */
    public enum Which {
        OPEN(State.OPEN, State.LOOKED, State.CONFIRMED),
        TO_LOOK(State.OPEN, State.LOOKED),
        TRUE(State.CONFIRMED),
        CLEARED(State.DISMISSED, State.RESOLVED);

        private final List<State> states;

        Which(State... states) {
            this.states = List.of(states);
        }

        String[] names() {
            return states.stream().map(Enum::name).toArray(String[]::new);
        }
    }

    /** A page of the list; {@code next} is empty at the end. */
    public record Listing(List<Found> found, Optional<UUID> next) {}

    /** The findings that the actor may see, the latest first. */
    public Listing list(Actor actor, Query query, int size) {
        var found = jdbc.sql(SELECT + """
                         and w.state = any (:states) and (:number = '' or c.number = :number)
                         and (cast(:after as uuid) is null or (w.found_at, w.id) < (select found_at, id from scrutiny.warning where id = :after))
                         order by w.found_at desc, w.id desc limit :most
                        """)
                .params(reach.bounds(actor, Thing.WARNING).parameters())
                .param("states", query.which().names())
                .param("number", query.number().strip())
                .param("after", query.after().orElse(null), Types.OTHER)
                .param("most", size + 1)
                .query(Warnings::row)
                .list();
        return found.size() <= size
                ? new Listing(found, Optional.empty())
                : new Listing(
                        found.subList(0, size), Optional.of(found.get(size - 1).id()));
    }

    /** How many in one of these states the actor may settle. */
    long count(Actor actor, Which which) {
        return jdbc.sql("select count(*) from (" + SELECT + " and w.state = any (:states)) open")
                .param("states", which.names())
                .params(reach.bounds(actor, Deed.HANDLE, Thing.WARNING).parameters())
                .query(Long.class)
                .single();
    }

    private static Check check(ResultSet row) throws SQLException {
        return Check.valueOf(row.getString("kind"));
    }

    private static Text evidence(ResultSet row) throws SQLException {
        return check(row).evidence(List.of((String[]) row.getArray("parts").getArray()));
    }

    private static Found row(ResultSet row, int number) throws SQLException {
        return new Found(
                row.getObject("id", UUID.class),
                check(row).label(),
                Optional.ofNullable(row.getString("number")),
                row.getBoolean("awarded"),
                evidence(row),
                new Fen(row.getLong("fen")),
                row.getTimestamp("found_at").toInstant(),
                State.valueOf(row.getString("state")),
                row.getBoolean("two"),
                Optional.ofNullable(row.getString("first_reason")),
                Optional.ofNullable(row.getString("second_reason")),
                Optional.ofNullable(row.getString("confirmed_why")),
                Optional.ofNullable(row.getString("resolved_why")),
                Optional.ofNullable(row.getObject("last_by", UUID.class)).map(PersonId::new));
    }
}
