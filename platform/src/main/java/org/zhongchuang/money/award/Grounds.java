package org.zhongchuang.money.award;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhongchuang.engine.Ground.Source;
import org.zhongchuang.engine.Programme;
import org.zhongchuang.engine.Text;
import org.zhongchuang.procedure.casework.Occasion;
import org.zhongchuang.procedure.casework.Occasions;
import org.zhongchuang.records.registry.SubjectId;

/** The grounds for claims that other registers hold: published grades, events, prizes, years, tenancies. */
@Configuration
class Grounds {

    private static final String UNUSED = """
             and (cast(:subject as uuid) is null or g.subject = :subject)
             and not exists (select 1 from award.award w where w.programme = :programme and w.subject = g.subject and w.matter = g.matter)
             and not exists (select 1 from casework.public_case_file c where c.programme = :programme and c.space = g.subject and c.matter = g.matter
                              and (c.holder is not null or c.step = 'GRANTED'))
             order by g.matter, g.subject
            """;

    /** What is true of the day that asks: that a makerspace is removed later takes nothing from what it was granted. */
    private static final Set<String> OF_TODAY = Set.of("recognised");

    private final JdbcClient jdbc;
    private final Clock clock;

    Grounds(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What a row says of a ground; the facts by what the record tells. */
    private interface Ground {

        Occasion of(ResultSet row) throws SQLException;
    }

    /** Grounds that one query finds; it selects at least subject and matter. */
    private Occasions from(Source source, String query, Ground ground) {
        return from(source, query, "", ground);
    }

    /**
     * The same, of which only some can be claimed on today.
     *
     * @param open what the query's rows must be for that, as a condition that goes on
     */
    private Occasions from(Source source, String query, String open, Ground ground) {
        return new Occasions() {
            @Override
            public Source source() {
                return source;
            }

            @Override
            public List<Occasion> open(Programme programme, Optional<SubjectId> subject) {
                return jdbc.sql("select g.* from (" + query + ") g where true " + open + UNUSED)
                        .param("subject", subject.map(SubjectId::value).orElse(null), java.sql.Types.OTHER)
                        .param("programme", programme.id())
                        .param("year", LocalDate.now(clock).getYear())
                        .query((row, _) -> asked(programme, ground.of(row)))
                        .list();
            }

            @Override
            public Optional<Map<String, String>> facts(Programme programme, SubjectId subject, String matter) {
                return jdbc.sql("select g.* from (" + query
                                + ") g where g.subject = :subject and (g.matter = :matter or :numbered)")
                        .param("subject", subject.value())
                        .param("matter", matter)
                        .param("programme", programme.id())
                        .param("numbered", source == Source.HIRED_GRADUATES)
                        .param("year", LocalDate.now(clock).getYear())
                        .query((row, _) -> ground.of(row).facts())
                        .optional()
                        .map(facts -> {
                            var lasting = new HashMap<>(facts);
                            lasting.keySet().removeAll(OF_TODAY);
                            return Objects.requireNonNull(programme.ground()).told(lasting);
                        });
            }
        };
    }

    /** A ground with what its record tells as facts of the programme. */
    private static Occasion asked(Programme programme, Occasion ground) {
        return new Occasion(
                ground.subject(),
                ground.matter(),
                ground.label(),
                Objects.requireNonNull(programme.ground()).told(ground.facts()),
                ground.source());
    }

    private static Occasion occasion(ResultSet row, Text label, Map<String, String> facts, Text source)
            throws SQLException {
        return new Occasion(
                new SubjectId(row.getObject("subject", UUID.class)), row.getString("matter"), label, facts, source);
    }

    @Bean
    Occasions publishedGrades() {
        return from(
                Source.PUBLISHED_GRADES,
                """
                select e.space subject, e.year::text matter, e.document, e.grade from assessment.public_grade e
                 where e.grade = 'excellent' and not e.guidance
                """,
                row -> occasion(
                        row,
                        Text.of(
                                row.getString("matter") + "年度考评优秀，" + row.getString("document"),
                                "graded excellent for " + row.getString("matter") + ", " + row.getString("document")),
                        Map.of("grade", row.getString("grade")),
                        Text.of(
                                "公布的考评结果 " + row.getString("document"),
                                "published assessment " + row.getString("document"))));
    }

    @Bean
    Occasions heldEvents() {
        return from(
                Source.EVENTS,
                """
                select e.space subject, e.id::text matter, e.name, e.held_on, (e.registered_on < e.held_on)::text early from award.event e
                """,
                row -> occasion(
                        row,
                        Text.of(
                                row.getString("name") + "，" + row.getString("held_on"),
                                row.getString("name") + ", " + row.getString("held_on")),
                        Map.of("registered_before", row.getString("early")),
                        Text.of("赛事登记", "register of events")));
    }

    @Bean
    Occasions wonPrizes() {
        return from(
                Source.PRIZES,
                """
                select p.subject, p.id::text matter, p.competition, p.level, p.rank::text rank, p.document from award.prize p
                """,
                row -> occasion(
                        row,
                        Text.of(
                                row.getString("competition") + "第" + row.getString("rank") + "等次，"
                                        + row.getString("document"),
                                row.getString("competition") + ", grade " + row.getString("rank") + ", "
                                        + row.getString("document")),
                        Map.of("rank", row.getString("rank"), "level", row.getString("level")),
                        Text.of("获奖登记", "register of prizes")));
    }

    /**
     * A year of running costs may be claimed once it has ended, from the year of recognition on: support is for
     * recognised makerspaces, and years are not parted. How many were granted before says which it is.
     */
    @Bean
    Occasions yearsOfRunning() {
        return from(
                Source.YEARS_OF_RECOGNITION,
                """
                select r.space subject, y::text matter, r.standing::text recognised,
                       (1 + (select count(*) from award.award w where w.programme = :programme and w.subject = r.space and not exists (
                              select 1 from award.award m where m.programme = w.programme and m.subject = w.subject and m.matter = y::text
                                 and (m.decided_on, m.number) <= (w.decided_on, w.number))))::text nth
                  from (select space, min(recognised_on) since, bool_or(status not in ('REMOVED', 'EXITED')) standing
                          from recognition.public_recognised_space group by space) r,
                       generate_series(extract(year from r.since)::int, :year - 1) y
                """,
                "and g.recognised = 'true'",
                row -> occasion(
                        row,
                        Text.of(row.getString("matter") + "年度", row.getString("matter")),
                        Map.of("recognised", row.getString("recognised"), "nth", row.getString("nth")),
                        Text.of("众创空间登记册", "register of makerspaces")));
    }

    @Bean
    Occasions hiredGraduates() {
        return from(
                Source.HIRED_GRADUATES,
                """
                select s.id subject,
                       (1 + (select count(*) from casework.public_case_file c where c.programme = :programme and c.space = s.id
                              and (c.holder is not null or c.step = 'GRANTED')))::text matter,
                       t.since::text since, t.until::text until
                  from registry.public_subject s
                  cross join lateral (select min(e.day) since, max(coalesce(e.until, date '2099-12-31')) until from evidence.public_entry e
                                       where e.subject in (select id from registry.public_subject where id = s.id or merged_into = s.id)
                                         and e.kind = 'AGREEMENTS' and e.voided_at is null) t
                 where s.kind = 'ENTERPRISE' and s.merged_into is null and s.id = :subject
                """,
                row -> occasion(
                        row,
                        Text.of("第" + row.getString("matter") + "名毕业生", "graduate no. " + row.getString("matter")),
                        row.getString("since") == null
                                ? Map.of("resident", "false")
                                : Map.of(
                                        "resident", "true",
                                        "resident_from", row.getString("since"),
                                        "resident_until", row.getString("until")),
                        Text.of("入驻协议台账", "records of tenancy agreements")));
    }
}
