package org.zhongchuang.records.registry;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.ground.access.PersonId;

/** Bringing teams and firms into the register on the word of those who keep records of them. */
@Component
public class Enrolling {

    private final JdbcClient jdbc;
    private final Subjects subjects;
    private final Clock clock;

    Enrolling(JdbcClient jdbc, Subjects subjects, Clock clock) {
        this.jdbc = jdbc;
        this.subjects = subjects;
        this.clock = clock;
    }

    public Optional<SubjectId> withCode(String code) {
        return subjects.withCode(code).map(Subject::id);
    }

    /** A new team, or with a code a new firm. */
    public SubjectId enrol(String name, String area, Optional<String> code, Optional<LocalDate> founded) {
        var id = new SubjectId(UUID.randomUUID());
        subjects.insert(id, SubjectKind.ENTERPRISE, name, area, founded.orElse(null));
        jdbc.sql("update registry.subject set code = :code, traits = cast(:traits as text[]) where id = :id")
                .param("code", code.orElse(null))
                .param(
                        "traits",
                        List.of("stage:" + (code.isPresent() ? "firm" : "team")).toArray(String[]::new))
                .param("id", id.value())
                .update();
        return id;
    }

    /**
     * Puts right how somebody was written down: the same subject, with that name, and with the code if there is one.
     */
    public void amend(SubjectId id, String name, Optional<String> code) {
        var subject = subjects.find(id).orElseThrow();
        if (!subject.name().equals(name)) {
            subjects.rename(id, name, subject.area());
        }
        if (code.isPresent() && !code.equals(subject.code())) {
            jdbc.sql("update registry.subject set code = :code where id = :id")
                    .param("code", code.get())
                    .param("id", id.value())
                    .update();
            subjects.refresh(id);
        }
    }

    /** A firm or another organisation with its code, on the word of whoever gives its people accounts. */
    public SubjectId enter(SubjectKind kind, String name, String area, String code) {
        var id = new SubjectId(UUID.randomUUID());
        subjects.insert(id, kind, name, area, null);
        jdbc.sql("update registry.subject set code = :code where id = :id")
                .param("code", code)
                .param("id", id.value())
                .update();
        subjects.refresh(id);
        return id;
    }

    /** A team that is a firm from that day on: the same subject, with a code. */
    public void incorporate(PersonId person, SubjectId team, String code, LocalDate day, String evidence) {
        jdbc.sql("""
                        insert into registry.fact (subject, fact, value, source, as_of, evidence, recorded_at, recorded_by)
                        values (:id, 'code', :code, 'DECLARED', :day, :evidence, :now, :person)
                        """)
                .param("id", team.value())
                .param("code", code)
                .param("day", day)
                .param("evidence", evidence)
                .param("now", Timestamp.from(clock.instant()))
                .param("person", person.value())
                .update();
        jdbc.sql("update registry.subject set code = :code, founded_on = :day where id = :id")
                .param("code", code)
                .param("day", day)
                .param("id", team.value())
                .update();
        subjects.refresh(team);
    }

    /**
     * Takes back that somebody was brought in, unless anything but the rows of that schema names them; they are nobody
     * any more.
     */
    public boolean withdraw(SubjectId id, String schema) {
        return jdbc.sql("""
                        update registry.subject set withdrawn_at = :now, listed = false, version = version + 1
                         where id = :id and withdrawn_at is null and not registry.public_is_referred_to(:id, :schema)
                        """)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("id", id.value())
                        .param("schema", schema)
                        .update()
                == 1;
    }
}
