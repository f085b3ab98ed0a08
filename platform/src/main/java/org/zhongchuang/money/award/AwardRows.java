package org.zhongchuang.money.award;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.engine.Text;
import org.zhongchuang.engine.TreasuryProcedure;
import org.zhongchuang.engine.calendar.WorkingDays;
import org.zhongchuang.ground.access.OrganisationId;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.procedure.casework.CaseFile;
import org.zhongchuang.procedure.casework.CaseId;
import org.zhongchuang.procedure.casework.CaseRules;
import org.zhongchuang.procedure.casework.Outcome.Terms;
import org.zhongchuang.records.registry.SubjectId;

/** Writes down what was awarded, in which parts and by when it is paid, and reads it. */
@Component
class AwardRows {

    /** An award w with what each treasury pays of it. */
    static final String FROM = """
            from award.award w left join lateral (
              select array_agg(p.payer order by p.payer <> w.payer, p.payer) payers, array_agg(p.fen order by p.payer <> w.payer, p.payer) fens
                from (select i.payer, sum(i.fen)::bigint fen from award.instalment i where i.award = w.id group by i.payer) p) q on true
            """;

    private final JdbcClient jdbc;
    private final Policies policies;
    private final CaseRules rules;
    private final WorkingDays workingDays;

    AwardRows(JdbcClient jdbc, Policies policies, CaseRules rules, WorkingDays workingDays) {
        this.jdbc = jdbc;
        this.policies = policies;
        this.rules = rules;
        this.workingDays = workingDays;
    }

    boolean has(SubjectId subject, String programme, String matter) {
        return jdbc.sql(
                        "select exists (select 1 from award.award where programme = :programme and subject = :subject and matter = :matter)")
                .param("programme", programme)
                .param("subject", subject.value())
                .param("matter", matter)
                .query(Boolean.class)
                .single();
    }

    void insert(
            AwardId id, CaseFile file, Terms terms, String givenUp, Optional<HigherAward> matched, LocalDate today) {
        jdbc.sql("""
                        insert into award.award (id, case_file, number, programme, clause, edition, payer, year, subject, name,
                               organisation, area, matter, occasion, occasion_en, computed, fen, given_up, higher, decided_on, document, due_on)
                        values (:id, :case, :number, :programme, :clause, :edition, :payer, :year, :subject, :name,
                               :organisation, :area, :matter, :occasion, :occasionEn, :computed, :fen, :givenUp, :higher, :today, :document, :due)
                        """)
                .param("id", id.value())
                .param("case", file.id().value())
                .param("number", file.caseNumber())
                .param("programme", file.programme())
                .param("clause", rules.programme(file).clauses().getFirst())
                .param("edition", rules.of(file).edition())
                .param("payer", terms.payer())
                .param("year", today.getYear())
                .param("subject", file.subject().value())
                .param("name", file.subjectName())
                .param("organisation", file.applicant().value())
                .param("area", file.area())
                .param("matter", file.matter())
                .param("occasion", file.occasion().zh())
                .param("occasionEn", file.occasion().en())
                .param("computed", terms.computed().value())
                .param("fen", terms.fen().value())
                .param("givenUp", givenUp)
                .param("higher", matched.map(HigherAward::id).orElse(null), java.sql.Types.OTHER)
                .param("today", today)
                .param("document", terms.document())
                .param("due", due(today))
                .update();
    }

    void insertParts(AwardId id, List<PaidPart> parts, LocalDate today) {
        var due = due(today);
        for (int i = 0; i < parts.size(); i++) {
            jdbc.sql("""
                            insert into award.instalment (award, seq, nth, payer, fen, due_on, milestone)
                            values (:award, :seq, :nth, :payer, :fen, :due, :milestone)
                            """)
                    .param("award", id.value())
                    .param("seq", i + 1)
                    .param("nth", parts.get(i).nth())
                    .param("payer", parts.get(i).payer())
                    .param("fen", parts.get(i).fen().value())
                    .param("due", due)
                    .param("milestone", parts.get(i).milestone())
                    .update();
        }
    }

    /** The day by which what is decided today must be paid; at once where the city sets no time. */
    private LocalDate due(LocalDate today) {
        return workingDays
                .after(today, policies.treasury(TreasuryProcedure::paymentDays, 0))
                .day();
    }

    /** An award as it stands in its row. */
    static Award award(ResultSet row, int number) throws SQLException {
        return new Award(
                new AwardId(row.getObject("id", UUID.class)),
                new CaseId(row.getObject("case_file", UUID.class)),
                row.getString("number"),
                row.getString("programme"),
                row.getString("clause"),
                row.getString("edition"),
                shares((String[]) row.getArray("payers").getArray(), (Long[])
                        row.getArray("fens").getArray()),
                row.getInt("year"),
                new SubjectId(row.getObject("subject", UUID.class)),
                row.getString("name"),
                new OrganisationId(row.getObject("organisation", UUID.class)),
                row.getString("area"),
                row.getString("matter"),
                Text.of(row.getString("occasion"), row.getString("occasion_en")),
                new Fen(row.getLong("computed")),
                new Fen(row.getLong("fen")),
                row.getString("given_up"),
                Optional.ofNullable(row.getObject("higher", UUID.class)),
                row.getObject("decided_on", LocalDate.class),
                row.getString("document"),
                row.getObject("due_on", LocalDate.class));
    }

    private static List<Award.Share> shares(String[] payers, Long[] fens) {
        return IntStream.range(0, payers.length)
                .mapToObj(i -> new Award.Share(payers[i], new Fen(fens[i])))
                .toList();
    }
}
