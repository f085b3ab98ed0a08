package org.zhongchuang.grants.recognition;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.grants.recognition.RecognisedSpace.Status;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.audit.AuditLog;
import org.zhongchuang.records.registry.Register;

/** The status of a recognition, and every change of it. */
@Component
class StatusChanges {

    private final JdbcClient jdbc;
    private final RecognisedSpaces recognised;
    private final Register register;
    private final AuditLog audit;
    private final Clock clock;

    StatusChanges(JdbcClient jdbc, RecognisedSpaces recognised, Register register, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.recognised = recognised;
        this.register = register;
        this.audit = audit;
        this.clock = clock;
    }

    /** Gives a recognition another status, by a decision that has been made. */
    void become(Actor actor, String code, Status status, String basis) {
        var space = recognised.find(code).orElseThrow();
        if (space.status() == status) {
            return;
        }
        jdbc.sql("update recognition.recognised_space set status = :status where code = :code")
                .param("status", status.name())
                .param("code", code)
                .update();
        note(code, status, basis);
        if (!status.isStanding()) {
            register.decided(
                    actor, space.space(), new Register.FindingOf("level_city", "", LocalDate.now(clock), null, basis));
        }
        audit.record(actor, "recognition." + status.name(), code, basis);
    }

    /** Keeps for ever what was decided on a recognition. */
    void note(String code, Status status, String basis) {
        jdbc.sql("""
                        insert into recognition.status_change (code, seq, day, status, basis)
                        select :code, coalesce(max(seq), 0) + 1, :day, :status, :basis from recognition.status_change where code = :code
                        """)
                .param("code", code)
                .param("day", LocalDate.now(clock))
                .param("status", status.name())
                .param("basis", basis)
                .update();
    }
}
