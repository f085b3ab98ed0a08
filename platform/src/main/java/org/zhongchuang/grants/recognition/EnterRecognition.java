package org.zhongchuang.grants.recognition;

import java.security.SecureRandom;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.audit.AuditLog;
import org.zhongchuang.ground.kernel.PlainForm;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.procedure.casework.CaseId;
import org.zhongchuang.records.registry.Register;
import org.zhongchuang.records.registry.Space;

/** Makes the entry of a recognised makerspace in the public register, with a certificate code. */
@Component
public class EnterRecognition {

    /** Without letters and digits that are mistaken for each other. */
    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    private static final int GROUP = 4;

    private final JdbcClient jdbc;
    private final Register register;
    private final AuditLog audit;
    private final Policies policies;
    private final SecureRandom random = new SecureRandom();

    EnterRecognition(JdbcClient jdbc, Register register, AuditLog audit, Policies policies) {
        this.jdbc = jdbc;
        this.register = register;
        this.audit = audit;
        this.policies = policies;
    }

    /**
     * By which document a makerspace was recognised, and when.
     *
     * @param code that of a certificate which was given out before; a new one that nobody can guess without it
     */
    public record Granted(String document, LocalDate day, Optional<String> code) {}

    /** Makes the entry; without a case it was recognised before this system was used, and the actor says so. */
    public String make(Actor actor, Optional<CaseId> file, Space space, String operatorName, Granted granted) {
        var profile = space.profile();
        var code = granted.code()
                .map(PlainForm::ofCode)
                .orElseGet(() -> "%s%d-%s-%s-%s"
                        .formatted(
                                policies.current().certificatePrefix(),
                                granted.day().getYear(),
                                group(),
                                group(),
                                group()));
        jdbc.sql("""
                        insert into recognition.recognised_space
                               (code, case_file, brought_in_by, space, operator, name, operator_name, kind, area, address, opened_on,
                                document, recognised_on, status)
                        values (:code, :case, :broughtIn, :space, :operatorId, :name, :operator, :kind, :area, :address, :opened,
                                :document, :day, 'ACTIVE')
                        """)
                .param("code", code)
                .param("case", file.map(CaseId::value).orElse(null), Types.OTHER)
                .param("broughtIn", file.isPresent() ? null : actor.person().value(), Types.OTHER)
                .param("space", space.id().value())
                .param("operatorId", space.operator().value())
                .param("name", profile.name())
                .param("operator", operatorName)
                .param("kind", profile.kind().name())
                .param("area", profile.area())
                .param("address", profile.address())
                .param("opened", profile.openedOn())
                .param("document", granted.document())
                .param("day", granted.day())
                .update();
        jdbc.sql("""
                        insert into recognition.status_change (code, seq, day, status, basis)
                        values (:code, 1, :day, 'ACTIVE', :basis)
                        """)
                .param("code", code)
                .param("day", granted.day())
                .param("basis", granted.document())
                .update();
        register.decided(
                actor, space.id(), new Register.FindingOf("level_city", code, granted.day(), null, granted.document()));
        audit.record(actor, file.isPresent() ? "recognition.enter" : "recognition.bring-in", code, profile.name());
        return code;
    }

    private String group() {
        var group = new StringBuilder();
        for (int i = 0; i < GROUP; i++) {
            group.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return group.toString();
    }
}
