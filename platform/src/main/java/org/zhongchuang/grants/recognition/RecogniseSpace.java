package org.zhongchuang.grants.recognition;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.zhongchuang.engine.Programme;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.audit.AuditLog;
import org.zhongchuang.procedure.casework.CaseFile;
import org.zhongchuang.procedure.casework.Outcome;
import org.zhongchuang.records.registry.Register;
import org.zhongchuang.records.registry.Spaces;
import org.zhongchuang.records.registry.SubjectId;

/** What a grant of 五(二) brings about: an entry in the register and a certificate code that nobody can guess. */
@Service
class RecogniseSpace implements Outcome {

    static final String PROGRAMME = "space-recognition";

    /** Without letters and digits that are mistaken for each other. */
    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    private static final int GROUP = 4;

    private final JdbcClient jdbc;
    private final Spaces spaces;
    private final Register register;
    private final AuditLog audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    RecogniseSpace(JdbcClient jdbc, Spaces spaces, Register register, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.spaces = spaces;
        this.register = register;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public boolean concerns(Programme programme) {
        return programme.id().equals(PROGRAMME);
    }

    @Override
    public boolean has(SubjectId space, String programme, String matter) {
        return jdbc.sql(
                        "select exists (select 1 from recognition.recognised_space where space = :space and status not in ('REMOVED', 'EXITED'))")
                .param("space", space.value())
                .query(Boolean.class)
                .single();
    }

    @Override
    public void grant(Actor decider, CaseFile file, Terms terms) {
        var document = terms.document();
        var profile = spaces.find(file.subject()).orElseThrow().profile();
        var today = LocalDate.now(clock);
        var code = "JX%d-%s-%s-%s".formatted(today.getYear(), group(), group(), group());
        jdbc.sql("""
                        insert into recognition.recognised_space
                               (code, case_file, space, operator, name, operator_name, kind, area, address, opened_on, document, recognised_on, status)
                        values (:code, :case, :space, :operatorId, :name, :operator, :kind, :area, :address, :opened, :document, :today, 'ACTIVE')
                        """)
                .param("code", code)
                .param("case", file.id().value())
                .param("space", file.subject().value())
                .param("operatorId", file.applicant().value())
                .param("name", file.subjectName())
                .param("operator", file.applicantName())
                .param("kind", profile.kind().name())
                .param("area", file.area())
                .param("address", profile.address())
                .param("opened", profile.openedOn())
                .param("document", document)
                .param("today", today)
                .update();
        jdbc.sql("""
                        insert into recognition.status_change (code, seq, day, status, basis)
                        values (:code, 1, :today, 'ACTIVE', :basis)
                        """)
                .param("code", code)
                .param("today", today)
                .param("basis", document)
                .update();
        register.decided(decider, file.subject(), new Register.FindingOf("level_city", code, today, null, document));
        audit.record(decider, "recognition.enter", code, file.caseNumber());
    }

    private String group() {
        var group = new StringBuilder();
        for (int i = 0; i < GROUP; i++) {
            group.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return group.toString();
    }
}
