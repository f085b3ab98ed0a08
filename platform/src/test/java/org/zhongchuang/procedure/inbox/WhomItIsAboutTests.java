package org.zhongchuang.procedure.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhongchuang.TestCity;
import org.zhongchuang.ground.access.Accounts;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.procedure.casework.CaseFile;
import org.zhongchuang.procedure.casework.CaseFiles;
import org.zhongchuang.procedure.casework.CaseId;

/** A claim for one graduate says to whoever applies and to the office that has it who the graduate is. */
class WhomItIsAboutTests extends TestCity {

    private static final String DAY = "2016-04-01";

    @Autowired
    private WhomItIsAbout whom;

    @Autowired
    private CaseFiles files;

    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcClient jdbc;

    /** Some case of the city, as it would be of that programme and with that office. */
    private CaseFile claim(String programme, Role holder) {
        var id = jdbc.sql("select id from casework.case_file where number is not null limit 1")
                .query(UUID.class)
                .single();
        var file = files.find(new CaseId(id)).orElseThrow();
        return new CaseFile(
                file.id(),
                file.number(),
                programme,
                file.edition(),
                file.subject(),
                file.subjectName(),
                file.applicant(),
                file.applicantName(),
                file.area(),
                file.step(),
                file.stepId(),
                file.version(),
                file.proposal(),
                file.filedOn(),
                file.stepSince(),
                file.dueOn(),
                file.dueProvisional(),
                file.daysLeft(),
                file.assignee(),
                holder,
                file.matter(),
                file.occasion());
    }

    private Actor labour() {
        var login = jdbc.sql("""
                        select p.login from access.appointment a join access.person p on p.id = a.person
                         where a.role = 'LABOUR_OFFICER' order by p.login limit 1
                        """).query(String.class).single();
        return accounts.appointmentsOf(login).getFirst();
    }

    private Actor applicant(CaseFile file) {
        var login = jdbc.sql("""
                        select p.login from access.appointment a join access.person p on p.id = a.person
                         where a.organisation = :organisation and a.role in ('OPERATOR', 'FIRM', 'FOUNDER') order by p.login limit 1
                        """)
                .param("organisation", file.applicant().value())
                .query(String.class)
                .single();
        return accounts.appointmentsOf(login).stream()
                .filter(Actor::isApplicant)
                .findFirst()
                .orElseThrow();
    }

    private void saysHiredOn(CaseFile file, String day) {
        jdbc.sql("delete from casework.fact where case_file = :id and fact = 'hired_on'")
                .param("id", file.id().value())
                .update();
        if (!day.isEmpty()) {
            jdbc.sql("""
                            insert into casework.fact (case_file, fact, value, source, as_of)
                            values (:id, 'hired_on', :day, 'DECLARED', current_date)
                            """).param("id", file.id().value()).param("day", day).update();
        }
    }

    @Test
    void whoeverAppliesReadsTheNameTheOfficeThatHasTheCaseTheSurnameAndNobodyElseAnything() {
        var file = claim("graduate-insurance-subsidy", Role.LABOUR_OFFICER);
        saysHiredOn(file, DAY);
        try {
            assertThat(whom.hired(labour(), file)).isEqualTo(Optional.of(List.of()));

            jdbc.sql("""
                            insert into evidence.entry (space, kind, day, subject, party, title, class, reference, digest, recorded_at, recorded_by)
                            select (select id from registry.space s where not exists (select 1 from evidence.entry e where e.space = s.id) limit 1),
                                   'JOBS', cast(:day as date), :subject, n.party, '', n.class, '', md5(n.party), now(), (select id from access.person limit 1)
                              from (values ('钱多多', 'graduate'), ('孙某', 'other')) n (party, class)
                            """)
                    .param("day", DAY)
                    .param("subject", file.subject().value())
                    .update();

            assertThat(whom.hired(labour(), file)).isEqualTo(Optional.of(List.of("钱*")));
            assertThat(whom.hired(applicant(file), file)).isEqualTo(Optional.of(List.of("钱多多")));
            assertThat(whom.hired(accounts.appointmentsOf("city1").getFirst(), file))
                    .isEmpty();
            assertThat(whom.hired(accounts.appointmentsOf("auditor").getFirst(), file))
                    .isEmpty();
            assertThat(whom.hired(accounts.appointmentsOf("founder").getFirst(), file))
                    .isEmpty();
            assertThat(whom.hired(labour(), claim("job-creation-subsidy", Role.LABOUR_OFFICER)))
                    .isEmpty();

            saysHiredOn(file, "2016-04-02");
            assertThat(whom.hired(labour(), file)).isEqualTo(Optional.of(List.of()));
        } finally {
            saysHiredOn(file, "");
        }
    }
}
