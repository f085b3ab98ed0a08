package org.zhongchuang.grants.assessment;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.grants.panel.Assessed;
import org.zhongchuang.grants.panel.Assessed.Grade;
import org.zhongchuang.grants.panel.Assessed.Points;
import org.zhongchuang.grants.panel.Ballot;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Bounds;
import org.zhongchuang.ground.access.Deed;
import org.zhongchuang.ground.access.OrganisationId;
import org.zhongchuang.ground.access.PersonId;
import org.zhongchuang.ground.access.Reach;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.kernel.Sha256;
import org.zhongchuang.records.registry.SpaceKind;
import org.zhongchuang.records.registry.SubjectId;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The rows of assessments. */
@Component
public class Rounds {

    static final JsonMapper JSON = JsonMapper.shared();

    private static final int PAGE = 100;
    private static final int PORTION = 1_000;

    private final Reach reach;
    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final Clock clock;

    Rounds(Reach reach, JdbcClient jdbc, JdbcTemplate template, Clock clock) {
        this.reach = reach;
        this.jdbc = jdbc;
        this.template = template;
        this.clock = clock;
    }

    /** Whether somebody runs yearly assessments: opens them, ranks, announces. */
    public boolean runs(Actor actor) {
        return reach.may(actor, Deed.HANDLE, Thing.ROUND);
    }

    /** Whether somebody publishes what another has run. */
    public boolean publishes(Actor actor) {
        return reach.may(actor, Deed.SETTLE, Thing.ROUND);
    }

    /** Whether somebody sees all that is assessed, before it is published too. */
    public boolean watches(Actor actor) {
        return reach.may(actor, Deed.SEE, Thing.ROUND);
    }

    /** What of the assessed somebody sees before it is published. */
    public Bounds seen(Actor actor) {
        return reach.bounds(actor, Thing.ASSESSED);
    }

    /** Whether a makerspace of a year is somebody's to see, to appeal for, to answer. */
    public boolean may(Actor actor, Deed deed, int year, SubjectId space) {
        return reach.may(actor, deed, Thing.ASSESSED, year + "|" + space);
    }

    /** Whether somebody sits for that makerspace. */
    boolean isSeated(Actor expert, int year, SubjectId space) {
        return reach.may(expert, Deed.HANDLE, Thing.SEAT, year + "|" + space);
    }

    public List<Round> all() {
        return jdbc.sql("select * from assessment.round order by year desc")
                .query(Rounds::round)
                .list();
    }

    /** The round of the year that an address names. */
    public Optional<Round> named(String year) {
        return year.matches("[0-9]{4}") ? of(Integer.parseInt(year)) : Optional.empty();
    }

    public Optional<Round> of(int year) {
        return jdbc.sql("select * from assessment.round where year = :year")
                .param("year", year)
                .query(Rounds::round)
                .optional();
    }

    /** Whether what was published is what the hash says. */
    public boolean isIntact(int year) {
        return jdbc.sql("select snapshot, sha256 from assessment.round where year = :year and state = 'PUBLISHED'")
                .param("year", year)
                .query((row, _) -> Sha256.hex(row.getString("snapshot")).equals(row.getString("sha256")))
                .optional()
                .orElse(false);
    }

    /** The last year that is over. */
    public int lastYear() {
        return LocalDate.now(clock).getYear() - 1;
    }

    /** Whether a year is over, so that it can be assessed. */
    boolean isOver(int year) {
        return LocalDate.now(clock).getYear() > year;
    }

    Optional<Round> lock(int year) {
        return jdbc.sql("select * from assessment.round where year = :year for update")
                .param("year", year)
                .query(Rounds::round)
                .optional();
    }

    void move(Round round, Round.State state) {
        jdbc.sql("update assessment.round set state = :state where id = :id")
                .param("state", state.name())
                .param("id", round.id())
                .update();
    }

    /** Every space of a round, the best first. */
    List<Assessed> entries(UUID round) {
        return jdbc.sql("select * from assessment.entry where round = :round order by kind, place nulls last, code")
                .param("round", round)
                .query(Rounds::entry)
                .list();
    }

    /** Who runs each space of a round. */
    Map<SubjectId, OrganisationId> operators(UUID round) {
        return entries(round).stream().collect(Collectors.toMap(Assessed::space, Assessed::operator));
    }

    /** One page of one kind of space, the best first. */
    public List<Assessed> page(UUID round, SpaceKind kind, String area, int page) {
        return jdbc.sql("""
                        select * from assessment.entry
                         where round = :round and kind = :kind and (:area = '' or area = :area)
                         order by place nulls last, code limit :most offset :offset
                        """)
                .param("round", round)
                .param("kind", kind.name())
                .param("area", area)
                .param("most", PAGE + 1)
                .param("offset", Math.max(page, 0) * (long) PAGE)
                .query(Rounds::entry)
                .list();
    }

    public Optional<Assessed> entry(UUID round, SubjectId space) {
        return jdbc.sql("select * from assessment.entry where round = :round and space = :space")
                .param("round", round)
                .param("space", space.value())
                .query(Rounds::entry)
                .optional();
    }

    public List<Assessed> ofOperator(UUID round, OrganisationId operator) {
        return jdbc.sql("select * from assessment.entry where round = :round and operator = :operator order by code")
                .param("round", round)
                .param("operator", operator.value())
                .query(Rounds::entry)
                .list();
    }

    /** Writes down what was computed of many spaces. */
    void save(List<Assessed> entries) {
        for (int from = 0; from < entries.size(); from += PORTION) {
            template.batchUpdate(
                    """
                            update assessment.entry
                               set points = cast(? as jsonb), automatic = ?, ballots = ?, expert = ?, adjusted = ?, score = ?,
                                   place = ?, out_of = ?, adjusted_place = ?, grade = ?
                             where round = ? and space = ?
                            """, entries.subList(from, Math.min(from + PORTION, entries.size())), PORTION, (statement, one) -> {
                        statement.setString(1, JSON.writeValueAsString(one.points()));
                        statement.setBigDecimal(2, one.automatic());
                        statement.setInt(3, one.ballots());
                        statement.setBigDecimal(4, one.expert());
                        statement.setBigDecimal(5, one.adjusted());
                        statement.setBigDecimal(6, one.score());
                        statement.setObject(7, one.place());
                        statement.setObject(8, one.outOf());
                        statement.setObject(9, one.adjustedPlace());
                        statement.setString(10, one.grade().map(Grade::code).orElse(null));
                        statement.setObject(11, one.round());
                        statement.setObject(12, one.space().value());
                    });
        }
    }

    /** The last ballot of every seat that still counts. */
    List<Ballot> ballots(UUID round) {
        return jdbc.sql("""
                        select distinct on (b.space, b.expert) b.* from assessment.ballot b
                          join assessment.seat s on s.round = b.round and s.space = b.space and s.expert = b.expert and s.state = 'ASSIGNED'
                         where b.round = :round order by b.space, b.expert, b.version desc
                        """).param("round", round).query(Rounds::ballot).list();
    }

    List<Ballot> ballotsOf(UUID round, SubjectId space) {
        return jdbc.sql("""
                        select distinct on (b.expert) b.* from assessment.ballot b
                          join assessment.seat s on s.round = b.round and s.space = b.space and s.expert = b.expert and s.state = 'ASSIGNED'
                         where b.round = :round and b.space = :space order by b.expert, b.version desc
                        """)
                .param("round", round)
                .param("space", space.value())
                .query(Rounds::ballot)
                .list();
    }

    long seatsWithoutBallot(UUID round) {
        return jdbc.sql("""
                        select count(*) from assessment.seat s
                         where s.round = :round and s.state = 'ASSIGNED'
                           and not exists (select 1 from assessment.ballot b where b.round = s.round and b.space = s.space and b.expert = s.expert)
                        """).param("round", round).query(Long.class).single();
    }

    /** How far the experts have come: seats that count, and those with a ballot. */
    public Map<String, Long> progress(UUID round) {
        var missing = seatsWithoutBallot(round);
        var all = jdbc.sql("select count(*) from assessment.seat where round = :round and state = 'ASSIGNED'")
                .param("round", round)
                .query(Long.class)
                .single();
        return Map.of("seats", all, "cast", all - missing);
    }

    private static Round round(ResultSet row, int number) throws SQLException {
        return new Round(
                row.getObject("id", UUID.class),
                row.getInt("year"),
                Round.State.valueOf(row.getString("state")),
                row.getLong("seed"),
                row.getObject("statement_by", LocalDate.class),
                row.getObject("scoring_until", LocalDate.class),
                JSON.readValue(row.getString("medians"), new TypeReference<Map<String, Map<String, String>>>() {}),
                row.getObject("notice_first", LocalDate.class),
                row.getObject("notice_last", LocalDate.class),
                Optional.ofNullable(row.getString("document")),
                Optional.ofNullable(row.getString("sha256")),
                new PersonId(row.getObject("opened_by", UUID.class)));
    }

    private static Assessed entry(ResultSet row, int number) throws SQLException {
        return new Assessed(
                row.getObject("round", UUID.class),
                new SubjectId(row.getObject("space", UUID.class)),
                row.getString("code"),
                row.getString("name"),
                row.getString("kind").toLowerCase(Locale.ROOT),
                row.getString("area"),
                new OrganisationId(row.getObject("operator", UUID.class)),
                row.getBoolean("guidance"),
                row.getString("special"),
                JSON.readValue(row.getString("points"), new TypeReference<LinkedHashMap<String, Points>>() {}),
                row.getBigDecimal("automatic"),
                row.getInt("ballots"),
                row.getBigDecimal("expert"),
                row.getBigDecimal("adjusted"),
                row.getBigDecimal("score"),
                (Integer) row.getObject("place"),
                (Integer) row.getObject("out_of"),
                (Integer) row.getObject("adjusted_place"),
                Optional.ofNullable(row.getString("grade"))
                        .map(grade -> Grade.valueOf(grade.toUpperCase(Locale.ROOT))));
    }

    private static Ballot ballot(ResultSet row, int number) throws SQLException {
        var scores = row.getString("scores");
        return new Ballot(
                new PersonId(row.getObject("expert", UUID.class)),
                new SubjectId(row.getObject("space", UUID.class)),
                scores == null,
                scores == null
                        ? new HashMap<>()
                        : JSON.readValue(scores, new TypeReference<LinkedHashMap<String, BigDecimal>>() {}),
                row.getString("comment"));
    }
}
